"""The places that a name may stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ...gazetteer import Gazetteer, GazetteerPlace, fold

_LEADING = {"n": "north", "s": "south", "e": "east", "w": "west"}
_DIVISION = {"twp": "township", "co": "county", "cty": "county", "is": "island", "mtn": "mountain", "mts": "mountains"}
DIVISIONS = frozenset(
    (
        "province|region|oblast|governorate|state|district|prefecture|county|department|krai|canton|municipality|"
        "territory|republic|division|emirate|voivodeship|parish|township|wilayat|raion"
    ).split("|")
)
_TOWNS = frozenset(("city", "town", "village", "township", "borough", "municipality", "metropolis"))
_SLASHES = re.compile(r"\s*[/–—-]\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates for a name and whether the name itself asks for a division (*Kandahar province*) or a town."""

    places: tuple[GazetteerPlace, ...]
    asks: str = ""


def find(gazetteer: Gazetteer, name: str) -> Found:
    """The candidates for a name as written, by its own key or by the nearest form that is known."""
    key = fold(name)
    places = gazetteer.by_key(key)
    if places:
        return Found(places, _asked(key))
    for variant in _variants(key):
        places = gazetteer.by_key(variant)
        if places:
            return Found(places, _asked(variant))
    return _without_type(gazetteer, key)


def _asked(key: str) -> str:
    return "division" if key.rpartition(" ")[2] in DIVISIONS and " " in key else ""


def _variants(key: str) -> tuple[str, ...]:
    """*west columbia* for *w columbia*, *tewksbury township* for *tewksbury twp*."""
    first, _, rest = key.partition(" ")
    variants = []
    if rest and first in _LEADING:
        variants.append(f"{_LEADING[first]} {rest}")
    head, _, last = key.rpartition(" ")
    if head and last in _DIVISION:
        variants.append(f"{head} {_DIVISION[last]}")
    return tuple(variants)


def _without_type(gazetteer: Gazetteer, key: str) -> Found:
    """*kandahar* for *kandahar province*, *quezon* for *city of quezon*."""
    head, _, last = key.rpartition(" ")
    last = _DIVISION.get(last, last)
    if head and last in DIVISIONS | _TOWNS:
        town = last in _TOWNS
        kept = _of_type(gazetteer.by_key(head), town)
        return Found(kept, "town" if town else "division")
    for opening in ("city of ", "town of ", "village of "):
        if key.startswith(opening):
            return Found(_of_type(gazetteer.by_key(key.removeprefix(opening)), True), "town")
    for opening in ("state of ", "province of ", "republic of ", "governorate of ", "county of "):
        if key.startswith(opening):
            return Found(_of_type(gazetteer.by_key(key.removeprefix(opening)), False), "division")
    return Found(())


def _of_type(places: tuple[GazetteerPlace, ...], town: bool) -> tuple[GazetteerPlace, ...]:
    fits: Callable[[GazetteerPlace], bool] = (
        (lambda place: place.kind == "city") if town else (lambda place: place.kind != "city")
    )
    return tuple(filter(fits, places))
