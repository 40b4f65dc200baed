"""The words: how much of their sentences two mentions share, with fixed weights, so that no other report matters."""

from __future__ import annotations

from ..view import Seen

COPIED, MUCH, HALF, SOME, LITTLE = 0.85, 0.6, 0.4, 0.25, 0.12
NEAR = 400  # characters
FORCE = "violence"  # what one report tells of fighting, of the dead and of the wounded is mostly one happening
_BINS = ((MUCH, "much"), (HALF, "half"), (SOME, "some"), (LITTLE, "little"))


def wording(one: Seen, other: Seen) -> str | None:
    """The case of the feature *wording*; None within one report."""
    if one.told.report == other.told.report:
        return None
    share = shared(one, other)
    if share >= COPIED:
        return "same sentence" if one.trigger == other.trigger else "same sentence about another act"
    return next((case for least, case in _BINS if share >= least), "none")


def shared(one: Seen, other: Seen) -> float:
    """Twice the weight of the words in both sentences over the weight of both."""
    few, many = (one.words, other.words) if len(one.words) <= len(other.words) else (other.words, one.words)
    common = sum(weight for word, weight in few.items() if word in many)
    return 2 * common / (one.weight + other.weight) if common else 0.0


def report(one: Seen, other: Seen) -> str | None:
    """The case of the feature *report*."""
    if one.told.report != other.told.report:
        return None
    kind = "force, " if one.kind == other.kind == FORCE else ""
    if one.told.words == other.told.words:
        return kind + "same sentence"
    later = one if one.told.start > other.told.start else other
    if later.definite:
        return kind + "taken up"
    return kind + ("near" if abs(one.told.start - other.told.start) <= NEAR else "same report")
