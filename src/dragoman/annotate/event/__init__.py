"""The layer of events."""

from .stage import EventStage

__all__ = ["EventStage"]
