"""Names as people ask for them, and the rows of words, parties and places that bear them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...who import keys_of
from ..names import unbound

if TYPE_CHECKING:
    from ..record import Store

_PLAIN = "replace(replace(replace({0}, '.', ''), '''', ''), ',', '')"
_ACCENTED = "{0} GLOB '*[^ -~]*'"


def words_like(store: Store, names: Iterable[str]) -> list[int]:
    """The words that hold one of some names as whole words."""
    return sorted({row for name in names for row in _like(store, "words", "word", name, False)})


def outlets_like(store: Store, names: Iterable[str]) -> list[int]:
    """The outlets of some names; where none is called so, those whose name holds it as whole words."""
    found: set[int] = set()
    for name in names:
        exact = _outlets(store, _like(store, "words", "word", name, True))
        found.update(exact or _outlets(store, _like(store, "words", "word", name, False)))
    return sorted(found)


def _outlets(store: Store, words: Iterable[int]) -> list[int]:
    rows = store.connection.execute(
        "SELECT DISTINCT outlet FROM reports WHERE outlet IN (SELECT value FROM json_each(?))",
        (listed(words),),
    )
    return [row[0] for row in rows]


def actors_like(store: Store, name: str) -> list[int]:
    """The parties whose name holds a name as whole words."""
    return sorted(_like(store, "actors", "name", name, False))


def places_like(store: Store, name: str) -> list[int]:
    """The places of a name, in whatever spelling."""
    return sorted(_like(store, "places", "name", name, True))


def words_of(store: Store, words: Iterable[str]) -> list[int]:
    """The ids of words that are known; others are in no row."""
    return [found for word in words if (found := store.words.known(word)) is not None]


def listed(values: Iterable[object]) -> str:
    """Values for ``IN (SELECT value FROM json_each(?))``, of which there may be any number."""
    return json.dumps(list(values))


def _like(store: Store, table: str, column: str, name: str, whole: bool) -> Iterator[int]:
    """Candidates by what SQLite can compare, then those that the keys confirm (case, accents, dots, hyphens)."""
    wanted = keys_of(name)
    if not wanted:
        return
    ascii_ones = [key for key in wanted if key.isascii()]
    likely = " AND ".join(f"{_PLAIN.format(column)} LIKE ? ESCAPE '\\'" for _ in ascii_ones)
    where = f"({likely}) OR {_ACCENTED.format(column)}" if ascii_ones else _ACCENTED.format(column)
    rows = store.connection.execute(
        f"SELECT id, {column} FROM {table} WHERE {where}", [f"%{_escaped(key)}%" for key in ascii_ones]
    )
    for number, found in rows:
        keys = keys_of(unbound(found) or "")
        if keys == wanted if whole else _inside(wanted, keys):
            yield number


def _inside(wanted: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(keys[at : at + size] == wanted for at in range(len(keys) - size + 1))


def _escaped(key: str) -> str:
    return key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
