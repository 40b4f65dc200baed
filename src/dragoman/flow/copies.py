"""Near-copies in a store: new reports are sketched, compared with those that share a band, and grouped."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..resolve import agency_of, copied, origin_of, sketch, stretches
from ..store import Store, settling

BATCH = 200  # reports in one transaction


def group_copies(store: Store) -> None:
    """Finds of every new report whose copy it is and which agency it credits.

    A group of copies grows when a report joins two; its origin is the report that was published first, whichever came
    first. Where the origin of a report changes, what its mentions count for is settled again.
    """
    while True:
        names = settling.unsketched(store, BATCH)
        if not names:
            return
        with store.writing():
            compare = _Compared(store)
            for paper in settling.papers(store, names):
                settling.put_credit(store, paper.name, agency_of(paper.text, paper.agency, paper.author))
                compare.place(paper)


class _Compared:
    """The texts compared in one batch."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stretches = lru_cache(maxsize=2 * BATCH)(self._read)

    def _read(self, name: str) -> frozenset[str]:
        held = settling.papers(self._store, [name])
        return stretches(held[0].text) if held else frozenset()

    def place(self, paper: settling.Paper) -> None:
        """Puts a report into the group of its copies, or into one of its own."""
        bands = sketch(paper.text)
        mates = self._mates(paper, bands)
        self._store.put_sketch(paper.name, bands)
        held = self._store.origins(mates)
        group = settling.copies_of(self._store, set(held.values()))
        origin = origin_of({**group, paper.name: paper.day})
        moved = [name for name, before in self._store.origins(group).items() if before != origin]
        for name in (paper.name, *moved):
            self._store.set_origin(name, origin)
        if moved:
            settling.unsettle(self._store, moved)

    def _mates(self, paper: settling.Paper, bands: Iterable[int]) -> list[str]:
        """The reports of which this one is a near-copy, of those compared before."""
        near = [name for name in self._store.in_bands(bands) if name != paper.name]
        if not near:
            return []
        mine = stretches(paper.text)
        return [name for name in near if copied(mine, self._stretches(name))]
