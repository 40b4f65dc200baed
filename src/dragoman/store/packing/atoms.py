"""The shortest plain form of single values in packed readings, each way beside its way back.

A value that follows from another becomes a small number; what follows from nothing stays as it is, so that every
value comes back as it was, of the same type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Any

from ...model import Span

Column = list[Any]

_SAME = 0
_WHOLE = 2**53  # floats below are whole numbers without a gap
_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_TO_LAST_DAY = 1


def steps(spans: Iterable[Span]) -> tuple[list[int], list[int]]:
    """Distance from the start before, and length, of each span."""
    last, distances, lengths = 0, [], []
    for start, end in spans:
        distances.append(start - last)
        lengths.append(end - start)
        last = start
    return distances, lengths


def starts(distances: Iterable[int]) -> list[int]:
    """The starts of spans whose steps are given."""
    return list(accumulate(distances))


def evened(column: Sequence[Any]) -> Any:
    """A column, or the one value that all of it is."""
    first = column[0] if column else None
    if (first is None or type(first) is int) and all(
        item is None if first is None else item == first and type(item) is int for item in column
    ):
        return first
    return column


def spread(column: Any, count: int) -> Column:
    """The column of so many rows."""
    return column if isinstance(column, list) else [column] * count


def of_float(value: float | None) -> Any:
    """A whole number as such, any other in a list."""
    if value is None or (type(value) is float and -_WHOLE < value < _WHOLE and repr(value) == f"{int(value)}.0"):
        return None if value is None else int(value)
    return [value]


def to_float(atom: Any) -> float | None:
    """The number of an atom."""
    if type(atom) is int:
        return float(atom)
    return None if atom is None else atom[0]


def of_share(value: float) -> Any:
    """A share in whole hundredths as their number, any other in a list."""
    hundredths = round(value * 100) if 0 <= value <= 1 else 0
    return hundredths if repr(hundredths / 100) == repr(value) else [value]


def to_share(atom: Any) -> float:
    """The number of an atom of hundredths."""
    return atom / 100 if type(atom) is int else atom[0]


def of_period(value: str | None, begin: str | None, end: str | None, edtf: str | None, base: int) -> Any:
    """A TIMEX value with its interval: a day as the distance from ``base``, what follows from the value left out."""
    if value is None and begin is None and end is None and edtf is None:
        return None
    day = number_of_day(value)
    if day and (begin, end, edtf) == (value, day_of_number(day + 1), value):
        return day - base
    if (begin, end, edtf) == _following(value):
        return value
    first, after = number_of_day(begin), number_of_day(end)
    if first and after and begin and (last := day_of_number(after - 1)):
        form = _SAME if edtf == value else _TO_LAST_DAY if edtf == f"{begin}/{last}" else edtf
        return [value, first - base, after - first, form]
    return [value, begin, end, edtf]


def to_period(atom: Any, base: int) -> tuple[str | None, str | None, str | None, str | None]:
    """Value, begin, end and EDTF form of an atom."""
    if atom is None:
        return None, None, None, None
    if isinstance(atom, str):
        return atom, *_following(atom)
    if type(atom) is int:
        day = day_of_number(base + atom)
        return day, day, day_of_number(base + atom + 1), day
    value, begin, end, form = atom
    if type(begin) is not int:
        return value, begin, end, form
    first, last = day_of_number(base + begin), day_of_number(base + begin + end - 1)
    edtf = value if form == _SAME else f"{first}/{last}" if form == _TO_LAST_DAY else form
    return value, first, day_of_number(base + begin + end), edtf


def _following(value: str | None) -> tuple[str | None, str | None, str | None]:
    """Begin, end and EDTF form of a year or a month; other values have none."""
    if value is not None and _YEAR.fullmatch(value):
        return f"{value}-01-01", f"{int(value) + 1:04d}-01-01", value
    if value is not None and _MONTH.fullmatch(value):
        year, month = int(value[:4]), int(value[5:])
        return f"{value}-01", f"{year + month // 12:04d}-{month % 12 + 1:02d}-01", value
    return None, None, None


@lru_cache(4096)
def number_of_day(day: str | None) -> int | None:
    """The ordinal of an ISO 8601 day; None for whatever would not come back from it."""
    if day is None or len(day) != 10:
        return None
    try:
        number = date.fromisoformat(day)
    except ValueError:
        return None
    return number.toordinal() if number.isoformat() == day else None


@lru_cache(4096)
def day_of_number(number: int) -> str | None:
    """The ISO 8601 day of an ordinal; None past the end of the calendar."""
    return date.fromordinal(number).isoformat() if 0 < number <= date.max.toordinal() else None


def of_codes(country: str | None, sectors: tuple[str, ...], plover: str | None, cameo: str | None) -> list[Any]:
    """Codes of a party; those that are made of the country and the sectors need not stand there."""
    code = " ".join(filter(None, (country, *sectors)))
    short = plover if not code or plover != code else _SAME
    return [country, list(sectors), short, cameo if not code or cameo != code.replace(" ", "") else _SAME]


def to_codes(country: str | None, sectors: list[str], plover: Any, cameo: Any) -> tuple[Any, ...]:
    """Country, sectors, PLOVER and CAMEO codes."""
    code = " ".join(filter(None, (country, *sectors)))
    return (
        country,
        tuple(sectors),
        code if plover == _SAME else plover,
        code.replace(" ", "") if cameo == _SAME else cameo,
    )
