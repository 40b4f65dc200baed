"""An input that could not become a report, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rejected:
    """What was refused and why; the rest of a batch goes on.

    ``where`` is the path, or ``path:line`` inside a table (``-`` is standard input); ``reason`` a sentence part in
    lower case; ``kind`` one of missing (no such path), unreadable (the system refuses it), content (a file that is
    no report: binary, empty, too long, no text in a page) and row (one record of a table).
    """

    where: str
    reason: str
    kind: str
