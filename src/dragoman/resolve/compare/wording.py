"""The words: how much of their sentences two mentions share, with fixed weights, so that no other report matters."""

from __future__ import annotations

import re

from ..view import Seen, Words
from .acts import toll

COPIED, MUCH, HALF, SOME, LITTLE = 0.85, 0.6, 0.4, 0.25, 0.12
FEW = 3  # sentences of a scene that are compared
NEAR = 400  # characters
FORCE = "violence"  # what one report tells of fighting, of the dead and of the wounded is mostly one happening
_BINS = ((MUCH, "much"), (HALF, "half"), (SOME, "some"), (LITTLE, "little"))


def wording(one: Seen, other: Seen) -> str | None:
    """The case of the feature *wording*; None within one report."""
    if one.told.report == other.told.report:
        return None
    share = shared(one, other)
    if share >= COPIED:
        copied = not one.triggers.isdisjoint(other.triggers)
        return "same sentence" if copied else "same sentence about another act"
    return next((case for least, case in _BINS if share >= least), "none")


def shared(one: Seen, other: Seen) -> float:
    """The largest share that a sentence of one has in common with a sentence of the other."""
    return max(overlap(mine, yours) for mine in one.sentences[:FEW] for yours in other.sentences[:FEW])


def overlap(one: Words, other: Words) -> float:
    """Twice the weight of the words in both sentences over the weight of both."""
    few, many = (one[0], other[0]) if len(one[0]) <= len(other[0]) else (other[0], one[0])
    common = sum(weight for word, weight in few.items() if word in many)
    return 2 * common / (one[1] + other[1]) if common else 0.0


def report(one: Seen, other: Seen) -> str | None:
    """The case of the feature *report*."""
    if one.told.report != other.told.report:
        return None
    earlier, later = (one, other) if one.told.start <= other.told.start else (other, one)
    force = one.kind == other.kind == FORCE
    kind = "force, " if force else ""
    known = later.definite and not (force and _elsewhere(later, earlier))
    together = one.told.words == other.told.words
    if not (force or together) and {one.stage, other.stage} == {"happened", "announced"}:
        return "still to come"
    if earlier.told.start in later.told.points and known:
        return kind + "pointed at"
    if force and earlier.told.start in later.told.points and toll(later) and not toll(earlier):
        return "force, its toll"
    if force and later.fresh and (not together or later.fresh < later.told.start - earlier.told.start):
        return "force, gone on"
    if together:
        return "force, tolls together" if force and toll(one) and toll(other) else kind + "same sentence"
    if known:
        return kind + ("another pointed at" if later.told.points else "taken up")
    if force and _blow(earlier) and _blow(later):
        return "force, blow and blow"
    if one.kind == other.kind == "accord":
        return "accord"
    return kind + ("near" if later.told.start - earlier.told.start <= NEAR else "same report")


def _elsewhere(seen: Seen, other: Seen) -> bool:
    """True for a noun that is known by a place of its own, which is not that of another: *the attack at Seaton*."""
    if seen.spot is None or seen.spot == other.spot:
        return False
    return _PLACED.match(seen.told.words.partition(seen.told.trigger)[2]) is not None


_PLACED = re.compile(r" (?:at|in|on|of|near|outside) (?:the )?[^\W\d_a-z]")


def _blow(seen: Seen) -> bool:
    """True for a blow that is told for itself: no toll of another, and nothing that goes back to one."""
    return not seen.definite and not seen.told.points and not toll(seen)
