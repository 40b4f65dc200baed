"""Rules for times of the day: clock times with zones, parts of the day."""

from __future__ import annotations

from .item import Clock, Expression
from .pattern import Match, Rule

# minutes of the day; the conventions of the TempEval scorers (a night runs past midnight)
PARTS = {"MO": (0, 720), "AF": (720, 1080), "EV": (1080, 1440), "NI": (1080, 1800), "DT": (360, 1080)}
_ZONE = "((hrs | hours)? (comma? zone)?)"


def part_of_day(code: str, day: Expression | None = None) -> Clock:
    """A part of a day that may be said."""
    return Clock("T" + code, *PARTS[code], day)


def _code(hour: int, minute: int | None) -> str:
    """TIMEX3 code of a time of day, to the minute and without its zone, as the TempEval corpora write it."""
    return f"T{hour:02d}:{minute or 0:02d}"


def _made(hour: int, minute: int | None, match: Match) -> Expression | None:
    if not 0 <= hour <= 24 or (hour == 24 and minute):
        return None
    first = hour * 60 + (minute or 0)
    zone = match.get("zone")
    return Clock(_code(hour, minute), first, first + (60 if minute is None else 1), zone=zone.value if zone else "")


def _hour(number: float, match: Match) -> int:
    """The hour of the day, a.m. and p.m. or the part of the day considered."""
    hour = int(number)
    half, part = match.get("ampm"), match.get("part")
    late = half.value == "PM" if half else part is not None and part.value in ("AF", "EV", "NI") and hour > 3
    if hour > 12:
        return hour
    return hour % 12 + 12 if late else hour % 12 if half else hour


def _clock(match: Match) -> Expression | None:
    hour, minute = (int(part) for part in match.the("clock").value.replace(".", ":").split(":")[:2])
    if "." in match.the("clock").value and not match.has("ampm", "zone"):
        return None  # 10.30 alone is a number
    return _made(_hour(hour, match), minute, match) if minute < 60 else None


def _hour_only(match: Match) -> Expression | None:
    number = match.the("day", "word").number
    return _made(_hour(number, match), None, match) if number <= 12 else None


def _military(match: Match) -> Expression | None:
    """1430 GMT, 0600 hours."""
    text = match.the("year", "num").value
    if len(text) != 4 or not text.isdigit() or int(text[:2]) > 24 or int(text[2:]) > 59:
        return None
    return _made(int(text[:2]), int(text[2:]), match)


def _noon(match: Match) -> Expression | None:
    """Noon and midnight: what comes after midnight is of the day that begins there (*after midnight on Friday*)."""
    hour = int(match.the("noon").number)
    return _made(0 if hour == _DAY and match.before in _LATER else hour, 0, match)


_DAY = 24  # hours
_LATER = frozenset(("after", "past"))


def _part(match: Match) -> Expression | None:
    """The morning, in the afternoon; a night without an article names no time (night fell, night raids)."""
    return part_of_day(match.the("part").value) if match.has("the") or match.before in _PART_BEFORE else None


_PART_BEFORE = frozenset("at by until mid early late -".split())

RULES = (
    Rule("clock.minutes", f"clock ampm? {_ZONE}?", _clock),
    Rule("clock.minutes-part", "clock in the part", _clock),
    Rule("clock.hour", "(day | word) ampm (comma? zone)?", _hour_only),
    Rule("clock.oclock", "(day | word) oclock (in the part)? zone?", _hour_only),
    Rule("clock.hour-part", "(day | word) in the part", _hour_only),
    Rule("clock.military", "(year | num) (hrs | hours)? zone", _military),
    Rule("clock.military", "(year | num) (hrs | hours)", _military),
    Rule("clock.noon", "noon zone?", _noon),
    Rule("clock.part", "the? part", _part),
)
