"""Places."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for; ``score`` lies in 0..1 and candidates come best first."""

    geonameid: int | None
    name: str
    country: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """A place name resolved against the gazetteer.

    ``lat`` and ``lon`` are WGS 84 degrees; ``country`` ISO 3166-1 alpha-3; ``kind`` one of country, admin1,
    admin2, city, area, water, site; ``score`` the probability-like confidence of the first candidate.
    ``literal`` is False where the name stands for an actor (*Pyongyang said*).
    """

    span: Span
    name: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    kind: str = "city"
    score: float = 0.0
    candidates: tuple[Candidate, ...] = ()
    literal: bool = True


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an event."""

    span: Span
    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None
    kind: str

    @staticmethod
    def at(place: Place) -> Where:
        """The place of an event from a place mention."""
        return Where(place.span, place.name, place.geonameid, place.lat, place.lon, place.country, place.kind)
