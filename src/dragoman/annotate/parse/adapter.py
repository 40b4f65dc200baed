"""What Dragoman asks of a parser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ...model import Parse, Span


class Parser(Protocol):
    """Anything that turns the sentences of one report into columns.

    The result must depend on nothing but its arguments: a parser sees one report at a time.
    """

    @property
    def name(self) -> str:
        """Name and version of the model; part of what a reading depends on."""

    def __call__(self, text: str, sentences: Sequence[Span]) -> Parse:
        """The analysis of the sentences of a text, with offsets into that text."""
