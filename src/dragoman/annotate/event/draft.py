"""An event in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...model import Parse, Party, Reason, Span
from .acts import Act, acts
from .casting import cast_roles
from .course import talking, travelling
from .frames import Slots, frames
from .grammar.nouns import noun_slots
from .grammar.slots import is_passive, is_verb, surface_subject, verb_slots
from .grammar.view import pobjects
from .refine import refine_code
from .roles import Cast, words
from .triggers import Found


@dataclass(slots=True)
class Draft:
    """A trigger with the act it tells and the parties found so far.

    ``carrier`` is the verb whose subject does what an event noun tells; ``inner`` the act that a stance is taken on;
    ``victims`` the tokens of those acted on, for counting them; ``duty`` the word by which a speaker obliges others;
    ``promised`` marks
    a deed that another draft promises, ``turned`` one that is put off or called off, ``topical`` talks of which only
    the topic is told, ``aside`` what a side clause tells.
    """

    found: Found
    act: Act
    carrier: int | None
    actors: list[Party]
    recipients: list[Party]
    victims: list[int]
    why: list[Reason] = field(default_factory=list)
    inner: Draft | None = None
    swallowed: bool = False
    presupposed: bool = False
    promised: bool = False
    turned: bool = False
    topical: bool = False
    duty: int | None = None
    aside: bool = False


def draft_of(found: Found, parse: Parse, cast: Cast) -> Draft:
    """The draft of a trigger: its act, and its roles by its frame."""
    act = refine_code(acts()[found.trigger.key], parse, found.token)
    carrier = carrier_of(parse, found.token) if found.noun else None
    frame = frames()[found.trigger.frame]
    if found.noun:
        slots = noun_slots(parse, found.token, carrier, _borne(parse, carrier))
    else:
        slots = verb_slots(parse, found.token, found.used)
    actors, recipients = cast_roles(cast, frame, slots, found.noun)
    if act.act == "CONSULT" and act.key != "visit":  # a congress does not hold itself, but a bomber bombs
        word = parse.span(found.token, found.token)
        actors = [party for party in actors if not party.span.contains(word)]
    actors = actors or _whose(parse, cast, found, act, slots)
    topical = False
    if found.trigger.frame == "aboard":
        actors = [party for party in actors if UNITS.isdisjoint(party.sectors)]
    if found.trigger.frame in ("visit", "aboard", "invited") and not recipients:
        recipients = _stop(parse, cast, found, slots)
    if act.key == "visit":
        recipients = _host(parse, cast, slots) or recipients
        if found.noun and not actors:
            actors, left = travelling(parse, cast, found.token)
            recipients = recipients or left
    elif act.act == "PROTEST" and parse.lower[found.token] == "protest":
        actors = actors or _protesting(parse, cast, found)
    elif found.noun and act.act == "CONSULT" and not actors:
        actors, recipients = talking(parse, cast, found.token, recipients)
        if not (actors or recipients):
            recipients = cast.fill([head for name in TOPIC for head in slots.get(name, ())], thing=True)
            topical = bool(recipients)
    elif found.noun and act.act == "REQUEST" and not recipients:
        recipients = _asked(parse, cast, found.token)
    receiving = frame.noun_recipient if found.noun else frame.recipient
    victims = [member for name in receiving for head in slots.get(name, ()) for member in parse.conjuncts(head)]
    why = [Reason(f"trigger:{found.trigger.id}", parse.span(found.token, found.token))]
    return Draft(found, act, carrier, actors, recipients, victims, why, topical=topical)


def _whose(parse: Parse, cast: Cast, found: Found, act: Act, slots: Slots) -> list[Party]:
    """Who acts by what is told of their means: *police from Chad will be sent*, *Peru's rocket was launched*."""
    actors: list[Party] = []
    if act.act == "MOBILIZE":
        actors = cast.fill([head for name in ("obj", "of") for head in slots.get(name, ())][:1])
    if act.act in OWNED and not actors and not found.noun and is_passive(parse, found.token):
        actors = cast.fill([at for head in slots["obj"] for at in parse.children_by(head, "poss")])
    return actors


def _borne(parse: Parse, carrier: int | None) -> bool:
    """True if the subject of the verb at an event noun suffers it: *faces charges*, *underwent torture*."""
    return carrier is not None and parse.lemmas[carrier] in words("bearer")


def _stop(parse: Parse, cast: Cast, found: Found, slots: Slots) -> list[Party]:
    """Where a visitor gets off or goes round: *stepped off a plane in Lima*, *began a tour of Peru*."""
    if found.noun:
        return []
    clauses = (at for noun in found.used for at in parse.children_by(noun, "acl"))  # an invitation to come to Quito
    asked = [at for verb in clauses for at in (*parse.children_by(verb, "dobj"), *pobjects(parse, verb, ("to", "in")))]
    if found.trigger.frame == "invited" and (there := cast.fill(asked, place=True)):
        return there
    below = [*slots["obj"][:1], *(at for used in found.used for at in (used, *parse.children_by(used, "pobj")))]
    return cast.fill([at for noun in below for at in pobjects(parse, noun, ("in", "at", "of"))], place=True)


UNITS = frozenset(("MIL", "COP", "CVL", "REF", "UAF"))  # a planeful of soldiers or migrants pays no visit
OWNED = frozenset(("SANCTION", "MOBILIZE"))  # the EU's package was adopted, Peru's rocket was launched
AT = ("at", "on", "upon")
TOPIC = ("on", "about", "over")  # whose affairs talks are about stands for those who talk, where nobody is named


def _host(parse: Parse, cast: Cast, slots: Slots) -> list[Party]:
    """Who invited a visitor: *arrived at the invitation of the ministry*."""
    for name in AT:
        for noun in slots.get(name, ()):
            if parse.lemmas[noun] == "invitation":
                inviting = noun_slots(parse, noun, None)
                return cast.fill(
                    [head for key in ("of", "by", "from", "poss", "mod") for head in inviting.get(key, ())]
                )
    return []


def _protesting(parse: Parse, cast: Cast, found: Found) -> list[Party]:
    """Who does something in protest."""
    link = parse.heads[found.token]
    above = parse.heads[link]
    bare = parse.deps[found.token] == "pobj" and parse.lower[link] == "in" and parse.child(found.token, "det") is None
    return cast.fill(surface_subject(parse, above)) if bare and is_verb(parse, above) else []


def _asked(parse: Parse, cast: Cast, noun: int) -> list[Party]:
    """Who does what was asked for: *at the request of the mayor, police closed the bridge*."""
    head = parse.heads[noun]
    above = parse.heads[head]
    if parse.deps[noun] == "pobj" and parse.lower[head] in AT and is_verb(parse, above):
        return cast.fill(surface_subject(parse, above))
    return []


def carrier_of(parse: Parse, noun: int) -> int | None:
    """The verb whose subject does what an event noun tells: *launched an attack*, *met for talks*."""
    at = noun
    for _ in range(4):
        head, dep = parse.heads[at], parse.deps[at]
        if head == at:
            return None
        if dep in ("dobj", "nsubjpass", "attr", "oprd", "acomp", "prep") and is_verb(parse, head):
            named = parse.lemmas[head] == "call" and parse.child(head, "oprd") not in (None, at)  # called it a ruse
            return head if parse.lemmas[head] in words("carrier") | words("bearer") and not named else None
        counted = dep == "pobj" and parse.lower[head] == "of" and parse.lemmas[parse.heads[head]] in words("occasion")
        if dep != "conj" and not counted and not (dep == "pobj" and parse.lower[head] in CARRYING):
            return None
        at = parse.heads[head] if counted else head  # held a second round of talks
    return None


CARRYING = frozenset(("for", "in", "into", "on", "to", "through"))


def span_of(parse: Parse, found: Found) -> Span:
    """The words of a trigger: a multiword noun whole, else the head word alone."""
    return parse.span(found.first if found.noun else found.token, found.token)
