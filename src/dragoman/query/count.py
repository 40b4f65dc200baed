"""Counts of events by one thing or several, and complete series of them over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import UsageError
from ..model import Question
from ..store import Store
from ..store.select import count as select
from .codes import key, nearest

DIMENSIONS = tuple(select.DIMENSIONS)
PERIODS = ("year", "month", "week", "day")
MOST = 100_000  # values of one series
_EMPTY = Question()
Label = str | int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events have these labels, one for each thing counted by; None is *not known* or *none*.

    ``reports`` and ``independent`` are the sums over the events, None where they were not asked for: a report that
    tells two of the events counts twice in them.
    """

    labels: tuple[Label, ...]
    events: int
    reports: int | None = None
    independent: int | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a series: the period by its name and as a half-open interval of days, and the other labels."""

    period: str
    begin: str
    end: str
    labels: tuple[Label, ...]
    events: int


def count(
    store: Store, question: Question = _EMPTY, by: Sequence[str] | str = (), sums: bool = False
) -> tuple[Tally, ...]:
    """The events of a question, counted by one or several of DIMENSIONS; all in one where ``by`` is empty.

    Periods are those in which the events begin; an event counts for each of its actors, recipients, dyads, sectors,
    sources and speakers, and is left out where it has none. Sorted by labels if one of them is a period, else the
    largest count first. ``sums`` adds up reports and independent sources too.
    """
    names = dimensions(by)
    if not names and not sums:
        return (Tally((), select.total(store, question)),)
    rows = select.counts(store, question, names or ("year",), sums)
    if not names:
        rows = [((), sum(row[1] for row in rows), sum(row[2] for row in rows), sum(row[3] for row in rows))]
    found = [Tally(labels, events, told, own) if sums else Tally(labels, events) for labels, events, told, own in rows]
    if set(names) & set(PERIODS):
        return tuple(sorted(found, key=lambda tally: _sortable(tally.labels)))
    return tuple(sorted(found, key=lambda tally: (-tally.events, _sortable(tally.labels))))


def series(
    store: Store, question: Question = _EMPTY, period: str = "month", by: Sequence[str] | str = ()
) -> tuple[Value, ...]:
    """A value for every period from the first to the last, zeros included; with ``by`` for each combination of labels.

    It reaches from ``since`` to ``until`` where the question has them, else from the first event to the last. Events
    count in the period in which they begin, and not where that lies before ``since``. UsageError beyond MOST values.
    """
    key(period, PERIODS, "period")
    names = dimensions(by)
    if set(names) & set(PERIODS):
        raise UsageError(f"a series has one period; allowed beside it are {', '.join(set_of_others())}")
    counted: dict[tuple[Label, ...], dict[str, int]] = {}
    for tally in count(store, question, (period, *names)):
        first, *labels = tally.labels
        if isinstance(first, str):
            counted.setdefault(tuple(labels), {})[first] = tally.events
    if not names:
        counted.setdefault((), {})
    known = sorted(name for each in counted.values() for name in each)
    low = question.since or (_begin(known[0]).isoformat() if known else None)
    high = question.until or (_next(known[-1]).isoformat() if known else None)
    if low is None or high is None or low >= high:
        return ()
    steps = list(_periods(period, date.fromisoformat(low), date.fromisoformat(high), MOST // max(1, len(counted))))
    return tuple(
        Value(name, begin.isoformat(), end.isoformat(), labels, counted[labels].get(name, 0))
        for labels in sorted(counted, key=_sortable)
        for name, begin, end in steps
    )


def dimensions(by: Sequence[str] | str) -> tuple[str, ...]:
    """Names of dimensions, in one word with commas or in several; UsageError names the nearest to an unknown one."""
    words = [word.strip().lower() for part in ([by] if isinstance(by, str) else by) for word in part.split(",")]
    for word in words:
        if word and word not in DIMENSIONS:
            raise UsageError(f"unknown dimension {word!r}; {nearest(word, DIMENSIONS)}")
    return tuple(dict.fromkeys(word for word in words if word))


def set_of_others() -> tuple[str, ...]:
    """What may be counted by beside a period."""
    return tuple(name for name in DIMENSIONS if name not in PERIODS)


def _sortable(labels: tuple[Label, ...]) -> tuple[tuple[bool, str], ...]:
    return tuple((label is None, str(label)) for label in labels)


def _periods(period: str, low: date, high: date, most: int) -> Iterator[tuple[str, date, date]]:
    begin = _begin(_name(period, low))
    while begin < high:
        most -= 1
        if most < 0:
            raise UsageError(f"the series has more than {MOST:,} values; ask for longer periods or a shorter time")
        name = _name(period, begin)
        end = _next(name)
        yield name, begin, end
        if end <= begin:  # the last day of the calendar
            return
        begin = end


def _name(period: str, day: date) -> str:
    if period == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[period]]


def _begin(name: str) -> date:
    if "W" in name:
        return date.fromisocalendar(int(name[:4]), int(name[6:]), 1)
    return date.fromisoformat(name + "-01-01"[len(name) - 4 :])


def _next(name: str) -> date:
    begin = _begin(name)
    try:
        if len(name) == 4:
            return begin.replace(year=begin.year + 1)
        if len(name) == 7:
            return (begin + timedelta(days=31)).replace(day=1)
        return begin + timedelta(days=7 if "W" in name else 1)
    except (ValueError, OverflowError):
        return date.max
