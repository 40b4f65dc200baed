"""Statements of record that a history can check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .span import Span


@dataclass(frozen=True, slots=True)
class Since:
    """The period from which a record is claimed."""

    begin: str | None
    end: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim (first-since, record, comparison, never-before) as a question in the terms of the query layer."""

    span: Span
    kind: str
    of: Mapping[str, Any] = field(hash=False)
    since: Since | None = None
    event: str | None = None
    rule: str = ""
