"""Which mentions tell of one happening: a function of the edges between scenes and of persons' judgements alone.

Edges are taken from the strongest to the weakest, ties by the ids of their scenes, so that neither the order in which
reports came nor the size of a batch matters. An edge joins two groups if nothing speaks against it: a person's
judgement that two of their mentions are different, or the groups as wholes, whose scenes must fit each other on
average and give no dates too far apart. What a person judged the same is joined whatever the machine thinks; the
machine then goes on with its own groups as if nothing had been judged, so that taking a judgement back restores them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..errors import UsageError
from .compare import mean, score
from .compare.dates import apart
from .judge import Pair, pair
from .scene import worth
from .view import Seen

FIT = 0.0  # least mean score of the pairs of two groups that are to be joined
PLAN_FIT = -0.6  # the same of a plan and what came of it, which reports tell of in other words
SPREAD = 2  # days that the dates which texts give one happening may lie apart
FACES = 8  # scenes of a group that stand for it when it is compared
AGAINST = -1.3  # a pair of scenes with less than this keeps two groups apart

Edge = tuple[str, str, float]


class _Groups:
    """Groups of ids that are only ever joined."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.of = {name: name for name in ids}
        self.members = {name: [name] for name in self.of}

    def join(self, one: str, other: str) -> None:
        """Joins the groups of two ids, the smaller into the larger."""
        first, second = self.of[one], self.of[other]
        if first == second:
            return
        if (len(self.members[first]), second) < (len(self.members[second]), first):
            first, second = second, first
        moved = self.members.pop(second)
        self.members[first] += moved
        for name in moved:
            self.of[name] = first

    def together(self, one: str, other: str) -> bool:
        """True for two ids of one group."""
        return self.of[one] == self.of[other]


def clusters(scenes: Iterable[Seen], edges: Iterable[Edge], verdicts: Mapping[Pair, str]) -> list[tuple[str, ...]]:
    """The ids of the mentions of each happening, sorted, in the order of their first; every mention is in one.

    ``edges`` join scenes by their ids, with the scores of these; ``verdicts`` are persons', on mentions. UsageError
    if these contradict each other.
    """
    seen = {one.id: one for one in sorted(scenes, key=lambda one: one.id)}
    whole, parts = _Groups(name for one in seen.values() for name in one.members), _Groups(seen)
    apart_ = _Apart(two for two, verdict in sorted(verdicts.items()) if verdict == "different")
    for (one, other), verdict in sorted(verdicts.items()):
        if verdict == "same" and one in whole.of and other in whole.of:
            whole.join(one, other)
    apart_.check(whole)
    for scene in seen.values():
        for name in scene.members:  # what a person judged apart from the rest of its scene stays alone
            if not apart_.between(whole, scene.id, name):
                whole.join(scene.id, name)
    given = list(edges)
    fit = _Fit(seen, {pair(one, other): value for one, other, value in given})
    for one, other, _ in sorted(given, key=lambda edge: (-edge[2], edge[0], edge[1])):
        if one not in seen or other not in seen or parts.together(one, other) or apart_.between(whole, one, other):
            continue
        if fit(parts.members[parts.of[one]], parts.members[parts.of[other]]):
            parts.join(one, other)
            whole.join(one, other)
    return sorted(tuple(sorted(names)) for names in whole.members.values())


class _Apart:
    """The mentions that persons judged to be of different happenings."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self.of: dict[str, set[str]] = {}
        for one, other in pairs:
            self.of.setdefault(one, set()).add(other)
            self.of.setdefault(other, set()).add(one)

    def between(self, groups: _Groups, one: str, other: str) -> bool:
        """True if the groups of two ids must not be joined."""
        if not self.of or groups.together(one, other):
            return False
        few, many = sorted((groups.of[one], groups.of[other]), key=lambda name: len(groups.members[name]))
        return any(groups.of.get(mate) == many for name in groups.members[few] for mate in self.of.get(name, ()))

    def check(self, groups: _Groups) -> None:
        """UsageError if mentions that were judged the same were judged different as well."""
        for one, others in sorted(self.of.items()):
            for other in sorted(others):
                if one in groups.of and other in groups.of and groups.together(one, other):
                    raise UsageError(f"mentions {one!r} and {other!r} were judged both the same and different")


class _Fit:
    """Whether two groups of the machine's can be one; the scores of pairs are remembered while groups grow."""

    def __init__(self, seen: Mapping[str, Seen], scores: dict[Pair, float]) -> None:
        self._seen = seen
        self._scores = scores

    def __call__(self, one: Sequence[str], other: Sequence[str]) -> bool:
        if len(one) == len(other) == 1:
            return True
        first, second = _faces(self._seen, one), _faces(self._seen, other)
        if any(_days_apart(mine, yours) > SPREAD for mine in first for yours in second):
            return False
        late = max((face.published or 0 for face in (*first, *second) if face.stage == "postponed"), default=None)
        pairs = [(mine, yours) for mine in first for yours in second if not (_moved(mine, late) or _moved(yours, late))]
        scores = [self._score(mine, yours) for mine, yours in pairs]
        least = PLAN_FIT if any(mine.open != yours.open for mine, yours in pairs) else FIT
        return not scores or (min(scores) >= AGAINST and mean(scores) >= least)

    def _score(self, one: Seen, other: Seen) -> float:
        first, second = (one, other) if one.id < other.id else (other, one)
        names = first.id, second.id
        if names not in self._scores:
            self._scores[names] = score(first, second)
        return self._scores[names]


def _moved(seen: Seen, late: int | None) -> bool:
    """True for a plan, or an end of it told by then, whose days say nothing: it was put off on the day ``late``."""
    if late is None:
        return False
    return seen.stage in ("announced", "possible") or (seen.stage == "cancelled" and (seen.published or 0) <= late + 1)


def _days_apart(one: Seen, other: Seen) -> int:
    """Days between two dates that texts give of what happened; 0 of a plan, which may be put off, and of a visit."""
    if one.kind == other.kind == "visit":
        return 0
    if not (one.plain and other.plain) or one.open or other.open:
        return 0
    return apart(one, other)


def _faces(seen: Mapping[str, Seen], members: Sequence[str]) -> list[Seen]:
    """The scenes that stand for a group: those that say most, then by id."""
    if len(members) <= FACES:
        return [seen[name] for name in members]
    return [seen[name] for name in sorted(members, key=lambda name: (-worth(seen[name]), name))[:FACES]]
