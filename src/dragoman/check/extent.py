"""How densely reports cover a period: what decides whether silence means anything."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from .answer import Extent

LEAST_SHARE = 0.9  # of the period's steps that must have a report; one gap in ten is a lull, more is blindness
LEAST_INDEPENDENT = 2  # one outlet alone may have looked away
_MONTHS_FROM, _WEEKS_FROM = 92, 21  # days from which a period is cut into months, or weeks


class Coverage(NamedTuple):
    """Reports that name the parties: the days that have one, the reports of each outlet, of all, and their origins."""

    days: Collection[str]
    sources: Mapping[str, int]
    number: int
    independent: int


def extent_over(
    seen: Coverage, reports: int, since: str | None, until: str | None, about: tuple[str, ...] = ()
) -> Extent:
    """The extent of a search in ``[since, until)``; without a ``since`` it begins with the first report.

    ``seen`` is of the period; ``reports`` is the number of all its reports.
    """
    first, last = min(seen.days, default=None), max(seen.days, default=None)
    step, starts = _cut(since or first, until or (_after(last) if last else None))
    held = {_step_of(day, step) for day in seen.days}
    return Extent(
        since=since, until=until, about=about, reports=reports, naming=seen.number, first=first, last=last,
        sources=tuple(sorted(seen.sources.items(), key=lambda pair: (-pair[1], pair[0]))),
        independent=seen.independent, step=step, steps=len(starts), covered=sum(start in held for start in starts),
    )  # fmt: skip


def speaks(extent: Extent) -> bool:
    """True if nothing found means something: hardly a step of a bounded period without a report, from two origins."""
    bounded = extent.since is not None and extent.steps > 0
    return bounded and extent.share >= LEAST_SHARE and extent.independent >= LEAST_INDEPENDENT


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _cut(begin: str | None, end: str | None) -> tuple[str, list[str]]:
    """The step that suits a period, and the steps that it touches."""
    if not begin or not end or begin >= end:
        return "day", []
    low, high = date.fromisoformat(begin[:10]), date.fromisoformat(end[:10])
    days = (high - low).days
    step = "month" if days > _MONTHS_FROM else "week" if days > _WEEKS_FROM else "day"
    return step, list(dict.fromkeys(_step_of(day.isoformat(), step) for day in _days(low, high)))


def _days(low: date, high: date) -> Iterator[date]:
    return (low + timedelta(days=count) for count in range((high - low).days))


def _step_of(day: str, step: str) -> str:
    if step == "month":
        return day[:7]
    if step == "day":
        return day[:10]
    year, week, _ = date.fromisoformat(day[:10]).isocalendar()
    return f"{year}-W{week:02}"
