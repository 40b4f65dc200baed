"""Look-ups by name."""

from __future__ import annotations

import os
import sqlite3
import threading
import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import MissingData
from .build import build, source_version
from .files import default_path
from .fold import fold
from .place import GazetteerPlace
from .sources import InstalledSources, listed, own_table
from .write import SCHEMA

_REMEMBERED = 8192  # names
_MOST = 150  # places of one name
_SELECT = f"""
SELECT p.id, p.geonameid, p.name, p.kind, p.country, p.admin1, p.admin2, p.region, p.lat, p.lon, p.population,
       p.capital, n.match
FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY n.rank, n.place LIMIT {_MOST}
"""


class Gazetteer:
    """A built file, opened for reading once in every process and thread that asks.

    A look-up takes about 0.03 ms; the last few thousand names are remembered. What stays in memory is the filter
    of known keys (2 MB for the installed packages): the rows stay on disk.
    """

    __slots__ = ("_alpha3", "_demonyms", "_filter", "_local", "_mask", "_rows", "path")

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._local = threading.local()
        countries = own_table("countries")
        self._alpha3 = {row["iso2"]: row["iso3"] for row in countries}
        self._demonyms = _demonyms(countries)
        self._mask, self._filter = self._read_filter()
        self._rows: Callable[[str], tuple[GazetteerPlace, ...]] = lru_cache(_REMEMBERED)(self._select)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return Gazetteer, (self.path,)

    def lookup(self, name: str) -> tuple[GazetteerPlace, ...]:
        """The places of a name in any case and spelling that folds to the same key, the most prominent first."""
        return self.by_key(fold(name))

    def by_key(self, key: str) -> tuple[GazetteerPlace, ...]:
        """The places of a folded name."""
        return self._rows(key) if self.may_know(key) else ()

    def country_of(self, iso2: str) -> str | None:
        """ISO 3166-1 alpha-3 of an alpha-2 code, None if there is no such country."""
        return self._alpha3.get(iso2)

    def of_people(self, name: str) -> tuple[GazetteerPlace, ...]:
        """The country of a demonym (*Russians*), as a tuple like ``lookup``."""
        country = self._demonyms.get(fold(name))
        if country is None:
            return ()
        return tuple(place for place in self.lookup(country) if place.kind == "country")[:1]

    def may_know(self, key: str) -> bool:
        """False if a folded name is certainly unknown; a microsecond, no disk."""
        at = zlib.crc32(key.encode("utf-8", "replace")) & self._mask
        return bool(self._filter[at >> 3] & (1 << (at & 7)))

    def _select(self, key: str) -> tuple[GazetteerPlace, ...]:
        try:
            rows = self._connection().execute(_SELECT, (key,)).fetchall()
        except UnicodeEncodeError:  # a lone surrogate is in nobody's name
            return ()
        return tuple(GazetteerPlace(*row) for row in rows)

    def _connection(self) -> sqlite3.Connection:
        """This thread's connection; a forked child makes its own, since SQLite's do not survive a fork."""
        reader: _Reader | None = getattr(self._local, "reader", None)
        if reader is None or reader.process != os.getpid():
            reader = self._local.reader = _Reader(self.path)
        return reader.connection

    def _read_filter(self) -> tuple[int, bytes]:
        try:
            connection = _connect(self.path)
            try:
                (schema,) = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
                bits, held = connection.execute("SELECT bits, filter FROM known").fetchone()
            finally:
                connection.close()
        except (sqlite3.Error, TypeError) as problem:
            raise MissingData(f"gazetteer {self.path}: {problem}; mend it with: dragoman gazetteer build") from problem
        if schema != str(SCHEMA):
            raise MissingData(
                f"gazetteer {self.path}: has schema {schema}, needed is {SCHEMA}; mend it with: "
                "dragoman gazetteer build"
            )
        return (1 << bits) - 1, held


class _Reader:
    """A connection of one process and thread, closed when nobody holds it any more."""

    __slots__ = ("connection", "process")

    def __init__(self, path: Path) -> None:
        self.process = os.getpid()
        self.connection = _connect(path)

    def __del__(self) -> None:
        if hasattr(self, "connection"):
            self.connection.close()


def _demonyms(countries: list[dict[str, str]]) -> dict[str, str]:
    """Folded demonyms, plural and singular, and their countries' names; of a shared one the first country's."""
    found: dict[str, str] = {}
    for row in countries:
        for name in listed(row["demonyms"]):
            key = fold(name)
            for form in {key, key.removesuffix("s")}:
                found.setdefault(form, row["name"])
    return found


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        connection.execute("PRAGMA mmap_size = 268435456")
        connection.execute("PRAGMA cache_size = -2000")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def open_gazetteer(settings: Mapping[str, Any] | None = None) -> Gazetteer:
    """The gazetteer that the settings name, built first where it is missing and ``build`` allows it.

    ``file`` is a path or None for the one in the user's cache; MissingData names the command that mends it.
    """
    settings = settings or {}
    given = settings.get("file")
    path = Path(given) if given else default_path(source_version(InstalledSources()))
    if not path.exists():
        if not settings.get("build", True):
            raise MissingData(f"gazetteer {path} is not there; mend it with: dragoman gazetteer build")
        try:
            build(path)
        except OSError as problem:
            raise MissingData(f"gazetteer {path}: cannot be built: {problem}") from problem
    return Gazetteer(path)
