"""Why the mentions of an event were taken for one: computed again from what they tell."""

from __future__ import annotations

from itertools import combinations

from ..model import Happening, Judgement
from ..resolve import Seen, judged, scenes, verdicts
from ..store import Store, settling

MOST = 60  # pairs of reports; of a larger event only the best pair of each report is told


def merges(store: Store, happening: Happening) -> tuple[Judgement, ...]:
    """The judgements that hold the mentions of an event together, persons' first.

    Mentions of one report are compared with each other; of two reports, all that each tells of the event at once.
    """
    members = set(happening.mentions)
    told = store.told(happening.mentions)
    said = store.judgements(happening.mentions)
    names = list(dict.fromkeys(each.report for each in told.values()))
    seen: list[Seen] = []
    found: list[Judgement] = [each for each in said if {each.left, each.right} <= members]
    for ids in settling.mentions_of(store, names).values():
        single = {name: Seen.of(each) for name, each in store.told(ids).items()}
        for one in scenes(single.values(), verdicts(said)):
            own = [name for name in one.members if name in members]
            if own:
                seen.append(one)
                found.extend(judged(single[left], single[right]) for left, right in combinations(own, 2))
    pairs = [judged(one, other) for one, other in combinations(seen, 2) if one.told.report != other.told.report]
    return (*found, *(pairs if len(pairs) <= MOST else _best(pairs)))


def _best(pairs: list[Judgement]) -> list[Judgement]:
    """For each scene the pair with the highest score."""
    best: dict[str, Judgement] = {}
    for each in sorted(pairs, key=lambda item: (-item.score, item.left, item.right)):
        best.setdefault(each.left, each)
        best.setdefault(each.right, each)
    return list(dict.fromkeys(best.values()))
