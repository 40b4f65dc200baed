"""Stages: what a mention says of the life of its happening."""

from __future__ import annotations

from itertools import pairwise

from ..lexicon.load import words_of
from ..model import SAID, Told
from ..model.happening import STAGE_OF
from .cues import (
    BEFORE,
    REACH,
    TURNED,
    before,
    cue_in,
    dropped,
    fails,
    held,
    passive_turn,
    plan_in,
    subject_in,
    turn_in,
)
from .kinds import within
from .words import lowered

ENDS = ("refuse.meet", "halt.talks")  # entries of the lexicon that read the end of a plan as an act of its own
ACCEPTED = "visit.accept"  # entry that reads an invitation which is accepted as the visit
ATTENDED = "visit.attend"
TURN = "plan.turn"  # entry whose words tell a turn of the act that they take over
ENDING = frozenset(("refusal", "break", "concession", "closure"))  # kinds as which the end of a plan is read too
HELD = frozenset(("resignation", "withdrawal", "release", "return", "expulsion", "vote", "troops", "execution"))
TURNED_TO = {"announced": "postponed", "denied": "cancelled"}  # by any other word: *moved to May*, *scrubbed*
PLANS = frozenset(("visit", "meeting", "call", "mediation"))  # kinds of happening that turns are told of
REFUSED = "125"  # CAMEO code that a visit or talks get when they are said not to take place
TRIED = frozenset(("ASSAULT", "PROTEST", "COERCE"))  # who tried to do it by force has used force


def stage_of(told: Told, kind: str) -> tuple[str, str]:
    """The stage (one of STAGES) that a mention tells, and the kind of the happening that it tells it of.

    The turn of a plan is an act of its own for the coder (the refusal of a meeting), so that the kind is then read off
    the name of the plan. A visit that is said not to take place is cancelled; what is told as a fact with a date after
    the day of publication is only announced, unless it is done by saying it.
    """
    stage, entry = STAGE_OF[told.status], told.rule.rpartition(":")[2]
    if within(entry.partition("+")[0], TURN):
        return turn_in(told.words, told.trigger, 0) or TURNED_TO.get(stage, stage), kind
    if within(entry, ACCEPTED) and stage == "announced" and _told_beside(told):
        return "happened", "invitation"
    if any(within(entry, rule) for rule in ENDS):
        turn = turn_in(told.words, told.trigger, 0)
        named = subject_in(told.words, told.trigger) or plan_in(told.words, told.trigger)
        return (turn, named) if turn in TURNED and stage == "happened" else (stage, kind)
    found = _named_off(told, kind, stage, entry)
    if found is None:
        found = _ended(told, kind) if stage == "happened" else _put_off(told, kind, stage)
    return found or (_by_day(told) or stage, kind)


def attends(told: Told) -> bool:
    """True for a meeting that somebody attends: *will not attend the summit*."""
    entry = told.rule.rpartition(":")[2]
    return within(entry, ATTENDED) and plan_in(told.words, told.trigger, "", BEFORE) == "meeting"


def _told_beside(told: Told) -> bool:
    """True for an invitation whose visit a verb of its own tells: *accepted an invitation to visit Lima*."""
    after = lowered(told.words.partition(told.trigger)[2])
    invited = next((place for place, token in enumerate(after) if token.startswith("invit")), len(after))
    return any(one == "to" and other in words_of("going") for one, other in pairwise(after[invited:]))


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
    named = plan_in(told.words, told.trigger, "", REACH) or subject_in(told.words, told.trigger)
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
    return turn, kind if kind in PLANS else plan_in(told.words, told.trigger, kind)


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


def ahead(told: Told) -> bool:
    """True for a mention whose date lies after the day on which it was published."""
    return bool(told.begin and told.day and told.begin[:10] > told.day)
