"""Plans beside what is told: deeds that somebody promises, words that put them off, what is told of nobody."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ...model import Parse, Party, Reason, Span, When, Where
from .draft import Draft, span_of
from .grammar.clause import SUBJECTS, climb, markers
from .mention import Mention
from .ontology import CIVIC
from .roles import words
from .status import Judgement
from .status.own import FUTURE, of_noun
from .status.state import State
from .status.words import signature_at

CALLED_OFF = "plan.turn.off"  # entry of the lexicon whose words end a plan; its fellow's only move it
ENDS = frozenset(("refuse.meet", "halt.talks", "ease.dissent"))  # entries that read the end of a plan as an act
ALONG = frozenset(("as", "after", "when", "once"))  # clauses of what came about
LONGEST = 100  # characters of a trigger
NEAR = 15  # characters from a noun to its verb, over which the noun alone tells the act
CLOSE = 3  # words
OWN_DOING = frozenset(("MOBILIZE", "COOPERATE"))  # what armies and governments announce of themselves
ARMS = frozenset(("MIL", "GOV"))
OCCASIONS = frozenset(("CONSULT", "RETREAT", "PROTEST", "MOBILIZE", "SANCTION"))
# of other acts: exercises, trials and their ends, signings, embassies, deportations, elections
CEREMONIES = frozenset(("coop.mil", "sue", "convict", "sign", "recognise", "deport", "elect", "vote", "inaugurate"))


def planned(draft: Draft, judgement: Judgement) -> Judgement | None:
    """The judgement of a draft as a plan; None for what is promised by the grammar only, and is told as done.

    A plan that is put off stays a plan, one that is called off is denied.
    """
    if draft.turned:
        off = draft.found.trigger.id == CALLED_OFF
        if judgement.status not in ("asserted", "planned"):
            return judgement
        return Judgement("denied" if off else "planned", judgement.why)
    if draft.promised and judgement.status != "planned":
        if judgement.status == "hypothetical":  # threatened to strike; who offers or threatens else has no plan
            return judgement if draft.act.act == "PROTEST" else None
        if judgement.status != "asserted" or not (draft.found.noun or draft.act.act == "PROTEST"):
            return None
        return Judgement("planned", judgement.why)
    if draft.found.trigger.ahead and judgement.status == "asserted":
        return Judgement("planned", judgement.why)
    return judgement


def called_coming(parse: Parse, draft: Draft, judgement: Judgement) -> Judgement:
    """The judgement of an event noun that is itself called a plan: *had doubts about the forthcoming exercises*."""
    if judgement.status not in ("asserted", "hypothetical") or not draft.found.noun:
        return judgement
    coming = any(map(partial(_to_be, parse), parse.children_by(draft.found.token, "relcl")))
    if judgement.status == "hypothetical":
        coming = coming or of_noun(parse, draft.found.token, State()).status == "planned"
    return Judgement("planned", judgement.why) if coming else judgement


def _to_be(parse: Parse, clause: int) -> bool:
    """True for *that Chad will hold*, *which Chad is to hold*, *which Chad hopes to hold*."""
    below = any(parse.tags[at] == "VB" for at in parse.children_by(clause, "xcomp"))
    if parse.lemmas[clause] == "be":
        return below
    if below and parse.tags[clause] in ("VBZ", "VBP"):
        found = signature_at(parse, clause, "to")
        return found is not None and found[1].affirmed in ("planned", "hypothetical")
    return any(parse.lower[at] in FUTURE for at in parse.children_by(clause, "aux"))


def told_by_doer(draft: Draft, speaker: Party | None) -> None:
    """Takes who announces exercises, launches or withdrawals of nobody for the one who does them."""
    nobody = not (draft.actors or draft.recipients)
    own = draft.act.act in OWN_DOING or draft.act.key == "withdraw"
    if nobody and own and speaker is not None and ARMS.intersection(speaker.sectors):
        draft.actors = [speaker]
        draft.why.append(Reason("roles:told by those who act", speaker.span))


def may_stand_alone(draft: Draft) -> bool:
    """True for a kind of deed that can be told without saying whose it is: *the talks resumed on Monday*."""
    called = draft.act.act == "PROTEST" and draft.act.mode in ("strike", "demo")  # a strike has been called
    if called or draft.found.trigger.impersonal or draft.found.trigger.frame in ("opened", "arrive"):
        return True
    if draft.act.key == "sign":
        return True
    if draft.act.act == "CONSULT" and draft.found.noun and draft.found.trigger.beside:
        return False  # a dinner is a meeting by those whom it is with
    held = draft.act.act in OCCASIONS or draft.act.key in CEREMONIES
    return held and (draft.found.noun or draft.turned)


def civic(draft: Draft) -> bool:
    """True for elections, votes and inaugurations, which no scheme codes."""
    return draft.act.act is None and draft.act.mode in CIVIC


def only_named(parse: Parse, draft: Draft, status: str, when: When | None) -> bool:
    """True for an election or the like that is only named: *since the election of the mayor*, *since taking office*."""
    if not civic(draft):
        return False
    if not draft.found.noun:
        over = parse.heads[draft.found.token]
        return "since" in (*markers(parse, draft.found.token), parse.lower[over])
    dated = when is not None and when.origin == "text"
    ahead = status == "planned" and bool(draft.actors)
    return not (draft.turned or dated or ahead)


def is_told(
    draft: Draft, mention: Mention, status: str, when: When | None, where: Where | None, somebody: bool
) -> bool:
    """True for an act of somebody (``somebody``), or of nobody where it can stand alone, unless it is only named."""
    if only_named(mention.parse, draft, status, when):
        return False
    return somebody or stands_alone(draft, mention, status, when, where)


def stands_alone(draft: Draft, mention: Mention, status: str, when: When | None, where: Where | None) -> bool:
    """True for an occasion that a main clause tells with its day or its place, or puts off, though with no party."""
    if not may_stand_alone(draft):
        return False
    dated = when is not None and when.origin == "text"
    if not (mention.main or _along(mention)):
        return dated and status == "planned"
    to_sign = draft.act.key == "sign" and not draft.found.noun and status != "asserted"  # a treaty may be signed
    return draft.turned or to_sign or draft.found.trigger.id in ENDS or dated or where is not None


def _along(mention: Mention) -> bool:
    """True for what a side clause tells beside the main one: *was quiet on Tuesday as a ceasefire began*."""
    parse, verb = mention.parse, mention.token
    if mention.is_noun:
        way = climb(parse, verb)
        if way.verb is None or way.role not in SUBJECTS:
            return False
        verb = way.verb
    return parse.deps[verb] == "advcl" and not ALONG.isdisjoint(markers(parse, verb))


def told_in(parse: Parse, draft: Draft) -> Span:
    """The words that tell an act: the trigger, for an event noun with the verb that only says that it takes place.

    *Talks on grain between the two resumed* is told by all of these words, *completed the withdrawal* by these,
    *pledged to send* by *to send*.
    """
    found, token = draft.found, draft.found.token
    if not found.noun:
        marked = next((child for child in parse.children_by(token, "aux") if parse.tags[child] == "TO"), token)
        return parse.span(marked if draft.promised else token, token)
    way = climb(parse, token)
    counted = way.nouns[0] if way.nouns and way.links[0] == "of" else found.first
    if counted < found.first and parse.lemmas[counted] in words("occasion"):
        found = replace(found, first=counted)  # a fifth round of talks
    verb = way.verb
    if verb is None or any(link != "of" for link in way.links[:-1]) or way.links[-1]:
        return span_of(parse, found)
    first, last = found.first, token
    if way.role in SUBJECTS and verb > token:
        below = (verb, *parse.children_by(verb, "xcomp"))
        last = max((at for at in below if parse.lemmas[at] in words("occurring")), default=token)
        last = _completed(parse, last) if parse.starts[last] - parse.ends[token] > NEAR else token
    elif way.role == "dobj" and verb < found.first and parse.lemmas[verb] in words("occurring"):
        first = verb
    return span_of(parse, found) if parse.ends[last] - parse.starts[first] > LONGEST else parse.span(first, last)


def _completed(parse: Parse, verb: int) -> int:
    """The last word of *came into force*, *is to take effect*, *went ahead*."""
    if parse.lemmas[verb] not in ("take", "come", "go", "get", "enter"):
        return verb
    own = parse.children_by(verb, "dobj", "prt", "advmod", "prep")[:1]
    under = [noun for at in own for noun in parse.children_by(at, "pobj")]
    last = max((verb, *own, *under))
    return last if last - verb <= CLOSE else verb
