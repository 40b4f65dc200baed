"""Ranking of the candidates of all names of a report at once.

Every candidate starts from how prominent it is; a parent named after a comma, the outlet's home and the other names of
the report then speak for or against it. The other names vote by country, by first-level region and by cells of one
degree, each with the weight that its own candidates have so far; three rounds are enough.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from ...gazetteer import ABBREVIATION, MAIN, GazetteerPlace
from .home import Home, bond

MOST = 40  # candidates of a name that take part
_ROUNDS = 3
_SHARPNESS = 1.2  # of the soft maximum that turns scores into shares
_PARENT, _NOT_PARENT = 7.0, -2.5
_HOLDS = 3.0
_COUNTRY, _REGION, _REGION_ITSELF, _NEIGHBOURS = 1.4, 1.4, 0.7, 1.9
_LEAST_SHARE = 0.02
_SMALL = ("city", "admin2", "site")
_BARE_ABBREVIATION = -5.0
_HOME = " "  # the key of no folded name
_CITY_SHARE = 0.25  # of a region's people: a city of the same name that holds more of them is meant by the bare name


@dataclass(slots=True)
class Name:
    """One name of a report: its candidates, and what the words around its mentions say."""

    key: str  # folded, with a mark for the mentions that follow a smaller place after a comma
    places: tuple[GazetteerPlace, ...]
    asks: str = ""
    mentions: int = 0
    is_parent: bool = False
    children: list[str] = field(default_factory=list)  # keys of names that stand before this one and a comma
    parents: list[str] = field(default_factory=list)  # keys of names that follow a mention of this one after a comma
    base: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    cells: list[tuple[int, int] | None] = field(default_factory=list)  # of the candidates that are small

    def prepare(self) -> None:
        """Drops the least prominent candidates of too many and notes where the others lie."""
        self.places = self.places[:MOST]
        self.cells = [_cell(place) for place in self.places]

    @property
    def is_open(self) -> bool:
        """True if there is something to choose."""
        return len(self.places) > 1

    @property
    def shares(self) -> list[float]:
        """The scores as shares of one."""
        if not self.scores:
            return []
        best = max(self.scores)
        powers = [math.exp(_SHARPNESS * (score - best)) for score in self.scores]
        total = sum(powers)
        return [power / total for power in powers]


def rank(names: Sequence[Name], home: Home) -> None:
    """Scores the candidates of each name, in place; a name with one candidate only votes."""
    by_key = {name.key: name for name in names}
    for name in names:
        name.prepare()
        name.base = name.scores = [0.0] * len(name.places)
    at_home = _home_name(home)
    for name in [name for name in names if name.is_open]:
        own = _own_scores(name)
        name.base = [
            score + _parent_score(name, place, by_key) + home.score(place)
            for score, place in zip(own, name.places, strict=True)
        ]
        name.scores = name.base[:]
    _vote([*names, at_home] if at_home else list(names), at_home)


def _vote(voters: Sequence[Name], at_home: Name | None) -> None:
    """The rounds in which the names speak for each other's candidates."""
    chosen = [name for name in voters if name.is_open]
    if not chosen:
        return
    ballots: dict[str, _Votes] = {}
    for _ in range(_ROUNDS):
        ballots |= {name.key: _Votes.of(name) for name in (chosen if ballots else voters)}
        total = _Votes.sum(ballots.values())
        bonds = _bonds(at_home)
        for name in chosen:
            heard = total.scores(name, ballots[name.key])
            if bonds:
                heard = [
                    score + sum(weight * bond(place, town) for town, weight in bonds)
                    for score, place in zip(heard, name.places, strict=True)
                ]
            name.scores = heard


def _home_name(home: Home) -> Name | None:
    """A home that may be one of several places of a name takes part in the ranking like a name of the report."""
    if len(home.places) < 2:
        return None
    name = Name(_HOME, home.places, mentions=5)
    name.cells = [_cell(place) for place in name.places]
    name.base = [0.3 * math.log10(place.population + 10) for place in home.places]
    name.scores = name.base[:]
    return name


def _bonds(at_home: Name | None) -> list[tuple[GazetteerPlace, float]]:
    """The likelier homes of the outlet, each with its share."""
    if at_home is None:
        return []
    return [(place, share) for place, share in zip(at_home.places, at_home.shares, strict=True) if share > 0.1]


def _own_scores(name: Name) -> list[float]:
    """What each candidate is worth with nothing around it."""
    largest = max((place.population for place in name.places if place.kind == "city"), default=0)
    capital = any(place.capital for place in name.places)
    return [_own_score(place, name, largest, capital) for place in name.places]


def _own_score(place: GazetteerPlace, name: Name, largest: int, capital: bool) -> float:
    size = math.log10(place.population + 10)
    score = {
        "country": 9.5,
        "admin1": 5.0 + 0.3 * size,
        "admin2": 2.2 + 0.45 * size,
        "city": size + (0.8 if place.capital else 0.0),
        "area": 7.0,
        "water": 7.0,
        "site": 5.2,
    }[place.kind]
    bare = not name.is_parent and name.asks != "division"
    if place.kind == "admin1" and bare and (capital or largest > _CITY_SHARE * place.population):
        score -= 2.5
    if name.asks == "division":
        score += -2.0 if place.kind == "city" else 1.0
    elif name.asks == "town":
        score += 1.5 if place.kind == "city" else -1.0
    if name.is_parent:
        score += {"country": 1.5, "admin1": 2.0}.get(place.kind, -0.5)
    if place.match == ABBREVIATION:
        score += 1.0 if name.is_parent or "." in name.asks else _BARE_ABBREVIATION
    elif place.match and place.geonameid is not None:
        score -= 2.2 if any(other.match == MAIN for other in name.places) else 0.9
    return score


def within(place: GazetteerPlace, parent: GazetteerPlace) -> bool:
    """True if a place lies in a country, a region or a county; areas and cities are parents by distance."""
    if parent.kind == "country":
        return place.country == parent.country and place.kind != "country"
    if parent.kind == "admin1":
        return place.admin1 == parent.admin1 and place.kind != "admin1"
    if parent.kind == "admin2":
        return place.admin2 == parent.admin2 and place.kind != "admin2"
    return False


def _parent_score(name: Name, place: GazetteerPlace, by_key: dict[str, Name]) -> float:
    score = 0.0
    for key in name.parents:
        parents = by_key[key].places[:MOST]
        if any(within(place, parent) for parent in parents):
            score += _PARENT
        elif any(parent.kind in ("country", "admin1") for parent in parents):
            score += _NOT_PARENT
    for key in name.children:
        holds = any(within(child, place) for child in by_key[key].places[:MOST])
        score += _HOLDS if holds else -_HOLDS
    return max(-4.0, min(_PARENT, score))


@dataclass(slots=True)
class _Votes:
    """How much of the report, or one name of it, speaks for a country, a region and a neighbourhood."""

    countries: dict[str | None, float] = field(default_factory=lambda: defaultdict(float))
    regions: dict[str | None, float] = field(default_factory=lambda: defaultdict(float))
    cells: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    @staticmethod
    def of(name: Name) -> _Votes:
        """The votes of a name: one voice, a little more for each further mention, shared out to its candidates."""
        votes, voice = _Votes(), _voice(name)
        for place, share, cell in zip(name.places, name.shares, name.cells, strict=True):
            if share > _LEAST_SHARE:
                votes.countries[place.country] += voice * share
                votes.regions[place.admin1] += voice * share
                for near in _around(*cell) if cell is not None else ():
                    votes.cells[near] += voice * share
        return votes

    @staticmethod
    def sum(ballots: Iterable[_Votes]) -> _Votes:
        """The votes of all names."""
        total = _Votes()
        for votes in ballots:
            for country, weight in votes.countries.items():
                total.countries[country] += weight
            for region, weight in votes.regions.items():
                total.regions[region] += weight
            for cell, weight in votes.cells.items():
                total.cells[cell] += weight
        return total

    def scores(self, name: Name, own: _Votes) -> list[float]:
        """The candidates' scores with what the other names say of them; ``own`` are the votes of the name itself."""
        countries = _Others(self.countries, own.countries)
        regions = _Others(self.regions, own.regions)
        cells = _Others(self.cells, own.cells)
        found = []
        for base, place, cell in zip(name.base, name.places, name.cells, strict=True):
            score = _COUNTRY * countries[place.country] if place.country else 0.0
            if place.admin1:
                score += (_REGION_ITSELF if place.kind == "admin1" else _REGION) * regions[place.admin1]
            if cell is not None:
                score += _NEIGHBOURS * cells[cell]
            found.append(base + score)
        return found


Key = TypeVar("Key")


class _Others(dict[Key, float]):
    """What the other names' votes for a country, a region or a cell are worth, worked out once for each."""

    def __init__(self, total: Mapping[Key, float], own: Mapping[Key, float]) -> None:
        self._total, self._own = total, own

    def __missing__(self, key: Key) -> float:
        found = self[key] = _saturated(self._total.get(key, 0.0) - self._own.get(key, 0.0))
        return found


def _voice(name: Name) -> float:
    return 1.0 + 0.25 * min(4, name.mentions - 1)


def _saturated(votes: float) -> float:
    """Votes that count less and less: 0, .63, .86, .95 ... times 1.5."""
    return 1.5 * (1.0 - math.exp(-max(0.0, votes)))


def _cell(place: GazetteerPlace) -> tuple[int, int] | None:
    """The cell of a small place, None for a large one and for one without a point."""
    if place.kind not in _SMALL or place.lat is None or place.lon is None:
        return None
    return math.floor(place.lat), math.floor(place.lon)


@lru_cache(1 << 12)
def _around(row: int, column: int) -> tuple[tuple[int, int], ...]:
    """A cell and the eight around it."""
    return tuple((row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1))
