"""The places that a name may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from ...gazetteer import Gazetteer, GazetteerPlace, fold

_LEADING = {"n": "north", "s": "south", "e": "east", "w": "west"}
_DIRECTIONS = frozenset(
    (
        *(
            "north",
            "south",
            "east",
            "west",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "greater",
            "upper",
        ),
        *("lower", "downtown", "northeast", "northwest", "southeast", "southwest", "inner", "outer", "old", "mid"),
    )
)
_LONG = {"twp": "township", "co": "county", "cty": "county", "mtn": "mountain", "mts": "mountains"}
DIVISIONS = frozenset(
    (
        *("province", "region", "oblast", "governorate", "state", "district", "prefecture", "county", "department"),
        *("krai", "canton", "municipality", "territory", "republic", "division", "emirate", "voivodeship", "parish"),
        *("township", "wilayat", "raion"),
    )
)
_TOWNS = frozenset(("city", "town", "village", "township", "borough", "municipality", "metropolis"))
_OPENINGS = {
    "city of ": True,
    "town of ": True,
    "village of ": True,
    "state of ": False,
    "province of ": False,
    "republic of ": False,
    "governorate of ": False,
    "county of ": False,
}


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates for a name, and whether the name itself asks for a division (*Kandahar province*) or a town."""

    places: tuple[GazetteerPlace, ...]
    asks: str = ""


NOTHING = Found(())


def find(gazetteer: Gazetteer, name: str) -> Found:
    """The candidates for a name as written, by its own key or by the nearest form that is known."""
    key = fold(name)
    for variant in (key, *_variants(key)):
        places = gazetteer.by_key(variant)
        if places:
            return Found(places, "division" if " " in variant and variant.rpartition(" ")[2] in DIVISIONS else "")
    return _without_type(gazetteer, key) or _without_direction(gazetteer, key) or NOTHING


def _variants(key: str) -> tuple[str, ...]:
    """*west columbia* for *w columbia*, *tewksbury township* for *tewksbury twp*."""
    first, _, rest = key.partition(" ")
    variants = []
    if rest and first in _LEADING:
        variants.append(f"{_LEADING[first]} {rest}")
    head, _, last = key.rpartition(" ")
    if head and last in _LONG:
        variants.append(f"{head} {_LONG[last]}")
    return tuple(variants)


def _without_type(gazetteer: Gazetteer, key: str) -> Found | None:
    """*kandahar* for *kandahar province*, *quezon* for *city of quezon*."""
    head, _, last = key.rpartition(" ")
    last = _LONG.get(last, last)
    if head and (last in DIVISIONS or last in _TOWNS):
        town = last in _TOWNS
        kept = _of_type(gazetteer.by_key(head), town)
        return Found(kept, "town" if town else "division") if kept else None
    for opening, town in _OPENINGS.items():
        if key.startswith(opening):
            kept = _of_type(gazetteer.by_key(key.removeprefix(opening)), town)
            return Found(kept, "town" if town else "division") if kept else None
    return None


def _without_direction(gazetteer: Gazetteer, key: str) -> Found | None:
    """The whole for a part that has no row of its own: *florida* for *south florida*."""
    first, _, rest = key.partition(" ")
    if not rest or (first not in _DIRECTIONS and first not in _LEADING):
        return None
    places = gazetteer.by_key(rest)
    return Found(places) if places else None


def _of_type(places: tuple[GazetteerPlace, ...], town: bool) -> tuple[GazetteerPlace, ...]:
    return tuple(place for place in places if (place.kind == "city") == town)
