"""What a name in the tables stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_LAPSING = ("seat", "person", "office")  # names that mean nothing outside their dates
KINDS = ("state", "region", "capital", "seat", "people", "organisation", "office", "media", "person")


@dataclass(frozen=True, slots=True)
class Entity:
    """One meaning of a name.

    ``kind``: state, region (a part of a state or a de facto one), capital, seat (a building or street that stands
    for a government), people (demonyms), organisation, office, media, person. ``begin`` and ``end`` are ISO 8601
    days, months or years, both included, "" if open. ``exact`` names must stand in capitals as in the table;
    ``context`` ones count only where the report supports the country; of several meanings those of lowest ``rank``
    are preferred (0: the user's own tables).
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    cameo: str = ""
    role: str | None = None
    begin: str = ""
    end: str = ""
    exact: bool = False
    context: bool = False
    rank: int = 1


def holds(begin: str, end: str, day: str | None) -> bool:
    """True if an ISO 8601 day lies in a period whose limits may be days, months or years."""
    if day is None:
        return not end
    return begin <= day[: len(begin)] and (not end or day[: len(end)] <= end)


def choose(meanings: Sequence[Entity], day: str | None, support: Mapping[str, float]) -> Entity | None:
    """The meaning of an ambiguous name: by its dates, its rank and the report's other countries.

    ``support`` is the weight of each country in the report. Where meanings of several countries remain and the
    report does not decide, the result is None.
    """
    known = [item for item in meanings if holds(item.begin, item.end, day)]
    own = [item for item in known if item.rank < 1]
    if own:
        return min(own, key=lambda item: item.rank)
    known = known or [item for item in meanings if item.rank > 0 and item.kind not in _LAPSING]
    known = [item for item in known if not item.context or support.get(item.country or "", 0.0) > 0.0]
    if not known:
        return None
    if len({item.country for item in known}) == 1:
        return min(known, key=lambda item: item.rank)
    weights = sorted(((support.get(item.country or "", 0.0), -item.rank) for item in known), reverse=True)
    best = [item for item in known if (support.get(item.country or "", 0.0), -item.rank) == weights[0]]
    return best[0] if len({item.country for item in best}) == 1 else None


def countries_of(meanings: Iterable[Entity]) -> set[str]:
    """The countries that a name may stand for."""
    return {item.country for item in meanings if item.country}
