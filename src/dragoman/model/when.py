"""Time expressions and the dates of events."""

from __future__ import annotations

from dataclasses import dataclass, field

from .span import Span


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression in the terms of TIMEX3.

    ``type`` is DATE, TIME, DURATION or SET; ``value`` the TIMEX3 value or None where it cannot be resolved;
    ``begin`` and ``end`` a half-open interval of ISO 8601 days (or minutes); ``edtf`` ISO 8601-2 where one exists;
    ``anchor`` what it was resolved against: published, dateline, text or none.
    """

    span: Span
    type: str
    value: str | None
    mod: str | None = None
    begin: str | None = None
    end: str | None = None
    edtf: str | None = None
    anchor: str = "none"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event: a half-open interval and where it comes from (text, dateline, published)."""

    begin: str
    end: str
    value: str | None
    origin: str = field(metadata={"key": "from"})
    span: Span | None = None
