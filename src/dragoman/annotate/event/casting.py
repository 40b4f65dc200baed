"""Which slots of an act its frame gives to its actors and which to its recipients."""

from __future__ import annotations

from ...model import Party
from .frames import Frame, Slots
from .roles import Cast

SENT = frozenset(("MIL", "GOV", "COP", "UNK"))  # whom a state sends and calls back


def cast_roles(cast: Cast, frame: Frame, slots: Slots, noun: bool) -> tuple[list[Party], list[Party]]:
    """The actors and the recipients of an act, by its frame."""
    acting, receiving = (frame.noun_actor, frame.noun_recipient) if noun else (frame.actor, frame.recipient)
    actors: list[Party] = []
    source = ""
    for name in acting:
        actors = cast.fill(slots.get(name, ()), thing=name in ("subj", "agent", "by"))
        if actors:
            source = name
            break
    if frame.name == "protest" and not actors:
        actors = cast.crowd([head for name in acting for head in slots.get(name, ())])
    recipients: list[Party] = []
    for name in receiving:
        if name == source:
            continue
        found = cast.fill(slots.get(name, ()), place=frame.place, thing=frame.thing, people=frame.people)
        recipients = [party for party in found if not any(_same(party, actor) for actor in actors)]
        if name == "obj" and "obj" in acting:  # pulled out its troops, but left the union
            own = {actor.country for actor in actors}
            recipients = [one for one in recipients if one.country not in own or not SENT.intersection(one.sectors)]
        if recipients:
            break
    if not noun and cast.mutual(slots.get("obj", ())):
        return actors[:1], actors[1:]
    if frame.symmetric and not actors and len(recipients) > 1:  # the accord between the two was signed
        actors, recipients = recipients, []
    if frame.symmetric and len(actors) > 1 and not recipients:
        actors, recipients = actors[:1], actors[1:]
    return actors, recipients


def _same(one: Party, other: Party) -> bool:
    """True for one party named twice (*Greece ... its labour market*)."""
    return one.span == other.span or (one.name, one.country) == (other.name, other.country)
