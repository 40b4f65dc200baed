"""A report that gave no reading, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read and why.

    ``where`` is the file, line or report. ``kind`` is "stage" (a stage of the pipeline failed on it), "worker" (the
    process that read it died, for want of memory perhaps), or one of the kinds of ``ingest.Rejected`` where no
    report could be made of it: "missing", "unreadable", "content", "row".
    """

    where: str
    reason: str
    kind: str
