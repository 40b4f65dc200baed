"""The configuration: one TOML file, one frozen dataclass."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from ..errors import ConfigError


@dataclass(frozen=True, slots=True)
class ReaderConfig:
    """``layers`` to compute (empty: all), ``workers`` processes, ``max_chars`` the longest text that is read."""

    layers: tuple[str, ...] = ()
    workers: int = 1
    max_chars: int = 1_000_000


@dataclass(frozen=True, slots=True)
class ParseConfig:
    """``model`` is the name of an installed spaCy model package (None: the default of this Python)."""

    model: str | None = None


@dataclass(frozen=True, slots=True)
class GazetteerConfig:
    """``file`` is the built gazetteer (None: in the user's cache); ``build`` whether a missing one is made."""

    file: str | None = None
    build: bool = True


@dataclass(frozen=True, slots=True)
class ActorConfig:
    """``tables`` are the user's own TOML or CSV actor tables, ``dictionaries`` TABARI or PETRARCH files."""

    tables: tuple[str, ...] = ()
    dictionaries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventConfig:
    """``min_confidence`` drops mentions below it; the others name a user's own tables.

    ``triggers`` and ``classes`` (of nouns), ``operators`` (words that change a status), ``acts`` (PLOVER and CAMEO of
    each act and composition) and ``codes`` (CAMEO codes with their scores) are added to the shipped ones;
    ``without`` names those of the five that are read without the shipped table.
    """

    min_confidence: float = 0.0
    triggers: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StagesConfig:
    """``add`` names plug-in stages to append, ``without`` names stages to leave out."""

    add: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; ``stage`` holds free tables for plug-in stages by their name."""

    reader: ReaderConfig = ReaderConfig()
    parse: ParseConfig = ParseConfig()
    gazetteer: GazetteerConfig = GazetteerConfig()
    actors: ActorConfig = ActorConfig()
    events: EventConfig = EventConfig()
    stages: StagesConfig = StagesConfig()
    stage: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, hash=False)


def load_config(path: str | Path | None = None) -> Config:
    """The configuration of a file, of the file that ``DRAGOMAN_CONFIG`` names, or the defaults.

    ConfigError names the file, the key, what is wrong with it, and the nearest known key.
    """
    path = path or os.environ.get("DRAGOMAN_CONFIG")
    if not path:
        return Config()
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise ConfigError(f"configuration {path}: cannot be read: {problem}") from problem
    config: Config = config_of(table, str(path))
    return config


def config_of(table: Mapping[str, Any], where: str = "configuration") -> Config:
    """The configuration of a parsed table."""
    config: Config = _build(Config, table, where)
    return config


def _build(kind: type, table: Mapping[str, Any], where: str) -> Any:
    known = {item.name for item in fields(kind)}
    for key in table:
        if key not in known:
            near = get_close_matches(key, sorted(known), 1, 0.5)
            hint = f"; the nearest known is {near[0]!r}" if near else f"; known are {', '.join(sorted(known))}"
            raise ConfigError(f"{where}: unknown key {key!r}{hint}")
    hints = get_type_hints(kind)
    return kind(**{key: _value(hints[key], value, f"{where}: {key}") for key, value in table.items()})


def _value(kind: Any, value: Any, where: str) -> Any:
    if is_dataclass(kind) or get_origin(kind) is Mapping:
        if not isinstance(value, Mapping):
            raise ConfigError(f"{where}: expected a table, not {value!r}")
        return _build(kind, value, where) if isinstance(kind, type) and is_dataclass(kind) else dict(value)
    if get_origin(kind) is tuple:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ConfigError(f"{where}: expected a list of words, not {value!r}")
        return tuple(value)
    allowed = tuple(item for item in (get_args(kind) or (kind,)) if item is not type(None))
    wider = (*allowed, int) if float in allowed else allowed
    if not isinstance(value, wider) or (isinstance(value, bool) and bool not in allowed):
        raise ConfigError(f"{where}: expected {allowed[0].__name__}, not {value!r}")
    return value
