"""Which happening of the record an event is of whose report the record does not hold."""

from __future__ import annotations

from ..model import Event, Happening, Reading, Told
from ..resolve import Seen, edge, keys_of, scenes
from ..store import Store


def alike(store: Store, reading: Reading, event: Event) -> Happening | None:
    """The happening that the resolver would take for the event's own, or None; nothing is written.

    What the report tells of the event in other sentences counts for it, as it does when a report is settled.
    """
    told = [Told.of(reading, item) for item in reading.events]
    own = next((one for one in scenes(map(Seen.of, told), {}) if event.id in one.members), None)
    if own is None:
        return None
    met = sorted({name for names in store.sharing(keys_of(own)).values() for name in names})
    best: tuple[float, str] | None = None
    for name, other in store.told(met).items():
        score = edge(own, Seen.of(other)) if other.report != reading.report.id else None
        if score is not None and (best is None or (-score, name) < best):
            best = (-score, name)
    return store.happening(best[1]) if best is not None else None
