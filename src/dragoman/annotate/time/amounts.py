"""How much time: TIMEX3 durations from counts and units."""

from __future__ import annotations

from .item import Item
from .pattern import Match

CODES = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE"}
CLOCK_CODES = {"hour": "H", "minute": "M", "second": "S"}
_YEARS = {"decade": 10, "century": 100}
# fractions are written in the smaller unit (P2Y6M, PT1M30S), as TimeBank does
_SMALLER = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}
_NAMES = {("M", "year"): "month", ("M", "hour"): "minute", ("S", "minute"): "second"}
UNKNOWN = float("nan")

NUMBER = "(word | day | num | year)"
COUNT = f"(indefinite? word | {NUMBER} ((and? | dash?) fraction)? | vague)"
UNIT = "(unit | units | hour | hours)"


def known(amount: float) -> bool:
    """False for an amount that the text leaves open (several)."""
    return amount == amount


def duration(amount: float, grain: str) -> str:
    """The TIMEX3 value of an amount of a grain; an unknown amount is written X."""
    whole = int(amount) if known(amount) else 0
    if known(amount) and amount != whole and grain in _SMALLER:
        size, code = _SMALLER[grain]
        rest = round((amount - whole) * size)
        return duration(whole, grain) + f"{rest}{code}" if whole else duration(rest, _NAMES[code, grain])
    if grain in CLOCK_CODES:
        return f"PT{_plain(amount)}{CLOCK_CODES[grain]}"
    if known(amount) and grain in _YEARS:
        amount, grain = amount * _YEARS[grain], "year"
    return f"P{_plain(amount)}{CODES[grain]}"


def _plain(amount: float) -> str:
    return f"{amount:.10g}" if known(amount) else "X"


def amount_of(match: Match) -> float:
    """The count in a match, with its fraction; 1 where only an article stands, unknown where the words are vague."""
    vague = match.get("vague")
    if vague is not None:
        return UNKNOWN if vague.value == "X" else float(vague.value)
    numbers = match.all("word", "day", "num", "year")
    count = numbers[0].number if numbers else 1.0
    fraction = match.get("fraction")
    if fraction is not None:
        count += fraction.number
    elif match.has("half") and match.has("and"):
        count += 0.5
    return count


def unit_of(match: Match) -> tuple[str, float]:
    """The grain of the unit in a match and how many of it the word stands for (a fortnight is two weeks)."""
    unit: Item = match.the("unit", "units", "hour", "hours")
    return unit.value, unit.number


def length_of(match: Match) -> str:
    """The TIMEX3 duration of a match's count and unit."""
    grain, size = unit_of(match)
    return duration(amount_of(match) * size, grain)
