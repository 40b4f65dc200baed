"""Judgements: what the features of two mentions come to, and whose word holds."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import UsageError
from ..model import VERDICTS, Judgement
from .compare import features, score
from .view import Seen

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Two ids in their order."""
    return (one, other) if one < other else (other, one)


def judged(one: Seen, other: Seen) -> Judgement:
    """The machine's judgement of two mentions, with its reasons; the order of the two does not matter."""
    if other.id < one.id:
        one, other = other, one
    total = score(one, other)
    verdict = "same" if total >= 0 else "different"
    return Judgement(one.id, other.id, verdict, total, features(one, other))


def edge(one: Seen, other: Seen) -> float | None:
    """The score of two scenes of different reports that the machine takes for one happening, or else None."""
    if one.told.report == other.told.report:
        return None
    if other.id < one.id:
        one, other = other, one
    total = score(one, other, least=0.0)
    return total if total >= 0 else None


def verdicts(judgements: Iterable[Judgement]) -> dict[Pair, str]:
    """Persons' verdicts by pair; of two on the same pair the later day holds, then 'different'."""
    found: dict[Pair, tuple[str, bool, str]] = {}
    for item in judgements:
        if item.verdict not in VERDICTS:
            raise UsageError(f"verdict is {item.verdict!r}, allowed are {', '.join(VERDICTS)}")
        key, rank = pair(item.left, item.right), (item.day or "", item.verdict == "different", item.verdict)
        found[key] = max(found.get(key, rank), rank)
    return {key: verdict for key, (_, _, verdict) in found.items()}
