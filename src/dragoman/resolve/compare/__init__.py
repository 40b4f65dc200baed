"""Weighted small features of two mentions; each names a case, and a table gives its weight and its reason."""

from __future__ import annotations

from .score import DIFFERENT, features, mean, score

__all__ = ["DIFFERENT", "features", "mean", "score"]
