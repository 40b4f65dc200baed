"""From what was published to reports."""

from collections.abc import Mapping
from typing import Any

from ..model import Report


def report_of(row: Mapping[str, Any]) -> Report:
    """The report of one JSON object (provisional)."""
    return Report.of(
        row["text"],
        id=row.get("id"),
        title=row.get("title"),
        published=row.get("published"),
        source=row.get("source"),
        url=row.get("url"),
        language=row.get("language"),
    )
