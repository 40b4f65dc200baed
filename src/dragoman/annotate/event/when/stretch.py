"""Lengths of time counted from a day: *over the last four years*, *two days after the attack*."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from ....model import Parse, Time, When
from ..grammar.clause import Climb, tense

MONTH = 31  # days
LONGEST = 3660  # days: a century or an era dates no act
LATELY = frozenset(("last", "past"))
_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_SHORT = re.compile(r"PT(\d{1,4})H|P(\d{1,4})([DWM])")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}  # a rough measure; months and years are counted in the calendar


def stretch_of(parse: Parse, time: Time, text: str, way: Climb, day: date | None) -> When | None:
    """The stretch up to publication that a duration stands for, or from then on.

    *Over the last four years*, *has shelled for days*, *will start within 24 hours*.
    """
    so_far = way.links[0] == "for" and not way.nouns and way.verb is not None and tense(parse, way.verb) == "perfect"
    if day is not None and way.links[0] == "within" and way.verb is not None:
        return shortly(time, day) if tense(parse, way.verb) in ("future", "to", "present") else None
    if day is None or not (so_far or LATELY.intersection(time.span.of(text).lower().split())):
        return None
    return lately(time, day)


def lately(time: Time, day: date) -> When | None:
    """The stretch of a duration that ends on a day; None for no number of units or for more than ``LONGEST`` days."""
    length = _LENGTH.fullmatch(time.value or "")
    if length is None or int(length.group(1)) * _DAYS[length.group(2)] > LONGEST:
        return None
    begin = _moved(day, -int(length.group(1)), length.group(2))
    end = _moved(day, 1, "D")
    return When(begin.isoformat(), end.isoformat(), time.value, "text", time.span)


def shortly(time: Time, day: date) -> When | None:
    """The days from a day to the end of a duration: *within 24 hours*; None for more than a month."""
    length = _SHORT.fullmatch(time.value or "")
    if length is None:
        return None
    hours, number, unit = length.groups()
    days = -(-int(hours) // 24) if hours else int(number) * _DAYS[unit]
    if days > MONTH:
        return None
    end = _moved(day, days + 1, "D")
    return When(day.isoformat(), end.isoformat(), None, "text", time.span)


def shifted(when: When, time: Time, sign: int) -> When | None:
    """A date so much later (``sign`` 1) or earlier (-1): a day for days and weeks, else the month or the year."""
    length = _LENGTH.fullmatch(time.value or "")
    if length is None:
        return None
    number, unit = sign * int(length.group(1)), length.group(2)
    begin, end = (_moved(date.fromisoformat(value[:10]), number, unit) for value in (when.begin, when.end))
    if unit in "DW":
        value = begin.isoformat() if end.toordinal() - begin.toordinal() == 1 else None
    elif unit == "M":
        begin, value = begin.replace(day=1), begin.isoformat()[:7]
        end = _moved(begin, 1, "M")
    else:
        begin, value = begin.replace(month=1, day=1), begin.isoformat()[:4]
        end = _moved(begin, 1, "Y")
    return When(begin.isoformat(), end.isoformat(), value, "text", time.span) if begin < end else None


def _moved(day: date, number: int, unit: str) -> date:
    """A day moved by so many units, within the years that the calendar has."""
    if unit in "DW":
        at = day.toordinal() + number * _DAYS[unit]
        return date.fromordinal(min(max(at, 1), date.max.toordinal()))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "Y" else 1)
    year, month = divmod(min(max(months, 12), 9999 * 12 + 11), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def exact(when: When | None) -> bool:
    """True for a date of a month at most; the year of one sentence is not that of the next."""
    return when is not None and (date.fromisoformat(when.end[:10]) - date.fromisoformat(when.begin[:10])).days <= MONTH


def hull(one: When, other: When) -> When:
    """The stretch from the earlier to the later of two times."""
    begin, end = min(one.begin, other.begin), max(one.end, other.end)
    value = f"{one.value}/{other.value}" if one.value and other.value else None
    return When(begin, end, value, "text", one.span)
