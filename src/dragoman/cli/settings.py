"""From the options of a command to a configuration."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from ..flow.config import Config, load_config
from ..model import LAYERS


def _layers_like(incomplete: str) -> list[str]:
    return [layer for layer in LAYERS if layer.startswith(incomplete)]


Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day or moment of publication (ISO 8601), where the input gives none."),
]
Source = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who published the reports, where the input does not say.")
]
Workers = Annotated[int | None, typer.Option(metavar="N", min=1, help="Processes that read at the same time.")]
StoreFile = Annotated[
    Path,
    typer.Option("--store", "-s", metavar="FILE", envvar="DRAGOMAN_STORE", help="The store: the record in one file."),
]
Settings = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Configuration (TOML); else the file that DRAGOMAN_CONFIG names."),
]
MinConfidence = Annotated[
    float | None, typer.Option(metavar="P", min=0.0, max=1.0, help="Leave out events below this confidence.")
]
Layers = Annotated[
    list[str] | None,
    typer.Option(
        "--layer",
        metavar="LAYER",
        autocompletion=_layers_like,
        help=f"Find only this layer and what it needs; may be repeated. One of {', '.join(LAYERS)}.",
    ),
]


def config_with(path: Path | None, workers: int | None = None, min_confidence: float | None = None) -> Config:
    """The configuration of a file or the defaults, with what the command line says instead."""
    config = load_config(path)
    if workers is not None:
        config = replace(config, reader=replace(config.reader, workers=workers))
    if min_confidence is not None:
        config = replace(config, events=replace(config.events, min_confidence=min_confidence))
    return config
