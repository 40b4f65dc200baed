"""The layer of actors."""

from .stage import ActorStage

__all__ = ["ActorStage"]
