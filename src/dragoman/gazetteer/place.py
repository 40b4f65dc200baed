"""One row of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("country", "admin1", "admin2", "city", "area", "water", "site")
MAIN, ALIAS, ABBREVIATION = 0, 1, 2


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place with its parents.

    ``country`` is ISO 3166-1 alpha-3; ``admin1`` and ``admin2`` are GeoNames codes (*US.TX*, *US.TX.029*);
    ``region`` the English name of the first-level region; ``lat`` and ``lon`` are WGS 84 degrees or None where no
    point is known; ``match`` says whether the name asked for is the place's own (0), another name (1) or an
    abbreviation (2); ``capital`` whether it is the capital of its country.
    """

    id: int
    geonameid: int | None
    name: str
    kind: str
    country: str | None
    admin1: str | None
    admin2: str | None
    region: str | None
    lat: float | None
    lon: float | None
    population: int
    capital: bool
    match: int
