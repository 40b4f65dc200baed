"""Which happening of the record an event is of whose report the record does not hold."""

from __future__ import annotations

from ..model import Event, Happening, Reading, Told
from ..resolve import Seen, edge, keys_of, scene, scenes
from ..store import Store
from ..store import scenes as kept


def alike(store: Store, reading: Reading, event: Event) -> Happening | None:
    """The happening that the resolver would take for the event's own, or None; nothing is written.

    What the report tells of the event in other sentences counts for it, as it does when a report is settled.
    """
    own = next((one for one in scenes(map(Seen.of, Told.each(reading)), {}) if event.id in one.members), None)
    if own is None:
        return None
    met = {name for held in kept.meeting(store, keys_of(own)).values() for name, _ in held}
    best: tuple[float, str] | None = None
    for name, told in sorted(kept.told(store, met).items()):
        score = edge(own, scene([Seen.of(one) for one in told])) if told[0].report != reading.report.id else None
        if score is not None and (best is None or (-score, name) < best):
            best = (-score, name)
    return store.happening(best[1]) if best is not None else None
