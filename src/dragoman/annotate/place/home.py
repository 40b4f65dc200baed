"""Where a report was published: the home of its outlet.

Most names in a local paper lie in the paper's own region, so an outlet's home says much about them. It is known from
a table of outlets, or read out of the outlet's own name (*Dallas Morning News*, *parisbeacon.com*), or at least its
country is known from the ending of its address.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ...gazetteer import MAIN, Gazetteer, GazetteerPlace, fold
from ...lexicon import words_of

_HOST = re.compile(r"^(?:https?://)?(?:www\d?\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[:/].*)?$", re.IGNORECASE)
_REGION, _COUNTRY, _NEAR = 2.0, 0.8, 1.6
_SMALLEST_TOWN, _SMALLEST_ALONE = 2_000, 20_000  # people; a paper's home is rarely a hamlet
_CITY_STATES = {
    "eu": None,
    "int": None,
    "uk": "GBR",
    "tv": None,
    "me": None,
    "co": None,
    "io": None,
    "fm": None,
    "ai": None,
}
_LONGEST = 200  # characters of a source that are looked at


@dataclass(frozen=True, slots=True)
class Home:
    """Where an outlet may be at home, the likelier place first, or the country where only that is known."""

    places: tuple[GazetteerPlace, ...] = ()
    country: str | None = None

    def score(self, place: GazetteerPlace) -> float:
        """What a home that is known for sure says of a candidate."""
        if len(self.places) == 1:
            return bond(place, self.places[0])
        return _COUNTRY if self.country and place.country == self.country else 0.0


def bond(place: GazetteerPlace, home: GazetteerPlace) -> float:
    """What one home says of a candidate: the same country, the same region, the neighbourhood."""
    score = _COUNTRY if place.country == home.country else 0.0
    if home.admin1 and place.admin1 == home.admin1:
        score += _REGION
    if place.kind in ("city", "admin2", "site", "area") and _near(place, home):
        score += _NEAR
    return score


def _near(place: GazetteerPlace, home: GazetteerPlace) -> bool:
    """Within about 90 km."""
    if place.lat is None or place.lon is None or home.lat is None or home.lon is None:
        return False
    wide = math.cos(math.radians(home.lat))
    return math.hypot(place.lat - home.lat, (place.lon - home.lon) * wide) < 0.8


NOWHERE = Home()


@dataclass(frozen=True, slots=True, eq=False)
class Outlets:
    """The table of outlets by domain and by name, and the words that newspapers' names are made of."""

    rows: Mapping[str, tuple[str, str]]
    words: frozenset[str]

    @staticmethod
    def load() -> Outlets:
        """The table that ships with Dragoman."""
        rows: dict[str, tuple[str, str]] = {}
        text = files("dragoman.annotate.place").joinpath("data", "outlets.csv").read_text(encoding="utf-8")
        for row in csv.DictReader(text.splitlines()):
            value = (row["home"], row["within"])
            rows[row["domain"]] = value
            if row["name"]:
                rows.setdefault(fold(row["name"]), value)
        return Outlets(rows, words_of("place_outlets"))

    def home(self, source: str | None, url: str | None, gazetteer: Gazetteer) -> Home:
        """The home of the outlet that a report names, nowhere if nothing tells it."""
        for given in (source, url):
            if given and (found := _home(given.strip()[:_LONGEST], self, gazetteer)) is not NOWHERE:
                return found
        return NOWHERE


@lru_cache(1024)
def _home(source: str, outlets: Outlets, gazetteer: Gazetteer) -> Home:
    host = _HOST.match(source)
    names = list(_domains(host.group(1).lower())) if host else [fold(source)]
    for name in names:
        if name in outlets.rows:
            return _home_of_row(*outlets.rows[name], gazetteer)
    country = _country_of(names[0].rpartition(".")[2], gazetteer) if host else None
    if host:
        label = names[-1].partition(".")[0]
        places = _places(_town_in_label(label, outlets.words), label, country, gazetteer)
    else:
        places = _places(_town_in_name(names[0], outlets.words), names[0], None, gazetteer)
    return Home(places, country) if places or country else NOWHERE


def _domains(host: str) -> Iterator[str]:
    """A host and the domains above it, down to the registered one."""
    parts = host.split(".")
    least = 3 if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else 2
    for at in range(max(1, len(parts) - least + 1)):
        yield ".".join(parts[at:])


def _home_of_row(home: str, within: str, gazetteer: Gazetteer) -> Home:
    country = within if "." not in within else None
    if not home:
        return Home((), country)
    for place in gazetteer.lookup(home):
        if place.kind == "city" and within in (place.admin1, place.country):
            return Home((place,), place.country)
    return Home((), country)


def _country_of(ending: str, gazetteer: Gazetteer) -> str | None:
    if len(ending) != 2:
        return None
    return _CITY_STATES[ending] if ending in _CITY_STATES else gazetteer.country_of(ending.upper())


def _town_in_label(label: str, words: frozenset[str]) -> str:
    """*paris* in *parisbeacon*: words of newspapers' names taken from both ends."""
    label = label.replace("-", "")
    shrunk = True
    while shrunk:
        shrunk = False
        for size in range(min(12, len(label) - 3), 1, -1):
            if label[-size:] in words:
                label, shrunk = label[:-size], True
                break
            if label[:size] in words and len(label) - size > 3:
                label, shrunk = label[size:], True
                break
    return label


def _town_in_name(key: str, words: frozenset[str]) -> str:
    parts = key.split()
    while parts and parts[-1] in words:
        parts.pop()
    while parts and parts[0] in words:
        parts.pop(0)
    return " ".join(parts)


def _places(town: str, whole: str, country: str | None, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    if len(town) < 4:
        return ()
    smallest = _SMALLEST_ALONE if town == whole else _SMALLEST_TOWN
    return tuple(
        place
        for place in gazetteer.by_key(town)
        if place.kind == "city"
        and place.match == MAIN
        and place.population >= smallest
        and country in (None, place.country)
    )[:25]
