"""What reads, in one line: two readings with the same line would be the same."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import dragoman

from ..errors import ConfigError
from ..model import LAYERS
from .config import Config, ReaderConfig

_DIGITS = 12  # of the digest of settings that are not the defaults


def fingerprint(config: Config, layers: tuple[str, ...] = ()) -> str:
    """Version of the program, layers, model, and a digest of the configuration and of the tables that it names.

    How many processes read and how long a text may be make no difference. MissingData if the model is not
    installed, ConfigError if a table cannot be read.
    """
    wanted = layers or config.reader.layers
    shown = ",".join(layer for layer in LAYERS if layer in wanted) if wanted else "all"
    model = import_module("dragoman.annotate.parse").installed_model(config.parse.model)  # brings the parser with it
    return f"dragoman {dragoman.__version__}; layers {shown}; model {model} {_version(model)}; {_settings(config)}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # a model in a folder on the path
        return "(not packaged)"


def _settings(config: Config) -> str:
    config = replace(config, reader=ReaderConfig(), parse=replace(config.parse, model=None))
    if config == Config():
        return "settings default"
    digest = hashlib.sha256(json.dumps(asdict(config), sort_keys=True, default=str).encode())
    events = config.events
    own = (*events.triggers, *events.classes, *events.operators, *events.acts, *events.codes)
    for table in (*config.actors.tables, *config.actors.dictionaries, *own):
        try:
            digest.update(hashlib.sha256(Path(table).read_bytes()).digest())
        except OSError as problem:
            raise ConfigError(f"table {table}: cannot be read: {problem.strerror or problem}") from problem
    return f"settings {digest.hexdigest()[:_DIGITS]}"
