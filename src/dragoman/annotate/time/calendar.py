"""Calendar algebra: periods of one grain as whole numbers, so that moving in time is addition.

A period is a grain and an index: year 2023 is ("year", 2023), July 2023 is ("month", 2023 * 12 + 6), a day counts
from 1 January of year 1 as ``date.toordinal`` does. Everything is proleptic Gregorian; year 0 is 1 BC.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

SEASONS = ("SP", "SU", "FA", "WI")
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: century, decade, year, half, quarter, season, month, week, weekend or day."""

    grain: str
    index: int

    def shift(self, steps: int) -> Period:
        """The period so many steps of its own grain later."""
        return Period(self.grain, self.index + steps)

    def to(self, grain: str) -> Period:
        """The period of another grain that holds the first day of this one."""
        return self if grain == self.grain else holding(self.first, grain)

    @property
    def first(self) -> int:
        """Number of its first day; may lie outside what ``datetime`` can write."""
        return _FIRST[self.grain](self.index)

    @property
    def stop(self) -> int:
        """Number of the first day after it."""
        return self.first + 2 if self.grain == "weekend" else self.shift(1).first

    @property
    def year(self) -> int:
        """The year of its first day."""
        return civil(self.first)[0]

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return _VALUE[self.grain](self.index)

    def bounds(self) -> tuple[str, str] | None:
        """ISO days of the half-open interval; None outside the years 1 to 9999."""
        return iso_bounds(self.first, self.stop)


def iso_bounds(first: int, stop: int) -> tuple[str, str] | None:
    """ISO days of a half-open interval of day numbers; None if it is empty or outside the years 1 to 9999."""
    if not _FIRST_DAY <= first < stop <= _LAST_DAY:
        return None
    return date.fromordinal(first).isoformat(), date.fromordinal(stop).isoformat()


def day_number(year: int, month: int, day: int) -> int:
    """Number of a day of the proleptic Gregorian calendar, for any year (years are counted from March inside)."""
    year, month = (year - 1, month + 9) if month < 3 else (year, month - 3)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 306


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number; the inverse of ``day_number``."""
    number += 305
    cycle, left = divmod(number, 146_097)
    of_cycle = (left - left // 1460 + left // 36_524 - left // 146_096) // 365
    left -= 365 * of_cycle + of_cycle // 4 - of_cycle // 100
    month = (5 * left + 2) // 153
    day = left - (153 * month + 2) // 5 + 1
    year = cycle * 400 + of_cycle
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def days_in(year: int, month: int) -> int:
    """Length of a month in days."""
    return month_of(year, month).stop - month_of(year, month).first


def month_of(year: int, month: int) -> Period:
    """A month of a year."""
    return Period("month", year * 12 + month - 1)


def day_of(year: int, month: int, day: int) -> Period | None:
    """A day of a year; None if the month has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= days_in(year, month)):
        return None
    return Period("day", day_number(year, month, day))


def holding(number: int, grain: str) -> Period:
    """The period of a grain that holds a day."""
    year, month, _ = civil(number)
    if grain == "season":  # the winter that runs into January and February carries the number of the year before
        return Period(grain, (year * 12 + month - 3) // 3)
    return Period(grain, _HOLDING[grain](number, year, month))


def part_of(period: Period, mod: str) -> tuple[int, int]:
    """Day numbers of the first, middle or last third (START, MID, END) of a period.

    Thirds of a year are four months each (early 2020 is January to April), of a month ten days, of a decade four,
    three and three years; an early week is Monday and Tuesday.
    """
    low, high = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}[mod]
    if period.grain not in _THIRDS:
        return period.first, period.stop
    grain, cuts = _THIRDS[period.grain]
    begin = period.to(grain)
    stop = period.stop if high == 3 else begin.shift(cuts[high]).first
    return begin.shift(cuts[low]).first, stop


_THIRDS: dict[str, tuple[str, tuple[int, int, int]]] = {
    "century": ("year", (0, 33, 67)),
    "decade": ("year", (0, 4, 7)),
    "year": ("month", (0, 4, 8)),
    "half": ("month", (0, 2, 4)),
    "quarter": ("month", (0, 1, 2)),
    "season": ("month", (0, 1, 2)),
    "month": ("day", (0, 10, 20)),
    "week": ("day", (0, 2, 4)),
}


def _year_first(year: int) -> int:
    return day_number(year, 1, 1)


def _month_first(index: int) -> int:
    return day_number(index // 12, index % 12 + 1, 1)


_FIRST: dict[str, Callable[[int], int]] = {
    "century": lambda index: _year_first(index * 100),
    "decade": lambda index: _year_first(index * 10),
    "year": _year_first,
    "half": lambda index: _month_first(index * 6),
    "quarter": lambda index: _month_first(index * 3),
    "season": lambda index: _month_first(index * 3 + 2),
    "month": _month_first,
    "week": lambda index: index * 7 + 1,
    "weekend": lambda index: index * 7 + 6,
    "day": lambda index: index,
}

_HOLDING: dict[str, Callable[[int, int, int], int]] = {
    "century": lambda number, year, month: year // 100,
    "decade": lambda number, year, month: year // 10,
    "year": lambda number, year, month: year,
    "half": lambda number, year, month: year * 2 + (month - 1) // 6,
    "quarter": lambda number, year, month: year * 4 + (month - 1) // 3,
    "month": lambda number, year, month: year * 12 + month - 1,
    "week": lambda number, year, month: (number - 1) // 7,
    "weekend": lambda number, year, month: (number - 1) // 7,
    "day": lambda number, year, month: number,
}


def year_value(year: int) -> str:
    """TIMEX3 value of a year; years before Christ are written BC0480."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _week_value(index: int) -> str:
    thursday = civil(index * 7 + 4)
    number = (index * 7 + 4 - _year_first(thursday[0])) // 7 + 1
    return f"{year_value(thursday[0])}-W{number:02d}"


def _day_value(index: int) -> str:
    year, month, day = civil(index)
    return f"{year_value(year)}-{month:02d}-{day:02d}"


_VALUE: dict[str, Callable[[int], str]] = {
    "century": lambda index: f"{index:02d}" if index >= 0 else f"BC{-index:02d}",
    "decade": lambda index: f"{index:03d}" if index >= 0 else f"BC{-index:03d}",
    "year": year_value,
    "half": lambda index: f"{year_value(index // 2)}-H{index % 2 + 1}",
    "quarter": lambda index: f"{year_value(index // 4)}-Q{index % 4 + 1}",
    "season": lambda index: f"{year_value(index // 4)}-{SEASONS[index % 4]}",
    "month": lambda index: f"{year_value(index // 12)}-{index % 12 + 1:02d}",
    "week": _week_value,
    "weekend": lambda index: _week_value(index) + "-WE",
    "day": _day_value,
}


def easter(year: int) -> int:
    """Day number of Western Easter Sunday (the anonymous Gregorian algorithm, Nature 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return day_number(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Day number of Orthodox Easter Sunday in the Gregorian calendar (Meeus' Julian algorithm)."""
    rest = (19 * (year % 19) + 15) % 30
    full = (2 * (year % 4) + 4 * (year % 7) - rest + 34) % 7
    month, day = divmod(rest + full + 114, 31)
    return day_number(year, month, day + 1) + year // 100 - year // 400 - 2


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> int:
    """Day number of the nth weekday (Monday is 0) of a month; -1 is the last."""
    whole = month_of(year, month)
    if nth > 0:
        return whole.first + (weekday - (whole.first - 1)) % 7 + 7 * (nth - 1)
    last = whole.stop - 1
    return last - (last - 1 - weekday) % 7


def iso_minutes(day: int, minutes: int) -> str | None:
    """ISO date-time to the minute, so many minutes after the beginning of a day; None outside the years 1 to 9999."""
    day, minutes = day + minutes // 1440, minutes % 1440
    if not _FIRST_DAY <= day <= _LAST_DAY:
        return None
    return f"{date.fromordinal(day).isoformat()}T{minutes // 60:02d}:{minutes % 60:02d}"
