"""What many happenings have in common: rows that stand once, and how many happenings have each.

A question about codes, parties, outlets or speakers is answered from these few rows first: which of them are meant,
and how many happenings that will be. The counts change in the transaction that writes or drops the happenings.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ..model import Happening
from .days import MONTH
from .names import bound, digest_of, unbound
from .words import MOST, Words

PART, WITHIN = "\x1e", "\x1f"  # what stands before a party, and between its country and its sectors
TABLES = ("kinds", "casts", "outlets", "voices")  # in the order in which they stand in a row of happenings
_KIND = "act, mode, plover, status, stage, contexts, cameo, quad, announced"


class Row(NamedTuple):
    """What of a happening is counted: its facets, the number of its beginning, and what of it is summed up."""

    kind: int
    casting: int
    outlets: int
    voices: int
    begin: int | None
    reports: int
    independent: int


class Role(NamedTuple):
    """A party as a cast holds it: 1 actor or 2 recipient, the country's code if it is known, and its sectors."""

    side: int
    country: str | None
    sectors: tuple[str, ...]


class Facets:
    """The ids of facets; new ones are written as they come. ``forget`` when what was written is undone."""

    def __init__(self, connection: sqlite3.Connection, words: Words) -> None:
        self._run = connection.execute
        self._many = connection.executemany
        self._words = words
        self._known: dict[tuple[Any, ...], int] = {}

    def forget(self) -> None:
        """Forgets all ids."""
        self._known.clear()

    def kind(self, item: Happening) -> int:
        """The id of the codes of a happening."""
        announced = any(turn.stage == "announced" for turn in item.turns)
        codes = (item.act, item.mode, item.plover, item.status, item.stage, item.contexts, item.cameo, item.quad)
        return self._remembered(("codes", *codes, announced), self._kind)

    def _kind(self, given: tuple[Any, ...]) -> int:
        _, *names, contexts, cameo, quad, announced = given
        words = [*names, "; ".join(contexts) or None]
        return self._id("kinds", _KIND, (*map(self._words.word, words), bound(cameo), quad, int(announced)))

    def cast(self, item: Happening) -> int:
        """The id of who acts on whom."""
        actors = [(1, party.country, party.sectors) for party in item.actors]
        recipients = [(2, party.country, party.sectors) for party in item.recipients]
        return self._remembered(("roles", *actors, *recipients), self._cast)

    def _cast(self, given: tuple[Any, ...]) -> int:
        roles = {_role(*role) for role in given[1:]}
        return self._id("casts", "word", (bound("".join(sorted(roles))),))

    def group(self, table: str, numbers: Iterable[int | None]) -> int:
        """The id of a set of words (None for what is not known), in the table of outlets or of voices."""
        held = sorted({number or 0 for number in numbers})
        return self._id(table, "word", (" ".join(map(str, held)),))

    def count(self, rows: Sequence[Row], sign: int) -> None:
        """Adds happenings to what is counted (1) or takes them from it (-1)."""
        for at, table in enumerate(TABLES):
            uses = Counter(row[at] for row in rows)
            self._many(
                f"UPDATE {table} SET uses = uses + ? WHERE id = ?", [(sign * n, one) for one, n in sorted(uses.items())]
            )
        sums: dict[tuple[int, int], list[int]] = {}
        for row in rows:
            into = sums.setdefault((row.kind, (row.begin or 0) // MONTH), [0, 0, 0])
            for at, number in enumerate((1, row.reports, row.independent)):
                into[at] += sign * number
        self._many(
            "INSERT INTO tallies (kind, month, happenings, reports, independent) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET happenings = happenings + excluded.happenings, "
            "reports = reports + excluded.reports, independent = independent + excluded.independent",
            [(*key, *into) for key, into in sorted(sums.items())],
        )
        if sign < 0:
            self._many("DELETE FROM tallies WHERE kind = ? AND month = ? AND happenings = 0", sorted(sums))

    def _remembered(self, given: tuple[Any, ...], make: Callable[[tuple[Any, ...]], int]) -> int:
        found = self._known.get(given)
        if found is None:
            found = make(given)
            self._remember(given, found)
        return found

    def _remember(self, key: tuple[Any, ...], number: int) -> None:
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[key] = number

    def _id(self, table: str, columns: str, row: tuple[Any, ...]) -> int:
        found = self._known.get((table, row))
        if found is None:
            digest = digest_of(*row)
            there = self._run(f"SELECT id FROM {table} WHERE digest = ?", (digest,)).fetchone()
            if there is None:
                order = f"INSERT INTO {table} (digest, {columns}) VALUES (?{', ?' * len(row)})"
                new = self._run(order, (digest, *row)).lastrowid
                assert new is not None
                found = new
            else:
                found = int(there[0])
            self._remember((table, row), found)
        return found


def role(side: int, country: str | None) -> str:
    """The beginning of a party of a cast, by which casts that have one are found."""
    return f"{PART}{side}{country or ''}{WITHIN}"


def roles(word: str | bytes) -> list[Role]:
    """The parties of a row of casts."""
    whole = word if isinstance(word, str) else unbound(word) or ""
    return [_read(part) for part in whole.split(PART)[1:]]


@lru_cache(maxsize=100_000)
def _read(part: str) -> Role:
    country, _, sectors = part[1:].partition(WITHIN)
    return Role(int(part[0]), country or None, tuple(sectors.split()))


def _role(side: int, country: str | None, sectors: Iterable[str]) -> str:
    return role(side, country) + "".join(f" {sector} " for sector in sorted(sectors))
