"""Events as flat rows for tables and data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .event import Event, Party

if TYPE_CHECKING:
    from .reading import Reading

COLUMNS = (
    "report", "published", "source", "url", "event", "begin", "end", "when", "when_from", "status", "act", "mode",
    "plover", "cameo", "quad", "goldstein", "actors", "actor_codes", "recipients", "recipient_codes", "where",
    "geonameid", "lat", "lon", "country", "speaker", "killed_low", "killed_high", "injured_low", "injured_high",
    "arrested_low", "arrested_high", "people_low", "people_high", "contexts", "confidence", "trigger", "sentence",
    "trigger_start", "trigger_end",
)  # fmt: skip


def events_rows(reading: Reading) -> list[dict[str, Any]]:
    """One dict for each event with the keys of COLUMNS; several names in one cell are joined by "; "."""
    return [dict(zip(COLUMNS, _row(reading, event), strict=True)) for event in reading.events]


def _row(reading: Reading, event: Event) -> tuple[Any, ...]:
    report, when, where, size = reading.report, event.when, event.where, event.size
    text = report.text
    day = report.published or (report.dateline.date if report.dateline else None)
    bounds = [getattr(size, name) if size else None for name in ("killed", "injured", "arrested", "people")]
    return (
        report.id, day, report.source, report.url, event.id,
        *((when.begin, when.end, when.value, when.origin) if when else (None,) * 4),
        event.status, event.act, event.mode, event.plover, event.cameo, event.quad, event.goldstein,
        _names(event.actors), _codes(event.actors), _names(event.recipients), _codes(event.recipients),
        *((where.name, where.geonameid, where.lat, where.lon, where.country) if where else (None,) * 5),
        event.speaker.name if event.speaker else None,
        *(edge for pair in bounds for edge in (pair or (None, None))),
        "; ".join(event.contexts) or None, event.confidence, event.trigger.of(text),
        " ".join(event.sentence.of(text).split()), event.trigger.start, event.trigger.end,
    )  # fmt: skip


def _names(parties: tuple[Party, ...]) -> str | None:
    return "; ".join(party.name for party in parties) or None


def _codes(parties: tuple[Party, ...]) -> str | None:
    return "; ".join(party.plover or party.country or "" for party in parties) or None
