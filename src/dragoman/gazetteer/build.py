"""Builds the gazetteer from the installed packages and Dragoman's own tables."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .fold import fold
from .place import ABBREVIATION, ALIAS, GazetteerPlace
from .sources import City, Division, InstalledSources, Sources, listed, own_table
from .write import Writer, aliases, alone, new_file

Progress = Callable[[str, int, int | None], None]
OWN_TABLES = ("countries", "places", "regions")
_REPORT_EVERY = 20_000
_ARTICLES = ("al ", "ad ", "an ", "ar ", "as ", "ash ", "at ", "az ", "el ", "ed ", "es ", "et ")
_WITH_ARTICLES = frozenset("AE|BH|DZ|EG|IQ|JO|KW|LB|LY|MA|MR|OM|PS|QA|SA|SD|SY|TN|YE".split("|"))
_TYPES = (" Province", " Oblast", " Krai", " Governorate", " Region", " Republic", " Municipality")
_ENGLISH_TYPES = tuple(kind.lower() for kind in _TYPES if kind != " Oblast")
_RUSSIAN = ("skaya oblast'", "skaya oblast’")


def silent(step: str, done: int, total: int | None) -> None:
    """No report of progress."""


def source_version(sources: Sources) -> str:
    """Versions of the packages and a digest of the own tables."""
    digest = hashlib.sha256(repr([own_table(name) for name in OWN_TABLES]).encode()).hexdigest()[:8]
    return f"{sources.version}-{digest}"


def build(path: Path, progress: Progress = silent, sources: Sources | None = None) -> Path:
    """Writes a gazetteer to ``path`` and returns the path.

    About 20 seconds and 150 MB of memory for the installed packages. ``progress`` is told a step, what is done and
    the total where it is known. A file that another process finishes meanwhile is taken as it is.
    """
    sources = sources or InstalledSources()
    path.parent.mkdir(parents=True, exist_ok=True)
    before = _stamp(path)
    with alone(path):
        if _stamp(path) != before:
            return path
        with new_file(path) as connection:
            writer = Writer(connection)
            _write_all(writer, sources, progress)
            progress("sorting names", 0, None)
            writer.finish(source_version(sources))
    return path


def _stamp(path: Path) -> tuple[int, int] | None:
    return (path.stat().st_mtime_ns, path.stat().st_ino) if path.exists() else None


def _write_all(writer: Writer, sources: Sources, progress: Progress) -> None:
    tables = _Tables(own_table("countries"), own_table("regions"))
    divisions = {row.code: _in_english(row, tables.by_code.get(row.code)) for row in sources.divisions()}
    nearest = dict(sources.members())
    sums: dict[str, _Sum] = {}
    for done, city in enumerate(sources.cities()):
        if done % _REPORT_EVERY == 0:
            progress("places", done, None)
        _add_city(writer, city, nearest.get(city.geonameid, ""), tables, divisions, sums)
    for division in divisions.values():
        _add_division(writer, division, tables, sums.get(division.code), divisions)
    for row in tables.countries:
        _add_country(writer, row, sums.get(row["iso2"]))
    for place, names in own_places(own_table("places")):
        writer.add(place, names)


@dataclass(slots=True)
class _Sum:
    """The point and the population of an area, from those of its members."""

    population: int = 0
    members: int = 0
    lat: float = 0.0
    lon: float = 0.0

    def add(self, city: City) -> None:
        """Counts one member."""
        self.population += city.population
        self.members += 1
        self.lat += city.lat
        self.lon += city.lon

    @property
    def point(self) -> tuple[float, float]:
        """The mean of the members' points, each counted once: nearer to a region's middle than by population."""
        return round(self.lat / self.members, 4), round(self.lon / self.members, 4)


@dataclass(frozen=True, slots=True)
class _Tables:
    """The own tables of countries and first-level regions."""

    countries: list[dict[str, str]]
    regions: list[dict[str, str]]
    alpha3: dict[str, str] = field(init=False)
    capitals: dict[str, frozenset[str]] = field(init=False)
    by_code: dict[str, dict[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "alpha3", {row["iso2"]: row["iso3"] for row in self.countries})
        capitals = {row["iso2"]: frozenset(map(fold, listed(row["capitals"]))) for row in self.countries}
        object.__setattr__(self, "capitals", capitals)
        object.__setattr__(self, "by_code", {row["code"]: row for row in self.regions})


def _add_city(
    writer: Writer, city: City, nearest: str, tables: _Tables, divisions: dict[str, Division], sums: dict[str, _Sum]
) -> None:
    first = f"{city.country}.{city.admin1}"
    second = nearest if nearest.count(".") == 2 and nearest.startswith(first + ".") else None
    for area in (city.country, first, second):
        if area:
            sums.setdefault(area, _Sum()).add(city)
    names = list(aliases(city.names))
    if city.country in _WITH_ARTICLES:
        names.extend(_without_article([city.name, *city.names]))
    capital = fold(city.name) in tables.capitals.get(city.country, ()) and city.population > 500
    country = tables.alpha3.get(city.country)
    region = divisions[first].name if first in divisions else None
    point = (round(city.lat, 5), round(city.lon, 5))
    row = GazetteerPlace(
        0, city.geonameid, city.name, "city", country, first, second, region, *point, city.population, capital, 0
    )
    writer.add(row, names)


def _without_article(names: Iterable[str]) -> Iterator[tuple[str, int]]:
    """*Qamishli* for *Al Qamishli*."""
    for name in names:
        key = fold(name)
        if key.startswith(_ARTICLES) and len(key) > 6:
            yield key.split(" ", 1)[1], ALIAS


def _in_english(division: Division, own: dict[str, str] | None) -> Division:
    """A division under its English name, the native one kept among the others (*Donetska oblast*)."""
    english = own["name"] if own and own["name"] else _typed_name(division)
    if not english or division.level != 1:
        return division
    return division._replace(name=english, names=(*division.names, division.name))


def _typed_name(division: Division) -> str | None:
    """*Donetsk Oblast*, *Jilin Province*: an English form with its type, where the plain name says something else."""
    own = fold(division.name)
    if own.endswith(_ENGLISH_TYPES):
        return None
    typed = [name for name in division.names if name.isascii() and name.endswith(_TYPES)]
    if not typed or any(fold(name).startswith(own + " ") for name in typed):
        return None
    return min(typed, key=len)


def _add_division(
    writer: Writer, division: Division, tables: _Tables, total: _Sum | None, divisions: dict[str, Division]
) -> None:
    iso2, first, *_ = division.code.split(".")
    own = tables.by_code.get(division.code)
    names = [*aliases(division.names), *_own_region_names(own)]
    for name in (division.name, *division.names):
        names.extend((name.removesuffix(ending), ALIAS) for ending in _RUSSIAN if name.endswith(ending))
    lat, lon = total.point if total else (None, None)
    if own:
        lat, lon = float(own["lat"]), float(own["lon"])
    kind, code = f"admin{division.level}", f"{iso2}.{first}"
    second = division.code if division.level == 2 else None
    region = divisions[code].name if code in divisions else None
    population = total.population if total else 0
    country = tables.alpha3.get(iso2)
    row = GazetteerPlace(
        0, division.geonameid, division.name, kind, country, code, second, region, lat, lon, population, False, 0
    )
    writer.add(row, names)


def _own_region_names(own: dict[str, str] | None) -> Iterator[tuple[str, int]]:
    if own:
        yield from ((name, ALIAS) for name in listed(own["aliases"]))
        yield from ((name, ABBREVIATION) for name in (*listed(own["abbreviations"]), own["postal"]) if name)


def _add_country(writer: Writer, row: dict[str, str], total: _Sum | None) -> None:
    id_ = int(row["geonameid"]) if row["geonameid"] else None
    point = (float(row["lat"]), float(row["lon"]))
    population = total.population if total else 0
    country = GazetteerPlace(
        0, id_, row["name"], "country", row["iso3"], None, None, None, *point, population, False, 0
    )
    writer.add(country, ((name, ALIAS) for name in listed(row["aliases"])))


def own_places(rows: Iterable[dict[str, str]]) -> Iterator[tuple[GazetteerPlace, list[tuple[str, int]]]]:
    """The table of seas, regions and sites, each place with its other names."""
    for row in rows:
        id_ = int(row["geonameid"]) if row["geonameid"] else None
        point = (float(row["lat"]), float(row["lon"]))
        place = GazetteerPlace(
            0, id_, row["name"], row["kind"], row["country"] or None, None, None, None, *point, 0, False, 0
        )
        yield place, [(name, ALIAS) for name in listed(row["aliases"])]
