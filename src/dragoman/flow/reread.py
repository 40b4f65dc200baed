"""Stored texts read again by the pipeline of today: what is gained and what is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import dragoman

from ..model import Event, Reading
from ..store import Store
from .config import Config
from .failure import Failure
from .fingerprint import fingerprint
from .keep import BATCH_READINGS, SETTLED, Reads, Settle
from .settle import Settler

_DEFAULTS = Config()


@dataclass(frozen=True, slots=True)
class Reread:
    """A report read again: the mentions that only the new reading has, and those that only the old one had."""

    reading: Reading
    gained: tuple[Event, ...]
    lost: tuple[Event, ...]


def reread(
    store: Store,
    config: Config = _DEFAULTS,
    workers: int | None = None,
    *,
    only_outdated: bool = False,
    reader: Reads | None = None,
    settle: Settle | None = None,
) -> Iterator[Reread | Failure]:
    """Reads the current reports of a store again, those alone that another pipeline has read if ``only_outdated``.

    The store is open to write. A report that cannot be read keeps the reading that it has.
    """
    pipeline, settle = fingerprint(config), settle or Settler(store).settle
    names = store.report_names("current", pipeline if only_outdated else None)
    results = (reader or dragoman.Reader(config)).read_many(map(store.report, names), workers)
    batch: list[Reading] = []
    waiting = 0
    for result in results:
        if isinstance(result, Failure):
            yield result
            continue
        batch.append(result)
        if len(batch) >= BATCH_READINGS:
            yield from _replaced(store, batch, pipeline)
            waiting, batch = waiting + sum(len(reading.events) for reading in batch), []
            if waiting >= SETTLED:
                settle()
                waiting = 0
    yield from _replaced(store, batch, pipeline)
    settle()


def _replaced(store: Store, batch: list[Reading], pipeline: str) -> list[Reread]:
    """Puts new readings in the place of the old, all or none."""
    done = []
    with store.writing():
        for reading in batch:
            before = {event.id: event for event in store.reading(reading.report.id).events}
            gained, lost = store.reread(reading, pipeline)
            now = {event.id: event for event in reading.events}
            done.append(Reread(reading, tuple(now[name] for name in gained), tuple(before[name] for name in lost)))
    return done
