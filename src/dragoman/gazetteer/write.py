"""Writing a gazetteer file: rows are staged unsorted, then sorted once into their final tables."""

from __future__ import annotations

import math
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from .fold import fold
from .place import ALIAS, MAIN, GazetteerPlace

SCHEMA = 2
LONGEST = 70  # characters of a name; what is longer is a description
_COLUMNS = "id, geonameid, name, kind, country, admin1, admin2, region, lat, lon, population, capital"
_FIELDS = tuple(_COLUMNS.split(", ")[1:])
_TABLES = f"""
CREATE TABLE place (id INTEGER PRIMARY KEY, {_COLUMNS[4:]});
CREATE TABLE staged (key TEXT, rank INTEGER, place INTEGER, match INTEGER);
CREATE TABLE name (key TEXT, rank INTEGER, place INTEGER, match INTEGER, PRIMARY KEY (key, rank, place)) WITHOUT ROWID;
CREATE TABLE known (bits INTEGER, filter BLOB);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
_STANDING = {"country": 3.0, "admin1": 0.0, "admin2": -1.0, "city": 0.0, "area": 6.0, "water": 5.5, "site": 5.0}
_BATCH = 20_000


class Writer:
    """Collects places and names into an open file."""

    def __init__(self, connection: sqlite3.Connection, first_id: int = 1) -> None:
        self._connection = connection
        self._next = first_id
        self._places: list[tuple[object, ...]] = []
        self._names: list[tuple[str, int, int, int]] = []

    def add(self, place: GazetteerPlace, names: Iterable[tuple[str, int]] = ()) -> None:
        """Stages one place under its own name and under others, each with its kind of match; ids are given here."""
        id_ = self._next
        self._next += 1
        self._places.append((id_, *(getattr(place, column) for column in _FIELDS)))
        keys = {fold(place.name): MAIN}
        for name, match in names:
            if len(name) <= LONGEST:
                keys.setdefault(fold(name), match)
        rank = -round(100 * standing(place.kind, place.population, place.capital))
        self._names.extend((key, rank, id_, match) for key, match in keys.items() if key)
        if len(self._places) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Writes what is waiting."""
        self._connection.executemany(f"INSERT INTO place VALUES ({', '.join('?' * 12)})", self._places)
        self._connection.executemany("INSERT INTO staged VALUES (?, ?, ?, ?)", self._names)
        self._places.clear()
        self._names.clear()

    def finish(self, version: str) -> None:
        """Sorts the names, makes the filter of known keys and closes the file."""
        self.flush()
        sql = self._connection
        sql.execute("INSERT OR IGNORE INTO name SELECT * FROM staged ORDER BY key, rank, place")
        sql.execute("DROP TABLE staged")
        sql.execute("DELETE FROM known")
        sql.execute("INSERT INTO known VALUES (?, ?)", _filter_of(sql))
        sql.execute("CREATE INDEX IF NOT EXISTS place_by_geonameid ON place (geonameid)")
        sql.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", (("schema", str(SCHEMA)), ("version", version)))
        sql.commit()


def standing(kind: str, population: int, capital: bool) -> float:
    """How prominent a place is: the decimal logarithm of its population, moved by its kind."""
    return math.log10(population + 10) + _STANDING[kind] + (0.5 if capital else 0.0)


def latin(name: str) -> bool:
    """False for the machine transliterations and codes among GeoNames' other names (*swldw*, *LON*)."""
    if name[:1].islower() and name.isascii():
        return False
    return not (len(name) <= 3 and name.isascii() and name.isupper())


def aliases(names: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Other names of GeoNames as pairs for a writer."""
    return ((name, ALIAS) for name in names if latin(name))


def bits_for(keys: int) -> int:
    """Bits of the filter as a power of two: eight a key, so that one unknown key in fifteen passes."""
    return max(16, (8 * keys - 1).bit_length()) if keys else 16


def _filter_of(sql: sqlite3.Connection) -> tuple[int, bytes]:
    (count,) = sql.execute("SELECT count(*) FROM name").fetchone()
    bits = bits_for(count)
    mask, held = (1 << bits) - 1, bytearray((1 << bits) // 8)
    for (key,) in sql.execute("SELECT DISTINCT key FROM name"):
        at = zlib.crc32(key.encode()) & mask
        held[at >> 3] |= 1 << (at & 7)
    return bits, bytes(held)


@contextmanager
def new_file(path: Path, copy_of: Path | None = None) -> Iterator[sqlite3.Connection]:
    """A connection to a file that takes its place at ``path`` only when all went well."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;")
        if copy_of is None:
            connection.executescript(_TABLES)
        else:
            with closing(sqlite3.connect(copy_of)) as old:
                old.backup(connection)
            connection.execute("CREATE TABLE staged (key TEXT, rank INTEGER, place INTEGER, match INTEGER)")
        yield connection
        connection.close()
        os.replace(part, path)
    finally:
        connection.close()
        part.unlink(missing_ok=True)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Lets one process at a time work on a file; the lock is a database's own, which a dying process lets go."""
    lock = sqlite3.connect(path.with_name(path.name + ".lock"), timeout=900, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        lock.close()
