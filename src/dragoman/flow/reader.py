"""The reader: reports in, readings out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from ..annotate import Pipeline
from ..errors import DragomanError, InputError, LexiconError, MissingData, UsageError
from ..ingest import report_of
from ..model import Reading, Report
from .config import Config
from .failure import Failure
from .item import Item, Refused, where_of
from .pool import Pool
from .registry import pipeline_of

_DEFAULTS = Config()
_FOR_ALL = (MissingData, LexiconError, UsageError)  # not this report's doing: every other would fail as well


class Reader:
    """Reads reports as a configuration says.

    ``layers`` cuts the work down to what some layers of the reading need (empty: what the configuration says).
    The model is loaded on the first reading (about two seconds and 350 MB) and kept. The same input gives the
    same reading, whatever was read before and however many workers there are.
    """

    def __init__(self, config: Config = _DEFAULTS, layers: Iterable[str] = ()) -> None:
        self.config = config
        self.layers = tuple(layers)

    @cached_property
    def _task(self) -> Task:
        return load_task(self.config, self.layers)

    def read(self, report: Report | str | Mapping[str, Any], **origin: str | None) -> Reading:
        """The reading of one report, or of a text with what is known of its origin.

        ``origin`` may give ``published`` (ISO 8601), ``source``, ``title``, ``url``, ``language`` and ``id`` of
        a text. InputError if it cannot be read; an error inside a stage is raised as it is, with a note.
        """
        if isinstance(report, str):
            report = {**origin, "text": report}
        elif any(value is not None for value in origin.values()):
            raise UsageError(f"{', '.join(sorted(origin))} can be given for a text only; a report has its own")
        return self._task.read(self._task.report(report))

    def read_many(self, items: Iterable[Item], workers: int | None = None) -> Iterator[Reading | Failure]:
        """The readings of many reports, in their order, as they come.

        What cannot be read gives a Failure in its place and the rest goes on. The input is taken as needed, at
        most a few dozen reports ahead, so memory does not grow with it. ``workers`` processes (None: what the
        configuration says) each load the model; one means this process itself. Missing data, broken tables and
        errors of the configuration are raised, because they would befall every report.
        """
        count = self.config.reader.workers if workers is None else workers
        if count < 1:
            raise UsageError(f"workers is {count}; at least 1 is allowed")
        if count == 1:
            return self._in_parts(items)
        return Pool(partial(load_task, self.config, self.layers), count, _lost).map(items)

    def _in_parts(self, items: Iterable[Item]) -> Iterator[Reading | Failure]:
        """The readings of some items at a time: reading together is faster than one by one."""
        part: list[Report] = []
        for item in items:
            if isinstance(item, Report):
                part.append(item)
                if len(part) < PART_ITEMS and sum(len(report.text) for report in part) < PART_CHARS:
                    continue
            yield from self._task.together(part)
            part = []
            if not isinstance(item, Report):
                yield self._task(item)
        yield from self._task.together(part)


PART_ITEMS, PART_CHARS = 16, 160_000  # read together, so that memory stays flat whatever their size


@dataclass(frozen=True, slots=True)
class Task:
    """What one process does for each item."""

    pipeline: Pipeline
    max_chars: int

    def together(self, reports: Sequence[Report]) -> list[Reading | Failure]:
        """What ``self`` gives for each of some reports; one by one where one makes a stage fail."""
        if len(reports) < 2 or any(len(report.text) > self.max_chars for report in reports):
            return [self(report) for report in reports]
        try:
            return [reading.with_layer("parse", None) for reading in self.pipeline.together(reports)]
        except _FOR_ALL:
            raise
        except Exception:  # the one at fault is found, and told, one by one
            return [self(report) for report in reports]

    def __call__(self, item: Item) -> Reading | Failure:
        if isinstance(item, Refused):
            return Failure(item.where, item.reason, getattr(item, "kind", "content"))
        try:
            report = self.report(item)
        except InputError as problem:
            return Failure(where_of(item), str(problem), "content")
        passed: list[str] = []
        try:
            return self.read(report, passed)
        except _FOR_ALL:
            raise
        except Exception as problem:  # a fault of one stage on one report must not end a run over a million
            told = str(problem) if isinstance(problem, DragomanError) else f"{type(problem).__name__}: {problem}"
            return Failure(where_of(report), f"stage {self._after(passed)!r} failed: {told}", "stage")

    def report(self, item: Report | str | Mapping[str, Any]) -> Report:
        """The report of an item; InputError if there is none or it is too long."""
        if isinstance(item, str):
            item = {"text": item}
        report = item if isinstance(item, Report) else report_of(item, self.max_chars)
        if len(report.text) > self.max_chars:
            size, most = len(report.text), self.max_chars
            raise InputError(f"too long: text has {size:,} characters, allowed are {most:,} (reader.max_chars)")
        return report

    def read(self, report: Report, passed: list[str] | None = None) -> Reading:
        """The reading without the parse, which is working material and many times as large."""
        passed = [] if passed is None else passed
        try:
            return self.pipeline(report, passed.append).with_layer("parse", None)
        except Exception as problem:
            problem.add_note(f"in stage {self._after(passed)!r}, while reading {where_of(report)}")
            raise

    def _after(self, passed: list[str]) -> str:
        """The stage that was at work: the one after those that have passed."""
        return self.pipeline.stages[len(passed)].name


def load_task(config: Config, layers: tuple[str, ...]) -> Task:
    """The task of a configuration, its resources loaded."""
    return Task(pipeline_of(config, layers), config.reader.max_chars)


def _lost(item: Any, reason: str) -> Failure:
    return Failure(where_of(item), reason, "worker")
