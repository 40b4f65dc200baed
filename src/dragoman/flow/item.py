"""What a reader takes: reports, texts, mappings, and what was refused as a report before it got here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

from ..model import Report


@runtime_checkable
class Refused(Protocol):
    """Anything that was refused as a report before it got here, such as ``ingest.Rejected`` or a ``Failure``."""

    @property
    def where(self) -> str:
        """The file, line or report."""

    @property
    def reason(self) -> str:
        """What is wrong with it."""


Item = Report | Refused | str | Mapping[str, Any]


def where_of(item: Any) -> str:
    """Words that let a person find an item again."""
    if isinstance(item, Report):
        return f"report {item.id}"
    if isinstance(item, Refused):
        return item.where
    if isinstance(item, Mapping):
        return f"report {item.get('id') or item.get('url') or '(without id)'}"
    return f"text {item[:40]!r}" if isinstance(item, str) else type(item).__name__
