"""Second days: the 25 of "April 24 and 25"."""

from __future__ import annotations

from dataclasses import replace

from .calendar import day_of
from .item import Expression, Known, Named, Phrase, Within
from .sentence import Sentence, around


def second_day(sentence: Sentence, found: Phrase) -> Phrase | None:
    """The 25 of "April 24 and 25"."""
    stop, expression = found.stop, found.expression
    joined = sentence.items[stop] if stop + 1 < len(sentence.items) else None
    day = sentence.items[stop + 1] if joined is not None and joined.kind in ("and", "or") else None
    if day is None or day.kind not in ("day", "ordinal") or found.rule != "date.month-day":
        return None
    _, after, _ = around(sentence, stop + 1, stop + 2)
    if after[:1] in ("N", "J", "C") and after != "CC":
        return None
    year = _year_after(sentence, stop + 2)
    if isinstance(expression, Named) and year is not None:
        period = day_of(year[0], expression.number, int(day.number))
        return Phrase(Known(period), "", "date.second-day", stop + 1, year[1]) if period else None
    if isinstance(expression, Named):
        again: Expression = replace(expression, day=int(day.number), weekday=None)
    elif isinstance(expression, Known):
        again = Within(Named("dayofmonth", day=int(day.number)), Known(expression.period.to("month")))
    else:
        return None
    return Phrase(again, "", "date.second-day", stop + 1, stop + 2)


def _year_after(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """A year that stands at an item, after a comma or not, and where it stops."""
    items = sentence.items[at : at + 2]
    if items and items[0] is not None and items[0].kind == "comma":
        items, at = items[1:], at + 1
    year = items[0] if items else None
    return (int(year.number), at + 1) if year is not None and year.kind == "year" else None
