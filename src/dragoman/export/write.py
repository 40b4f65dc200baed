"""Rows as CSV and Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from ..errors import MissingData
from .tables import Table

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(table: Table, items: Iterable[Any]) -> Iterator[str]:
    """The lines of a CSV file (RFC 4180, UTF-8, names of columns first); what is not known is an empty cell.

    A cell of words that begins with = + - @, a tab or a carriage return gets an apostrophe before it, since
    spreadsheets would run it as a formula: news text is written by strangers. Numbers stay as they are.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.names)
    for item in items:
        yield _taken(buffer)
        writer.writerow([_harmless(value) for value in table.row(item)])
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    line = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return line


def _harmless(value: Any) -> Any:
    if isinstance(value, str):
        words = value.replace("\0", "")
        return "'" + words if words.startswith(_ACTIVE) else words
    return "" if value is None else value


def parquet_bytes(table: Table, items: Iterable[Any]) -> bytes:
    """A Parquet file with the table's columns and types; MissingData if pyarrow is not installed."""
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as problem:
        raise MissingData("pyarrow is not installed; mend it with: pip install 'dragoman[parquet]'") from problem
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64()}
    schema = arrow.schema([(name, types[kind]) for name, kind in table.columns])
    rows = [table.row(item) for item in items]
    columns = [
        arrow.array([_valid(row[at]) for row in rows], types[kind]) for at, (_, kind) in enumerate(table.columns)
    ]
    sink = arrow.BufferOutputStream()
    parquet.write_table(arrow.Table.from_arrays(columns, schema=schema), sink)
    return bytes(sink.getvalue())


def _valid(value: Any) -> Any:
    """Words with half a character, which UTF-8 lacks, with a mark in its place."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) and not value.isascii() else value
