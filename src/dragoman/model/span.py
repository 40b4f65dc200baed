"""A stretch of a report's text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character offsets ``[start, end)`` into ``report.text``.

    A tuple rather than a dataclass, because millions are made and they serialise as ``[start, end]``.
    """

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        """True if the two stretches share at least one character."""
        return self.start < other[1] and other[0] < self.end

    def contains(self, other: tuple[int, int]) -> bool:
        """True if the other stretch lies wholly inside this one."""
        return self.start <= other[0] and other[1] <= self.end

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]
