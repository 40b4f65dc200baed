"""The times that a text has named so far, and which of them a later expression counts from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...model import Report
from .calendar import Period
from .direction import FUTURE, PAST, WILL
from .item import Between, Clock, Expression, Known, Moved, Named, Phrase, grain_of

_FINENESS = {
    "day": 0,
    "week": 1,
    "weekend": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}
_NEWS_REACH = 4  # sentences within which a news report is still heard to speak of the same time
_RECENT_DAYS = 300
_SHORTLY = 3  # times
_LONG_STORY = 5  # dates with a year of their own


class Seen(NamedTuple):
    """A time of the text that is resolved.

    ``frames`` if what follows may be told from there: any day or month, and a year that stands with the main verb or
    at the head of its sentence (In 2008 the bank failed), not one that only describes (a plan of 1976). ``explicit``
    if it names its year and opens its sentence, which frames the sentences after it even in plain news.
    """

    period: Period
    sentence: int
    frames: bool
    explicit: bool


class Track:
    """Where a text stands in time: its day of publication and what it has named."""

    __slots__ = ("anchor", "day", "narrative", "seen")

    def __init__(self, report: Report, phrases: Sequence[Phrase]) -> None:
        self.day, self.anchor = _origin(report)
        self.narrative = _tells_history(phrases, self.day)
        self.seen: list[Seen] = []

    def note(self, period: Period, sentence: int, frames: bool, explicit: bool) -> None:
        """Remembers a resolved time."""
        self.seen.append(Seen(period, sentence, frames or _FINENESS[period.grain] <= _FINENESS["month"], explicit))

    def last(self, sentence: int, grain: str, way: str = PAST) -> Period | None:
        """The last time named that is at least as fine as a grain, near enough to be meant.

        What is still to come is not meant by another sentence that does not look ahead.
        """
        limit = _FINENESS[grain]
        for seen in reversed(self.seen):
            ahead = self.day is not None and seen.period.first > self.day.first
            if ahead and seen.sentence != sentence and way not in (FUTURE, WILL):
                continue
            if not self.narrative and sentence - seen.sentence > _NEWS_REACH:
                return None
            if _FINENESS[seen.period.grain] <= limit:
                return seen.period
            if _FINENESS[seen.period.grain] <= _FINENESS["year"] and self.narrative:
                return seen.period
        return None

    def night_after(self, sentence: int) -> Period | None:
        """The day before a night: one that the same sentence has named and that is further back than yesterday."""
        for seen in reversed(self.seen):
            if seen.sentence != sentence or self.day is None:
                return None
            if seen.period.grain == "day":
                return seen.period if seen.period.first < self.day.first - 1 else None
        return None

    def latest(self, sentence: int) -> Period | None:
        """The last time named, whatever its grain, near enough to be meant."""
        for seen in reversed(self.seen):
            if not self.narrative and sentence - seen.sentence > _NEWS_REACH:
                return None
            if seen.period.grain not in ("decade", "century") and (seen.frames or seen.sentence == sentence):
                return seen.period
        return None

    def compared(self, sentence: int) -> Period | None:
        """What a report holds against the year before: a time of the same sentence, or the last quarter reported."""
        for seen in reversed(self.seen):
            if seen.sentence == sentence or self.narrative:
                if _FINENESS["month"] <= _FINENESS[seen.period.grain] <= _FINENESS["year"]:
                    return seen.period
            elif sentence - seen.sentence > _NEWS_REACH:
                return None
            elif seen.period.grain in ("quarter", "half", "year") and self._is_recent(seen.period):
                return seen.period
        return None

    def note_stretch(self, sentence: int) -> None:
        """Remembers that the text speaks of some months of the year (the first nine months), not of a quarter."""
        if self.day is not None:
            self.note(self.day.to("year"), sentence, False, False)

    def framed(self, sentence: int, grain: str) -> Period | None:
        """A time of the same sentence, or one that opened the sentence before, in which *the year* is known."""
        for seen in reversed(self.seen):
            if sentence - seen.sentence > 1:
                return None
            if _FINENESS[seen.period.grain] <= _FINENESS[grain] and (seen.sentence == sentence or seen.explicit):
                return seen.period
        return None

    def _is_recent(self, period: Period) -> bool:
        """True for a period that has begun and did not end long before publication."""
        day = self.day
        return day is not None and period.first <= day.first and day.first - period.stop < _RECENT_DAYS

    def story(self, sentence: int) -> Period | None:
        """The time in which a report of something past stands, if its years are told; None in plain news."""
        if self.narrative:
            return self._in_history(sentence)
        if not self.seen or self.day is None:
            return None
        seen = self.seen[-1]
        other = self.day.year - seen.period.year > 1
        near = sentence - seen.sentence <= 1
        return (
            seen.period
            if near and other and seen.explicit and seen.frames and seen.period.grain not in ("decade", "century")
            else None
        )

    def _in_history(self, sentence: int) -> Period | None:
        """The last time named; where that is a year, the finer time in that year which was named shortly before."""
        latest = self.latest(sentence)
        if latest is None or latest.grain != "year":
            return latest
        for seen in reversed(self.seen[-_SHORTLY:]):
            if _FINENESS[seen.period.grain] <= _FINENESS["month"] and seen.period.year == latest.index:
                return seen.period
        return latest


def _origin(report: Report) -> tuple[Period | None, str]:
    """The day that *today* means: that of the dateline, or else of publication."""
    stated = report.dateline.date if report.dateline else None
    known = Report.of("", published=stated).day if stated else report.day
    if known is None:
        return None, "none"
    return Period("day", known.toordinal()), "dateline" if stated else "published"


def _tells_history(phrases: Sequence[Phrase], day: Period | None) -> bool:
    """True for a text whose dates have years of their own, long past, and that hardly speaks of its own day."""
    past = recent = deictic = 0
    for phrase in phrases:
        expression = phrase.expression
        if isinstance(expression, Between):
            expression = expression.low
        if isinstance(expression, Known) and expression.period.grain in ("year", "month", "day", "season"):
            old = day is None or day.year - expression.period.year > 1
            past, recent = past + old, recent + (not old)
        elif _is_deictic(expression):
            deictic += 1
    return past >= _LONG_STORY and past > 3 * deictic and past > recent


def _is_deictic(expression: Expression) -> bool:
    if isinstance(expression, Clock) and expression.day is not None:
        expression = expression.day
    if isinstance(expression, Moved):
        return expression.base == "published"
    return isinstance(expression, Named) and (grain_of(expression) == "day" and expression.grain == "weekday")
