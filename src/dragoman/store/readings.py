"""Readings packed into the file and taken out again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import RecordError
from ..model import (
    Actor,
    Claim,
    Dateline,
    Event,
    Figure,
    Media,
    Place,
    Reading,
    Report,
    Span,
    Statement,
    Time,
)
from .names import unbound
from .pack import packed, squeezed, stretched, unpacked

if TYPE_CHECKING:
    from .record import Store

EVENTS = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """What a reading holds beside the text, the columns of its report, and the events.

    ``sha256`` is None where it is what it should be, the digest of the text.
    """

    sentences: tuple[Span, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...] = ()
    media: tuple[Media, ...] = ()
    note: str | None = None
    dateline: Dateline | None = None
    embeds: tuple[Media, ...] = ()
    sha256: str | None = None


def digest(text: str) -> bytes:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def blobs(reading: Reading, sha256: bytes) -> tuple[bytes, bytes]:
    """The events, and the rest."""
    report = reading.report
    rest = Rest(
        reading.sentences, reading.times, reading.places, reading.actors, reading.statements, reading.figures,
        reading.claims, reading.media, reading.note, report.dateline, report.media,
        None if report.sha256 == sha256.hex() else report.sha256,
    )  # fmt: skip
    return packed(EVENTS, reading.events), packed(Rest, rest)


def text_id(store: Store, text: str, sha256: bytes) -> int:
    """The id of a text, which is written if it is new."""
    found = store.connection.execute("SELECT id FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
    if found is not None:
        return int(found[0])
    size = len(text.encode("utf-8", "surrogatepass"))
    row = (sha256, len(text), size, squeezed(text))
    new = store.connection.execute("INSERT INTO texts (sha256, chars, bytes, body) VALUES (?, ?, ?, ?)", row).lastrowid
    assert new is not None
    return new


def text_of(store: Store, report: int) -> str:
    """The text of a report by its number."""
    (body,) = store.connection.execute(
        "SELECT t.body FROM reports r JOIN texts t ON t.id = r.text WHERE r.id = ?", (report,)
    ).fetchone()
    return stretched(body, f"store {store.path}: the text of report number {report}")


def reading(store: Store, report: int) -> Reading:
    """The reading of a report by its number."""
    row = store.connection.execute(
        "SELECT r.name, r.title, r.published, w.word, r.url, r.author, r.language, t.sha256, t.body, g.events, g.rest "
        "FROM reports r JOIN texts t ON t.id = r.text JOIN readings g ON g.report = r.id "
        "LEFT JOIN words w ON w.id = r.source WHERE r.id = ?",
        (report,),
    ).fetchone()
    if row is None:
        raise RecordError(f"store {store.path}: report number {report} has no reading")
    name, title, published, source, url, author = map(unbound, row[:6])
    what = f"store {store.path}: report {name}"
    text = stretched(row[8], what)
    events, rest = unpacked(EVENTS, row[9], what), unpacked(Rest, row[10], what)
    sha256 = row[7].hex() if rest.sha256 is None else rest.sha256
    report_ = Report(
        name or "", text, title, published, source, url, author, unbound(row[6]), sha256, rest.dateline, rest.embeds
    )
    return Reading(
        report_, rest.sentences, rest.times, rest.places, rest.actors, rest.statements, rest.figures, events,
        rest.claims, rest.media, rest.note,
    )  # fmt: skip
