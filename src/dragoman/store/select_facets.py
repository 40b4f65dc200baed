"""The facets of events that a question means, with how many events have each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ..model import Question
from ..who import countries, sectors
from .facets import Role, roles
from .names import bound
from .select_names import words_of

if TYPE_CHECKING:
    from .record import Store

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
    tests = [(sides, [_meant(value) for value in values]) for sides, values in _fields(wanted)]
    likely = " AND ".join(f"({' OR '.join('instr(word, ?)' for _ in codes)})" for _, codes in tests)
    values = [bound(country or more[0]) for _, codes in tests for country, more in codes]
    return {
        number: uses
        for number, word, uses in store.connection.execute(
            f"SELECT id, word, uses FROM casts WHERE uses > 0 AND {likely}", values
        )
        if _fits(roles(word), tests)
    }


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


def _fields(wanted: Mapping[str, Iterable[str]]) -> list[tuple[tuple[int, ...], Iterable[str]]]:
    return [(_OF_SIDE[field], values) for field, values in wanted.items()]


def _meant(code: str) -> Meant:
    first, *more = code.split()
    return (None, [first, *more]) if first in sectors() else (first, more)


def _fits(cast: list[Role], tests: list[tuple[tuple[int, ...], list[Meant]]]) -> bool:
    return all(
        any(
            role.side in sides and country in (None, role.country) and role_has(more)
            for role in cast
            for role_has in (_has(role),)
            for country, more in codes
        )
        for sides, codes in tests
    )


def _has(role: Role) -> Callable[[Iterable[str]], bool]:
    return frozenset(role.sectors).issuperset


@cache
def _countries() -> frozenset[str]:
    return frozenset(each.country for each in countries().values())
