"""Dragoman reads news reports: who did what to whom, where, when, and according to whom, with the words that say so.

>>> import dragoman
>>> reading = dragoman.read("Talks opened in Geneva on Monday.", published="2023-07-26")
>>> with dragoman.open("news.dragoman") as record:
...     page = record.events(actor="RUS", act="ASSAULT", since="2023-07")

Everything here is loaded on first use, so that ``import dragoman`` costs nothing.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import export, gazetteer, ingest, query
    from .errors import (
        ConfigError,
        DragomanError,
        InputError,
        LexiconError,
        MissingData,
        PipelineError,
        RecordError,
        UsageError,
    )
    from .flow.ask import Record
    from .flow.ask import open_record as open
    from .flow.config import Config, load_config
    from .flow.failure import Failure
    from .flow.reader import Reader
    from .model import Reading, Report

__version__ = "0.1.0"
__all__ = [
    "Config",
    "ConfigError",
    "DragomanError",
    "Failure",
    "InputError",
    "LexiconError",
    "MissingData",
    "PipelineError",
    "Reader",
    "Reading",
    "Record",
    "RecordError",
    "Report",
    "UsageError",
    "export",
    "gazetteer",
    "ingest",
    "load_config",
    "open",
    "query",
    "read",
]
_ERRORS = tuple(name for name in __all__ if name.endswith("Error") or name == "MissingData")
_HOME = {
    **dict.fromkeys(_ERRORS, ".errors"),
    "Config": ".flow.config",
    "load_config": ".flow.config",
    "Failure": ".flow.failure",
    "Record": ".flow.ask",
    "open": ".flow.ask:open_record",
    "Reader": ".flow.reader",
    "Reading": ".model",
    "Report": ".model",
}
_ROOMS = ("export", "gazetteer", "ingest", "query")


def read(
    text: str,
    published: str | None = None,
    source: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Reading:
    """The reading of one text, by a reader with the default configuration that is built once and kept.

    ``published`` is an ISO 8601 day or moment: without it and without a dateline, *yesterday* has no date.
    InputError if the text cannot be read.
    """
    return _reader().read(text, published=published, source=source, title=title, url=url)


@cache
def _reader() -> Reader:
    reader: Reader = import_module(".flow.reader", __name__).Reader()
    return reader


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return import_module("." + name, __name__)
    if name in _HOME:
        module, _, other = _HOME[name].partition(":")
        return getattr(import_module(module, __name__), other or name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
