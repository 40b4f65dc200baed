"""Near-copies in a store: new reports are sketched, compared with those that share a band, and grouped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..resolve import agency_of, copied, origin_of, sketch, stretches
from ..store import Store, copies

BATCH = 1_000  # reports in one transaction: the pages of their sketches lie far apart, many share few commits


def group_copies(store: Store) -> None:
    """Finds of every new report whose copy it is and which agency it credits.

    A group of copies grows when a report joins two; its origin is the report that was published first, whichever came
    first. Where the origin of a report changes, what its mentions count for is settled again.
    """
    while True:
        with store.writing():
            papers = copies.ungrouped(store, BATCH)
            if not papers:
                return
            _enter(store, papers)


def _enter(store: Store, papers: Sequence[copies.Paper]) -> None:
    """Puts reports into the groups of their copies, or into groups of their own."""
    copies.put_agencies(store, {one.number: agency_of(one.text, one.agency, one.author) for one in papers})
    bands = {one.number: sketch(one.text) for one in papers}
    copies.put_sketches(store, bands)
    pairs = _copied(store, papers, copies.near(store, bands))
    members = copies.members(store, {one.number for one in papers} | {number for two in pairs for number in two})
    held = {one.number: one for one in members}
    known = [(one.number, one.origin) for one in members if one.origin is not None]
    moved: dict[int, int] = {}
    for group in _groups(held, [*pairs, *known]):
        days = {held[number].name: held[number].day for number in group}
        first = origin_of(days)
        origin = next(number for number in group if held[number].name == first)
        moved |= {number: origin for number in group if held[number].origin != origin}
    copies.put_origins(store, moved)


def _copied(store: Store, papers: Iterable[copies.Paper], near: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs of which one is a near-copy of the other."""
    pairs = sorted(near)
    texts = {one.number: one.text for one in papers}
    texts |= copies.texts(store, {number for two in pairs for number in two} - texts.keys())
    cut = {number: stretches(texts[number]) for number in sorted({number for two in pairs for number in two})}
    return [(one, other) for one, other in pairs if copied(cut[one], cut[other])]


def _groups(numbers: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers that hang together by pairs."""
    group = {number: [number] for number in numbers}
    for one, other in pairs:
        mine, yours = group[one], group[other]
        if mine is not yours:
            mine += yours
            group |= dict.fromkeys(yours, mine)
    return [sorted(held) for number, held in sorted(group.items()) if number == min(held)]
