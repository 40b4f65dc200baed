"""The days of holidays, from the rules of the table.

``12-25`` is a day of a month; ``11/3/4+1`` the fourth Thursday (Monday is 0) of November and one day more, ``-1`` in
the third place the last; ``easter-2`` and ``orthodox+0`` count from Easter Sunday; ``?`` has no rule that fits a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .calendar import Period, day_number, easter, nth_weekday, orthodox_easter

_RULE = re.compile(
    r"(?P<fixed>\d+-\d+)|(?P<nth>\d+/\d/-?\d)(?P<more>[+-]\d+)?|(?P<feast>easter|orthodox)(?P<days>[+-]\d+)"
)


@cache
def holiday(rule: str, year: int) -> Period | None:
    """The day of a holiday in a year; None where no rule gives it."""
    found = _RULE.fullmatch(rule)
    if found is None or year < 1:
        return None
    if found["fixed"]:
        month, day = (int(part) for part in rule.split("-"))
        return Period("day", day_number(year, month, day))
    if found["nth"]:
        month, weekday, nth = (int(part) for part in found["nth"].split("/"))
        return Period("day", nth_weekday(year, month, weekday, nth) + int(found["more"] or 0))
    feast = easter if found["feast"] == "easter" else orthodox_easter
    return Period("day", feast(year) + int(found["days"]))


def around(rule: str, year: int) -> Iterator[Period]:
    """A holiday in a year, the year before and the year after."""
    for other in (year - 1, year, year + 1):
        day = holiday(rule, other)
        if day is not None:
            yield day
