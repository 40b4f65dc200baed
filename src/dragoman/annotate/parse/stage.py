"""The stage that runs the parser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Parse, Reading
from .adapter import Parser
from .mend import mended
from .spacy_model import SpacyParser


@dataclass(frozen=True, slots=True)
class ParseStage:
    """Runs the parser over a report's sentences."""

    parser: Parser
    name: ClassVar[str] = "parse"
    needs: ClassVar[tuple[str, ...]] = ("sentences",)
    gives: ClassVar[str] = "parse"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> ParseStage:
        """The stage with the parser that the settings give, or with the model that they name."""
        return ParseStage(settings.get("parser") or SpacyParser(settings.get("model")))

    def __call__(self, reading: Reading) -> Parse:
        return mended(self.parser(reading.report.text, reading.sentences))
