"""Stages: what a mention says of the life of its happening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from ..lexicon.load import Entry, load
from ..model import SAID, Told
from .kinds import within
from .words import lowered, stem, stems_of

BETWEEN = 4  # words that may stand between the parts of a form: "called the whole trip off"
TAKEN = 3  # words between a deed and the verb that takes it back
REACH = 5  # words between the turn and the plan that it is told of: "the visit, planned for May, was put off"
ENDS = ("refuse.meet", "halt.talks")  # entries of the lexicon that read the end of a plan as an act of its own
ACCEPTED = "visit.accept"  # entry that reads an invitation which is accepted as the visit
ATTENDED = "visit.attend"
GOING = frozenset(("visit", "come", "travel", "go", "pay", "attend"))
TURN = "plan.turn"  # entry whose words tell a turn of the act that they take over
ENDING = frozenset(
    ("refusal", "break", "concession", "closure")
)  # kinds as which the end of a visit or a plan is read too
HELD = frozenset(
    ("resignation", "withdrawal", "release", "return", "expulsion", "vote", "troops", "execution")
)  # deeds
TURNED = ("postponed", "cancelled")
TURNED_TO = {"announced": "postponed", "denied": "cancelled"}  # by any other word: *moved to May*, *scrubbed*
PLANS = frozenset(("visit", "meeting", "call", "mediation"))  # kinds of happening that turns are told of
BEFORE = 8  # words before the name of a plan in which a cue may stand
REFUSED = "125"  # CAMEO code that a visit or talks get when they are said not to take place
TRIED = frozenset(("ASSAULT", "PROTEST", "COERCE"))  # who tried to do it by force has used force
BE = frozenset(("be", "been", "was", "were", "is", "are", "being"))
RELATIVE = frozenset(("that", "which", "who"))
_HAVE = frozenset(("has", "have", "had", "ha", "hav"))  # as stems
_Forms = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
_OF_STATUS = {
    "asserted": "happened",
    "background": "happened",
    "planned": "announced",
    "denied": "denied",
    "hypothetical": "possible",
}


def stage_of(told: Told, kind: str) -> tuple[str, str]:
    """The stage (one of STAGES) that a mention tells, and the kind of the happening that it tells it of.

    The turn of a plan is an act of its own for the coder (the refusal of a meeting), so that the kind is then read off
    the name of the plan. A visit that is said not to take place is cancelled; what is told as a fact with a date after
    the day of publication is only announced, unless it is done by saying it.
    """
    stage, entry = _OF_STATUS[told.status], told.rule.rpartition(":")[2]
    if within(entry.partition("+")[0], TURN):
        return turn_in(told.words, told.trigger, 0) or TURNED_TO.get(stage, stage), kind
    if within(entry, ACCEPTED) and stage == "announced" and _told_beside(told):
        return "happened", "invitation"
    if any(within(entry, rule) for rule in ENDS):
        turn = turn_in(told.words, told.trigger, 0)
        named = _subject_in(told.words, told.trigger) or _plan_in(told.words, told.trigger)
        return (turn, named) if turn in TURNED and stage == "happened" else (stage, kind)
    found = _named_off(told, kind, stage, entry)
    if found is None:
        found = _ended(told, kind) if stage == "happened" else _put_off(told, kind, stage)
    return found or (_by_day(told) or stage, kind)


def attends(told: Told) -> bool:
    """True for a meeting that somebody attends: *will not attend the summit*."""
    entry = told.rule.rpartition(":")[2]
    return within(entry, ATTENDED) and _plan_in(told.words, told.trigger, "", BEFORE) == "meeting"


def _told_beside(told: Told) -> bool:
    """True for an invitation whose visit a verb of its own tells: *accepted an invitation to visit Lima*."""
    after = lowered(told.words.partition(told.trigger)[2])
    invited = next((place for place, token in enumerate(after) if token.startswith("invit")), len(after))
    return any(one == "to" and other in GOING for one, other in pairwise(after[invited:]))


def _named_off(told: Told, kind: str, stage: str, entry: str) -> tuple[str, str] | None:
    """What the words around a plan's name say has become of it."""
    if stage == "happened":
        turn = (
            "cancelled" if fails(told.words, told.trigger) else held(told.words, told.trigger) if kind in HELD else None
        )
        return (turn, kind) if turn else None
    if turn := dropped(told.words, told.trigger):
        return turn, kind
    if stage == "denied" and (said := _will_not(told, kind, entry)):
        return said
    cue = cue_in(told.words, told.trigger)
    if cue == "open" and stage == "denied":
        return "possible", kind
    if cue == "tried" and stage == "possible" and told.act in TRIED:
        return "happened", kind
    if kind in PLANS and (cue == "unmet" or (cue == "never" and stage == "denied")):
        return "cancelled", kind
    return None


def _ended(told: Told, kind: str) -> tuple[str, str] | None:
    """The turn that an act tells which is itself read as the end of something."""
    if kind not in ENDING:
        return None
    named = _plan_in(told.words, told.trigger, "", REACH) or _subject_in(told.words, told.trigger)
    turn = turn_in(told.words, told.trigger, 0) if named else None
    return (turn, named) if turn else None


def _put_off(told: Told, kind: str, stage: str) -> tuple[str, str] | None:
    """The turn that a sentence tells of a plan that it names."""
    turn = passive_turn(told.words, told.trigger)
    if turn is None and kind in PLANS and stage != "announced":
        turn = turn_in(told.words, told.trigger, REACH) or ("cancelled" if told.cameo == REFUSED else None)
    if turn is None and kind not in PLANS and stage in ("announced", "denied"):
        turn = before(told.words, told.trigger)
    if turn is None:
        return None
    return turn, kind if kind in PLANS else _plan_in(told.words, told.trigger, kind)


def _by_day(told: Told) -> str | None:
    """What the day that the text gives makes of a fact: it is still to come.

    A plan whose day is over by publication stays one: *was to meet on Wednesday* does not say that they met.
    """
    if told.origin != "text" or told.status not in ("asserted", "planned") or told.act in SAID:
        return None
    return "announced" if ahead(told) else None


def _will_not(told: Told, kind: str, entry: str) -> tuple[str, str] | None:
    """What somebody says will not be: what was planned for a day is off; *we will not negotiate* calls nothing off."""
    if told.cameo == REFUSED and within(entry, "negotiate"):
        return "happened", "refusal"
    return ("cancelled", kind) if kind in PLANS and ahead(told) else None


def _plan_in(words: str, trigger: str, other: str = "meeting", reach: int = 0) -> str:
    """The kind of the plan whose name stands nearest to the trigger; if ``reach``
    is given, at most so many words behind it."""
    stems, wanted = stems_of(words), stems_of(trigger)[:1]
    at = next((place for place, form in enumerate(stems) if (form,) == wanted), 0)
    low, high = (at + 1, at + reach + 1) if reach else (0, len(stems))
    named = [
        (abs(place - at), place, _plans()[form])
        for place, form in enumerate(stems)
        if form in _plans() and place != at and low <= place < high
    ]
    return min(named)[2] if named else other


def _subject_in(words: str, trigger: str) -> str:
    """The kind of the plan that stands before a passive trigger: *the march was called off by the unions*."""
    before = words.partition(trigger)[0]
    plain = lowered(before)
    return _plan_in(before, plain[-1], "") if plain and plain[-1] in BE else ""


def cue_in(words: str, trigger: str) -> str | None:
    """What the words before the name of a plan tell of it: *unmet*, *never* or *open* (plan_cues.toml)."""
    before = " ".join(words.partition(trigger)[0].lower().split()[-BEFORE:])
    return next((cue for form, cue in _cues() if f" {form} " in f" {before} "), None)


@cache
def _cues() -> tuple[tuple[str, str], ...]:
    """The forms of the table; what leaves a plan open is looked for first."""
    found = [(form, entry.value["cue"]) for entry in load("plan_cues").entries for form in entry.forms]
    return tuple(sorted(found, key=lambda item: (item[1] != "open", item)))


@cache
def _plans() -> dict[str, str]:
    return {stem(form): entry.value["kind"] for entry in load("plans").entries for form in entry.forms}


def ahead(told: Told) -> bool:
    """True for a mention whose date lies after the day on which it was published."""
    return bool(told.begin and told.day and told.begin[:10] > told.day)


def passive_turn(words: str, trigger: str) -> str | None:
    """The turn that a sentence tells of its subject: *the talks that were to open today have been put off*."""
    plain, stems, wanted = lowered(words), stems_of(words), stems_of(trigger)[-1:]
    if _forms().keys().isdisjoint(stems):
        return None
    start = next((place for place, form in enumerate(stems) if (form,) == wanted), len(stems))
    for place in range(start + 1, len(stems) - 1):
        if plain[place] in BE and plain[place - 1] not in RELATIVE and plain[place + 1] not in BE:
            turn = _turn_at(stems, place + 1)
            if turn in TURNED:
                return turn
    return None


def turn_in(words: str, trigger: str, reach: int) -> str | None:
    """The turn that a sentence tells at most ``reach`` words from a trigger (0: the trigger itself tells it)."""
    stems, wanted = stems_of(words), stems_of(trigger)[:1]
    if _forms().keys().isdisjoint(stems):
        return None
    places = [place for place, form in enumerate(stems) if (form,) == wanted]
    for place in places:
        for start in sorted(range(max(0, place - reach), place + reach + 1), key=lambda at: abs(at - place)):
            turn = _turn_at(stems, start)
            if turn in TURNED or (turn and not reach):
                return turn
    return None


def before(words: str, trigger: str) -> str | None:
    """The turn whose words stand right before the noun that it is told of: *put off the execution of ten men*."""
    stems = stems_of(words.partition(trigger)[0])[-BETWEEN:]
    found = [turn for start in range(len(stems)) if (turn := _turn_at(stems, start)) in TURNED]
    return found[-1] if found else None


def dropped(words: str, trigger: str) -> str | None:
    """The turn of a plan that is named as one before its act: *shelved a plan to visit*, *froze plans to leave*."""
    if _intentions().isdisjoint(lowered(words)):
        return None
    front = words.partition(trigger)[0]
    plain, stems = lowered(front)[-BEFORE:], stems_of(front)[-BEFORE:]
    for place, token in enumerate(plain):
        if token not in _intentions() or plain[place + 1 : place + 2] not in (("to",), ("for",), ("of",)):
            continue
        for start in range(max(0, place - BETWEEN), place):
            if "and" in plain[start:place]:  # suspended a judge and plans to leave
                continue
            turn = _turn_at(stems, start, _forms()) or _turn_at(stems, start, _drops())
            if turn in TURNED:
                return turn
    return None


def held(words: str, trigger: str) -> str | None:
    """The turn of a deed that its doer holds up or takes back: *suspended his resignation*, *the vote was frozen*."""
    if _drops().keys().isdisjoint(stems_of(words)):
        return None
    front, _, behind = words.partition(trigger)
    plain, after = lowered(front)[-TAKEN:], lowered(behind)
    passive = next((after[place + 1 :] for place, token in enumerate(after[:TAKEN]) if token in BE), ())
    for found in (plain, tuple(token for token in passive[:TAKEN] if token not in BE)):
        stems = [stem(token) for token in found]
        for start in range(len(stems) if found is plain else min(1, len(stems))):
            turn = _turn_at(stems, start, _drops())
            if turn is not None:
                return turn
    return None


def fails(words: str, trigger: str) -> bool:
    """True for a plan that is said to have come to nothing: *the visit has fallen through*."""
    if _failures().keys().isdisjoint(stems_of(words)):
        return False
    stems = stems_of(words.partition(trigger)[2])[: BETWEEN + 1]
    start = 1 if stems and stems[0] in _HAVE else 0
    return _turn_at(stems, start, _failures()) is not None


def _turn_at(stems: Sequence[str], start: int, forms: _Forms | None = None) -> str | None:
    """The turn whose form begins at a word."""
    if start >= len(stems):
        return None
    for rest, turn in (_forms() if forms is None else forms).get(stems[start], ()):
        if not rest or rest[-1] in stems[start + 1 : start + 2 + BETWEEN]:
            return turn
    return None


@cache
def _intentions() -> frozenset[str]:
    """What a plan is called."""
    return frozenset(noun for entry in load("plan_drops").entries for noun in entry.value.get("nouns") or ())


@cache
def _forms() -> _Forms:
    """The forms of the table by the stem of their first word, the longer ones first."""
    return _by_stem(load("turns").entries)


@cache
def _failures() -> _Forms:
    return _by_stem([entry for entry in load("turns").entries if entry.id == "fail"])


@cache
def _drops() -> _Forms:
    return _by_stem([entry for entry in load("plan_drops").entries if entry.value["turn"]])


def _by_stem(entries: Iterable[Entry]) -> _Forms:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in entries:
        for form in entry.forms:
            first, *rest = (stem(word) for word in form.lower().split())
            found.setdefault(first, []).append((tuple(rest), entry.value["turn"]))
    return {first: tuple(sorted(forms, key=lambda form: -len(form[0]))) for first, forms in found.items()}
