"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from ..errors import UsageError


@contextmanager
def whole_file(path: Path, keep_always: bool = False) -> Iterator[IO[str]]:
    """A text file that takes its name when all is written.

    After an error nothing is left behind, unless what was written counts by itself (``keep_always``).
    UsageError if it cannot be written.
    """
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".part", dir=path.parent)
    done = keep_always
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
        done = True
    finally:
        if done:
            with _told(path):
                os.chmod(part, 0o666 & ~_umask())
                os.replace(part, path)
        else:
            with suppress(OSError):
                os.unlink(part)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise UsageError(f"{path}: cannot be written: {problem.strerror or problem}") from problem


def _umask() -> int:
    """The permissions that new files are denied; the system tells only while setting them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
