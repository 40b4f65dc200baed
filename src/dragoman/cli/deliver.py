"""Answers of the record on their way out: as tables for people, and in the forms that programs take."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from rich.console import Console

from ..errors import UsageError
from ..export import Table, csv_lines, parquet_bytes
from ..model.record import to_record
from ..query import Page
from .asking import AnswerFormat
from .files import whole_file
from .terminal import data_console, talk_console, visible

AT_ONCE = 1_000  # rows fetched at a time where all are wanted
Show = Callable[[Console, list[Any]], None]
Pages = Callable[[str | None, int], Page[Any]]


class Flow:
    """The items of an answer, page by page; ``after`` is the cursor behind the last one once they have been taken."""

    def __init__(self, pages: Pages, after: str | None, limit: int) -> None:
        if limit < 0:
            raise UsageError(f"option --limit: {limit} is below 0; allowed are 0 (all) and more")
        self._pages, self.after, self._limit = pages, after, limit

    def __iter__(self) -> Iterator[Any]:
        left, after = self._limit, self.after
        while True:
            page = self._pages(after, min(AT_ONCE, left) if self._limit else AT_ONCE)
            yield from page
            self.after = after = page.after
            left -= len(page)
            if after is None or (self._limit and left <= 0):
                return


def deliver_pages(
    flow: Flow, table: Table, show: Show, form: AnswerFormat, output: Path | None, nothing: Callable[[], str]
) -> None:
    """Writes the items of a flow; on standard error where more would follow, or what was searched for nothing."""
    if form is AnswerFormat.JSON:
        items = list(flow)
        _whole(
            output, json.dumps({"after": flow.after, "items": to_record(items)}, ensure_ascii=False, indent=1) + "\n"
        )
        return
    number = _stream(_counted(flow), table, show, form, output)
    if number == 0 and form is AnswerFormat.TABLE:
        talk_console().print(visible(nothing()), soft_wrap=True)
    if flow.after is not None:
        talk_console().print(f"there are more; the next: --after {flow.after}", soft_wrap=True)


def deliver(items: Iterable[Any], table: Table, show: Show, form: AnswerFormat, output: Path | None) -> None:
    """Writes an answer that is one whole."""
    if form is AnswerFormat.JSON:
        records = table.records(items)
        _whole(output, json.dumps(records, ensure_ascii=False, indent=1) + "\n")
        return
    if form is AnswerFormat.JSONL:
        with _text(output) as stream:
            stream.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in table.records(items))
        return
    _stream(_counted(items), table, show, form, output)


class _counted:  # noqa: N801 it is used like a function
    """Items that are counted as they pass."""

    def __init__(self, items: Iterable[Any]) -> None:
        self._items, self.number = items, 0

    def __iter__(self) -> Iterator[Any]:
        for item in self._items:
            self.number += 1
            yield item


def _stream(items: _counted, table: Table, show: Show, form: AnswerFormat, output: Path | None) -> int:
    if form is AnswerFormat.PARQUET:
        _bytes(output, parquet_bytes(table, items))
    elif form is AnswerFormat.TABLE:
        with _text(output) as stream:
            show(data_console(stream if output else None), list(items))
    else:
        with _text(output) as stream:
            if form is AnswerFormat.CSV:
                stream.writelines(csv_lines(table, items))
            else:
                stream.writelines(json.dumps(to_record(item), ensure_ascii=False) + "\n" for item in items)
    return items.number


@contextmanager
def _text(output: Path | None) -> Iterator[IO[str]]:
    if output is None:
        yield sys.stdout
        sys.stdout.flush()
    else:
        with whole_file(output) as stream:
            yield stream


def _whole(output: Path | None, text: str) -> None:
    with _text(output) as stream:
        stream.write(text)


def _bytes(output: Path | None, held: bytes) -> None:
    if output is None and sys.stdout.isatty():
        raise UsageError("parquet is not for a terminal; name a file: --output FILE")
    with _text(output) as stream:
        stream.flush()
        stream.buffer.write(held)  # type: ignore[attr-defined]
