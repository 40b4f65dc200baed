"""The layer of media."""

from .stage import MediaStage

__all__ = ["MediaStage"]
