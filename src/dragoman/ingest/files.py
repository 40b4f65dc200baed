"""From paths to reports: files, folders and standard input, one report at a time."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import InputError
from ..model import Report
from .calendar import published_of
from .markup import looks_like_page, page_text
from .page import WIDEST
from .rejected import Rejected
from .report import report_from_page, report_from_text
from .stream import Rejoined, read_limited
from .table import rows_of
from .text import MAX_CHARS, marked_encoding, refuse_binary, text_of

STANDARD_INPUT = "-"
_SNIFFED = 8_192  # bytes by which content is told
_BYTES = 4  # that a character may take in a file
_KINDS = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".jsonl": "table", ".ndjson": "table", ".json": "table",
}  # fmt: skip


def reports(
    paths: Iterable[str | os.PathLike[str]],
    published: str | None = None,
    source: str | None = None,
    max_chars: int = MAX_CHARS,
) -> Iterator[Report | Rejected]:
    """The reports of some paths in order; what cannot be read is a Rejected in its place.

    A path is a file (plain text, HTML, JSON Lines or JSON by its ending, else by its content), a folder (all files in
    it and below, sorted by name, hidden ones left out) or ``-`` for standard input. ``published`` and ``source`` hold
    where an input does not say otherwise. InputError if ``published`` is no date. Memory holds one report.
    """
    given = {"published": published_of(published) if published else None, "source": source}
    return _all(paths, given, max_chars)


def _all(
    paths: Iterable[str | os.PathLike[str]], given: dict[str, str | None], limit: int
) -> Iterator[Report | Rejected]:
    for path in (os.fspath(given_path) for given_path in paths):
        if path == STANDARD_INPUT:
            yield from _stream(sys.stdin.buffer, STANDARD_INPUT, None, given, limit)
        elif os.path.isdir(path):
            for found in _files(path):
                yield from found if isinstance(found, tuple) else _file(found, given, limit)
        else:
            yield from _file(path, given, limit)


def _files(folder: str) -> Iterator[str | tuple[Rejected, ...]]:
    """The files below a folder, each folder once even if links make circles."""
    seen: set[tuple[int, int]] = set()
    failed: list[OSError] = []
    for here, folders, names in os.walk(folder, followlinks=True, onerror=failed.append):
        known = os.stat(here)
        if (known.st_dev, known.st_ino) in seen:
            folders.clear()
            continue
        seen.add((known.st_dev, known.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(here, name)
            if not name.startswith("."):
                yield path if _regular(path) else (Rejected(path, "not a regular file", "unreadable"),)
    if failed:
        yield tuple(Rejected(str(problem.filename), _said(problem), "unreadable") for problem in failed)


def _regular(path: str) -> bool:
    """True for a file proper, and for what is gone or a dead link: opening that tells why."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return True


def _file(path: str, given: dict[str, str | None], limit: int) -> Iterator[Report | Rejected]:
    try:
        with open(path, "rb") as stream:
            yield from _stream(stream, path, _KINDS.get(Path(path).suffix.lower()), given, limit)
    except FileNotFoundError:
        remedy = "; addresses are not fetched: save the page first" if "://" in path else ""
        yield Rejected(path, f"no such file or folder{remedy}", "missing")
    except (OSError, ValueError) as problem:
        yield Rejected(path, _said(problem), "unreadable")


def _said(problem: Exception) -> str:
    words = (problem.strerror if isinstance(problem, OSError) else None) or str(problem)
    return f"cannot be read: {words[:1].lower()}{words[1:]}"


def _stream(
    stream: BinaryIO, where: str, kind: str | None, given: dict[str, str | None], limit: int
) -> Iterator[Report | Rejected]:
    head = _first(stream)
    kind = kind or _kind_of(head)
    whole = io.BufferedReader(Rejoined(head, stream))
    try:
        if not marked_encoding(head):
            refuse_binary(head)
        if kind == "table":
            if not head.strip():
                raise InputError("empty: there is no row to read")
            yield from rows_of(whole, where, limit, **given)
        else:
            yield _single(whole, kind, given, limit)
    except InputError as problem:
        yield Rejected(where, str(problem), "content")


def _single(stream: BinaryIO, kind: str, given: dict[str, str | None], limit: int) -> Report:
    most = _BYTES * limit * (WIDEST if kind == "page" else 1)
    data = read_limited(stream.read, most, limit)
    if kind == "page":
        return report_from_page(page_text(data), max_chars=limit, **given)
    return report_from_text(text_of(data), max_chars=limit, **given)


def _first(stream: BinaryIO) -> bytes:
    """The first bytes of a stream; a pipe may give them in pieces."""
    head = b""
    while len(head) < _SNIFFED and (part := stream.read(_SNIFFED - len(head))):
        head += part
    return head


def _kind_of(head: bytes) -> str:
    """What a file without a known ending holds, by its first characters."""
    start = head.decode(marked_encoding(head) or "utf-8", "replace").lstrip("\ufeff \t\r\n")
    if start.startswith("{") or (start.startswith("[") and start[1:].lstrip()[:1] in ("{", "]")):
        return "table"
    return "page" if looks_like_page(start) else "text"
