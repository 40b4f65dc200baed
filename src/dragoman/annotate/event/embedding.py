"""Stances put on the acts that they embed: *demanded the release of* is one act, told by *demanded*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from ...lexicon import load
from ...model import Parse, Reason
from .acts import HOSTILE, acts, compose, stops
from .draft import Draft, span_of
from .grammar.slots import is_passive
from .ontology import CIVIC
from .roles import words

SWALLOWING = frozenset(("ask", "demand", "agree", "vow", "refuse", "threaten", "stop", "turn"))
COMPLEMENTS = frozenset(
    ("xcomp", "ccomp", "dobj", "pobj", "pcomp", "prep", "acl", "nsubjpass", "conj", "attr", "compound", "relcl")
)
GROUNDED = frozenset(("arrest", "charge", "convict", "sue", "investigate", "complain", "disapprove"))
SPEAKING = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT"))
PROMISING = frozenset(("agree", "vow", "threaten"))  # what is promised is a plan of its own beside the promise
DEEDS = frozenset("CONSULT COOPERATE AID RETREAT PROTEST MOBILIZE SANCTION".split())
NAMED = frozenset("CONSULT RETREAT PROTEST MOBILIZE".split())  # what a noun names as one deed: cooperation goes on
PUT_OFF = DEEDS | frozenset(("ACCUSE", "SUPPORT", "COERCE"))  # trials, signings, deportations
ELECTING = frozenset(("elect.call",))  # who promises elections plans them
_TOPIC_LINKS = frozenset(("pcomp", "prep", "xcomp", "ccomp", "conj", "acl", "dobj", "pobj"))

ByToken = Mapping[int, Draft]


def embed(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence after composition: what another act has taken in is gone."""
    by_token = {draft.found.token: draft for draft in drafts}
    kept = [draft for draft in drafts if not _told_by_its_verb(parse, draft, by_token)]
    for draft in kept:
        _share(parse, draft, by_token)
    nearest: dict[int, int] = {}
    for draft in kept:
        outer, steps = _stance_over(parse, draft, by_token)
        if outer is not None and steps < nearest.get(outer.found.token, steps + 1):
            nearest[outer.found.token] = steps
            outer.inner = draft
    for draft in kept:
        _mark_topic(parse, draft, by_token)
    for draft in kept:
        if draft.found.trigger.stance == "turn" and draft.inner is None:
            _named(parse, draft)
    for draft in sorted(kept, key=lambda item: -sum(1 for _ in parse.ancestors(item.found.token))):
        _take(parse, draft)
    for draft in kept:
        if draft.found.trigger.stance == "turn" and not draft.turned:
            _named(parse, draft)
    return [draft for draft in kept if not draft.swallowed and not _stops_nothing(draft)]


def _share(parse: Parse, draft: Draft, by_token: ByToken) -> None:
    """Gives an attack and those whom it hurts to each other: *was killed in an Israeli air strike*."""
    link = parse.heads[draft.found.token]
    verb = by_token.get(parse.heads[link])
    if not draft.found.noun or verb is None or verb.found.noun or parse.lower[link] not in HURT_IN:
        return
    if draft.act.act == verb.act.act == "ASSAULT" and not verb.actors and is_passive(parse, verb.found.token):
        verb.actors = draft.actors
        draft.recipients = draft.recipients or verb.recipients


HURT_IN = frozenset(("in", "by", "during", "from"))


def _stops_nothing(draft: Draft) -> bool:
    """True for the end or the delay of what is no act: *the transition ended*, *delayed the train*."""
    stance = draft.found.trigger.stance
    return (stance == "stop" and draft.act.key == draft.found.trigger.key) or (stance == "turn" and not draft.turned)


def _told_by_its_verb(parse: Parse, draft: Draft, by_token: ByToken) -> bool:
    """True for a noun that its verb's trigger asks for as its object: *imposed sanctions* is one act.

    What the noun tells of its parties goes to a verb that has none: *the sanctions of Chad against Mali were approved*.
    """
    token = _counted(parse, draft.found.token)
    while parse.deps[token] == "conj":
        token = parse.heads[token]
    over = parse.heads[token]
    verb = by_token.get(over)
    if verb is None and parse.deps[token] == "pobj":
        verb = _of_preposition(parse, over, by_token)
    if not draft.found.noun or verb is None or verb is draft or parse.deps[token] not in ("dobj", "nsubjpass", "pobj"):
        return False
    joined = token not in (draft.found.token, _counted(parse, draft.found.token))
    if joined and verb.act.key != draft.act.key:
        return False  # imposed sanctions and a blockade
    asked_for = bool(verb.found.trigger.object) or token in verb.found.used
    if not asked_for or verb.found.trigger.stance is not None:
        return False
    if not (verb.actors or verb.recipients):
        verb.actors, verb.recipients = draft.actors, draft.recipients
    return True


def _of_preposition(parse: Parse, link: int, by_token: ByToken) -> Draft | None:
    """The verb whose trigger takes a noun by a preposition: *pulled out of the meeting*."""
    verb = parse.heads[link]
    if verb not in by_token and parse.deps[link] == "prep":
        verb = parse.heads[verb]
    draft = by_token.get(verb)
    ended = draft is not None and draft.act.act != "CONSULT" and link in draft.found.used
    return draft if ended else None


def _counted(parse: Parse, token: int) -> int:
    """The noun that counts a noun, or the noun itself: *a round of talks*."""
    head = parse.heads[token]
    if (
        parse.deps[token] == "pobj"
        and parse.lower[head] == "of"
        and parse.lemmas[parse.heads[head]] in words("occasion")
    ):
        return parse.heads[head]
    return token


def _stance_over(parse: Parse, draft: Draft, by_token: ByToken) -> tuple[Draft | None, int]:
    """The nearest stance in whose complement a trigger stands, and how many steps of the tree it is away."""
    at, described = draft.found.token, False
    for steps, above in enumerate(parse.ancestors(at)):
        dep = parse.deps[at]
        if dep not in COMPLEMENTS or (dep == "relcl" and parse.tags[at] != "VB"):
            break
        outer = by_token.get(above)
        if dep == "prep" and (parse.lower[at] == "during" or (outer is not None and parse.lower[at] in ("in", "at"))):
            break  # warned him in a call
        described = described or (dep == "acl" and parse.tags[at] == "VBG")
        if described and outer is not None and outer.found.trigger.stance == "stop":
            break  # dropped leaflets warning of attacks
        if outer is not None and outer.found.trigger.stance and dep != "conj":
            return outer, steps
        if outer is not None and dep != "conj":
            break
        at = above
    return None, 0


def _mark_topic(parse: Parse, draft: Draft, by_token: ByToken) -> None:
    """Marks what somebody is accused, suspected or tried for, and what is condemned or asked about.

    A clause is then only told of them and goes; a noun stays as a mention (the bombing that was condemned did happen),
    but the act that speaks of it is the one to be coded.
    """
    at = draft.found.token
    for above in parse.ancestors(at):
        dep = parse.deps[at]
        if dep not in _TOPIC_LINKS:
            return
        outer = by_token.get(above)
        if outer is not None and dep != "conj":
            speaks = outer.found.trigger.stance == "accuse" or outer.act.key in GROUNDED
            draft.swallowed = speaks and not draft.found.noun
            draft.presupposed = draft.found.noun and (speaks or outer.act.act in SPEAKING)
            return
        at = above


def _take(parse: Parse, draft: Draft) -> None:
    """The act of a stance once it is known what it is taken on."""
    stance, inner = draft.found.trigger.stance, draft.inner
    if stance not in SWALLOWING or inner is None or inner.swallowed:
        return
    if stance == "turn":
        _take_over(parse, draft, inner)
        return
    if stance == "stop":
        act = stops(inner.act)
        if act is None:
            return
    elif stance == "vow":
        act = compose("threaten" if inner.act.act in HOSTILE else "agree", inner.act)
    else:
        act = compose(stance, inner.act)
    draft.why.append(Reason(f"compose:{stance} + {inner.act.key} = {act.key}", span_of(parse, inner.found)))
    draft.act = act
    deeds = NAMED if inner.found.noun else DEEDS
    called_out = stance in ("ask", "demand") and inner.act.act == "PROTEST"  # urged its members to strike
    if inner.act.key == "resign" and parse.lemmas[draft.found.token] == "accept":
        inner.presupposed = True  # who accepts a resignation, or does not, promises none
        return
    civic = (inner.act.act is None and inner.act.mode in CIVIC) or inner.found.trigger.id in ELECTING
    inner.promised = called_out or (stance in PROMISING and (civic or inner.act.act in deeds or _accord(inner)))
    inner.swallowed = not inner.promised
    if inner.promised and not (inner.actors or inner.recipients):  # agreed on talks
        inner.actors, inner.recipients = list(draft.actors), list(draft.recipients)
    elif inner.promised and inner.act.act == "CONSULT" and not inner.actors:  # agreed to talks with the rebels
        inner.actors = [party for party in draft.actors if party not in inner.recipients]
    if not draft.recipients:
        _inherit(draft, inner, stance)


def _accord(inner: Draft) -> bool:
    """True for what is done at one stroke between states: *agreed to sign the treaty*, *to reopen embassies*."""
    return inner.act.key in ("sign", "recognise") and not inner.found.noun


def _take_over(parse: Parse, draft: Draft, inner: Draft) -> None:
    """Gives the word for a turn the act that it is told of: *postponed the exercise* tells of the exercise."""
    civic = inner.act.act is None and inner.act.mode in CIVIC
    if not inner.found.noun or not (civic or inner.act.act in PUT_OFF):
        return
    draft.why[0] = _of_plan(draft, inner.found.trigger.id)
    draft.why.append(Reason(f"compose:turn of {inner.act.key}", span_of(parse, inner.found)))
    own = {(party.span, party.name) for party in draft.actors}
    draft.act, draft.turned, inner.swallowed = inner.act, True, True
    added = [party for party in inner.actors if (party.span, party.name) not in own]
    draft.recipients = [*(added if draft.actors else added[1:]), *inner.recipients]
    draft.actors = draft.actors or added[:1]


def _of_plan(draft: Draft, named: str) -> Reason:
    """The reason for a turn with what it is a turn of, by which its kind of happening is known."""
    return Reason(f"trigger:{draft.found.trigger.id}+{named}", draft.why[0].span)


@cache
def _plans() -> Mapping[str, str]:
    """Rows of the act table by the nouns of what can be put off."""
    return {form: entry.value["key"] for entry in load("plan_nouns").entries for form in entry.forms}


def _named(parse: Parse, draft: Draft) -> None:
    """Gives the word for a turn the act that the noun beside it names there: *the ceremony has been put off*."""
    for child in parse.children_by(draft.found.token, "dobj", "nsubjpass"):
        below = [at for link in parse.children_by(child, "prep") for at in parse.children_by(link, "pobj")]
        key = next((_plans()[parse.lemmas[at]] for at in (*below[:1], child) if parse.lemmas[at] in _plans()), None)
        if key is not None:
            draft.why[0] = _of_plan(draft, key)
            draft.why.append(Reason(f"compose:turn of {key}", parse.span(child, child)))
            draft.act, draft.turned = acts()[key], True
            return


def _inherit(draft: Draft, inner: Draft, stance: str) -> None:
    """The recipients that a stance takes over: who is to do what is asked, or to whom what is promised is done."""
    own = {(party.span, party.name) for party in draft.actors}
    first, second = inner.recipients, inner.actors
    if stance in ("ask", "demand"):
        first, second = second, first
    for parties in (first, second):
        draft.recipients = [party for party in parties if (party.span, party.name) not in own]
        if draft.recipients:
            return
