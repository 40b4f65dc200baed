"""``dragoman series``: series that the user brings, and those of the record."""

from __future__ import annotations

from .counting import show_series
from .points import series

series.command("show")(show_series)

__all__ = ["series"]
