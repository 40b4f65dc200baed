"""Claims that compare a figure over time: *eight times higher in June than the previous year*."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ...model import Claim, Figure, Parse, Reading, Since, Span
from .window import Window


def comparisons(reading: Reading, parse: Parse) -> Iterator[Claim]:
    """A claim for every figure whose relation names both periods; ``of.figure`` is its index in the reading."""
    window = Window.of(reading)
    for index, figure in enumerate(reading.figures):
        relation = figure.relation
        if relation is None or relation.compares is None or relation.with_ is None:
            continue
        span, words = _sentence(parse, figure)
        begin, end = interval(relation.with_)
        of: dict[str, Any] = {"figure": index, "text": relation.of}
        since = Since(begin, end, _span_of(window(*words), relation.with_, figure))
        period = interval(relation.compares)
        if period[0] is not None:
            of["period"] = {"begin": period[0], "end": period[1]}
        yield Claim(
            span, "comparison", {key: item for key, item in of.items() if item is not None}, since, None, "figure"
        )


def _sentence(parse: Parse, figure: Figure) -> tuple[Span, Span]:
    first, last = parse.sentences[parse.sentence_of(parse.token_at(figure.span.start))]
    whole = parse.span(first, last - 1)
    closed = parse.lower[last - 1] in (".", "!", "?") and last - first > 1
    return (parse.span(first, last - 2) if closed else whole), whole


def _span_of(near: Reading, value: str, figure: Figure) -> Span | None:
    """The words of the period compared with: the time of that value, else the last time after the figure."""
    times = [time for time in near.times if time.type in ("DATE", "TIME")]
    exact = [time for time in times if time.value == value]
    later = [time for time in times if time.span.start > figure.span.end]
    chosen = exact or later[-1:]
    return chosen[-1].span if chosen else None


def interval(value: str) -> tuple[str | None, str | None]:
    """The half-open calendar interval of a TIMEX3 year, quarter, month, week or day; (None, None) for other values."""
    try:
        begin, end = _interval(value)
    except (ValueError, OverflowError):
        return None, None
    return begin.isoformat(), end.isoformat()


def _interval(value: str) -> tuple[date, date]:
    if len(value) == 4:
        return date(int(value), 1, 1), date(int(value) + 1, 1, 1)
    year, rest = int(value[:4]), value[5:]
    if len(value) == 10:
        day = date.fromisoformat(value)
        return day, day + timedelta(days=1)
    if rest[:1] == "W" and len(rest) == 3:
        monday = date.fromisocalendar(year, int(rest[1:]), 1)
        return monday, monday + timedelta(days=7)
    months = 3 if rest[:1] == "Q" else 6 if rest[:1] == "H" else 1
    number = int(rest[1:]) if rest[:1] in ("Q", "H") else int(rest)
    first = year * 12 + (number - 1) * months
    return date(first // 12, first % 12 + 1, 1), date((first + months) // 12, (first + months) % 12 + 1, 1)
