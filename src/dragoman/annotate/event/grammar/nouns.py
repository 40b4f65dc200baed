"""The grammatical slots of an event noun: whose it is, what describes it, its prepositions, who brings it about."""

from __future__ import annotations

from collections.abc import Iterator

from ....model import Parse
from ..roles import words
from .purpose import aimed_at
from .slots import OF_THE_OBJECT, add_preposition, is_passive, is_verb, surface_subject, verb_slots
from .victims import victims_of


def noun_slots(parse: Parse, noun: int, carrier: int | None, borne: bool = False) -> dict[str, list[int]]:
    """Slots of an event noun: poss, mod, each preposition, and agent from the verb that carries it.

    ``borne``: the subject of that verb suffers the act (*faces charges*) and fills the slot of that name.
    """
    slots = _under_noun(parse, noun)
    if carrier is not None:
        _from_carrier(parse, noun, carrier, slots)
        if borne:
            slots["borne"] = slots.pop("agent", [])
    if carrier is None and (blamed := _answerable(parse, noun)):
        slots["by"] = [*slots.get("by", ()), *blamed]
    if not slots.keys() & {"with", "between"} and carrier is None:
        _add_companions(parse, noun, slots)
    if hurt := victims_of(parse, noun):
        slots["hurt"] = hurt
    if aims := aimed_at(parse, noun):
        slots["aim"] = aims
    for inner in slots.get("of", ()):  # the arrest of X by Y, a suspension of links with Z
        for child in parse.children_by(inner, "prep"):
            if parse.lower[child] in OF_THE_OBJECT | {"by"} and parse.lower[child] not in slots:
                add_preposition(parse, child, slots)
    return slots


def _under_noun(parse: Parse, noun: int) -> dict[str, list[int]]:
    slots: dict[str, list[int]] = {}
    for child in parse.children[noun]:
        dep = parse.deps[child]
        if dep == "poss":
            slots.setdefault("poss", []).append(child)
        elif dep in ("amod", "compound", "nmod", "nummod"):
            slots.setdefault("mod", []).append(child)
        elif dep == "prep":
            add_preposition(parse, child, slots)
        elif dep in ("relcl", "acl"):
            _from_relative(parse, child, slots)
    return slots


def _answerable(parse: Parse, noun: int) -> list[int]:
    """Who did it by what is said above: *claimed responsibility for the raid*, *blame Chad for the raid*."""
    above = parse.heads[noun]
    while parse.deps[noun] == "conj":
        noun, above = above, parse.heads[above]
    if parse.deps[noun] != "pobj" or parse.lower[above] not in ("for", "of", "in") or parse.lemmas[noun] in COURT:
        return []
    holder = parse.heads[above]
    if parse.lemmas[holder] == "responsibility":
        verb = parse.heads[holder]
        return surface_subject(parse, verb) if parse.deps[holder] == "dobj" and is_verb(parse, verb) else []
    if parse.lemmas[holder] not in BLAMING or not is_verb(parse, holder):
        return []
    return verb_slots(parse, holder)["obj"]


COURT = frozenset(("trial", "charge", "case", "allegation", "accusation"))  # what is done to the accused, not by them
BLAMING = frozenset(("blame", "accuse", "suspect", "convict", "arrest", "charge", "jail"))


def _add_companions(parse: Parse, noun: int, slots: dict[str, list[int]]) -> None:
    """With whom, where the parser hangs it elsewhere: *a meeting at the embassy with the Soviet team*."""
    above = parse.heads[noun]
    places = [child for prep in parse.children_by(noun, "prep") for child in parse.children_by(prep, "pobj")]
    for place in (*places, above, parse.heads[above]):
        for child in parse.children_by(place, "prep"):
            if child > noun and parse.lower[child] in ("with", "between"):
                add_preposition(parse, child, slots)
                return
    for child in range(noun + 1, min(noun + FARTHEST, len(parse))):  # talks in Lima on May 3 between A and B
        if parse.tags[child][:2] in ("VB", "MD") or parse.words[child] in (".", ";"):
            return
        if parse.lower[child] == "between" and parse.tags[child] == "IN":
            add_preposition(parse, child, slots)
            return


FARTHEST = 14  # words from talks to those between whom they are


def _from_relative(parse: Parse, clause: int, slots: dict[str, list[int]]) -> None:
    """Slots from a clause on an event noun: *an attack carried out by rebels*, *talks that X held with Y*."""
    outer = verb_slots(parse, clause)
    for name, tokens in outer.items():
        if name in ("with", "against", "on", "between", "to"):
            slots.setdefault(name, []).extend(tokens)
    if is_passive(parse, clause) and outer.get("subj"):
        slots.setdefault("by", []).extend(outer["subj"])


def _from_carrier(parse: Parse, noun: int, verb: int, slots: dict[str, list[int]]) -> None:
    outer = verb_slots(parse, verb)
    chain = set(_chain(parse, noun, verb))
    for name, tokens in outer.items():
        others = [token for token in tokens if token not in chain]
        if name == "subj" and is_passive(parse, verb) and parse.lemmas[verb] in words("telling"):
            continue
        if name == "subj":
            slots.setdefault("agent", []).extend(others)
        elif name not in ("obj", "inner", "of"):
            slots.setdefault(name, []).extend(others)


def _chain(parse: Parse, token: int, top: int) -> Iterator[int]:
    yield token
    for above in parse.ancestors(token):
        if above == top:
            return
        yield above
