"""Exit codes."""

from __future__ import annotations

from ..errors import DragomanError, InputError, LexiconError, MissingData, RecordError, UsageError

DONE = 0
FINISHED_WITH_FAILURES = 1
USAGE = 2
UNREADABLE = 3
MISSING = 4
INTERRUPTED = 130

_OF_ERRORS: tuple[tuple[type[DragomanError], int], ...] = (
    (UsageError, USAGE),
    (LexiconError, USAGE),
    (InputError, UNREADABLE),
    (RecordError, UNREADABLE),
    (MissingData, MISSING),
)


def code_of(problem: DragomanError) -> int:
    """The exit code that an error stands for."""
    return next((code for kind, code in _OF_ERRORS if isinstance(problem, kind)), FINISHED_WITH_FAILURES)
