"""A report and all that was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from ..errors import RecordError
from .actor import Actor
from .claim import Claim
from .event import Event
from .figure import Figure
from .media import Media
from .page import page_of
from .parse import Parse
from .place import Place
from .record import from_record, to_record
from .report import Report
from .rows import events_rows
from .span import Span
from .statement import Statement
from .when import Time

SCHEMA = "dragoman.reading/1"
LAYERS = ("sentences", "times", "places", "actors", "statements", "figures", "events", "claims", "media")


@dataclass(frozen=True, slots=True)
class Reading:
    """Layers over one report, each a tuple in order of the text.

    ``parse`` is working material: it is not part of the public record. ``note`` says in words why a reading holds
    no events where that is not the report's doing (a language that is not read, for instance).
    """

    report: Report
    sentences: tuple[Span, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    media: tuple[Media, ...] = ()
    note: str | None = None
    parse: Parse | None = field(default=None, repr=False, compare=False, metadata={"key": None})

    def with_layer(self, name: str, items: Any) -> Reading:
        """The same reading with one more layer."""
        return replace(self, **{name: items})

    def to_dict(self) -> dict[str, Any]:
        """The public record of READING.md: plain dicts, lists, strings and numbers."""
        record = {"schema": SCHEMA, **to_record(self)}
        del record["report"]["media"]  # they stand in the layer
        return record

    @staticmethod
    def from_dict(record: dict[str, Any]) -> Reading:
        """The reading of a public record; RecordError if it is not one."""
        if not isinstance(record, dict) or record.get("schema") != SCHEMA:
            found = repr(record.get("schema")) if isinstance(record, dict) else type(record).__name__
            raise RecordError(f"reading: schema is {found}, allowed is an object of schema {SCHEMA!r}")
        reading: Reading = from_record(Reading, record, "reading")
        return reading

    def to_html(self) -> str:
        """One self-contained page: the text with its marks, and lists of what was found."""
        return page_of(self)

    def events_table(self) -> list[dict[str, Any]]:
        """The events as flat rows, one plain dict each, with the keys of ``model.rows.COLUMNS``."""
        return events_rows(self)
