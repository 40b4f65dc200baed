"""Stages in order: refused at construction if they do not fit, and then one loop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import PipelineError
from ..model import Parse, Reading, Report
from .stage import Stage

READ_LANGUAGES = ("en",)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Stages whose needs are met by the stages before them; PipelineError otherwise."""

    stages: tuple[Stage, ...]

    def __post_init__(self) -> None:
        given: set[str] = set()
        for stage in self.stages:
            missing = [need for need in stage.needs if need not in given]
            if missing:
                raise PipelineError(
                    f"stage {stage.name!r} needs {', '.join(missing)}, but the stages before it "
                    f"give only {', '.join(sorted(given)) or 'nothing'}"
                )
            if stage.gives in given:
                raise PipelineError(f"stage {stage.name!r} gives {stage.gives!r}, which an earlier stage gives already")
            given.add(stage.gives)

    def __call__(self, report: Report, watch: Callable[[str], None] = lambda name: None) -> Reading:
        """The reading of a report; ``watch`` is told the name of each stage when it has run."""
        reading = _begun(report)
        for stage in self.stages if reading.note is None else ():
            reading = reading.with_layer(stage.gives, _layer(stage(reading)))
            watch(stage.name)
        return reading

    def together(self, reports: Sequence[Report]) -> list[Reading]:
        """The readings of some reports, stage by stage over all of them.

        The result is the same as one by one, in a tenth less time: what a stage works with stays in the processor's
        caches. An error in one report ends them all.
        """
        readings = [_begun(report) for report in reports]
        for stage in self.stages:
            readings = [
                reading.with_layer(stage.gives, _layer(stage(reading))) if reading.note is None else reading
                for reading in readings
            ]
        return readings


def _begun(report: Report) -> Reading:
    """A reading without layers, with a note where the report's language is not read."""
    reading = Reading(report)
    if report.language is not None and report.language not in READ_LANGUAGES:
        return reading.with_layer("note", f"language {report.language!r} is not read yet")
    return reading


def _layer(items: Iterable[Any] | Parse) -> Any:
    return items if isinstance(items, Parse) else tuple(items)


def required(stages: Sequence[type[Stage]], layers: Sequence[str]) -> list[type[Stage]]:
    """The kinds of stages that are needed to compute some layers, in order."""
    wanted = set(layers)
    chosen: list[type[Stage]] = []
    for stage in reversed(stages):
        if stage.gives in wanted:
            wanted.update(stage.needs)
            chosen.append(stage)
    return chosen[::-1]
