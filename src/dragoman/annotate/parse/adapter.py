"""What Dragoman asks of a parser, and the stage that runs one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ...model import Parse, Reading, Span


class Parser(Protocol):
    """Anything that turns the sentences of one report into columns.

    The result must depend on nothing but its arguments: a parser sees one report at a time.
    """

    @property
    def name(self) -> str:
        """Name and version of the model; part of what a reading depends on."""

    def __call__(self, text: str, sentences: Sequence[Span]) -> Parse:
        """The analysis of the sentences of a text, with offsets into that text."""


@dataclass(frozen=True, slots=True)
class ParseStage:
    """Runs the parser over a report's sentences."""

    parser: Parser
    name: str = "parse"
    needs: tuple[str, ...] = ("sentences",)
    gives: str = "parse"

    def __call__(self, reading: Reading) -> Parse:
        return self.parser(reading.report.text, reading.sentences)
