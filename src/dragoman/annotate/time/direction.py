"""Whether the words around a time place it before or after publication.

A weekday or month without more is the last one in a report of what has happened and the next one in an announcement.
Future are *will*, *is to*, *due*, *scheduled*, *postponed until*, *as early as* and the timetable present (*the
court sits on Monday*). *Would* and *could* are future only if nothing in their sentence is past, for they are also
how the past is told (*he said on Monday that he would*).
"""

from __future__ import annotations

from functools import cache

from ...lexicon import load
from ...model import Parse

PAST, FUTURE, OPEN = "past", "future", ""
WILL = "will"  # the future without a doubt: will with the verb of the time itself
SINCE = "since"  # the past without a doubt
_CLIMB = 8


@cache
def cues(kind: str) -> frozenset[str]:
    """The forms of the planning cues of one kind."""
    return frozenset(form for entry in load("time_cues").entries if entry.value["kind"] == kind for form in entry.forms)


def direction(parse: Parse, token: int, start: int) -> str:
    """PAST, SINCE, FUTURE, WILL, or OPEN where nothing tells; ``start`` is the first token of the expression."""
    above = _verb_above(parse, token)
    if _before(parse, start, "since"):
        return SINCE
    if _before(parse, start, "before") or (_before(parse, start, "until") and not _told(parse, above)):
        return PAST if above is not None and "had" in _helpers(parse, above) else FUTURE
    if above is None:
        return _by_noun(parse, token)
    near = parse.deps[token] != "poss" and _hangs_on(parse, token, above)
    for _ in range(_CLIMB):
        told = _of_verb(parse, above, token, near)
        if told != OPEN:
            return told
        token, near = above, False
        higher = _verb_above(parse, token)
        if higher is None:
            break
        above = higher
    return OPEN


def _before(parse: Parse, start: int, kind: str) -> bool:
    """True if a cue of a kind stands right before the time."""
    before = " " + " ".join(parse.lower[max(0, start - 3) : start])
    return before.endswith(_endings(kind))


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(" " + cue for cue in sorted(cues(kind)))


def _told(parse: Parse, verb: int | None) -> bool:
    """True for a plain past that moves nothing (the fighting went on until Sunday)."""
    if verb is None or parse.tags[verb] != "VBD":
        return False
    return parse.lemmas[verb] not in cues("planning") | cues("defer")


def _verb_above(parse: Parse, token: int) -> int | None:
    """The nearest governor that is a verb, or a predicate adjective that plans (due)."""
    for above in parse.ancestors(token):
        if parse.tags[above][:1] == "V" or parse.tags[above] == "MD" or parse.lower[above] in cues("plan"):
            return above
    return None


def _hangs_on(parse: Parse, token: int, verb: int) -> bool:
    """True if the time is an adverbial of the verb itself, not of a noun below it."""
    head = parse.heads[token]
    return head == verb or (parse.tags[head] in ("IN", "TO", "RB") and parse.heads[head] == verb)


def _by_noun(parse: Parse, token: int) -> str:
    """Headlines and captions: Talks set for Monday."""
    for above in parse.ancestors(token):
        if parse.lemmas[above] in cues("noun"):
            return FUTURE
    return OPEN


def _helpers(parse: Parse, verb: int) -> list[str]:
    return [parse.lower[child] for child in parse.children[verb] if parse.deps[child] in ("aux", "auxpass")]


def _of_verb(parse: Parse, verb: int, below: int, near: bool) -> str:
    """What a verb and its auxiliaries say; OPEN passes the question to the verb above."""
    helpers = set(_helpers(parse, verb))
    if helpers & cues("will"):
        return WILL if near else FUTURE
    if parse.lower[verb] in _IS and any(parse.lower[kid] in cues("plan") for kid in parse.children_by(verb, "acomp")):
        return FUTURE  # is due in Vienna on Friday
    due = parse.lower[verb] in cues("plan") and parse.tags[verb] != "VBD"
    if parse.tags[verb] == "VBD":  # they planned a march on Friday; not: on Friday they planned a march
        due = parse.lower[verb] in cues("planned") and below > verb
    if due and (near or _is_goal(parse, verb, below)):
        return PAST if "been" in helpers and "had" in helpers else FUTURE
    if parse.lemmas[verb] in cues("planning") | cues("defer") and _is_goal(parse, verb, below):
        return PAST if "had" in helpers and "been" in helpers else FUTURE
    if helpers & _HAD:
        return PAST
    if helpers & cues("may"):
        return _of_modal(parse, verb, helpers)
    return _of_form(parse, verb, helpers, near)


_HAD = frozenset(("have", "has", "had", "'ve", "’ve"))
_WAS = frozenset(("was", "were", "did", "got"))
_IS = frozenset(("is", "are", "'s", "'re", "am", "’s", "’re"))


def _of_modal(parse: Parse, verb: int, helpers: set[str]) -> str:
    """Would and could: past in what was told or did not come about, else future."""
    around = [child for near in (verb, *parse.children[verb]) for child in parse.children[near]]
    if "could" in helpers and any(parse.deps[child] in ("neg", "preconj") for child in around):
        return PAST
    return OPEN if _past_above(parse, verb) else FUTURE


def _of_form(parse: Parse, verb: int, helpers: set[str], near: bool) -> str:
    tag = parse.tags[verb]
    if tag == "VBD" or helpers & _WAS:
        return PAST
    if tag in ("VBZ", "VBP") and not helpers:
        return FUTURE if near and parse.lemmas[verb] not in cues("tells") else OPEN
    if tag in ("VBN", "VBG") and helpers & _IS:
        return FUTURE if near else OPEN
    if tag == "VBN":
        return PAST
    if tag == "VB" and "to" in helpers:
        return _of_goal(parse, verb)
    return OPEN


def _of_goal(parse: Parse, verb: int) -> str:
    """To + infinitive: the future of a present plan, the past of one that had been."""
    head = parse.heads[verb]
    if parse.lower[head] in _IS or head == verb:
        return FUTURE
    if parse.tags[head][:1] == "N" and parse.heads[head] == head:
        return FUTURE  # a headline: Ministers to meet Thursday
    if parse.lower[head] in cues("plan") or parse.lemmas[head] in cues("planning"):
        above = {parse.lower[parse.heads[head]], *_helpers(parse, head), *_helpers(parse, parse.heads[head])}
        return PAST if "had" in above and "been" in above else FUTURE
    return OPEN


def _is_goal(parse: Parse, verb: int, below: int) -> bool:
    """True if the time belongs to what is planned: planned a rally for Friday, not said on Friday he planned."""
    child, aimed, moved = below, False, parse.lemmas[verb] not in cues("planning")
    while True:
        to_do = not moved and parse.tags[child] == "VB" and "to" in _helpers(parse, child)
        aimed = aimed or to_do or parse.lower[child] in _AIMS or parse.lemmas[child] in cues("noun")
        if parse.heads[child] in (verb, child):
            break
        child = parse.heads[child]
    if parse.heads[child] != verb or parse.deps[child] == "nsubj":
        return False
    return aimed or (not moved and parse.deps[child] in ("xcomp", "ccomp"))


_AIMS = ("for", "until", "till", "through")


def _past_above(parse: Parse, verb: int) -> bool:
    """True if a past verb that is not one of saying governs: what would happen is then told, not announced."""
    for above in parse.ancestors(verb):
        past = parse.tags[above] == "VBD" or (parse.tags[above] == "VBN" and "had" in _helpers(parse, above))
        if past and parse.lemmas[above] not in cues("tells"):
            return True
    return False
