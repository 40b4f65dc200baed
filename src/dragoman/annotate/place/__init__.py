"""The layer of places."""

from .stage import PlaceStage

__all__ = ["PlaceStage"]
