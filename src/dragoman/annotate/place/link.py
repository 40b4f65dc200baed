"""From spans to places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...gazetteer import Gazetteer, GazetteerPlace, fold
from ...model import Candidate, Place, Reading, Span
from .candidates import find
from .home import Home, Outlets
from .rank import Name, rank

KEPT = 5  # candidates in the record
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
        names: dict[str, Name] = {}
        keys = [self._name(text, span, names) for span in spans]
        _parents(text, spans, keys, names)
        rank(list(names.values()), self.home(reading))
        return [_place(span, text, names[key]) for span, key in zip(spans, keys, strict=True)]

    def home(self, reading: Reading) -> Home:
        """The home of the report's outlet."""
        return self.outlets.home(reading.report.source, reading.report.url, self.gazetteer)

    def _name(self, text: str, span: Span, names: dict[str, Name]) -> str:
        written = span.of(text)
        key = fold(written)
        if key not in names:
            found = find(self.gazetteer, written)
            places = found.places or self.gazetteer.of_people(written)
            names[key] = Name(key, places, found.asks)
        names[key].mentions += 1
        return key


def _parents(text: str, spans: Sequence[Span], keys: Sequence[str], names: dict[str, Name]) -> None:
    """Notes for each name the names that follow it after a comma or in brackets."""
    for at in range(len(spans) - 1):
        between = text[spans[at].end : spans[at + 1].start]
        child, parent = names[keys[at]], names[keys[at + 1]]
        if len(between) < 8 and _COMMA.fullmatch(between) and child is not parent:
            if _may_hold(parent, child):
                child.parents.append(parent.key)
                parent.is_parent = True


def _may_hold(parent: Name, child: Name) -> bool:
    regions = {place.admin1 for place in parent.places if place.kind == "admin1"}
    countries = {place.country for place in parent.places if place.kind == "country"}
    counties = {place.admin2 for place in parent.places if place.kind == "admin2"}
    return any(
        (place.admin1 in regions and place.kind != "admin1")
        or (place.country in countries and place.kind != "country")
        or (place.admin2 is not None and place.admin2 in counties and place.kind == "city")
        for place in child.places
    )


def _place(span: Span, text: str, name: Name) -> Place:
    if not name.places:
        return Place(span, span.of(text), kind="site", score=0.0)
    order = sorted(range(len(name.places)), key=lambda at: (-name.scores[at], at))
    shares = name.shares
    best = name.places[order[0]]
    kept = tuple(_candidate(name.places[at], shares[at]) for at in order[:KEPT])
    return Place(
        span,
        best.name,
        best.geonameid,
        best.lat,
        best.lon,
        best.country,
        best.region,
        best.kind,
        round(shares[order[0]], 4),
        kept,
    )


def _candidate(place: GazetteerPlace, share: float) -> Candidate:
    return Candidate(place.geonameid, place.name, place.country, round(share, 4))
