"""Days and minutes as numbers that sort as they do, and from which a month or a day is one division away."""

from __future__ import annotations

import re

MONTH = 31 * 1_441  # every month has 31 days, every day a place for the whole of it and 1,440 for its minutes
DAY = 1_441
_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?)?)?")


def coded(words: str | None) -> int | None:
    """The number of an ISO 8601 day or minute; None for what is none. The whole day comes before its minutes.

    A year or a month has the number of its first day.
    """
    found = _FORM.match(words) if words else None
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    minute = 0 if found[4] is None else int(found[4]) * 60 + int(found[5]) + 1
    return ((year * 12 + month - 1) * 31 + day - 1) * DAY + min(minute, DAY - 1)


def interval(begin: str | None, end: str | None) -> tuple[int | None, int | None]:
    """The numbers of an interval, whose end lies behind its beginning; both None where it has no beginning."""
    first = coded(begin)
    if first is None:
        return None, None
    return first, max(first + 1, coded(end) or 0)


def day_of(number: int) -> str:
    """The ISO 8601 day of a number that is that of a moment divided by DAY."""
    months, day = divmod(number, 31)
    return f"{month_of(months)}-{day + 1:02d}"


def month_of(number: int) -> str:
    """The year and month of a number that is that of a moment divided by MONTH."""
    year, month = divmod(number, 12)
    return f"{year:04d}-{month + 1:02d}"
