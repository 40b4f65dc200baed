"""Dates as the heads of reports write them, and dates as tables give them."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

from ..errors import InputError
from ..lexicon import load

_AHEAD = 7  # days that a dateline may lie after the day of publication
_JUCHE = 1911  # year 1 of the Juche calendar is 1912


def _forms(kind: str) -> dict[str, int]:
    """The words of one kind with their numbers."""
    entries = (entry for entry in load("dateline").entries if entry.value["kind"] == kind)
    return {form: entry.value["number"] or 0 for entry in entries for form in entry.forms}


def _either(kind: str) -> str:
    return "|".join(re.escape(form) for form in sorted(_forms(kind), key=lambda form: (-len(form), form)))


_MONTH = rf"(?i:{_either('month')})(?![^\W_])\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[89]\d\d|20\d\d|21\d\d)(?!\d)"
_ERA = r"(?:,? Juche ?\d{2,3} ?\((?:19|20)\d\d\))?"

WEEKDAY = rf"(?i:{_either('weekday')})(?![^\W_])\.?"
LABEL = rf"(?i:{_either('label')})(?![^\W_])"
BYLINE = rf"(?i:{_either('byline')})(?![^\W_])"
DATE = (
    rf"(?:(?:{WEEKDAY},? )?(?:{_MONTH} ?{_DAY}(?:,? ?{_YEAR})?|{_DAY} (?:of )?{_MONTH}(?:,? ?{_YEAR})?"
    rf"|{_YEAR}-(?:0\d|1[0-2])-[0-3]\d|Juche ?\d{{2,3}}\.\d{{1,2}}\.\d{{1,2}}){_ERA})"
)


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"(?P<juche>Juche ?)?(?P<number>\d+)|(?P<word>[^\W\d_]{3,})")


def day_of(words: str, near: date | None) -> str | None:
    """The ISO day that a match of DATE names; None if it has no year and ``near`` is None, or is no day at all.

    Without a year it is the day that lies nearest to ``near``, but no more than a week after it: what is published has
    been written.
    """
    months = _forms_of_months()
    month, numbers, juche = None, [], None
    for part in _parts().finditer(words):
        if part["word"]:
            month = months.get(part["word"].lower(), month)
        elif part["juche"] and "." in words[part.end() : part.end() + 1]:
            juche = int(part["number"]) + _JUCHE
        elif not part["juche"]:
            numbers.append(int(part["number"]))
    if juche is not None and len(numbers) >= 2:
        return _iso(juche, numbers[0], numbers[1])
    if month is None:
        return _iso(*numbers[:3]) if len(numbers) >= 3 else None
    day = next((number for number in numbers if number < 32), 0)
    year = next((number for number in numbers if number > 999), None)
    return _iso(year, month, day) if year is not None else _nearest(near, month, day)


@cache
def _forms_of_months() -> dict[str, int]:
    return _forms("month")


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _nearest(near: date | None, month: int, day: int) -> str | None:
    if near is None:
        return None
    years = (year for year in (near.year, near.year - 1, near.year + 1) if date.min.year <= year <= date.max.year)
    days = [found for year in years if (found := _iso(year, month, day))]
    apart = {found: (date.fromisoformat(found) - near).days for found in days}
    return min((found for found in days if apart[found] <= _AHEAD), key=lambda found: abs(apart[found]), default=None)


def published_of(value: str) -> str:
    """A time of publication in ISO 8601: a day, or a date-time with its zone if it was given.

    Taken are the forms of ISO 8601 (also ``20230726`` and a blank for the T); InputError for others.
    """
    words = value.strip()
    try:
        if len(words) <= 10 and "T" not in words:
            return date.fromisoformat(words).isoformat()
        return datetime.fromisoformat(words).isoformat()
    except ValueError as problem:
        raise InputError(
            f"published is {value[:60]!r}, allowed is an ISO 8601 day or date-time such as 2023-07-26 "
            "or 2023-07-26T09:30:00+09:00"
        ) from problem
