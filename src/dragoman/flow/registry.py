"""Which stages there are: the project's own and those of plug-ins."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from difflib import get_close_matches
from importlib.metadata import entry_points
from typing import Any

from ..annotate import Pipeline, Stage, required
from ..annotate.actor import ActorStage
from ..annotate.claim import ClaimStage
from ..annotate.event import EventStage
from ..annotate.figure import FigureStage
from ..annotate.media import MediaStage
from ..annotate.parse import Parser, ParseStage
from ..annotate.place import PlaceStage
from ..annotate.sentence import SentenceStage
from ..annotate.statement import StatementStage
from ..annotate.time import TimeStage
from ..errors import ConfigError, PipelineError
from ..model import LAYERS
from .config import Config

GROUP = "dragoman.stages"
BUILT_IN: tuple[type[Stage], ...] = (
    SentenceStage,
    ParseStage,
    TimeStage,
    MediaStage,
    PlaceStage,
    ActorStage,
    StatementStage,
    FigureStage,
    EventStage,
    ClaimStage,
)


def pipeline_of(config: Config, layers: tuple[str, ...] = (), parser: Parser | None = None) -> Pipeline:
    """The pipeline that a configuration asks for, cut down to what some layers need.

    ``parser`` stands in for the one that the configuration names.
    """
    wanted = layers or config.reader.layers or LAYERS
    for layer in wanted:
        if layer not in LAYERS:
            near = get_close_matches(layer, LAYERS, 1) or LAYERS
            raise PipelineError(f"unknown layer {layer!r}; allowed are {', '.join(LAYERS)} (nearest: {near[0]})")
    settings = _settings(config, parser)
    kinds = required(tuple(_kinds(config)), wanted)
    with _undisturbed():
        return Pipeline(tuple(kind.build(settings.get(kind.name, {})) for kind in kinds))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No garbage collection while models and tables are loaded, which stay; nor is it to look at them afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _kinds(config: Config) -> Iterator[type[Stage]]:
    names = [kind.name for kind in BUILT_IN]
    for name in config.stages.without:
        if name not in names:
            raise ConfigError(f"stages.without names {name!r}; allowed are {', '.join(names)}")
    yield from (kind for kind in BUILT_IN if kind.name not in config.stages.without)
    yield from map(_plugged, config.stages.add)


def _settings(config: Config, parser: Parser | None) -> dict[str, Mapping[str, Any]]:
    """The settings of each stage, by its name."""
    return {
        **config.stage,
        "parse": {**asdict(config.parse), "parser": parser},
        "place": asdict(config.gazetteer),
        "actor": asdict(config.actors),
        "event": asdict(config.events),
    }


def _plugged(name: str) -> type[Stage]:
    found = entry_points(group=GROUP, name=name)
    if not found:
        known = sorted(point.name for point in entry_points(group=GROUP))
        raise ConfigError(f"no plug-in gives a stage {name!r}; installed are {', '.join(known) or 'none'}")
    kind: type[Stage] = next(iter(found)).load()
    return kind
