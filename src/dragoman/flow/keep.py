"""Reports into the record: read what is not there yet, keep it, and settle what it tells with what is there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Protocol

import dragoman

from ..errors import InputError
from ..model import Reading, Report
from ..store import Store
from .config import Config
from .failure import Failure
from .fingerprint import fingerprint
from .item import Item, Refused, where_of
from .settle import Settler

BATCH_READINGS, BATCH_SECONDS = 48, 3.0  # kept in one transaction: a kill costs at most so much work
SETTLED = 16_000  # mentions that may wait before they are resolved
SKIPPED = 500  # known reports between two looks at the progress


Settle = Callable[[], object]
_DEFAULTS = Config()


class Reads(Protocol):
    """What reads many reports, such as the ``Reader``."""

    def read_many(self, items: Iterable[Item], workers: int | None = None) -> Iterator[Reading | Failure]: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """How far it is: counts of reports and of the mentions in them, and what has failed since the last time."""

    new: int = 0
    known: int = 0
    corrected: int = 0
    failed: int = 0
    mentions: int = 0
    failures: tuple[Failure, ...] = ()

    @property
    def done(self) -> int:
        """All reports that have been dealt with."""
        return self.new + self.known + self.corrected + self.failed


def keep(
    items: Iterable[Item],
    store: Store,
    config: Config = _DEFAULTS,
    workers: int | None = None,
    *,
    reader: Reads | None = None,
    pipeline: str | None = None,
    settle: Settle | None = None,
) -> Iterator[Kept]:
    """Brings reports into a store that is open to write; tells how far it is after each batch.

    What is held already is skipped before it is read, so a run that was cut short is simply started again. What is
    told as kept is in the file for good. Memory holds a batch, not the input. ``reader`` stands in for the
    reader of the configuration, ``pipeline`` for its fingerprint, ``settle`` for the resolver.
    """
    run = _Run(store, settle or Settler(store).settle)
    source = iter(items)
    for item in source:
        report = run.unknown(item)
        if report is not None:
            break
        if run.waiting >= SKIPPED:
            yield run.told()
    else:
        run.settle()
        yield run.told()
        return
    rest = (found for found in map(run.unknown, source) if found is not None)
    readings = (reader or dragoman.Reader(config)).read_many(chain([report], rest), workers)
    yield from run.through(readings, pipeline or fingerprint(config))


class _Run:
    """The counts, and the readings that have not been written yet."""

    def __init__(self, store: Store, settle: Settle) -> None:
        self._store, self._settle = store, settle
        self._kept, self._failures = Kept(), list[Failure]()
        self._batch, self._since = list[Reading](), 0.0
        self._unsettled = 0
        self.waiting = 0

    def unknown(self, item: Item) -> Report | None:
        """The report of an item if it is to be read; what is known or no report is counted."""
        self.waiting += 1
        if isinstance(item, Refused):
            self._fail(Failure(item.where, item.reason, getattr(item, "kind", "content")))
            return None
        try:
            report = (
                item
                if isinstance(item, Report)
                else dragoman.ingest.report_of({"text": item} if isinstance(item, str) else item)
            )
        except InputError as problem:
            self._fail(Failure(where_of(item), str(problem), "content"))
            return None
        if self._store.known(report):
            self._kept = replace(self._kept, known=self._kept.known + 1)
            return None
        return report

    def through(self, results: Iterator[Reading | Failure], pipeline: str) -> Iterator[Kept]:
        """Writes results in batches as they come."""
        try:
            for result in results:
                if isinstance(result, Failure):
                    self._fail(result)
                    continue
                self._since = self._since if self._batch else time.monotonic()
                self._batch.append(result)
                if len(self._batch) >= BATCH_READINGS or time.monotonic() - self._since > BATCH_SECONDS:
                    self._write(pipeline)
                    yield self.told()
        finally:  # what has been read is not to be lost when a person interrupts
            self._write(pipeline)
        self.settle()
        yield self.told()

    def settle(self) -> None:
        """Resolves what is pending."""
        self._settle()
        self._unsettled = 0

    def told(self) -> Kept:
        """How far it is now."""
        kept = replace(self._kept, failures=tuple(self._failures))
        self._failures.clear()
        self.waiting = 0
        return kept

    def _write(self, pipeline: str) -> None:
        batch, self._batch = self._batch, []
        new = corrected = known = mentions = 0
        with self._store.writing():
            for reading in batch:
                again = self._store.holds(reading.report.id)
                if not self._store.add(reading, pipeline):
                    known += 1
                    continue
                corrected, new = corrected + again, new + (not again)
                mentions += len(reading.events)
        self._kept = replace(
            self._kept,
            new=self._kept.new + new,
            corrected=self._kept.corrected + corrected,
            known=self._kept.known + known,
            mentions=self._kept.mentions + mentions,
        )
        self._unsettled += mentions
        if self._unsettled >= SETTLED:
            self.settle()

    def _fail(self, failure: Failure) -> None:
        self._failures.append(failure)
        self._kept = replace(self._kept, failed=self._kept.failed + 1)
