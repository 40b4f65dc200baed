"""Tables of reports: JSON Lines and JSON arrays, read as a stream.

A row that is broken is a value with its line number; the rows after it are read.
"""

from __future__ import annotations

import io
import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from ..errors import InputError
from ..model import Report
from .rejected import Rejected
from .report import report_of
from .stream import Rejoined
from .text import MAX_CHARS, marked_encoding

_ESCAPED = 6  # characters that one may take in JSON: \u0041
_ROOM = 65_536  # characters for the fields beside the text
_CHUNK = 1 << 16
_BAD_BYTES = re.compile("[\udc80-\udcff]")
_BETWEEN = re.compile(r"[\s,\ufeff]*")
_DECODER = json.JSONDecoder(strict=False)


def rows_of(
    stream: BinaryIO, where: str, max_chars: int = MAX_CHARS, **given: str | None
) -> Iterator[Report | Rejected]:
    """The reports of a stream of JSON Lines, of one JSON array, or of one JSON object.

    ``where`` names the stream in rejects; ``given`` fills fields that a row does not say. Memory holds one row.
    """
    head = stream.read(_CHUNK)
    encoding = marked_encoding(head) or "utf-8"
    text = io.TextIOWrapper(
        io.BufferedReader(Rejoined(head, stream)), encoding=encoding, errors="surrogateescape", newline="\n"
    )
    start = head.removeprefix(BOM_UTF8).decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    limit = _ESCAPED * max_chars + _ROOM
    if start.startswith("[") or (start.startswith("{") and not _is_lines(start)):
        found = _values(text, limit)
    else:
        found = _lines(text, limit)
    for line, row in found:
        place = f"{where}:{line}"
        try:
            yield _report(row, max_chars, given)
        except InputError as problem:
            yield Rejected(place, str(problem), "row")


def _report(row: Any, max_chars: int, given: Mapping[str, str | None]) -> Report:
    if isinstance(row, InputError):
        raise row
    if not isinstance(row, Mapping):
        raise InputError(f"a row is {type(row).__name__}, allowed is an object with text or html")
    return report_of(row, max_chars, **given)


def _is_lines(start: str) -> bool:
    """True if the first line is an object by itself or looks like a broken one: an object over lines opens alone."""
    first = start.partition("\n")[0].rstrip()
    return len(first) > 1 and first not in ("{", "[{")


def _lines(text: io.TextIOWrapper, limit: int) -> Iterator[tuple[int, Any]]:
    number = 0
    while line := text.readline(limit):
        number += 1
        if len(line) >= limit and not line.endswith("\n"):
            while (rest := text.readline(_CHUNK)) and not rest.endswith("\n"):
                pass
            yield number, InputError(f"too long: a line of more than {limit:,} characters")
        elif line.strip("\ufeff \t\r\n"):
            yield number, _parsed(line.strip("\ufeff \t\r\n"))


def _parsed(line: str) -> Any:
    if _BAD_BYTES.search(line):
        return InputError("broken encoding: the line is not UTF-8")
    try:
        return json.loads(line, strict=False)
    except RecursionError:
        return InputError("broken line: values nested too deeply")
    except ValueError as problem:
        return InputError(f"broken line: not JSON: {problem}")


def _values(text: io.TextIOWrapper, limit: int) -> Iterator[tuple[int, Any]]:
    """The elements of an array, or objects that stand one after the other, each with the line on which it begins.

    After a broken value nothing tells where the next begins, so it is the last.
    """
    source = _Buffer(text, limit)
    source.skip()
    array = source.held.startswith("[")
    if array:
        source.drop(1)
    while True:
        source.skip()
        if not source.held:
            if array:
                yield source.line, InputError("broken array: it is not closed")
            return
        if array and source.held[0] == "]":
            return
        line = source.line
        try:
            yield line, source.value()
        except InputError as problem:
            yield line, problem
            return


class _Buffer:
    """The part of a stream that has been read and not yet used."""

    def __init__(self, text: io.TextIOWrapper, limit: int) -> None:
        self._text, self._limit = text, limit
        self.held, self.line = "", 1

    def _fill(self) -> bool:
        """Twice as much, so that a long value is tried few times."""
        more = self._text.read(max(_CHUNK, len(self.held)))
        self.held += more
        return bool(more)

    def drop(self, size: int) -> None:
        """Uses the first characters up."""
        self.line += self.held.count("\n", 0, size)
        self.held = self.held[size:]

    def skip(self) -> None:
        """Uses white space and commas up."""
        while self.held or self._fill():
            gap = _BETWEEN.match(self.held)
            self.drop(gap.end() if gap else 0)
            if self.held:
                return

    def value(self) -> Any:
        """The next value, an InputError for one that is no text, or InputError raised where it cannot be parsed."""
        while True:
            try:
                value, used = _DECODER.raw_decode(self.held)
                break
            except RecursionError as problem:
                raise InputError("broken value: nested too deeply; what follows is not read") from problem
            except ValueError as problem:
                if len(self.held) > self._limit:
                    reason = f"too long: a value of more than {self._limit:,} characters"
                    raise InputError(f"{reason}; what follows is not read") from problem
                if not self._fill():
                    raise InputError(f"broken value: not JSON: {problem}; what follows is not read") from problem
        broken = _BAD_BYTES.search(self.held, 0, used)
        self.drop(used)
        return InputError("broken encoding: the value is not UTF-8") if broken else value
