"""Periods as people write them in tables: years, half-years, quarters, months, weeks, days and intervals of days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..errors import InputError

FORMS = "2023, 2023-H1, 2023-Q2, 2023-06, 2023-W05, 2023-06-15 or 2023-06-01/2023-06-15 (both days included)"
_FORM = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|W(\d\d)|(\d\d)(?:-(\d\d))?))?")


def period(words: str) -> tuple[str, str]:
    """The half-open interval of ISO 8601 days that a period is; InputError if the words are none.

    Weeks are those of ISO 8601, Monday to Sunday; halves and quarters are those of the calendar year.
    """
    first, bar, last = words.strip().partition("/")
    try:
        if bar:
            begin, end = date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1)
            if begin >= end:
                raise ValueError
        else:
            begin, end = _interval(first)
    except (ValueError, OverflowError):
        raise InputError(f"period {words[:40]!r} is none; allowed are {FORMS}") from None
    return begin.isoformat(), end.isoformat()


def _interval(words: str) -> tuple[date, date]:
    found = _FORM.fullmatch(words)
    if found is None or not words.isascii():
        raise ValueError
    year, half, quarter, week, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if day is not None:
        first = date(year, month or 0, day)
        return first, first + timedelta(days=1)
    if week is not None:
        monday = date.fromisocalendar(year, week, 1)
        return monday, monday + timedelta(days=7)
    if month is not None:
        return _months(year, month, 1)
    if quarter is not None:
        return _months(year, 3 * quarter - 2, 3)
    return _months(year, 6 * half - 5, 6) if half is not None else _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    after = year * 12 + month - 1 + count
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1)
