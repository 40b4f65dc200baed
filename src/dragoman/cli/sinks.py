"""Where readings go: one writer for each format."""

from __future__ import annotations

import json
import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO

from ..errors import UsageError
from ..model import Reading
from ..model.page import Entry, index_of
from .brief import Brief
from .files import whole_file
from .terminal import data_console

_PAGE = (".html", ".htm")


class Format(StrEnum):
    """What a reading is written as."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


class Sink(ABC):
    """Takes readings one by one."""

    @abstractmethod
    def put(self, reading: Reading) -> None:
        """Writes one reading, now or at the end."""

    def end(self) -> None:  # noqa: B027 most formats have nothing to add
        """Writes what can only be written last; not called after an error."""


@contextmanager
def open_sink(form: Format, output: Path | None, layers: Sequence[str] = ()) -> Iterator[Sink]:
    """The writer of a format, to a file, a folder or standard output; it ends well or leaves no file."""
    with ExitStack() as stack:
        if form is Format.HTML and output is not None and output.suffix.lower() not in _PAGE:
            sink: Sink = _Folder(output)
        else:
            stream = stack.enter_context(whole_file(output)) if output else sys.stdout
            sink = _on_stream(form, stream, output is not None, layers)
        yield sink
        sink.end()


def _on_stream(form: Format, stream: IO[str], is_file: bool, layers: Sequence[str]) -> Sink:
    if form is Format.TABLE:
        return _Table(Brief(data_console(stream if is_file else None), layers))
    if form is Format.JSON:
        return _Json(stream)
    return _JsonLines(stream) if form is Format.JSONL else _Page(stream)


class _Table(Sink):
    def __init__(self, brief: Brief) -> None:
        self._brief, self._next = brief, 1

    def put(self, reading: Reading) -> None:
        self._brief.show(reading, self._next)
        self._next += len(reading.events)


class _JsonLines(Sink):
    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def put(self, reading: Reading) -> None:
        self._stream.write(json.dumps(reading.to_dict(), ensure_ascii=False) + "\n")
        self._stream.flush()


class _Json(Sink):
    """One object for one reading, an array for several; no more than one is kept in memory."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream, self._held, self._written = stream, "", 0

    def put(self, reading: Reading) -> None:
        if self._held:
            self._write("," if self._written else "[")
        self._held = json.dumps(reading.to_dict(), ensure_ascii=False, indent=1)

    def end(self) -> None:
        if self._written:
            self._write(",")
            self._stream.write("\n]\n")
        else:
            self._stream.write((self._held or "[]") + "\n")
        self._stream.flush()

    def _write(self, before: str) -> None:
        self._stream.write(f"{before}\n{self._held}")
        self._written += 1


class _Page(Sink):
    def __init__(self, stream: IO[str]) -> None:
        self._stream, self._page = stream, ""

    def put(self, reading: Reading) -> None:
        if self._page:
            raise UsageError("a page holds one report; for several, name a folder: --output FOLDER (not .html)")
        self._page = reading.to_html()

    def end(self) -> None:
        self._stream.write(self._page)
        self._stream.flush()


class _Folder(Sink):
    """A page for each report, and a list of them as ``index.html``."""

    def __init__(self, folder: Path) -> None:
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder}: is a file; pages go to a folder or to one file named *.html")
        self._folder = folder
        self._entries: list[Entry] = []
        self._names = {"index"}

    def put(self, reading: Reading) -> None:
        name = self._name(reading.report.id)
        with whole_file(self._folder / name) as stream:
            stream.write(reading.to_html())
        self._entries.append(Entry.of(name, reading))

    def end(self) -> None:
        with whole_file(self._folder / "index.html") as stream:
            stream.write(index_of(self._entries))

    def _name(self, id_: str) -> str:
        base = re.sub(r"[^A-Za-z0-9._-]+", "-", id_).strip(".-")[:80] or "report"
        name, number = base, 1
        while name.lower() in self._names:
            number += 1
            name = f"{base}-{number}"
        self._names.add(name.lower())
        return name + ".html"
