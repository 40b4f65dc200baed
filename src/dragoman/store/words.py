"""What stands once in a store: words, parties, places, and parts of readings."""

from __future__ import annotations

import sqlite3
from typing import Any

from ..errors import RecordError
from ..model import Party, Where
from .names import bound, digest_of
from .packing.pack import packed, plain, unpacked

MOST = 200_000  # ids remembered, so that memory stays flat
_DIGESTS = 2**31  # four bytes find a part among those of an equal digest, few as they are


class Words:
    """The ids of words, parties, places and parts; new ones are written as they come.

    What is remembered holds as long as the transaction in which it was written is not undone: ``forget`` then.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute
        self._words: dict[str, int] = {}
        self._actors: dict[tuple[Any, ...], int] = {}
        self._places: dict[tuple[Any, ...], int] = {}
        self._parts: dict[str, int] = {}
        self._bodies: dict[int, list[Any]] = {}

    def forget(self) -> None:
        """Forgets all ids."""
        self._words.clear()
        self._actors.clear()
        self._places.clear()
        self._parts.clear()
        self._bodies.clear()

    def word(self, word: str | None) -> int | None:
        """The id of a word; None has none."""
        if word is None:
            return None
        found = self._words.get(word)
        if found is None:
            form = bound(word)
            found = self._id("SELECT id FROM words WHERE word = ?", (form,))
            if found is None:
                found = self._new("INSERT INTO words (word) VALUES (?)", (form,))
            _remember(self._words, word, found)
        return found

    def known(self, word: str) -> int | None:
        """The id of a word that is there already; None if it is not."""
        return self._words.get(word) or self._id("SELECT id FROM words WHERE word = ?", (bound(word),))

    def actor(self, party: Party) -> int:
        """The id of a party as it is told, wherever it stands in the text."""
        row = (party.name, party.role, party.country, " ".join(party.sectors), party.plover, party.cameo, party.entity)
        found = self._actors.get(row)
        if found is None:
            digest = digest_of(*row)
            found = self._id("SELECT id FROM actors WHERE digest = ?", (digest,))
            if found is None:
                found = self._new(
                    "INSERT INTO actors (digest, name, role, country, sectors, plover, cameo, entity) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (digest, *map(bound, row)),
                )
            _remember(self._actors, row, found)
        return found

    def place(self, where: Where | None) -> int | None:
        """The id of a place; None has none."""
        if where is None:
            return None
        row = (where.geonameid, where.name, where.country, where.kind, where.lat, where.lon)
        found = self._places.get(row)
        if found is None:
            digest = digest_of(*row)
            found = self._id("SELECT id FROM places WHERE digest = ?", (digest,))
            if found is None:
                found = self._new_place(digest, where)
            _remember(self._places, row, found)
        return found

    def part(self, row: list[Any]) -> int:
        """The id of a part of a reading."""
        words = plain(row)
        found = self._parts.get(words)
        if found is None:
            digest, body = digest_of(words) % _DIGESTS, packed(row)
            found = self._id("SELECT id FROM parts WHERE digest = ? AND body = ?", (digest, body))
            if found is None:
                found = self._new("INSERT INTO parts (digest, body) VALUES (?, ?)", (digest, body))
            _remember(self._parts, words, found)
        return found

    def whole(self, part: int) -> list[Any]:
        """The part of a reading by its id; RecordError if there is none."""
        if part not in self._bodies:
            row = self._execute("SELECT body FROM parts WHERE id = ?", (part,)).fetchone()
            if row is None:
                raise RecordError(f"part {part} of a reading is missing")
            _remember(self._bodies, part, unpacked(row[0], f"part {part} of a reading"))
        return self._bodies[part]

    def _new_place(self, digest: int, where: Where) -> int:
        found = self._new(
            "INSERT INTO places (digest, geonameid, name, country, kind, lat, lon) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (digest, where.geonameid, bound(where.name), bound(where.country), bound(where.kind), where.lat, where.lon),
        )
        if where.lat is not None and where.lon is not None:
            spot = (found, where.lat, where.lat, where.lon, where.lon)
            self._execute("INSERT INTO spots (id, south, north, west, east) VALUES (?, ?, ?, ?, ?)", spot)
        return found

    def _id(self, question: str, values: tuple[Any, ...]) -> int | None:
        row = self._execute(question, values).fetchone()
        return None if row is None else int(row[0])

    def _new(self, order: str, values: tuple[Any, ...]) -> int:
        new = self._execute(order, values).lastrowid
        assert new is not None
        return new


def _remember(cache: dict[Any, Any], key: Any, value: Any) -> None:
    if len(cache) >= MOST:
        cache.clear()
    cache[key] = value
