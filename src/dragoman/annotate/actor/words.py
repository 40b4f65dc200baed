"""The tables of words that the layer of actors uses, made ready for look-ups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from ...lexicon import load
from ...who import Entity, Role, keys_of


@dataclass(frozen=True, slots=True)
class Cues:
    """Sets of lower-case words by what they tell (see ``actor_cues.toml``)."""

    former: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    amount: frozenset[str]
    elsewhere: frozenset[str]
    goes: frozenset[str]
    pair: frozenset[str]
    country: frozenset[str]
    collective: frozenset[str]
    says: frozenset[str]
    honorific: frozenset[str]
    relation: frozenset[str]
    body: frozenset[str]
    worldwide: frozenset[str]
    abstract: frozenset[str]
    adherent: frozenset[str]
    charges: frozenset[str]
    charged: frozenset[str]
    strikes: frozenset[str]
    striker: frozenset[str]
    foe: frozenset[str]
    pronouns: dict[str, str]
    functions: dict[str, str]


@cache
def cues() -> Cues:
    """The cues of the shipped tables."""
    by_cue: dict[str, set[str]] = {}
    for entry in load("actor_cues").entries:
        by_cue.setdefault(entry.value["cue"], set()).update(entry.forms)
    names = [item.name for item in fields(Cues) if item.name not in ("pronouns", "functions")]
    sets = {name: frozenset(by_cue.get(name, ())) for name in names}
    pronouns = {form: entry.value["who"] for entry in load("actor_pronouns").entries for form in entry.forms}
    functions = {form: entry.value["sector"] for entry in load("actor_functions").entries for form in entry.forms}
    return Cues(pronouns=pronouns, functions=functions, **sets)


@cache
def own_roles() -> tuple[tuple[str, Role], ...]:
    """The roles of ``actor_roles.toml``."""
    return tuple(_roles())


def _roles() -> Iterator[tuple[str, Role]]:
    for entry in load("actor_roles").entries:
        value = entry.value
        for form in entry.forms:
            kind = value["kind"] or ""
            office, bearer, country = value["office"] or "", bool(value["bearer"]), value["country"]
            yield form, Role(form, value["sectors"], "", office, kind, bearer, country)


@cache
def own_names() -> tuple[tuple[str, Entity], ...]:
    """The peoples and regions of ``actor_peoples.toml``: one meaning for each country in question, one for none."""
    return tuple(_names())


def _names() -> Iterator[tuple[str, Entity]]:
    for entry in load("actor_peoples").entries:
        kind, sectors = ("region", ("CVL",)) if entry.value["place"] else ("people", ())
        for form in entry.forms:
            for country in entry.value["countries"] or (None,):
                id_ = f"{kind}:" + "-".join(keys_of(form))
                yield form, Entity(id_, form, kind, country, sectors, rank=3)
