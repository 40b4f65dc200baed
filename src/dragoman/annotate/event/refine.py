"""What stands beside an act makes its code more exact: how many meet and where, what somebody is accused of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ...lexicon import load
from ...model import Parse, Party, Where
from .acts import Act, acts, known_code

MEETINGS = frozenset(("meet", "negotiate"))
MANY = 3  # parties of different countries that make a meeting multilateral
PURPOSES = {"leadership": "1", "policy": "2", "freedoms": "3", "regime": "4"}  # last digit of CAMEO 14xx


@cache
def _words(kind: str) -> Mapping[str, str]:
    """Word to topic (or purpose); the first of a table's entries that has it."""
    found: dict[str, str] = {}
    for entry in load("topics").entries:
        if entry.value["kind"] == kind:
            for form in entry.forms:
                found.setdefault(form, entry.id)
    return found


def refine_code(act: Act, parse: Parse, token: int) -> Act:
    """The act with its topic: an accusation of espionage, an investigation of a crime, a protest for rights."""
    if act.key in ("accuse", "investigate"):
        topic = _topic(parse, token, "topic")
        return acts().get(f"{act.key}.{topic}", act) if topic else act
    if act.act == "PROTEST" and len(act.cameo) == 3:
        purpose = _topic(parse, token, "purpose")
        code = act.cameo + PURPOSES.get(purpose or "", "")
        return replace(act, cameo=code) if purpose and known_code(code) else act
    return act


def _topic(parse: Parse, token: int, kind: str) -> str | None:
    table = _words(kind)
    for word in _after(parse, token):
        if word in table:
            return table[word]
    return None


def _after(parse: Parse, token: int) -> Iterator[str]:
    """The lemmas under a trigger that stand after it, single and in pairs, in order of the text."""
    under = [at for at in parse.subtree(token) if at > token]
    for place, at in enumerate(under):
        for follows in under[place + 1 : place + 2]:
            yield f"{parse.lower[at]} {parse.lower[follows]}"
        yield parse.lemmas[at]


def refine_shot(act: Act, parse: Parse, token: int, actors: Sequence[Party], recipients: Sequence[Party]) -> Act:
    """What a state fires into the sea or into space is a test: *fired a rocket carrying a satellite*."""
    by_state = any(party.country and REBELS.isdisjoint(party.sectors) for party in actors)
    if act.key != "fight.heavy" or recipients or not by_state:
        return act
    harmless = any(parse.lemmas[at] in NOWHERE for at in parse.subtree(token))
    return acts()["posture.weapons"] if harmless else act


NOWHERE = frozenset(("sea", "ocean", "water", "waters", "orbit", "space", "satellite"))
REBELS = frozenset(("REB", "UAF", "CRM"))


def refine_meeting(act: Act, actors: Sequence[Party], recipients: Sequence[Party], where: Where | None) -> Act:
    """A meeting of many is multilateral; one of two in the country of neither is at a third place."""
    if act.key not in MEETINGS:
        return act
    everybody = (*actors, *recipients)
    parties = {party.country or party.entity or party.name for party in everybody}
    if len(parties) >= MANY or any("IGO" in party.sectors for party in everybody):
        return acts()["meet.multilateral"] if act.key == "meet" else act
    countries = {party.country for party in (*actors, *recipients) if party.country}
    away = where is not None and where.country is not None and where.country not in countries
    if act.key == "meet" and len(countries) == 2 and away:
        return acts()["meet.third"]
    return act
