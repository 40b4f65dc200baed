"""Scenes: the mentions of one report that tell one happening, taken together before reports are compared.

*Gunmen attacked the camp on Sunday. Seven soldiers were killed. The attack …*: what one sentence leaves out another
gives. A report comes and goes as a whole, so that its scenes depend on nothing else that the record holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from .compare import mean, score
from .cues import TURNED
from .judge import Pair, pair
from .life import order, stage
from .view import COUNTS, Seen, Side

KEEP = -0.8  # least score of two mentions of a report that are one
AGAINST = -1.6  # a pair of mentions with less than this keeps two scenes apart
FIT = -0.5  # least mean score of the mentions of two scenes that are to be joined


def scenes(mentions: Iterable[Seen], verdicts: Mapping[Pair, str]) -> list[Seen]:
    """The scenes of one report's mentions, by their ids; mentions that a person judged different stay apart."""
    seen = {one.id: one for one in sorted(mentions, key=lambda one: one.id)}
    scores = {(one, other): score(seen[one], seen[other]) for one, other in combinations(seen, 2)}
    group = {name: [name] for name in seen}
    fitting = [two for two, value in scores.items() if value >= KEEP]
    for one, other in sorted(fitting, key=lambda two: (-scores[two], _gap(seen[two[0]], seen[two[1]]), two)):
        mine, yours = group[one], group[other]
        if mine is yours or not _fit(mine, yours, scores, verdicts):
            continue
        mine += yours
        for name in yours:
            group[name] = mine
    found = {min(names): names for names in group.values()}
    return [scene([seen[name] for name in names]) for _, names in sorted(found.items())]


def _gap(one: Seen, other: Seen) -> int:
    """Characters between two triggers."""
    return abs(one.told.start - other.told.start)


def _fit(one: Sequence[str], other: Sequence[str], scores: Mapping[Pair, float], verdicts: Mapping[Pair, str]) -> bool:
    pairs = [pair(mine, yours) for mine in one for yours in other]
    if any(verdicts.get(two) == "different" for two in pairs):
        return False
    given = [scores[two] for two in pairs]
    return min(given) >= AGAINST and mean(given) >= FIT


def scene(mentions: Sequence[Seen]) -> Seen:
    """Several mentions of a report as one."""
    if len(mentions) == 1:
        return mentions[0]
    seen = sorted(mentions, key=order)
    now = stage(seen)
    core = [one for one in seen if one.stage == now] or seen
    lead = min(core, key=lambda one: (-worth(one), one.id))
    dated = min(core, key=lambda one: (not one.plain, not one.dated, one.low is None, -worth(one), one.id))
    spot = min(core, key=lambda one: (one.spot is None, one.point is None, one.land is None, -worth(one), one.id))
    modes = {one.mode for one in core if one.mode}
    sentences = {one.told.words: one.sentences[0] for one in sorted(seen, key=lambda one: one.told.start)}
    return lead._replace(
        id=min(one.id for one in seen), members=tuple(sorted(name for one in seen for name in one.members)),
        mode=lead.mode if lead.mode or len(modes) != 1 else modes.pop(), stage=now, low=dated.low, high=dated.high,
        dated=dated.dated, plain=dated.plain, open=now in ("announced", *TURNED) or all(one.open for one in core),
        backward=all(one.backward for one in core), actor=_union(one.actor for one in core),
        recipient=_union(one.recipient for one in core), land=spot.land, spot=spot.spot, point=spot.point,
        counts=tuple(_largest(one.counts[number] for one in core) for number in range(len(COUNTS))),
        sentences=tuple(sentences.values()), triggers=frozenset().union(*(one.triggers for one in seen)),
        rules=frozenset().union(*(one.rules for one in seen)), definite=all(one.definite for one in core),
        either=any(one.either for one in core),
    )  # fmt: skip


def worth(one: Seen) -> int:
    """How much a mention says: a day, two sides, a place, persons."""
    return (
        2 * one.plain + bool(one.actor.lands) + bool(one.recipient.lands) + (one.spot is not None)
        + bool(one.actor.persons | one.recipient.persons)
    )  # fmt: skip


def _union(sides: Iterable[Side]) -> Side:
    return Side(*(frozenset().union(*held) for held in zip(*sides, strict=True)))


def _largest(counts: Iterable[tuple[float, float] | None]) -> tuple[float, float] | None:
    return max((count for count in counts if count is not None), default=None)
