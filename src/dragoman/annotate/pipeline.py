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
        reading = Reading(report)
        if report.language is not None and report.language not in READ_LANGUAGES:
            return reading.with_layer("note", f"language {report.language!r} is not read yet")
        for stage in self.stages:
            reading = reading.with_layer(stage.gives, _layer(stage(reading)))
            watch(stage.name)
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
