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
_DOTTED = "(instr({0}, '.') OR instr({0}, '''') OR instr({0}, ','))"
_ACCENTED = "(length({0}) < length(CAST({0} AS BLOB)) OR typeof({0}) = 'blob')"
_MOST = 100  # names that are remembered


def words_like(store: Store, names: Iterable[str]) -> list[int]:
    """The words that hold one of some names as whole words."""
    return sorted({row for name in names for row in _words(store, name, False)})


def outlets_like(store: Store, names: Iterable[str]) -> list[int]:
    """The outlets of some names; where none is called so, those whose name holds it as whole words."""
    found: set[int] = set()
    for name in names:
        exact = _outlets(store, _words(store, name, True))
        found.update(exact or _outlets(store, _words(store, name, False)))
    return sorted(found)


def _words(store: Store, name: str, whole: bool) -> list[int]:
    """The words of a name, looked for once as long as none can have come: a question asks for them several times."""
    key = store.connection.total_changes, name, whole
    found = store.called.get(key)
    if found is None:
        if len(store.called) >= _MOST:
            store.called.clear()
        found = store.called[key] = list(_like(store, "words", "word", name, whole))
    return found


def _outlets(store: Store, words: Iterable[int]) -> list[int]:
    """Those of some words that are outlets of reports, if only of former ones; the index holds the current ones."""
    run, candidates = store.connection.execute, list(words)
    current = "SELECT 1 FROM reports INDEXED BY reports_by_outlet WHERE state = 'current' AND outlet = value"
    found = [row[0] for row in run(f"SELECT value FROM json_each(?) WHERE EXISTS ({current})", (listed(candidates),))]
    left = sorted(set(candidates).difference(found))
    if left:
        past = "SELECT DISTINCT outlet FROM reports WHERE state <> 'current' AND outlet IN"
        found += [row[0] for row in run(f"{past} (SELECT value FROM json_each(?))", (listed(left),))]
    return found


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
    likely, dotted = (
        " AND ".join(f"{words} LIKE ?{at} ESCAPE '\\'" for at in range(1, len(ascii_ones) + 1))
        for words in (column, _PLAIN.format(column))
    )
    accented = _ACCENTED.format(column)
    where = f"({likely}) OR {accented} OR {_DOTTED.format(column)} AND {dotted}" if ascii_ones else accented
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
