"""From spans to places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...gazetteer import Gazetteer, GazetteerPlace, fold, open_gazetteer
from ...model import Candidate, Place, Reading, Span
from .candidates import Found, find
from .home import Home, Outlets
from .rank import Name, rank

KEPT = 5  # candidates in the record
_DIVISION_FOLLOWS = re.compile(r"\s+(?:province|region|oblast|governorate|state|district|county|prefecture)\b")
_TOWN = 3_000  # people
_COMMA = re.compile(r"\s*,\s*(?:the\s+)?$|\s*\($")


@dataclass(frozen=True, slots=True)
class Linker:
    """Resolves spans of a report against a gazetteer."""

    gazetteer: Gazetteer
    outlets: Outlets

    @staticmethod
    def of(gazetteer: Gazetteer) -> Linker:
        """A linker over an open gazetteer."""
        return Linker(gazetteer, Outlets.load())

    def __call__(self, reading: Reading, spans: Sequence[Span]) -> list[Place]:
        """A place for each span, in order; without coordinates where the gazetteer has no such name."""
        text = reading.report.text
        found = {key: find(self.gazetteer, words) for key, words in _written(text, spans).items()}
        names: dict[str, Name] = {}
        keys: list[str] = []
        for span in spans:
            keys.append(self._name(text, span, found, names))
        self._parents(text, spans, keys, names)
        rank(list(names.values()), self.home(reading))
        resolved = {key: _place(name) for key, name in names.items()}
        return [_at(span, text, resolved[key]) for span, key in zip(spans, keys, strict=True)]

    def _name(self, text: str, span: Span, found: Mapping[str, Found], names: dict[str, Name]) -> str:
        written = span.of(text)
        key = fold(written)
        if key not in names:
            places = found[key].places or self.gazetteer.of_people(written)
            names[key] = Name(key, places, found[key].asks)
        names[key].mentions += 1
        if _DIVISION_FOLLOWS.match(text, span.end):
            names[key].asks = names[key].asks or "division"
        return key

    def _parents(self, text: str, spans: Sequence[Span], keys: list[str], names: dict[str, Name]) -> None:
        """Notes for each name the larger place that follows it after a comma or in brackets.

        The larger place is a name of its own: *Georgia* is the state in *Athens, Georgia* even where the report
        is on Tbilisi.
        """
        for at in range(len(spans) - 1):
            between = text[spans[at].end : spans[at + 1].start]
            child, parent = names[keys[at]], names[keys[at + 1]]
            if len(between) < 8 and _COMMA.fullmatch(between) and child is not parent and _may_hold(parent, child):
                key = parent.key + ","
                if key not in names:
                    names[key] = Name(key, parent.places, parent.asks, is_parent=True)
                names[key].mentions += 1
                parent.mentions -= 1
                keys[at + 1] = key
                child.parents.append(key)
                names[key].children.append(child.key)
        for key in [key for key, name in names.items() if name.mentions < 1]:
            del names[key]

    def is_capital(self, place: Place) -> bool:
        """True if a resolved place is the capital of its country."""
        if place.kind != "city" or place.geonameid is None:
            return False
        return any(row.capital and row.geonameid == place.geonameid for row in self.gazetteer.lookup(place.name))

    def home(self, reading: Reading) -> Home:
        """The home of the report's outlet."""
        return self.outlets.home(reading.report.source, reading.report.url, self.gazetteer)


def link(reading: Reading, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer | None = None) -> list[Place]:
    """The places that given spans of a report stand for, one each, in order of the text.

    For evaluation on gold spans and for names found by others. A demonym (*Russians*) is resolved to its country;
    the stage itself never takes one for a place. Without a gazetteer the one in the user's cache is opened.
    """
    linker = Linker.of(gazetteer or open_gazetteer())
    return linker(reading, [Span(start, end) for start, end in sorted(spans)])


def _written(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Folded names and one spelling of each."""
    return {fold(words): words for words in (span.of(text) for span in spans)}


def _may_hold(parent: Name, child: Name) -> bool:
    """True if one of the first name's candidates may hold one of the second's: *Athens, Ga.*

    *Niger, Nigeria* and *Oklahoma, Texas* are members of lists. The name of a country or a region is a child only
    where the other holds a town of some size (*Lebanon, Pa.*), or is a country that holds a region of this name
    which is at least as large (*Georgia, U.S.*).
    """
    if not child.places or not parent.places:
        return False
    first = child.places[0]
    regions = {place.admin1 for place in parent.places if place.kind == "admin1"}
    countries = {place.country for place in parent.places if place.kind == "country"}
    if first.kind in ("country", "admin1"):
        least = first.population if first.kind == "country" else 0
        return any(
            (place.kind == "admin1" and place.country in countries and place.population >= least)
            or (place.kind == "city" and place.admin1 in regions and place.population >= _TOWN)
            for place in child.places
        )
    counties = {place.admin2 for place in parent.places if place.kind == "admin2"}
    return any(
        (place.admin1 in regions and place.kind != "admin1")
        or (place.country in countries and place.kind != "country")
        or (place.admin2 is not None and place.admin2 in counties and place.kind == "city")
        for place in child.places
    )


def _place(name: Name) -> Place | None:
    """What a name stands for, still without a span; None if the gazetteer does not know it."""
    if not name.places:
        return None
    order = sorted(range(len(name.places)), key=lambda at: (-name.scores[at], at))
    shares = name.shares
    best = name.places[order[0]]
    return Place(
        Span(0, 0),
        best.name,
        best.geonameid,
        best.lat,
        best.lon,
        best.country,
        best.region,
        best.kind,
        round(shares[order[0]], 4),
        tuple(_candidate(name.places[at], shares[at]) for at in order[:KEPT]),
    )


def _at(span: Span, text: str, place: Place | None) -> Place:
    """A mention of a resolved name, or of one that stays without a point."""
    return replace(place, span=span) if place else Place(span, span.of(text), kind="site")


def _candidate(place: GazetteerPlace, share: float) -> Candidate:
    return Candidate(place.geonameid, place.name, place.country, round(share, 4))
