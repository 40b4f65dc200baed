"""Which of the many Thursdays, Junes and third quarters is meant."""

from __future__ import annotations

from collections.abc import Iterable

from .calendar import Period, day_of, holding
from .direction import FUTURE, PAST, SINCE, WILL
from .holidays import around, holiday
from .item import Named
from .track import Track

_YEARLY = {"month": 12, "season": 4, "quarter": 4, "half": 2}


def choose(name: Named, track: Track, sentence: int, way: str) -> tuple[Period | None, str]:
    """The period that a name stands for, and what it was told from; (None, "none") where nothing tells."""
    if name.grain.startswith("the-"):
        return _the_unit(name.grain[4:], track, sentence, FUTURE if way == WILL else way)
    if name.step in ("previous", "following", "same"):
        base = track.latest(sentence) or track.day
        return (_stepped(name, base), "text") if base else (None, "none")
    sure, way = way in (WILL, SINCE), {WILL: FUTURE, SINCE: PAST}.get(way, way)
    told = track.narrative or (way != FUTURE and name.step not in ("last", "next", "this"))
    story = track.story(sentence) if told else None
    if story is not None and name.grain != "weekend" and (track.narrative or name.grain in ("month", "season")):
        return _in_story(name, story), "text"
    if name.grain == "dayofmonth":
        base = track.last(sentence, "month")
        if base is not None and base.grain in ("month", "day"):
            return inside(name, base.to("month")), "text"
    if track.day is None:
        return None, "none"
    if sure and name.grain == "monthday" and not name.step and name.weekday is None:
        return _nearest(name, track.day, way), track.anchor
    return _from_day(name, track.day, way), track.anchor


def _nearest(name: Named, day: Period, way: str) -> Period | None:
    """The first of that name that is not over, or the last that has begun."""
    if way == PAST:
        return max((one for one in _all_near(name, day) if one.first <= day.first), key=_first, default=None)
    return min((one for one in _all_near(name, day) if one.stop > day.first), key=_first, default=None)


def _the_unit(grain: str, track: Track, sentence: int, way: str) -> tuple[Period | None, str]:
    """The year, the month, the quarter: the one that the text speaks of, or else that of publication."""
    shown = track.last(sentence, grain) if grain != "day" else track.last(sentence, "day")
    if grain == "quarter":
        if shown is not None and shown.grain == "quarter":
            return shown, "text"
        return (track.day.to(grain).shift(0 if way == FUTURE else -1), track.anchor) if track.day else (None, "none")
    shown = shown if track.narrative else track.framed(sentence, grain)
    if shown is not None:
        return shown.to(grain), "text"
    return (track.day.to(grain), track.anchor) if track.day else (None, "none")


def _stepped(name: Named, base: Period) -> Period | None:
    """The previous Friday, the following spring: seen from a time in the text."""
    if name.step == "same":
        return _in_story(name, base)
    options = list(_all_near(name, base))
    if name.step == "previous":
        return max((option for option in options if option.stop <= base.first), key=_first, default=None)
    return min((option for option in options if option.first >= base.stop), key=_first, default=None)


def _first(period: Period) -> int:
    return period.first


def _all_near(name: Named, period: Period) -> Iterable[Period]:
    """The periods of a name around a period: days and weekends of some weeks, others of its year and the next ones."""
    if name.grain == "weekday":
        first = period.first - _SOME_WEEKS
        first += (name.number - (first - 1)) % 7
        return (Period("day", day) for day in range(first, period.stop + _SOME_WEEKS, 7))
    if name.grain == "weekend":
        week = period.to("week").index
        return (Period("weekend", index) for index in range(week - 3, holding(period.stop, "week").index + 4))
    year = period.year
    if name.grain in _YEARLY:
        near = (inside(name, Period("year", one)) for one in range(year - 1, year + 2))
        return [period for period in near if period is not None]
    if name.grain == "holiday":
        return around(name.holiday, year)
    days = (day_of(near, name.number, name.day) for near in range(year - 4, year + 5))
    return [day for day in days if day is not None]


def inside(name: Named, whole: Period) -> Period | None:
    """The period of a name inside another: March of a year, Tuesday of a week, the 25th of a month."""
    if name.grain == "the-week":
        return whole.to("week")
    if name.grain.startswith("nth-"):
        return _nth(name.grain[4:], name.number, whole)
    if name.grain in _YEARLY:
        year = whole.to("year").index
        first = 0 if name.grain == "season" else 1
        return Period(name.grain, year * _YEARLY[name.grain] + name.number - first)
    if name.grain == "weekday":
        return Period("day", whole.to("week").first + name.number) if whole.grain == "week" else None
    if name.grain == "monthday":
        return day_of(whole.to("year").index, name.number, name.day)
    if name.grain == "dayofmonth":
        year, month = divmod(whole.to("month").index, 12)
        return day_of(year, month + 1, name.day)
    if name.grain == "holiday":
        return holiday(name.holiday, whole.to("year").index)
    return None


def _nth(grain: str, number: int, whole: Period) -> Period | None:
    """The first day, the last week of a period; a week belongs where its fourth day lies."""
    offset = 3 if grain == "week" else 0
    if number < 0:
        return Period("day", whole.stop - 1 - offset).to(grain).shift(number + 1)
    found = Period("day", whole.first + offset).to(grain).shift(number - 1)
    return found if found.first < whole.stop else None


def _in_story(name: Named, story: Period) -> Period | None:
    """The one that fits a story told in order: in the year named, or the nearest to the last time named."""
    if story.grain == "year" and name.grain in ("month", "season", "quarter", "half", "monthday", "holiday"):
        return inside(name, story)
    if name.grain == "dayofmonth":
        return inside(name, story.to("month"))
    options = list(_all_near(name, story))
    return min(options, key=lambda option: _off(option.first - story.first), default=None)


def _off(days: int) -> float:
    """Distance in a story, which runs forward rather than back."""
    return days * 0.8 if days >= 0 else -days


def _from_day(name: Named, day: Period, way: str) -> Period | None:
    if name.grain == "dayofmonth":
        here = day.to("month")
        past, same = inside(name, here.shift(-1)), inside(name, here)
        if way == FUTURE:
            return same if same and same.first >= day.first else inside(name, here.shift(1))
        return past if same and way == PAST and same.first > day.first else same
    options = sorted(_all_near(name, day), key=_first)
    if name.weekday is not None:
        fitting = [option for option in options if (option.first - 1) % 7 == name.weekday]
        return min(fitting or options, key=lambda option: abs(option.first - day.first), default=None)
    if name.step == "last":
        gap = _MONTHS_GAP if name.grain == "month" else 0  # what has hardly ended is not yet "last February"
        return _last(name, [option for option in options if option.stop + gap <= day.first])
    if name.step == "next":
        return next((option for option in options if option.first > day.first), None)
    if name.step == "this":
        return _this(name, options, day, way)
    return _plain(name, options, day, way)


def _last(name: Named, ended: list[Period]) -> Period | None:
    return ended[-1] if ended else None


def _this(name: Named, options: list[Period], day: Period, way: str) -> Period | None:
    if name.grain in _YEARLY:
        return next((option for option in options if option.year == day.year), None)
    if name.grain == "weekend" and way == PAST and (day.first - 1) % 7 < 2:
        return _last(name, [option for option in options if option.stop <= day.first])
    if name.grain == "weekday" and way == PAST:
        return _last(name, [option for option in options if option.first <= day.first])
    return next((option for option in options if option.stop > day.first), None)


def _plain(name: Named, options: list[Period], day: Period, way: str) -> Period | None:
    """By tense; where that is silent, what is nearest for days of months and holidays, what is past for others."""
    begun = [option for option in options if option.first <= day.first]
    ahead = [option for option in options if option.stop > day.first]
    if not begun or not ahead:
        return None
    back, on = day.first - begun[-1].first, ahead[0].first - day.first
    if name.grain in ("quarter", "half"):
        back = max(0, day.first - begun[-1].stop + 1)
        return begun[-1] if way == PAST or back <= 2 * max(0, on) else ahead[0]
    if name.grain == "holiday":
        return ahead[0] if way == FUTURE or (way != PAST and on < back) else begun[-1]
    if name.grain == "monthday":
        if max(back, on) > _CLEARLY * min(back, on):
            return begun[-1] if back < on else ahead[0]
        return ahead[0] if way == FUTURE else begun[-1]
    if way == FUTURE:
        return ahead[0]
    if name.grain == "month" and on > 0 and on * (_HARDLY if way == PAST else _CLEARLY) < back:
        return ahead[0]
    return begun[-1]


_SOME_WEEKS = 21  # days
_MONTHS_GAP = 14  # days, by the news of TimeBank and AQUAINT
_CLEARLY, _HARDLY = 2, 5  # how much nearer a day or month must be to be meant against the tense
