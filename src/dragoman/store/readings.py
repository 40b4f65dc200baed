"""Readings packed into the file and taken out again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import RecordError
from ..model import Dateline, Media, Reading, Report
from .names import unbound
from .packing import pieces
from .packing.pack import joined, parted, squeezed, stretched
from .packing.slim import slim
from .packing.unslim import Body, full

if TYPE_CHECKING:
    from .record import Store


def digest(text: str) -> bytes:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _blob(store: Store, reading: Reading, sha256: bytes) -> bytes:
    """All of a reading but the text and the columns of its report."""
    columns, ids = slim(reading, sha256.hex(), store.words.part)
    return joined(columns, reading.report.text, ids)


def put(store: Store, number: int, reading: Reading, sha256: bytes, pipeline: int) -> None:
    """Writes the reading of a report by its number; one that is there gives way."""
    run = store.connection.execute
    run("INSERT OR REPLACE INTO readings (report, pipeline) VALUES (?, ?)", (number, pipeline))
    pieces.drop(store.connection, "reading_pieces", number)
    pieces.put(store.connection, "reading_pieces", number, _blob(store, reading, sha256))


def body(store: Store, report: int, text: int, what: str) -> Body:
    """The reading of a report, by its number and that of its text, whose parts are made when they are asked for;
    ``what`` names it if it is damaged."""
    words = _text(store, text, what)
    with undamaged(what):
        blob = pieces.whole(store.connection, "reading_pieces", report)
        return Body(*parted(blob, what, words), store.words.whole, words)


def text_id(store: Store, text: str, sha256: bytes) -> int:
    """The id of a text, which is written if it is new."""
    found = store.connection.execute("SELECT id FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
    if found is not None:
        return int(found[0])
    size = len(text.encode("utf-8", "surrogatepass"))
    row = (sha256, len(text), size)
    new = store.connection.execute("INSERT INTO texts (sha256, chars, bytes) VALUES (?, ?, ?)", row).lastrowid
    assert new is not None
    pieces.put(store.connection, "text_pieces", new, squeezed(text))
    return new


def text_of(store: Store, report: int) -> str:
    """The text of a report by its number."""
    (number,) = store.connection.execute("SELECT text FROM reports WHERE id = ?", (report,)).fetchone()
    return _text(store, number, f"store {store.path}: the text of report number {report}")


def _text(store: Store, number: int, what: str) -> str:
    with undamaged(what):
        return stretched(pieces.whole(store.connection, "text_pieces", number), what)


def reading(store: Store, number: int) -> Reading:
    """The reading of a report by its number."""
    row = store.connection.execute(
        "SELECT r.name, r.title, r.published, w.word, r.url, r.author, r.language, t.sha256, t.id "
        "FROM reports r JOIN texts t ON t.id = r.text JOIN readings g ON g.report = r.id "
        "LEFT JOIN words w ON w.id = r.source WHERE r.id = ?",
        (number,),
    ).fetchone()
    if row is None:
        raise RecordError(f"store {store.path}: report number {number} has no reading")
    *columns, sha256, text = row
    name, title, published, source, url, author, language = map(unbound, columns)
    what = f"store {store.path}: report {name}"
    held = body(store, number, text, what)

    def report(dateline: Dateline | None, media: tuple[Media, ...], digest: str | None) -> Report:
        known = sha256.hex() if digest is None else digest
        return Report(name or "", held.text, title, published, source, url, author, language, known, dateline, media)

    with undamaged(what):
        return full(held, report)


@contextmanager
def undamaged(what: str) -> Iterator[None]:
    """RecordError where a blob can be read but does not have the form that it should."""
    try:
        yield
    except (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError) as problem:
        raise RecordError(f"{what} is damaged: {problem}") from problem
