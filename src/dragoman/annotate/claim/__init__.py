"""The layer of claims."""

from .stage import ClaimStage

__all__ = ["ClaimStage"]
