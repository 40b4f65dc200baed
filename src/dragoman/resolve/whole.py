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
from .scene import scenes
from .view import Seen


def resolve(
    told: Iterable[Told], credits: Mapping[str, Credit] | None = None, judgements: Iterable[Judgement] = ()
) -> list[Happening]:
    """The happenings of some mentions, by the id of their first mention; of each report all mentions must be there.

    ``credits`` are those of their reports by id, ``judgements`` persons'. UsageError if judgements contradict each
    other. The same as what flow.settle leaves in a store, for what fits into memory.
    """
    seen = {one.id: Seen.of(one) for one in told}
    said = verdicts(judgements)
    reports: dict[str, list[Seen]] = {}
    for _, one in sorted(seen.items()):
        reports.setdefault(one.told.report, []).append(one)
    held = {one.id: one for mentions in reports.values() for one in scenes(mentions, said)}
    found = clusters(held.values(), edges_of(held), said)
    merged = (happening_of((seen[name] for name in group), credits or {}) for group in found)
    return sorted(merged, key=lambda item: item.id)


def edges_of(held: Mapping[str, Seen]) -> list[Edge]:
    """The pairs of scenes of different reports that meet under a key and that the machine takes for one."""
    blocks: dict[int, list[str]] = {}
    for name in sorted(held):
        for key in keys_of(held[name]):
            blocks.setdefault(key, []).append(name)
    pairs = {pair(*two) for names in blocks.values() for two in combinations(names, 2)}
    scored = ((one, other, edge(held[one], held[other])) for one, other in sorted(pairs))
    return [(one, other, score) for one, other, score in scored if score is not None]
