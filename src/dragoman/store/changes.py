"""The log of what was taken back, corrected or read anew: nothing is deleted in silence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .names import bound, unbound

if TYPE_CHECKING:
    from .record import Store


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: ``kind`` is withdrawn, restored, corrected or reread; ``day`` the ISO 8601 day a person gave.

    ``detail`` holds for a correction the version that it ``replaces``, for a new reading the ids of the mentions
    ``gained`` and ``lost``.
    """

    report: str
    version: int
    kind: str
    reason: str | None
    by: str | None
    day: str | None
    detail: Mapping[str, Any]


def log(
    store: Store,
    report: int,
    kind: str,
    reason: str | None = None,
    by: str | None = None,
    day: str | None = None,
    **detail: Any,
) -> None:
    """Adds an entry."""
    row = (report, kind, bound(reason), bound(by), bound(day), json.dumps(detail) if detail else None)
    store.connection.execute(
        "INSERT INTO changes (report, kind, reason, by, day, detail) VALUES (?, ?, ?, ?, ?, ?)", row
    )


def changes(store: Store, name: str | None = None) -> list[Change]:
    """All entries, or those of one report, oldest first."""
    rows = store.connection.execute(
        "SELECT r.name, r.version, c.kind, c.reason, c.by, c.day, c.detail FROM changes c "
        "JOIN reports r ON r.id = c.report WHERE ?1 IS NULL OR r.name = ?1 ORDER BY c.id",
        (bound(name),),
    )
    return [
        Change(
            unbound(row[0]) or "", row[1], row[2], unbound(row[3]), unbound(row[4]), row[5], json.loads(row[6] or "{}")
        )
        for row in rows
    ]
