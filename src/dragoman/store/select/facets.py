"""The facets of events that a question means, with how many events have each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ...model import Question
from ...who import countries, sectors
from ..facets import Role, role, roles
from ..names import bound
from .names import words_of

if TYPE_CHECKING:
    from ..record import Store

_WORDS = ("act", "mode", "plover", "status", "stage")
CODES = (*_WORDS, "cameo", "quad", "context")
_OF_SIDE = {"actor": (1,), "recipient": (2,), "party": (1, 2), "sector": (1, 2)}


def chosen_kinds(store: Store, asked: Question, planned: bool = False) -> dict[int, int] | None:
    """The kinds that a question's codes mean, with their numbers of events; None if it asks for no code.

    ``planned``: only those that a mention announces, or that were put off or called off.
    """
    tests: list[str] = []
    values: list[Any] = []
    for field in _WORDS:
        wanted = getattr(asked, field)
        if wanted:
            numbers = words_of(store, wanted)
            tests.append(f"{field} IN ({', '.join('?' * len(numbers))})")
            values.extend(numbers)
    if asked.cameo:
        tests.append(" OR ".join("cameo GLOB ?" for _ in asked.cameo))
        values.extend(code + "*" for code in asked.cameo)
    if asked.quad:
        tests.append(f"quad IN ({', '.join('?' * len(asked.quad))})")
        values.extend(asked.quad)
    if asked.context:
        like = " OR ".join("'; ' || word || '; ' LIKE ?" for _ in asked.context)
        tests.append(f"contexts IN (SELECT id FROM words WHERE {like})")
        values.extend(f"%; {context}; %" for context in asked.context)
    if planned:
        tests.append("announced OR stage IN (SELECT id FROM words WHERE word IN ('postponed', 'cancelled'))")
    if not tests:
        return None
    where = " AND ".join(f"({test})" for test in tests)
    return dict(store.connection.execute(f"SELECT id, uses FROM kinds WHERE uses > 0 AND {where}", values).fetchall())


def chosen_casts(store: Store, wanted: Mapping[str, Iterable[str]]) -> dict[int, int]:
    """The casts in which each field has a party of one of its codes, with their numbers of events."""
    tests = [(_OF_SIDE[field], [_meant(value) for value in values]) for field, values in wanted.items()]
    words = [[word for code in codes for word in _words(sides, code)] for sides, codes in tests]
    likely = " AND ".join(f"({' OR '.join('instr(word, ?)' for _ in each)})" for each in words)
    rows = store.connection.execute(
        f"SELECT id, word, uses FROM casts WHERE uses > 0 AND {likely}",
        [bound(word) for each in words for word in each],
    )
    told = [(sides, codes) for sides, codes in tests if not all(_is_told(sides, code) for code in codes)]
    return {number: uses for number, word, uses in rows if not told or _fits(roles(word), told)}


def holding(store: Store, table: str, words: Iterable[int]) -> dict[int, int]:
    """The sets of outlets or voices that hold one of some words, with their numbers of events."""
    wanted = set(map(str, words))
    if not wanted:
        return {}
    rows = store.connection.execute(f"SELECT id, word, uses FROM {table} WHERE uses > 0")
    return {number: uses for number, word, uses in rows if not wanted.isdisjoint(word.split())}


def is_code(wanted: str) -> bool:
    """True for a country's code, a sector, or several of them as PLOVER writes a party."""
    words, known = wanted.split(), sectors()
    return (words[0] in known or is_country(words[0])) and all(word in known for word in words[1:])


def is_country(word: str) -> bool:
    """True for the code of a country as records write it."""
    return word in _countries()


Meant = tuple[str | None, list[str]]  # a country, or none, and sectors


def _meant(code: str) -> Meant:
    first, *more = code.split()
    return (None, [first, *more]) if first in sectors() else (first, more)


def _words(sides: Iterable[int], code: Meant) -> list[str]:
    """One of these stands in every cast that has such a party."""
    country, more = code
    return [role(side, country) for side in sides] if country is not None else [f" {more[0]} "]


def _is_told(sides: tuple[int, ...], code: Meant) -> bool:
    """True if those words tell of such a party and nothing else: of a country, or of a sector on either side."""
    country, more = code
    return not more if country is not None else len(more) == 1 and len(sides) == 2


def _fits(cast: list[Role], tests: list[tuple[tuple[int, ...], list[Meant]]]) -> bool:
    return all(any(_is_one(role, sides, codes) for role in cast) for sides, codes in tests)


def _is_one(role: Role, sides: tuple[int, ...], codes: list[Meant]) -> bool:
    if role.side not in sides:
        return False
    return any(country in (None, role.country) and set(more) <= set(role.sectors) for country, more in codes)


@cache
def _countries() -> frozenset[str]:
    return frozenset(each.country for each in countries().values())
