"""How many reports there are to read, as far as that can be told by a glance."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

_LINES = (".jsonl", ".ndjson")
_MOST = 4 << 30  # bytes of tables that are counted: a few seconds' worth


def amount_of(paths: Iterable[Path]) -> int | None:
    """About how many reports some paths hold; None if that would take reading them.

    Standard input and JSON arrays do not tell; what cannot be opened counts as one.
    """
    total = looked = 0
    for path in _files(paths):
        if str(path) == "-" or path.suffix.lower() == ".json":
            return None
        if path.suffix.lower() not in _LINES:
            total += 1
            continue
        try:
            looked += path.stat().st_size
            if looked > _MOST:
                return None
            total += _lines(path)
        except OSError:
            total += 1
    return total


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for here, folders, names in os.walk(path):
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield from (Path(here, name) for name in names if not name.startswith("."))


def _lines(path: Path) -> int:
    """Lines of a file; the last may lack its end."""
    count, last = 0, b"\n"
    with path.open("rb") as stream:
        while part := stream.read(1 << 20):
            count += part.count(b"\n")
            last = part[-1:]
    return count + (last != b"\n")
