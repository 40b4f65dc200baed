"""A few words of a report around what was looked for."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Span
from ..store.wording import Wording

LONGEST = 200  # characters
_LEAD = 60  # characters before the first word that was looked for


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of a report on one line; ``marks`` are the stretches of them that were looked for."""

    words: str
    marks: tuple[Span, ...] = ()


def snippet_of(text: str, wording: Wording) -> Snippet:
    """The stretch of a text in which most of the words looked for stand, and its beginning if there are none."""
    spots = [Span(*spot) for spot in wording.spots(text)]
    if not spots:
        return Snippet(_line(text[: _end(text, 0, 1)], [], 0)[0])
    best = max(range(len(spots)), key=lambda at: (_kinds(text, spots, at), -at))
    start = max(0, spots[best].start - _LEAD)
    if start:
        start = text.find(" ", start, spots[best].start) + 1 or start
    end = _end(text, start, spots[best].end)
    words, marks = _line(text[start:end], [spot for spot in spots if start <= spot.start and spot.end <= end], start)
    return Snippet(words, tuple(marks))


def _end(text: str, start: int, least: int) -> int:
    """Where a snippet ends: between two words, but not before ``least``."""
    end = start + LONGEST
    if end >= len(text):
        return len(text)
    return max(text.rfind(" ", start, end + 1), min(least, end))


def _kinds(text: str, spots: list[Span], first: int) -> int:
    """How many different words that were looked for stand within one snippet from one of them on."""
    seen, limit = set(), spots[first].start + LONGEST - _LEAD
    for spot in spots[first : first + 20]:
        if spot.end > limit:
            break
        seen.add(spot.of(text).lower())
    return len(seen)


def _line(words: str, spots: list[Span], offset: int) -> tuple[str, list[Span]]:
    """Words on one line; a line break is one character too, so that the marks stay where they are."""
    flat = "".join(" " if char.isspace() else char for char in words)
    return flat, [Span(spot.start - offset, spot.end - offset) for spot in spots]
