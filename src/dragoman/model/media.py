"""Embedded posts, pictures and videos."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span


@dataclass(frozen=True, slots=True)
class Media:
    """One embedded item. ``span`` is where its words or its link stand in the text, None if they were taken out."""

    span: Span | None
    provider: str
    url: str
    author: str | None = None
    date: str | None = None
