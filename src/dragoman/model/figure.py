"""Numbers that the text gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from .span import Span


@dataclass(frozen=True, slots=True)
class Relation:
    """What a figure compares: two periods (TIMEX3 values) of one quantity (its words)."""

    compares: str | None
    with_: str | None = field(metadata={"key": "with"})
    of: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its bounds; ``kind`` is count, money, percent, ratio, measure or ordinal."""

    span: Span
    value: float
    low: float | None
    high: float | None
    unit: str | None
    kind: str
    relation: Relation | None = None
    rule: str = ""
