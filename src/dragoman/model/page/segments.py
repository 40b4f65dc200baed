"""Cutting a text at every edge of its marks, so that each run of characters knows all the marks that cover it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..span import Span

_GAP = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be shown: its layer, what to say of it, and the name that links to it ("" if none does)."""

    span: Span
    layer: str
    says: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters covered by the same marks throughout, outer marks first."""

    span: Span
    marks: tuple[Mark, ...]


def paragraphs(text: str) -> Iterator[Span]:
    """The stretches of a text between empty lines."""
    at = 0
    for gap in _GAP.finditer(text):
        if gap.start() > at:
            yield Span(at, gap.start())
        at = gap.end()
    if text[at:].strip():
        yield Span(at, len(text))


def segments(size: int, marks: Sequence[Mark], cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """The segments of a text of ``size`` characters, in order; together they are the text.

    ``cuts`` are further places to cut at, the edges of paragraphs for instance.
    """
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        opening.setdefault(mark.span.start, []).append(number)
        closing.setdefault(mark.span.end, []).append(number)
    open_: dict[int, Mark] = {}
    at = 0
    for edge in sorted({*opening, *closing, *cuts, size}):
        if edge > at:
            yield Segment(Span(at, edge), tuple(sorted(open_.values(), key=_outer_first)))
            at = edge
        for number in closing.get(edge, ()):
            open_.pop(number, None)
        for number in opening.get(edge, ()):
            open_[number] = marks[number]


def _outer_first(mark: Mark) -> tuple[int, int, str]:
    return mark.span.start - mark.span.end, mark.span.start, mark.layer
