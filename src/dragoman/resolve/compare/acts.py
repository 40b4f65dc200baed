"""What: kinds of happening, the words that tell them, and the stages they are told in."""

from __future__ import annotations

from functools import cache

from ...lexicon.load import words_of
from ..cues import TURNED
from ..kinds import kin, near, part, within
from ..view import FORCE, Seen
from ..words import stem

_SPEAKING = frozenset(("trigger:talks",))
KIN = "kin act"  # what is voted down is no mere saying
BY_VOTE = "kin act by vote"
TOLL = ("kill", "wound")  # entries of the lexicon: what is denied with them is victims, not the attack


def act(one: Seen, other: Seen) -> str | None:
    """The case of the feature *act*; None where no report would tell one for the other."""
    if one.kind != other.kind:
        if not near(one.kind, other.kind):
            return None
        if part(one.kind, other.kind) and one.stage not in TURNED and other.stage not in TURNED:
            return "part and whole"
        if _talks(one, other) or _talks(other, one):
            return "spoken by telephone"
        if kin(one.kind, other.kind):
            return BY_VOTE if _voted(one) and _voted(other) else KIN
        return "near act in one report" if one.told.report == other.told.report else "near act"
    if one.mode and other.mode:
        if one.mode == other.mode:
            return "same act and mode"
        return "near mode" if near(one.mode, other.mode) else "other mode"
    return "same act"


def _voted(seen: Seen) -> bool:
    """True for a vote, and for what is told to be the outcome of one: *turned it down by 300 votes to 200*."""
    return seen.kind == "vote" or any(not _voting().isdisjoint(words) for words, _ in seen.sentences)


@cache
def _voting() -> frozenset[str]:
    return frozenset(map(stem, words_of("voting")))


def _talks(one: Seen, other: Seen) -> bool:
    """True for a call, and for two who speak without a word of where: *is to speak with*."""
    return one.kind == "call" and other.kind == "meeting" and other.rules == _SPEAKING and not other.told.where


def word(one: Seen, other: Seen) -> str | None:
    """The case of the feature *word*."""
    if not one.triggers.isdisjoint(other.triggers):
        return "same word"
    return None if one.rules.isdisjoint(other.rules) else "same entry"


def stage(one: Seen, other: Seen) -> str | None:
    """The case of the feature *stage*."""
    first, second = one.stage, other.stage
    if first == second:
        return None
    stages = {first, second}
    if not stages.isdisjoint(TURNED):
        return "plan and its end"
    if "announced" in stages:
        return "plan and occurrence"
    if "denied" not in stages:
        thought, done = (one, other) if first == "possible" else (other, one)
        return "may come" if (thought.low or 0) <= (done.low or 0) and _ahead(thought) else "what-if"
    return "nobody hurt" if toll(one if first == "denied" else other) else "denial"


def _ahead(seen: Seen) -> bool:
    """True for what may happen from the day of the report on; of blows more is doubted than is to come."""
    return seen.kind != FORCE and seen.published is not None and seen.high is not None and seen.high > seen.published


def toll(seen: Seen) -> bool:
    """True for a mention that tells of the dead or the wounded."""
    return any(within(rule.rpartition(":")[2], entry) for rule in seen.rules for entry in TOLL)
