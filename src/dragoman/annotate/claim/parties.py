"""Who a claim is about: countries beside the noun or the verb of its act."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from ...model import Parse, Reading

_ROLES: Mapping[str, str] = {
    "by": "actor",
    "from": "actor",
    "to": "recipient",
    "on": "recipient",
    "against": "recipient",
    "with": "recipient",
    "of": "recipient",
    "between": "both",
    "among": "both",
    "in": "place",
    "at": "place",
    "inside": "place",
    "near": "place",
    "over": "place",
}
_OWN = ("poss", "amod", "compound", "nmod")
_CLAUSES = ("conj", "advcl", "ccomp", "parataxis")
_SUBJECTS = ("nsubj", "nsubjpass", "agent")


@dataclass(frozen=True, slots=True)
class Countries:
    """The country of every token that an actor or a place of the reading covers."""

    of_token: Mapping[int, str]

    @staticmethod
    def of(reading: Reading, parse: Parse, start: int, end: int) -> Countries:
        """Those of one sentence; an actor's country goes before a place's."""
        found: dict[int, str] = {}
        low, high = parse.starts[start], parse.ends[end - 1]
        for layer in (reading.places, reading.actors):
            for item in layer:
                if item.country is not None and low <= item.span.start < high:
                    found.update((token, item.country) for token in parse.tokens_in(item.span))
        return Countries(found)

    def at(self, parse: Parse, noun: int) -> list[str]:
        """The countries of a noun and of what is coordinated with it: its own name, possessor or adjective."""
        found = []
        for token in parse.conjuncts(noun):
            own = [child for child in parse.children_by(token, *_OWN) if child in self.of_token]
            country = self.of_token[own[0]] if own else self.of_token.get(token)
            if country is not None and country not in found:
                found.append(country)
        return found

    def under(self, parse: Parse, token: int) -> str | None:
        """The first country at a token or in the words that hang on it."""
        own = self.at(parse, token)
        if own:
            return own[0]
        for below in parse.subtree(token):
            if below > token and _ROLES.get(parse.lower[below]) not in (None, "place") and parse.lower[below] != "of":
                return None  # "by a pope to the Emirates": what follows has a part of its own
            if below in self.of_token:
                return self.of_token[below]
        return None


class Found(NamedTuple):
    """Countries by their part in the act."""

    actor: str | None = None
    recipient: str | None = None
    place: str | None = None


def of_noun(parse: Parse, countries: Countries, noun: int, window: tuple[int, int], possessor: str) -> Found:
    """The parties of *X's first visit by Y to Z in W*, from the noun's neighbours and the prepositions after it."""
    parts: dict[str, str] = {}
    owner = parse.child(noun, "poss")
    if owner is not None:
        _owner(parse, countries, noun, owner, possessor, parts)
    for child in parse.children_by(noun, "amod", "compound"):
        if child in countries.of_token:
            parts.setdefault("actor", countries.of_token[child])
    above = {noun, *parse.ancestors(noun)}
    for at in range(window[0], window[1] + 1):
        role = _ROLES.get(parse.lower[at])
        if role is not None and parse.tags[at] in ("IN", "TO") and not _elsewhere(parse, at, above):
            _preposition(parse, countries, at, role, window[1], parts)
    return _found(parts)


def _elsewhere(parse: Parse, at: int, above: Set[int]) -> bool:
    """True for a preposition of another clause: *called it the strongest treaty ever and backed the war in Ukraine*."""
    clause = next((up for up in parse.ancestors(at) if parse.deps[up] in _CLAUSES and parse.tags[up][:1] == "V"), None)
    return clause is not None and clause not in above


def _owner(parse: Parse, countries: Countries, noun: int, owner: int, possessor: str, parts: dict[str, str]) -> None:
    own = countries.at(parse, owner)
    if len(own) == 1 and parse.lower[owner] not in ("their",):
        parts[possessor] = own[0]
        return
    governor = parse.heads[noun]
    subject = parse.child(governor, *_SUBJECTS) if parse.tags[governor][:1] == "V" else None
    pair = (own if len(own) > 1 else countries.at(parse, subject) if subject is not None else own)[:2]
    if len(pair) == 1:
        parts[possessor] = pair[0]
    elif pair:
        parts["actor"], parts["recipient"] = pair


def _preposition(parse: Parse, countries: Countries, at: int, role: str, last: int, parts: dict[str, str]) -> None:
    thing = parse.child(at, "pobj")
    if thing is None or thing > last:
        return
    both = countries.at(parse, thing)
    if role == "both" and len(both) > 1:
        parts.setdefault("actor", both[0])
        parts.setdefault("recipient", both[1])
        return
    country = both[0] if both else countries.under(parse, thing)
    if country is not None and role != "both" and country not in parts.values():
        parts.setdefault(role, country)


def of_verb(parse: Parse, countries: Countries, verb: int) -> Found:
    """The parties of a clause: its subject acts, its object or a phrase with *to*, *with*, *on* receives."""
    parts: dict[str, str] = {}
    subject = parse.child(verb, *_SUBJECTS)
    if subject is None and parse.deps[verb] in ("relcl", "acl"):
        subject = parse.heads[verb]
    if subject is not None:
        own = countries.at(parse, subject)
        passive = parse.deps[subject] == "nsubjpass"
        if own:
            parts["recipient" if passive else "actor"] = own[0]
        if len(own) > 1 and not passive:
            parts["recipient"] = own[1]
    thing = parse.child(verb, "dobj")
    if thing is not None:
        country = countries.under(parse, thing)
        if country is not None and country not in parts.values():
            parts.setdefault("recipient", country)
    for at in parse.children_by(verb, "prep", "agent", "dative"):
        role = _ROLES.get(parse.lower[at])
        if role is not None:
            _preposition(parse, countries, at, role, len(parse), parts)
    return _found(parts)


def _found(parts: Mapping[str, str]) -> Found:
    return Found(parts.get("actor"), parts.get("recipient"), parts.get("place"))
