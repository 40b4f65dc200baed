"""The tables that ship with Dragoman, as names and their meanings.

Where the rows come from stands in ``data/README.md``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from .entity import Entity

Named = tuple[str, Entity]
_LONG = 5  # letters from which on a demonym has a regular plural
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 8
_SEAT_SECTORS = {"leg": ("LEG",), "mil": ("GOV", "MIL"), "spy": ("GOV", "SPY"), "police": ("COP",), "party": ("PTY",)}
_SHOWN = {"", "context", "sub", "cap", *_SEAT_SECTORS}
_VAGUE = frozenset(
    (
        "the",
        "national",
        "news",
        "agency",
        "state",
        "press",
        "television",
        "radio",
        "daily",
        "times",
        "post",
        "media",
        "world",
        "public",
        "standard",
        "nation",
        "independent",
        "observer",
        "sun",
        "star",
        "mirror",
        "herald",
        "time",
        "people",
    )
)
_NOT_A_GOVERNMENT = {"PSE"}  # its parts are no breakaway states


@dataclass(frozen=True, slots=True)
class Country:
    """A state, territory, former state or region; ``country`` is the ISO code that stands for it."""

    code: str
    country: str
    cameo: str
    kind: str
    name: str
    begin: str
    end: str


def rows(table: str) -> Iterator[list[str]]:
    """The rows of a table without its head."""
    text = files("dragoman.who").joinpath("data", table + ".csv").read_text(encoding="utf-8")
    reader = csv.reader(text.splitlines())
    next(reader)
    return reader


def split(cell: str) -> list[str]:
    """The values of a cell."""
    return cell.split("; ") if cell else []


@cache
def countries() -> dict[str, Country]:
    """All countries and regions by their code."""
    found = {}
    for code, iso3, _, cameo, kind, parent, name, *_, begin, end in rows("countries"):
        country = iso3 or parent or (code if kind == "historical" and len(code) == 3 else cameo)
        found[code] = Country(
            code, country, cameo or (country if kind != "historical" else code), kind, name, begin, end
        )
    return found


@cache
def cameo_countries() -> dict[str, str]:
    """The country that each CAMEO or ISO code stands for."""
    known = {item.country: item.country for item in countries().values()}
    known.update({item.cameo: item.country for item in countries().values() if len(item.cameo) == 3})
    return known | {"ROU": "ROU", "USA": "USA"}


def country_names() -> Iterator[Named]:
    """Names of states, capitals, seats of government and peoples."""
    for code, *_, name, official, aliases, former, demonyms, capital, others, seats, _, _ in rows("countries"):
        item = countries()[code]
        region = item.kind in ("region", "de_facto")
        pre = ("PRE",) if item.kind == "de_facto" and item.country not in _NOT_A_GOVERNMENT else ()
        kind = "region" if region else "state"
        old = item.kind == "historical"
        names = [name.split(" (")[0], *([] if official == name else [official]), *split(aliases)]
        yield from _of(item, dict.fromkeys(names), kind, pre, dated=old)
        yield from _of(item, split(former), kind, pre, rank=3)
        yield from _of(item, _both_numbers(split(demonyms)), "people", (), dated=old)
        if capital and capital != name:
            yield from _of(
                item, [capital, *split(others)], "region" if region else "capital", pre or ("GOV",), dated=True
            )
        yield from _of(item, split(seats), "seat", ("GOV",), dated=True)


def _of(
    item: Country, names: Iterable[str], kind: str, sectors: tuple[str, ...], *, rank: int = 1, dated: bool = False
) -> Iterator[Named]:
    for cell in names:
        name, _, note = cell.partition("=")
        if note not in _SHOWN:
            continue
        begin, end = (item.begin, item.end) if dated else ("", "")
        meant = "region" if note == "sub" and kind == "state" else "capital" if note == "cap" else kind
        yield (
            name.removeprefix("the "),
            Entity(
                id="country:" + item.code.lower(),
                name=name if kind in ("capital", "seat") else item.name,
                kind=meant,
                country=item.country or None,
                sectors=_SEAT_SECTORS.get(note, sectors),
                cameo=item.cameo,
                begin=begin,
                end=end,
                exact=_is_acronym(name),
                context=note == "context",
                rank=rank + (item.kind in ("region", "de_facto", "historical")),
            ),
        )


def _both_numbers(demonyms: list[str]) -> Iterable[str]:
    """Demonyms with the singular or regular plural that the table leaves out."""
    found = dict.fromkeys(demonyms)
    for name in demonyms:
        if "=" in name or len(name) < _LONG:
            continue
        if name.endswith(("ns", "is", "ts", "rs", "ks", "bs", "cs")):
            found.setdefault(name[:-1])
        elif name.endswith(("n", "i", "k", "er", "ot")):
            found.setdefault(name + "s")
    return found


def organisation_names() -> Iterator[Named]:
    """Names of international bodies, armed groups, parties, charities and the like."""
    for id_, name, acronym, aliases, type_, kind, country, sectors, cameo, reviewed in rows("organisations"):
        names = [name, acronym, *split(aliases)] if reviewed == "1" else [name, *split(aliases)]
        for text in dict.fromkeys(names):
            if reviewed != "1" and " " not in text:
                continue
            entity = Entity(
                id=id_,
                name=name,
                kind="organisation",
                country=country if len(country) == 3 and country != "INT" else None,
                sectors=tuple(split(sectors)),
                cameo=cameo,
                role=kind or type_,
                exact=_is_acronym(text),
                rank=2 if reviewed == "1" else 4,
            )
            yield text, entity


def media_names() -> Iterator[Named]:
    """Names of news agencies, broadcasters and newspapers."""
    for name, aliases, country, ownership, kind, sectors, cameo in rows("media"):
        for text in dict.fromkeys((name, *split(aliases))):
            role = f"{'state ' if ownership == 'state' else ''}{kind}"
            id_ = "media:" + "-".join((country.lower(), *name.lower().split()))
            text = text.split(" (")[0]
            exact = _is_acronym(text) or " " not in text
            vague = not set(text.lower().split()) - _VAGUE
            given = tuple(split(sectors))
            yield (
                text,
                Entity(id_, name, "media", country or None, given, cameo, role, exact=exact, context=vague, rank=2),
            )


def prominent_names() -> Iterator[Named]:
    """Names of parties, companies, universities, services and forces that the other tables lack."""
    for name, aliases, kind, country, sectors, role, begin, end, context in rows("prominent"):
        if kind == "person":
            continue
        id_ = f"{kind}:" + "-".join((country.lower() or "int", *name.lower().split()))
        for text in (name, *split(aliases)):
            meaning = Entity(id_, name, kind, country or None, tuple(split(sectors)), "", role or None, begin, end)
            yield text, replace(meaning, exact=_is_acronym(text), context=context == "1", rank=2 if context else 1)


def office_names() -> Iterator[Named]:
    """Names of ministries, parliaments, services and the like that belong to one country."""
    for pattern, country, sectors, role, function, match in rows("ministries"):
        if not country:
            continue
        name = pattern.removeprefix("the ")
        id_ = "office:" + "-".join((country.lower(), *name.lower().split()))
        exact = match == "case" or _is_acronym(name)
        yield name, Entity(id_, name, "office", country, tuple(split(sectors)), country + role, function, exact=exact)


def _is_acronym(name: str) -> bool:
    return _SHORTEST_ACRONYM <= len(name) <= _LONGEST_ACRONYM and name.replace(".", "").isupper() and " " not in name
