"""Whether a place name means the place or stands for an actor.

*In Pyongyang* is the city, *Pyongyang said* the state; *the Washington-Seoul alliance* is one of governments, and the
town of *Dayton Police Department* is a part of the department's name. Only places that have a government or a
staff of their own can act: countries, regions, capitals and the seats of power.
"""

from __future__ import annotations

from ...model import Parse, Place
from .cues import Cues

_ACTING = frozenset(("country", "admin1", "area", "site"))
_JOINS = frozenset(("-", "–", "—", "/"))
_BETWEEN_PLACES = frozenset(
    ("border", "road", "flight", "highway", "railway", "distance", "strait", "corridor", "bridge", "route", "line")
)
_UPON = frozenset(("on", "over", "to", "toward", "towards", "for"))
_IN_NAME = frozenset(("ORG", "LAW", "PRODUCT", "EVENT", "WORK_OF_ART"))


def is_literal(
    place: Place, capital: bool, first: int, last: int, parse: Parse, cues: Cues, entity: tuple[int, int, str] | None
) -> bool:
    """True unless the words around tokens ``first`` to ``last`` show that an actor is meant."""
    if entity and entity[2] in _IN_NAME and (entity[0] < first or entity[1] > last):
        return False
    if _in_pair(first, last, parse, cues):
        return False
    if place.kind not in _ACTING and not capital:
        return True
    return not _acts(first, last, parse, cues)


def _in_pair(first: int, last: int, parse: Parse, cues: Cues) -> bool:
    """*the Washington-Seoul alliance*, *Egypt-US relations*."""
    size = len(parse)
    after = last + 1 < size and parse.words[last + 1] in _JOINS
    before = first > 0 and parse.words[first - 1] in _JOINS
    if not (after or before):
        return False
    window = range(last + 1, min(size, last + 6))
    return any(
        parse.lemmas[token] in cues.relation_noun or parse.lower[token] in cues.relation_noun for token in window
    )


def _acts(first: int, last: int, parse: Parse, cues: Cues) -> bool:
    token = parse.head_in(range(first, last + 1))
    while parse.deps[token] == "conj":
        token = parse.heads[token]
    label, head = parse.deps[token], parse.heads[token]
    if label in ("nsubj", "nsubjpass"):
        return parse.lemmas[head] in cues.actor_verb or any(
            parse.lemmas[verb] in cues.actor_verb for verb in parse.children_by(head, "xcomp", "ccomp") if verb > head
        )
    if label in ("poss", "compound", "nmod"):
        return parse.lemmas[head] in cues.actor_noun or parse.lower[head] in cues.actor_noun
    if label in ("dobj", "dative"):
        return parse.lemmas[head] in cues.facing
    if label == "pobj":
        return _faced(head, parse, cues)
    return False


def _faced(preposition: int, parse: Parse, cues: Cues) -> bool:
    """*Talks with Beijing*, *imposed by Ankara*, *the government of Chad*."""
    word, governor = parse.lower[preposition], parse.heads[preposition]
    if word == "of":
        return parse.lower[governor] in cues.actor_noun
    if parse.deps[preposition] == "agent":
        return True
    if word in _UPON:
        return parse.lower[governor] in cues.leverage or parse.lemmas[governor] in cues.leverage
    return word in cues.facing and parse.lemmas[governor] not in _BETWEEN_PLACES
