"""The sum of the features of two mentions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ...errors import LexiconError
from ...model import Feature
from ..kinds import rows
from ..view import Seen
from .acts import BY_VOTE, KIN, act, stage, word
from .dates import date
from .figures import figures
from .parties import VICTIMS, names, parties, people, persons, rarity
from .places import place
from .wording import report, wording

DIFFERENT = -50.0  # a weight as low as this ends the comparison
_KIN = (KIN, BY_VOTE)
_ROUNDING = 1e-3  # more than all roundings together
_REST = (("word", word), ("persons", persons), ("names", names), ("people", people), ("place", place),
         ("rarity", rarity), ("figures", figures), ("report", report), ("stage", stage))  # fmt: skip


@cache
def _table() -> dict[tuple[str, str], tuple[float, str]]:
    """Weight and reason of each case."""
    found = {(row["feature"], row["case"]): (float(row["weight"]), row["reason"]) for row in rows("weights.csv")}
    if len(found) != len(rows("weights.csv")):
        raise LexiconError("weights.csv: a case stands twice")
    return found


@cache
def _weights() -> dict[str, dict[str | None, float]]:
    """The weights by feature and case; no case weighs nothing."""
    found: dict[str, dict[str | None, float]] = {}
    for (feature, case), (weight, _) in _table().items():
        found.setdefault(feature, {None: 0.0})[case] = weight
    return found


def _date(one: Seen, other: Seen) -> str:
    """The case of the feature *date*; a visit goes on for days and is told day by day."""
    case = date(one, other)
    if one.kind == other.kind == "visit" and case in ("day apart", "days apart") and persons(one, other) in _SAME:
        return "days of a visit"
    return case


_SAME = ("same person", "same persons")


def cases(one: Seen, other: Seen) -> list[tuple[str, str]]:
    """The features that say something of two mentions, each with its case."""
    found = [("base", "any")]
    kind = act(one, other)
    if kind is None:
        return [*found, ("act", "another act")]
    words = wording(one, other)
    found += [("act", kind), ("date", _date(one, other)), ("parties", parties(one, other))]
    found += [(name, case) for name, feature in _REST if (case := feature(one, other)) is not None]
    if ("people", VICTIMS) in found:  # five attackers and five of those whom they attacked
        found = [item for item in found if item[0] != "figures"]
    if words is not None:
        found.append(("wording", words))
        if kind not in _KIN and (one.speech or other.speech):
            found.append(("matter", words))
    return found


@cache
def _most_of_words() -> float:
    """The most that the wording can add."""
    return sum(max(0.0, *_weights()[name].values()) for name in ("wording", "matter"))


def score(one: Seen, other: Seen, least: float | None = None) -> float:
    """The sum of the weights to six digits; DIFFERENT or less as soon as one thing rules out that the two are one.

    Where the sum cannot reach ``least``, it may be given without what the wording takes away or adds.
    """
    weights = _weights()
    kind = act(one, other)
    if kind is None:
        return DIFFERENT
    total = weights["base"]["any"] + weights["act"][kind] + weights["date"][_date(one, other)]
    if total <= DIFFERENT:
        return total
    total += weights["parties"][parties(one, other)]
    others = people(one, other)
    for name, feature in _REST:
        if others != VICTIMS or feature is not figures:
            total += weights[name][others if feature is people else feature(one, other)]
    if least is not None and total + _most_of_words() < least - _ROUNDING:
        return total
    words = wording(one, other)
    total += weights["wording"][words]
    if kind not in _KIN and (one.speech or other.speech):
        total += weights["matter"][words]
    return round(total, 6)


def mean(scores: Sequence[float]) -> float:
    """The mean of some scores to six digits: the same in whatever order they come."""
    return round(sum(scores) / len(scores), 6)


def features(one: Seen, other: Seen) -> tuple[Feature, ...]:
    """The features of two mentions, each with its score and its reason."""
    table = {**_table(), ("act", "another act"): (DIFFERENT, "acts that no report takes for each other")}
    return tuple(Feature(name, *table[name, case]) for name, case in cases(one, other))
