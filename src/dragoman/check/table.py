"""Series of figures that a user loads: one long table, one value a line.

    series,of,with,period,value,unit,note
    trade,CHN,PRK,2023-06,166.0,USD million,

``series`` names what is measured in the words that reports use for it; ``of`` and ``with`` are the parties (ISO 3166-1
alpha-3 countries, or keys of the user's own; ``with`` may be empty); ``period`` is one of ``period.FORMS``; ``value``
a decimal number with a point. ``note`` may be left out. Columns may stand in any order; the delimiter is a comma, a
semicolon or a tab, as the first line shows.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..model import Point
from .period import period

COLUMNS = ("series", "of", "with", "period", "value", "unit")
_OPTIONAL = ("note",)
_LONGEST = 200  # characters of a cell
csv.field_size_limit(1 << 20)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table that gave no point: its number, counted from 1, and what is wrong with it."""

    line: int
    reason: str


def points_of(path: Path) -> Iterator[Point | Row]:
    """The points of a table, and in their place the lines that hold none; InputError if it is no such table."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise InputError(f"{path}: {problem.strerror or problem}") from problem
    except UnicodeDecodeError as problem:
        raise InputError(f"{path}: not UTF-8 at byte {problem.start}") from problem
    yield from points_in(text, str(path))


def points_in(text: str, name: str = "table") -> Iterator[Point | Row]:
    """The points of a table's text."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    seen: dict[tuple[str, ...], tuple[float, int]] = {}
    at = None
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            break
        except csv.Error as problem:
            yield Row(rows.line_num, f"not a line of a table: {problem}")
            continue
        if at is None:
            at = _head(cells, name)
        elif any(cell.strip() for cell in cells):
            yield _row(cells, at, rows.line_num, seen)
    if at is None:
        raise InputError(f"{name}: is empty; the first line must name the columns {', '.join(COLUMNS)}")


def _head(cells: list[str], name: str) -> dict[str, int]:
    names = [cell.strip().lower() for cell in cells]
    missing = [column for column in COLUMNS if column not in names]
    extra = [column for column in names if column not in (*COLUMNS, *_OPTIONAL)]
    if missing or extra or len(set(names)) < len(names):
        told = f"lacks {', '.join(missing)}" if missing else f"has {', '.join(map(repr, extra or names))[:80]}"
        raise InputError(f"{name}:1: {told}; the columns are {', '.join((*COLUMNS, *_OPTIONAL))} (note may lack)")
    return {column: number for number, column in enumerate(names)}


def _row(
    cells: list[str], at: dict[str, int], line: int, seen: dict[tuple[str, ...], tuple[float, int]]
) -> Point | Row:
    if len(cells) != len(at):
        return Row(line, f"has {len(cells)} cells, the first line names {len(at)} columns")
    said = {column: " ".join(cells[number].split()) for column, number in at.items()}
    long = next((column for column, cell in said.items() if len(cell) > _LONGEST), None)
    empty = next((column for column in ("series", "of", "period", "value", "unit") if not said[column]), None)
    if long or empty:
        return Row(line, f"{long} is longer than {_LONGEST} characters" if long else f"{empty} is empty")
    try:
        begin, end = period(said["period"])
        value = _number(said["value"])
    except InputError as problem:
        return Row(line, str(problem))
    point = Point(
        said["series"].lower(), said["of"], said["with"], begin, end, value, said["unit"], said.get("note", "")
    )
    key = (point.series, point.of, point.with_, begin, end)
    before = seen.setdefault(key, (value, line))
    if before[0] != value:
        return Row(line, f"value is {said['value']}, line {before[1]} gives another for the same period")
    return point


def _number(words: str) -> float:
    try:
        value = float(words)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or "_" in words:
        raise InputError(f"value {words[:40]!r} is no number; allowed is a decimal number with a point, such as 1234.5")
    return value
