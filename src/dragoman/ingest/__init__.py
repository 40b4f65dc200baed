"""From what was published to reports."""

from collections.abc import Mapping
from typing import Any

from ..model import Report


def report_of(row: Mapping[str, Any]) -> Report:
    """The report of one JSON object (provisional)."""
    keys = ("id", "title", "published", "source", "url", "language")
    return Report.of(row["text"], **{key: row.get(key) for key in keys})
