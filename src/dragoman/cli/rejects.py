"""What could not be read: told on standard error and kept in a file."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import IO

from ..flow.failure import Failure
from .exits import DONE, FINISHED_WITH_FAILURES, UNREADABLE
from .files import whole_file
from .terminal import complain

TOLD = 10  # failures that are told one by one
NAME = "rejects.jsonl"


class Rejects:
    """Counts readings and failures; the file is made when there is a second item, read or not.

    The only input of a run has no use for a file: its message says it all.
    """

    def __init__(self, path: Path | None, beside: Path) -> None:
        self._path, self._asked = path or beside / NAME, path is not None
        self._files = ExitStack()
        self._stream: IO[str] | None = None
        self._held: Failure | None = None
        self.read = self.failed = 0

    def __enter__(self) -> Rejects:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._held is not None and (self.read or self._asked):
            self._write(self._held)
        self._files.close()

    def reading(self) -> None:
        """Counts a reading."""
        self.read += 1

    def failure(self, failure: Failure) -> None:
        """Tells and keeps a failure."""
        self.failed += 1
        if self.failed <= TOLD:
            complain(f"{failure.where}: {failure.reason}")
        if self.read + self.failed == 1:
            self._held = failure
            return
        if self._held is not None:
            self._write(self._held)
            self._held = None
        self._write(failure)

    def conclude(self) -> int:
        """The exit code; says where the failures stand."""
        if not self.failed and not self.read:
            complain("nothing to read: the input holds no report")
            return UNREADABLE
        if not self.failed:
            return DONE
        if self.failed > TOLD:
            complain(f"… and {self.failed - TOLD} more")
        total = self.read + self.failed
        if total == 1:
            return UNREADABLE
        complain(f"{self.failed} of {total} not read; see {self._path}")
        return FINISHED_WITH_FAILURES

    def _write(self, failure: Failure) -> None:
        if self._stream is None:
            self._stream = self._files.enter_context(whole_file(self._path, keep_always=True))
        self._stream.write(json.dumps(asdict(failure), ensure_ascii=False) + "\n")
