"""When: whether two mentions can be of one time, with the precision that their texts give."""

from __future__ import annotations

from ..cues import TURNED
from ..view import Seen

DAYS, WEEK, MONTH, SEASON, YEAR = 3, 7, 31, 124, 366
AHEAD = 60  # days for which a plan without a day holds
SOON = 14  # days in which most plans without a day come about
LONG_AHEAD = 300  # days for which it may still hold: embassies, treaties, withdrawals
UNREAL = frozenset(("denied", "possible"))  # told of the past as well as of the future
LATER = 200  # days after which a plan that was put off is another plan
REVOKED = frozenset("resignation break withdrawal expulsion recognition".split())  # deeds that can be taken back
_WIDTHS = ((WEEK, "same week"), (MONTH, "same month"), (SEASON, "same season"), (YEAR, "same year"))


def date(one: Seen, other: Seen) -> str:
    """The case of the feature *date*."""
    if one.low is None or other.low is None:
        return "undated"
    if one.open or other.open:
        plan, fact = (one, other) if one.open else (other, one)
        if fact.open or plan.stage not in UNREAL or (fact.low or 0) > (plan.low or 0) or fact.backward:
            return _planned(plan, fact)
    if one.backward or other.backward:
        return _looked_back(one, other)
    if one.dated:
        return _both(one, other) if other.dated else _told(one, other.low)
    if other.dated:
        return _told(other, one.low)
    return _published(abs(one.low - other.low))


def apart(one: Seen, other: Seen) -> int:
    """Days between two dates: 0 where they share a day, 1 for days next to each other."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return 0
    return max(0, max(one.low, other.low) - min(one.high, other.high) + 1)


def width(seen: Seen) -> int:
    """Days that the date of a mention spans."""
    return seen.high - seen.low if seen.low is not None and seen.high is not None else 0


def _both(one: Seen, other: Seen) -> str:
    """Both texts give a date."""
    gap, wide = apart(one, other), max(width(one), width(other))
    if one.plain and other.plain:
        return "same day" if not gap else "day apart" if gap == 1 else "days apart" if gap <= DAYS else "far"
    if gap:
        return "near the edge" if gap <= max(1, wide // 10) else "far"
    if (one.low, one.high) == (other.low, other.high) and wide <= YEAR:
        return "same period"
    return next((case for days, case in _WIDTHS if wide <= days), "same years")


def _told(dated: Seen, published: int) -> str:
    """One text gives a date, the other report tells it as news of its day."""
    assert dated.low is not None
    assert dated.high is not None
    if not dated.plain:
        if not dated.low <= published <= dated.high + DAYS:
            return "far"
        return "told in the period" if width(dated) <= SEASON else "told in the years"
    if published < dated.low:
        return "far"
    lag = max(0, published - dated.high + 1)
    if lag <= 1:
        return "told a day later" if lag else "told the same day"
    return "told days later" if lag <= DAYS else "told in the week" if lag <= WEEK else "far"


def _published(gap: int) -> str:
    """Neither text gives a date."""
    if gap <= 1:
        return "published a day apart" if gap else "published together"
    return "published days apart" if gap <= DAYS else "published in a week" if gap <= WEEK else "far"


def _looked_back(one: Seen, other: Seen) -> str:
    """One tells of the past without saying when."""
    back, seen = (one, other) if one.backward else (other, one)
    if seen.backward or seen.low is None or back.published is None:
        return "look-back"
    return "look-back" if seen.low <= back.published else "far"


def _planned(plan: Seen, other: Seen) -> str:
    """``plan`` has not happened yet for the report that tells it."""
    if plan.stage in TURNED or other.stage in TURNED:
        return _turned(plan, other) if plan.stage in TURNED else _turned(other, plan)
    if of_the_telling(plan) and not other.open and other.low is not None and other.low > (plan.low or 0):
        return _undated(plan, other)
    if plan.dated and other.dated:
        return _two_days(plan, other)
    if plan.dated != other.dated and other.open:
        plan, other = (other, plan) if plan.dated else (plan, other)
    assert plan.low is not None
    assert other.low is not None
    if plan.dated:  # the other is news of the day of its report
        return _settled(other.low - (plan.high or plan.low) + 1, other.low - plan.low)
    if other.open and not other.dated:
        gap = abs(other.low - plan.low)
        return "plans told together" if gap <= WEEK else "plans told in a month" if gap <= MONTH else "far"
    return _undated(plan, other)


def of_the_telling(plan: Seen) -> bool:
    """True for a plan whose day is that of its report: often the day on which it was agreed on or announced."""
    return plan.stage == "announced" and plan.plain and plan.published == plan.low


def _undated(plan: Seen, other: Seen) -> str:
    """A plan without a day, and news."""
    ahead = (other.low or 0) - (plan.low or 0)
    if -1 <= ahead <= AHEAD:
        return "plan shortly before" if plan.stage == "announced" and ahead <= SOON else "plan without a day"
    return "plan long before" if 0 <= ahead <= LONG_AHEAD else "far"


def _settled(after_end: int, after_start: int) -> str:
    """A plan with a day, and news without one: days from the end and from the start of the plan to the report."""
    if after_start < 0:
        return "far" if after_start < -DAYS else "plan moved a little"
    if after_end > DAYS:
        return "plan told in the week" if after_end <= WEEK else "far"
    return "plan in the time" if after_end <= 1 else "plan moved a little"


def _two_days(plan: Seen, other: Seen) -> str:
    """Both texts give a date."""
    gap = apart(plan, other)
    if not gap:
        return "plan same day" if plan.plain and other.plain else "plan in the time"
    return "plan moved a little" if gap <= DAYS else "plan moved" if gap <= MONTH else "far"


def _turned(turn: Seen, other: Seen) -> str:
    """``turn`` tells that a plan was put off or dropped; its own date is that of the decision or of the plan."""
    said = turn.published if turn.published is not None else turn.low
    assert said is not None
    assert other.low is not None
    if turn.dated and turn.low is not None and turn.low < said - WEEK:
        said = turn.low  # an earlier year's; what lies ahead is the new day
    if other.stage in TURNED:
        since = abs(said - (other.published if other.published is not None and not other.dated else other.low))
        return "turn told together" if since <= WEEK else "far" if since > MONTH else "after the turn"
    if other.open and other.dated:
        last = max(other.low, (other.high or 0) - 1)  # a plan for the end of the month
        return "turn in time" if last - said >= -WEEK and other.low - said <= AHEAD else _later(turn, other.low - said)
    if other.open:
        return "turn in time" if -MONTH <= other.low - said <= WEEK else "far"
    if turn.kind == other.kind in REVOKED and -MONTH <= other.low - said <= 0 and not other.backward:
        return "taken back"
    return _later(turn, other.low - said)


def _later(turn: Seen, days: int) -> str:
    if turn.stage == "postponed" and 0 <= days <= LATER:
        return "plan put off a little" if 0 < days <= MONTH else "plan put off"
    return "after the turn" if -1 <= days <= MONTH else "far"
