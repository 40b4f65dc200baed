"""Answers of the record as flat rows: the columns of each kind, in an order that stays.

Columns mean what they mean in ``model.rows.COLUMNS`` where they have the same name. Several values of one cell are
joined by "; ". What is not known is None, never "" or "NA".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import UsageError
from ..model import Happening, Party, Size, Where
from ..query import Found, Given, Said, Tally, Telling, Value

SIZES = ("killed", "injured", "arrested", "people")
Column = tuple[str, type]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with the types of their values, and the function that makes a row of an item."""

    columns: tuple[Column, ...]
    row: Callable[[Any], tuple[Any, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(name for name, _ in self.columns)

    def records(self, items: Iterable[Any]) -> list[dict[str, Any]]:
        """A dict for each item."""
        return [dict(zip(self.names, self.row(item), strict=True)) for item in items]


def _of_type(kind: type, *names: str) -> tuple[Column, ...]:
    return tuple((name, kind) for name in names)


_DONE = (
    *_of_type(str, "status", "act", "mode", "plover", "cameo"), ("quad", int), ("goldstein", float),
    *_of_type(str, "actors", "actor_codes", "recipients", "recipient_codes", "where"), ("geonameid", int),
    ("lat", float), ("lon", float), ("country", str),
)  # fmt: skip
_COUNTED = _of_type(float, *(f"{name}_{edge}" for name in SIZES for edge in ("low", "high")))

EVENTS: tuple[Column, ...] = (
    *_of_type(str, "event", "begin", "end", "stage"), *_DONE, ("speakers", str), *_COUNTED, ("contexts", str),
    ("confidence", float), *_of_type(int, "reports", "sources", "independent"), ("first", str), ("last", str),
    ("disputed", str), ("mentions", str),
)  # fmt: skip
MENTIONS: tuple[Column, ...] = (
    *_of_type(str, "report", "published", "source", "event", "mention", "begin", "end", "when_from"), *_DONE,
    ("speaker", str), *_COUNTED, ("contexts", str), ("confidence", float), ("trigger", str), ("sentence", str),
    ("trigger_start", int),
)  # fmt: skip
REPORTS: tuple[Column, ...] = (
    *_of_type(str, "report", "published", "day", "source", "title", "url"), ("mentions", int), ("snippet", str),
)  # fmt: skip
STATEMENTS: tuple[Column, ...] = (
    ("report", str), ("number", int),
    *_of_type(str, "day", "source", "speaker", "country", "cue", "words", "manner", "strength"),
)  # fmt: skip
FIGURES: tuple[Column, ...] = (
    ("report", str), ("number", int), *_of_type(str, "day", "source", "words"),
    *_of_type(float, "value", "low", "high"), *_of_type(str, "unit", "kind", "compares", "with", "of", "sentence"),
)  # fmt: skip


def _event(item: Happening) -> tuple[Any, ...]:
    return (
        item.id, item.begin, item.end, item.stage, *_done(item), _joined(item.speakers), *_bounds(item.size),
        _joined(item.contexts), item.confidence, item.reports, item.sources, item.independent, item.first, item.last,
        _joined(dispute.field for dispute in item.disputes), _joined(item.mentions),
    )  # fmt: skip


def _mention(item: Telling) -> tuple[Any, ...]:
    told = item.told
    return (
        told.report, told.day, told.source, item.event, told.id, told.begin, told.end, told.origin, *_done(told),
        told.speaker, *_bounds(told.size), _joined(told.contexts), told.confidence, told.trigger,
        " ".join(told.words.split()), told.start,
    )  # fmt: skip


def _report(item: Found) -> tuple[Any, ...]:
    snippet = item.snippet.words if item.snippet else None
    return item.id, item.published, item.day, item.source, item.title, item.url, item.mentions, snippet


def _statement(item: Said) -> tuple[Any, ...]:
    return (
        item.report, item.number, item.day, item.source, item.speaker, item.country, item.cue, _joined(item.words),
        item.manner, item.strength,
    )  # fmt: skip


def _figure(item: Given) -> tuple[Any, ...]:
    return (
        item.report, item.number, item.day, item.source, item.words, item.value, item.low, item.high, item.unit,
        item.kind, item.compares, item.with_, item.of, item.sentence,
    )  # fmt: skip


def _done(item: Any) -> tuple[Any, ...]:
    where: Where | None = item.where
    place = (where.name, where.geonameid, where.lat, where.lon, where.country) if where else (None,) * 5
    return (
        item.status, item.act, item.mode, item.plover, item.cameo, item.quad, item.goldstein,
        _names(item.actors), _codes(item.actors), _names(item.recipients), _codes(item.recipients), *place,
    )  # fmt: skip


def _bounds(size: Size | None) -> list[float | None]:
    pairs = [getattr(size, name) if size else None for name in SIZES]
    return [edge for pair in pairs for edge in (pair or (None, None))]


def _names(parties: Sequence[Party]) -> str | None:
    return _joined(party.name for party in parties)


def _codes(parties: Sequence[Party]) -> str | None:
    return _joined(party.plover or party.country or "" for party in parties)


def _joined(words: Iterable[str]) -> str | None:
    return "; ".join(words) or None


TABLES = {
    "events": Table(EVENTS, _event),
    "mentions": Table(MENTIONS, _mention),
    "reports": Table(REPORTS, _report),
    "statements": Table(STATEMENTS, _statement),
    "figures": Table(FIGURES, _figure),
}


def table(kind: str) -> Table:
    """The table of events, mentions, reports, statements or figures."""
    if kind not in TABLES:
        raise UsageError(f"unknown table {kind!r}; allowed are {', '.join(TABLES)}")
    return TABLES[kind]


def counts_table(by: Sequence[str], sums: bool) -> Table:
    """The table of counts by some dimensions."""
    more = _of_type(int, "events", *(("reports", "independent") if sums else ()))

    def row(item: Tally) -> tuple[Any, ...]:
        return (*map(_word, item.labels), item.events, *((item.reports, item.independent) if sums else ()))

    return Table((*_of_type(str, *by), *more), row)


def series_table(period: str, by: Sequence[str]) -> Table:
    """The table of a series."""

    def row(item: Value) -> tuple[Any, ...]:
        return item.period, item.begin, item.end, *map(_word, item.labels), item.events

    return Table((*_of_type(str, period, "begin", "end", *by), ("events", int)), row)


def _word(label: str | int | None) -> str | None:
    return None if label is None else str(label)
