"""What the scanner finds and what the grammar makes of it: plain values without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .calendar import Period


class Item(NamedTuple):
    """A word or number that may take part in a time expression.

    ``kind`` names its part in the grammar, ``value`` and ``number`` what the kind needs to know; characters
    ``start`` to ``end`` of the report, first token ``token``.
    """

    kind: str
    value: str
    number: float
    start: int
    end: int
    token: int


@dataclass(frozen=True, slots=True)
class Known:
    """A period that needs no reference time."""

    period: Period


@dataclass(frozen=True, slots=True)
class Named:
    """A period known by its name alone: a weekday, a month, a day of a month, a season, a quarter, a holiday.

    ``step`` is the word that chooses among those of that name (last, next, this, previous, following, same, "").
    ``day`` is the day of the month, ``weekday`` one that stands beside it, ``holiday`` the rule of a holiday.
    """

    grain: str
    number: int = 0
    day: int = 0
    step: str = ""
    weekday: int | None = None
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """So many steps of a grain from the day of publication (``base`` published) or from a time in the text (text), or
    from the day of publication unless the sentence names an earlier day (night: *arrested on Friday, held overnight*).

    ``vague`` marks steps without a number (several years ago), ``counted`` those with one, ``compared`` what is the
    same part of another year (a year earlier).
    """

    grain: str
    steps: float
    base: str
    vague: bool = False
    compared: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """A named period inside another (March of last year)."""

    inner: Named
    outer: Expression


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, ``code`` in TIMEX3, from minute ``first`` to ``last`` of a day that may be said.

    ``zone`` is the distance from UTC (+09:00), "" if it is not said.
    """

    code: str
    first: int
    last: int
    day: Expression | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF, FUTURE_REF or a value with places left open."""

    value: str


@dataclass(frozen=True, slots=True)
class Length:
    """A duration."""

    value: str


@dataclass(frozen=True, slots=True)
class Often:
    """A set of times."""

    value: str


@dataclass(frozen=True, slots=True)
class Between:
    """From one period through another."""

    low: Expression
    high: Expression


Expression = Known | Named | Moved | Within | Clock | Vague | Length | Often | Between


class Phrase(NamedTuple):
    """An expression with its modifier, the rule that made it, and its place: items ``first`` to ``stop``."""

    expression: Expression
    mod: str
    rule: str
    first: int
    stop: int


def grain_of(expression: Expression) -> str:
    """The grain of an expression; "" for durations, sets and vague references."""
    if isinstance(expression, Known):
        return expression.period.grain
    if isinstance(expression, Named) and expression.grain.startswith(("nth-", "the-")):
        return expression.grain[4:]
    if isinstance(expression, (Named, Moved)):
        return _OF_NAME.get(expression.grain, expression.grain)
    if isinstance(expression, Within):
        return grain_of(expression.inner)
    if isinstance(expression, Between):
        return grain_of(expression.low)
    return "clock" if isinstance(expression, Clock) else ""


_OF_NAME = {"weekday": "day", "monthday": "day", "holiday": "day", "dayofmonth": "day", "ordinalday": "day"}
