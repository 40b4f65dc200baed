"""The layer of statements."""

from .stage import StatementStage

__all__ = ["StatementStage"]
