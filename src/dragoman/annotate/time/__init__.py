"""The layer of times."""

from .stage import TimeStage

__all__ = ["TimeStage"]
