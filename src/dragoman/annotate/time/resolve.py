"""From an expression to a place in the calendar, given where the text stands in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from .amounts import CLOCK_CODES
from .calendar import Period, civil, day_of
from .choose import choose, inside
from .item import Between, Clock, Expression, Known, Length, Moved, Named, Often, Vague, Within
from .track import Track


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands in its text: the sentence and the way its words look (past, future or "")."""

    sentence: int
    way: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 type and value with the period behind it; ``minutes`` are counted from the first day's midnight.

    ``aside`` marks what is only compared with (a year earlier): the text goes on from where it was.
    """

    type: str
    value: str | None
    period: Period | None = None
    stop: Period | None = None
    minutes: tuple[int, int] | None = None
    zone: str = ""
    anchor: str = "none"
    explicit: bool = False
    aside: bool = False


def resolve(expression: Expression, track: Track, place: Place) -> Resolved:
    """The calendar place of an expression; its value is None where the text does not tell."""
    return _RESOLVERS[type(expression)](expression, track, place)


def _of(period: Period | None, anchor: str, explicit: bool = False) -> Resolved:
    if period is None:
        return Resolved("DATE", None)
    return Resolved("DATE", period.value, period, anchor=anchor, explicit=explicit)


def _known(expression: Known, track: Track, place: Place) -> Resolved:
    return _of(expression.period, "none", explicit=True)


def _named(expression: Named, track: Track, place: Place) -> Resolved:
    period, anchor = choose(expression, track, place.sentence, place.way)
    if period is None:
        return Resolved("DATE", _open_name(expression))
    return _of(period, anchor)


def _open_name(expression: Named) -> str | None:
    """What a name says by itself: Thursday is XXXX-WXX-4, June XXXX-06."""
    if expression.grain == "weekday":
        return f"XXXX-WXX-{expression.number + 1}"
    if expression.grain == "month":
        return f"XXXX-{expression.number:02d}"
    if expression.grain == "monthday":
        return f"XXXX-{expression.number:02d}-{expression.day:02d}"
    if expression.grain == "season":
        return "XXXX-" + ("SP", "SU", "FA", "WI")[expression.number]
    if expression.grain in ("quarter", "half"):
        return f"XXXX-{expression.grain[0].upper()}{expression.number}"
    return None


def _moved(expression: Moved, track: Track, place: Place) -> Resolved:
    if expression.base == "published":
        return _from_publication(expression, track, place)
    if expression.base == "night":
        shown = track.night_after(place.sentence)
        return _of(shown, "text") if shown else _from_publication(expression, track, place)
    if expression.base == "compared":
        return replace(_of(track.day.to("year").shift(-1) if track.day else None, track.anchor), aside=True)
    if expression.base == "latest":
        base = track.last(place.sentence, "quarter") if expression.grain == "quarter" else None
        if base is not None and base.grain == "quarter" and (track.day is None or base.stop <= track.day.stop):
            return _of(base, "text")
        return _of(track.day.to(expression.grain).shift(-1) if track.day else None, track.anchor)
    if expression.base == "next" and expression.grain != "day":
        story = track.story(place.sentence) if place.way not in ("future", "will") else None
        base = story or track.day
        return _of(base.to(expression.grain).shift(1) if base else None, "text" if story else track.anchor)
    return _from_text(expression, track, place)


def _from_publication(expression: Moved, track: Track, place: Place) -> Resolved:
    if track.day is None:
        return Resolved("DATE", _open_move(expression))
    if expression.compared:
        shown = track.compared(place.sentence)
        if shown is not None and shown.grain in ("quarter", "month"):
            return replace(_of(shown.shift(-4 if shown.grain == "quarter" else -12), "text"), aside=True)
    if expression.grain == "sameday":
        year, month, day = civil(track.day.first)
        year, month = divmod(year * 12 + month - 1 + int(expression.steps), 12)
        return _of(day_of(year, month + 1, day), track.anchor)
    if expression.grain in CLOCK_CODES:
        return Resolved("DATE", "PAST_REF" if expression.steps < 0 else "FUTURE_REF")
    if expression.grain == "week" and expression.counted and abs(expression.steps) <= _EXACT_WEEKS:
        return _of(track.day.shift(int(expression.steps * 7)), track.anchor)
    return _of(_step(track.day, expression.grain, expression.steps), track.anchor)


_EXACT_WEEKS = 2  # two weeks ago is a day, six weeks ago a week


def _open_move(expression: Moved) -> str | None:
    if expression.steps == 0:
        return "PRESENT_REF"
    return "PAST_REF" if expression.steps < 0 else "FUTURE_REF"


def _step(base: Period, grain: str, steps: float) -> Period | None:
    """So many steps from a period; a decade ago is a year."""
    if grain in ("hour", "minute", "second"):
        return None
    if grain in ("decade", "century") and abs(steps) != 0:
        size = 10 if grain == "decade" else 100
        grain, steps = ("year", steps * size) if grain == "decade" or abs(steps) > 1 else (grain, steps)
    if steps != int(steps):
        grain, steps = {"year": ("month", steps * 12), "week": ("day", steps * 7)}.get(grain, (grain, steps))
    return base.to(grain).shift(int(steps))


def _from_text(expression: Moved, track: Track, place: Place) -> Resolved:
    """The previous year, two days later: counted from the time that the text named last."""
    if expression.compared:
        return _compared(expression, track, place)
    if expression.grain == "then":
        named = track.seen[-1] if track.seen else None
        near = named is not None and place.sentence - named.sentence <= 1
        return replace(_of(named.period, "text"), aside=True) if named and near else Resolved("DATE", None)
    base = track.last(place.sentence, expression.grain if expression.grain in _COUNTED else "day", place.way)
    if expression.vague or base is None or _too_coarse(base, expression.grain):
        return _adrift(expression, track, base)
    if expression.grain == "week" and base.grain == "day" and abs(expression.steps) <= _EXACT_WEEKS:
        exact = expression.counted
        return _of(_step(base, "day" if exact else "week", expression.steps * (7 if exact else 1)), "text")
    return _of(_step(base, expression.grain, expression.steps), "text")


_COUNTED = ("day", "week", "month", "quarter", "year", "decade", "century")
_ORDER = ("day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century")


def _too_coarse(base: Period, grain: str) -> bool:
    return grain not in _ORDER or _ORDER.index(base.grain) > _ORDER.index(grain)


def _adrift(expression: Moved, track: Track, base: Period | None) -> Resolved:
    """No time in the text to count from: years and months are then those before publication, days stay open."""
    if expression.vague:
        return Resolved("DATE", "PAST_REF" if expression.steps < 0 else _UNKNOWN.get(expression.grain))
    if base is not None and base.grain == "year" and expression.grain == "day":
        return Resolved("DATE", f"{base.value}-XX-XX", anchor="text")
    if expression.grain in ("year", "month", "quarter", "week") and track.day is not None and base is None:
        return _of(track.day.to(expression.grain).shift(int(expression.steps)), track.anchor)
    return Resolved("DATE", _UNKNOWN.get(expression.grain))


_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}


def _compared(expression: Moved, track: Track, place: Place) -> Resolved:
    """A year earlier: what is compared (a quarter, a month, a year), a year before."""
    shown = track.compared(place.sentence)
    if shown is None:
        return _of(track.day.to("year").shift(-1) if track.day else None, track.anchor)
    moved = {"quarter": -4, "month": -12, "half": -2, "season": -4, "year": -1}.get(shown.grain)
    return replace(_of(shown.shift(moved) if moved else shown.to("year").shift(-1), "text"), aside=True)


def _within(expression: Within, track: Track, place: Place) -> Resolved:
    outer = resolve(expression.outer, track, place)
    if expression.inner.grain == "the-period" and outer.period is not None:
        shown = track.last(place.sentence, "quarter")
        moved = outer.period.index * 4 + shown.index % 4 if shown is not None and shown.grain == "quarter" else None
        period = Period("quarter", moved) if moved is not None and outer.period.grain == "year" else outer.period
        return replace(_of(period, "text"), aside=True)
    if outer.period is None:
        return Resolved("DATE", _open_name(expression.inner))
    return _of(inside(expression.inner, outer.period), outer.anchor, outer.explicit)


def _clock(expression: Clock, track: Track, place: Place) -> Resolved:
    minutes = (expression.first, expression.last)
    day = resolve(expression.day, track, place) if expression.day is not None else _day_of_clock(track, place)
    if day.period is None or day.period.grain != "day":
        return Resolved("TIME", "XXXX-XX-XX" + expression.code)
    value = day.period.value + expression.code
    return Resolved("TIME", value, day.period, minutes=minutes, zone=expression.zone, anchor=day.anchor)


def _day_of_clock(track: Track, place: Place) -> Resolved:
    """The day of a time that stands alone: the day the text named last, or else that of publication."""
    shown = track.last(place.sentence, "day", place.way)
    if shown is not None and shown.grain == "day":
        return _of(shown, "text")
    return _of(track.day if not track.narrative else None, track.anchor)


def _vague(expression: Vague, track: Track, place: Place) -> Resolved:
    return Resolved("DATE", expression.value)


def _length(expression: Length, track: Track, place: Place) -> Resolved:
    return Resolved("DURATION", expression.value)


def _often(expression: Often, track: Track, place: Place) -> Resolved:
    return Resolved("SET", expression.value)


def _between(expression: Between, track: Track, place: Place) -> Resolved:
    low, high = resolve(expression.low, track, place), resolve(expression.high, track, place)
    if low.period is None or high.period is None:
        return Resolved("DATE", f"{low.value}/{high.value}" if low.value and high.value else None)
    if high.period.first < low.period.first and isinstance(expression.high, Named):
        high = _of(day_of(low.period.year, expression.high.number, expression.high.day), low.anchor)
    if high.period is None or high.period.first < low.period.first:
        return Resolved("DATE", None)
    value = f"{low.value}/{high.value}"
    return Resolved("DATE", value, low.period, stop=high.period, anchor=low.anchor, explicit=low.explicit)


_RESOLVERS: dict[type, Callable[[Any, Track, Place], Resolved]] = {
    Known: _known,
    Named: _named,
    Moved: _moved,
    Within: _within,
    Clock: _clock,
    Vague: _vague,
    Length: _length,
    Often: _often,
    Between: _between,
}
