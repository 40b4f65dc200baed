"""Questions from keywords, from options, and from plain mappings; what cannot be asked is told at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from ..errors import UsageError
from ..model import Question
from ..model.record import to_record
from ..store.wording import wording_of
from . import codes
from .parties import party, place

ALIASES = {"min_confidence": "confidence", "min_sources": "sources"}
NAMES = tuple(item.name for item in fields(Question))
_OF_CLAIMS = ("n", "order", "figure", "event")  # what a claim says beside its question
_EMPTY = Question()


def question(given: Question | None = None, /, **asked: Any) -> Question:
    """A question from keywords, each one value or several; ``given`` is narrowed or changed by them.

    Codes may be in any case, countries by name or people (``actor="Russian"``); ``since`` and ``until`` may be a
    year, a month or a day, which stand for their first day, and ``until`` is not included. ``min_confidence`` and
    ``min_sources`` are other names of ``confidence`` and ``sources``. UsageError says what is wrong and what is
    allowed.
    """
    found = {}
    for name, value in asked.items():
        field = ALIASES.get(name, name)
        if field not in NAMES:
            raise UsageError(f"unknown keyword {name!r}; {codes.nearest(name, NAMES)}")
        if value is not None:
            found[field] = _CHECKS[field](field, value)
    whole = replace(given or _EMPTY, **found)
    if whole.since is not None and whole.until is not None and whole.since >= whole.until:
        raise UsageError(f"the period is empty: since {whole.since} until {whole.until}, which is not included")
    return whole


def of_mapping(asked: Mapping[str, Any]) -> Question:
    """The question of a JSON object, or of what a claim of record is about (``Claim.of``).

    Keys are those of the question; ``period`` with begin and end stands for since and until. Of a claim, its words
    and its number do not narrow the question: they tell what is claimed, not what is looked for.
    """
    if not isinstance(asked, Mapping):
        raise UsageError(f"a question is an object with keys such as act and actor, not {type(asked).__name__}")
    period = asked.get("period")
    if period is not None and not isinstance(period, Mapping):
        raise UsageError(f"period is {period!r}; allowed is an object with begin and end")
    claimed = period is not None or any(name in asked for name in _OF_CLAIMS)
    left_out = ("period", *_OF_CLAIMS, "text") if claimed else ()
    plain = {str(name): value for name, value in asked.items() if name not in left_out}
    if period is not None:
        plain.setdefault("since", period.get("begin"))
        plain.setdefault("until", period.get("end"))
    return question(**plain)


def to_mapping(asked: Question) -> dict[str, Any]:
    """The question as a JSON object with only what narrows it; ``of_mapping`` reads it back."""
    empty = to_record(_EMPTY)
    return {name: value for name, value in to_record(asked).items() if value != empty[name]}


def day(field: str, given: Any) -> str:
    """The first day of a year, month or day (ISO 8601)."""
    words = given.isoformat()[:10] if isinstance(given, date) else str(given).strip()
    whole = words + {4: "-01-01", 7: "-01"}.get(len(words), "")
    try:
        if len(whole) != 10 or not whole.isascii():
            raise ValueError
        return date.fromisoformat(whole).isoformat()
    except ValueError:
        raise UsageError(f"{field} is {given!r}; allowed are days such as 2023, 2023-07 or 2023-07-26") from None


def _several(check: Callable[[str, str], Any]) -> Callable[[str, Any], tuple[Any, ...]]:
    """A check of each of several values, once each in the order given."""

    def checked(field: str, given: Any) -> tuple[Any, ...]:
        values = given if isinstance(given, Iterable) and not isinstance(given, str | bytes | Mapping) else (given,)
        return tuple(dict.fromkeys(check(field, _words(field, value)) for value in values))

    return checked


def _words(field: str, given: Any) -> str:
    if not isinstance(given, str | int) or isinstance(given, bool):
        raise UsageError(f"{field} is {given!r}; allowed is a word, or several")
    return str(given)


def _name(field: str, given: str) -> str:
    words = " ".join(given.split())
    if not words:
        raise UsageError(f"{field} is empty; allowed is a name")
    return words


def _quad(field: str, given: str) -> int:
    if given.strip() not in ("1", "2", "3", "4"):
        raise UsageError(f"{field} is {given!r}; allowed are 1, 2, 3 and 4")
    return int(given)


def _area(field: str, given: Any) -> tuple[float, float, float, float]:
    parts = given.split(",") if isinstance(given, str) else given
    try:
        south, west, north, east = map(float, parts)
    except (TypeError, ValueError):
        south = west = north = east = math.nan
    if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
        raise UsageError(
            f"{field} is {given!r}; allowed is south,west,north,east in degrees, such as 33,124,43,131 "
            "(west above east crosses the date line)"
        )
    return south, west, north, east


def _text(field: str, given: Any) -> str:
    wording_of(_words(field, given))
    return str(given)


def _share(field: str, given: Any) -> float:
    number = _number(field, given, "a number from 0 to 1")
    if not 0 <= number <= 1:
        raise UsageError(f"{field} is {given!r}; allowed is a number from 0 to 1")
    return number


def _least(field: str, given: Any) -> int:
    number = _number(field, given, "a whole number from 0 on")
    if number < 0 or number != int(number):
        raise UsageError(f"{field} is {given!r}; allowed is a whole number from 0 on")
    return int(number)


def _number(field: str, given: Any, what: str) -> float:
    try:
        number = float(given)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number) or isinstance(given, bool):
        raise UsageError(f"{field} is {given!r}; allowed is {what}")
    return number


def _yes(field: str, given: Any) -> bool:
    if not isinstance(given, bool):
        raise UsageError(f"{field} is {given!r}; allowed are true and false")
    return given


_CHECKS: dict[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys(("act", "mode", "plover", "context", "sector", "status", "stage"), _several(codes.code)),
    "cameo": _several(lambda field, given: codes.cameo(given)),
    "quad": _several(_quad),
    **dict.fromkeys(("actor", "recipient", "party"), _several(lambda field, given: party(given, field))),
    "place": _several(lambda field, given: place(given)),
    **dict.fromkeys(("speaker", "source"), _several(_name)),
    "report": _several(lambda field, given: given),
    "area": _area,
    "since": day,
    "until": day,
    "text": _text,
    "confidence": _share,
    "sources": _least,
    "disputed": _yes,
}
