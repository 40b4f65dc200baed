"""What SQLite says goes wrong, in Dragoman's words: which file, what, and what can be done."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from ..errors import DragomanError, RecordError, UsageError

P = ParamSpec("P")
T = TypeVar("T")
_RAISED = (sqlite3.Error, UnicodeDecodeError)  # the latter where damaged bytes stand in what SQLite says


class Filed(Protocol):
    """What has a file."""

    @property
    def path(self) -> Path: ...


S = TypeVar("S", bound=Filed)


def guarded(method: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """The method, its errors of SQLite told as Dragoman's with the name of the file."""

    @wraps(method)
    def call(self: S, /, *words: P.args, **more: P.kwargs) -> T:
        try:
            return method(self, *words, **more)
        except _RAISED as problem:
            raise told(problem, self.path) from problem

    return call


@contextmanager
def guarding(path: Path) -> Iterator[None]:
    """The same for a block."""
    try:
        yield
    except _RAISED as problem:
        raise told(problem, path) from problem


def told(problem: sqlite3.Error | UnicodeDecodeError, path: Path) -> DragomanError:
    """The error to raise for one of SQLite's."""
    if isinstance(problem, UnicodeDecodeError):
        return RecordError(f"store {path}: the file is damaged: {problem.reason}")
    name: Any = getattr(problem, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return RecordError(f"store {path}: no space is left on the disk; nothing of the last part was kept")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return RecordError(f"store {path}: another process has been writing to it for too long; try again")
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return UsageError(f"store {path}: cannot be written: it or its folder is read-only")
    if name.startswith("SQLITE_CANTOPEN"):
        return UsageError(f"store {path}: cannot be opened; its folder must exist and allow reading and writing")
    if name.startswith("SQLITE_NOTADB"):
        return RecordError(f"store {path}: is no store of Dragoman (no SQLite file)")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR", "SQLITE_FORMAT")):
        return RecordError(f"store {path}: the file is damaged: {problem}")
    return RecordError(f"store {path}: {problem}")
