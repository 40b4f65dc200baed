"""Readings packed into the file and taken out again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import RecordError
from ..model import Dateline, Media, Reading, Report
from .names import unbound
from .pack import packed, squeezed, stretched, unpacked
from .slim import full, slim

if TYPE_CHECKING:
    from .record import Store


def digest(text: str) -> bytes:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def blob(store: Store, reading: Reading, sha256: bytes) -> bytes:
    """All of a reading but the text and the columns of its report."""
    return packed(slim(reading, sha256.hex(), store.words.part), reading.report.text)


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


def reading(store: Store, number: int) -> Reading:
    """The reading of a report by its number."""
    row = store.connection.execute(
        "SELECT r.name, r.title, r.published, w.word, r.url, r.author, r.language, t.sha256, t.body, g.body "
        "FROM reports r JOIN texts t ON t.id = r.text JOIN readings g ON g.report = r.id "
        "LEFT JOIN words w ON w.id = r.source WHERE r.id = ?",
        (number,),
    ).fetchone()
    if row is None:
        raise RecordError(f"store {store.path}: report number {number} has no reading")
    *columns, sha256, text_blob, body = row
    name, title, published, source, url, author, language = map(unbound, columns)
    what = f"store {store.path}: report {name}"
    text = stretched(text_blob, what)

    def report(dateline: Dateline | None, media: tuple[Media, ...], digest: str | None) -> Report:
        known = sha256.hex() if digest is None else digest
        return Report(name or "", text, title, published, source, url, author, language, known, dateline, media)

    with undamaged(what):
        return full(unpacked(body, what, text), store.words.whole, report)


@contextmanager
def undamaged(what: str) -> Iterator[None]:
    """RecordError where a blob can be read but does not have the form that it should."""
    try:
        yield
    except (TypeError, ValueError, IndexError, KeyError, AttributeError) as problem:
        raise RecordError(f"{what} is damaged: {problem}") from problem
