"""Everything at once: the happenings of a set of mentions, as a settled record would hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from ..model import Happening, Judgement, Told
from .block import keys_of
from .cluster import Edge, clusters
from .credit import Credit
from .judge import edge, pair, verdicts
from .merge import happening_of
from .view import Seen


def resolve(
    told: Iterable[Told], credits: Mapping[str, Credit] | None = None, judgements: Iterable[Judgement] = ()
) -> list[Happening]:
    """The happenings of some mentions, by the id of their first mention.

    ``credits`` are those of their reports by id, ``judgements`` persons'. UsageError if judgements contradict each
    other. The same as what flow.settle leaves in a store, for what fits into memory.
    """
    seen = {one.id: Seen.of(one) for one in told}
    found = clusters(seen, edges_of(seen), verdicts(judgements))
    merged = (happening_of((seen[name] for name in members), credits or {}) for members in found)
    return sorted(merged, key=lambda item: item.id)


def edges_of(seen: Mapping[str, Seen]) -> list[Edge]:
    """The pairs that meet under a key and that the machine takes for one."""
    blocks: dict[int, list[str]] = {}
    for name in sorted(seen):
        for key in keys_of(seen[name]):
            blocks.setdefault(key, []).append(name)
    pairs = {pair(*two) for names in blocks.values() for two in combinations(names, 2)}
    scored = ((one, other, edge(seen[one], seen[other])) for one, other in sorted(pairs))
    return [(one, other, score) for one, other, score in scored if score is not None]
