"""Adds a GeoNames dump (allCountries.txt, cities500.txt or a country's file) to a built gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from .build import Progress, build, silent, source_version
from .files import default_path
from .place import GazetteerPlace
from .sources import InstalledSources, own_table
from .write import Writer, aliases, alone, new_file

_COLUMNS = 19
_REPORT_EVERY = 50_000
_COUNTRY_CODES = frozenset(("PCL", "PCLD", "PCLF", "PCLI", "PCLIX", "PCLS", "TERR"))
_OF_CLASS = {"P": "city", "H": "water", "T": "area", "L": "area", "V": "area", "S": "site"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: lines read, places added, points mended in known places, and lines that are broken."""

    lines: int
    added: int
    mended: int
    broken: int


def import_geonames(file: str | Path, progress: Progress = silent, into: str | Path | None = None) -> Imported:
    """Streams a dump into a gazetteer (None: the one in the user's cache, built first where it is missing).

    Places that are known keep their names and get the dump's point and population; the others are added. Roads
    and undersea features are left out. A broken line is counted, not fatal; InputError if the file cannot be read
    or none of its lines is one of GeoNames. The old gazetteer stays until the new one is whole.
    """
    source, sources = Path(file), InstalledSources()
    target = Path(into) if into else default_path(source_version(sources))
    if not source.is_file():
        raise InputError(f"dump {source}: no such file")
    if not target.exists():
        build(target, progress)
    with alone(target), new_file(target, copy_of=target) as connection:
        load = _Load(connection, {row["iso2"]: row["iso3"] for row in own_table("countries")})
        result = load(source, progress)
        if not result.added + result.mended:
            raise InputError(f"dump {source}: no line has the {_COLUMNS} columns of GeoNames")
    return result


class _Load:
    """One pass over a dump."""

    def __init__(self, connection: sqlite3.Connection, alpha3: dict[str, str]) -> None:
        self._sql = connection
        self._alpha3 = alpha3
        known = connection.execute("SELECT geonameid, id FROM place WHERE geonameid IS NOT NULL")
        self._known: dict[int, int] = dict(known)
        self._regions = dict(connection.execute("SELECT admin1, name FROM place WHERE kind = 'admin1'"))
        (last,) = connection.execute("SELECT max(id) FROM place").fetchone()
        self._writer = Writer(connection, last + 1)

    def __call__(self, source: Path, progress: Progress) -> Imported:
        lines = added = mended = broken = 0
        total = source.stat().st_size
        for size, cells in _lines(source):
            lines += 1
            if lines % _REPORT_EVERY == 1:
                progress("importing", size, total)
            outcome = self._take(cells)
            added += outcome == "added"
            mended += outcome == "mended"
            broken += outcome == "broken"
        progress("sorting names", total, total)
        (version,) = self._sql.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
        self._writer.finish(version if version.endswith("+dump") else version + "+dump")
        return Imported(lines, added, mended, broken)

    def _take(self, cells: list[str]) -> str:
        try:
            id_, population = int(cells[0]), int(cells[14] or 0)
            lat, lon = float(cells[4]), float(cells[5])
            if len(cells) != _COLUMNS or not (-90 <= lat <= 90 and -180 <= lon <= 180) or not cells[1].strip():
                return "broken"
        except (ValueError, IndexError):
            return "broken"
        if id_ in self._known:
            self._sql.execute(
                "UPDATE place SET lat = ?, lon = ?, population = max(population, ?) WHERE id = ?",
                (lat, lon, population, self._known[id_]),
            )
            return "mended"
        kind = _kind(cells[6], cells[7])
        if kind is None:
            return "left out"
        first = f"{cells[8]}.{cells[10]}" if cells[10] else None
        second = f"{first}.{cells[11]}" if first and cells[11] else None
        country = self._alpha3.get(cells[8])
        region = self._regions.get(first) if first else None
        row = GazetteerPlace(
            0, id_, cells[1].strip(), kind, country, first, second, region, lat, lon, population, cells[7] == "PPLC", 0
        )
        self._writer.add(row, aliases((cells[2], *cells[3].split(","))))
        return "added"


def _kind(feature_class: str, code: str) -> str | None:
    """Our kind of a GeoNames feature, None for what is left out."""
    if feature_class == "A":
        if code in _COUNTRY_CODES:
            return "country"
        return {"ADM1": "admin1", "ADM2": "admin2"}.get(code, "area")
    return _OF_CLASS.get(feature_class)


def _lines(source: Path) -> Iterator[tuple[int, list[str]]]:
    """Bytes read so far and the cells of each line that is not empty."""
    size = 0
    with source.open("rb") as file:
        for raw in file:
            size += len(raw)
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            if line:
                yield size, line.split("\t")
