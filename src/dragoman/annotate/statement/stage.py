"""The stage that computes the layer of statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Reading, Statement


@dataclass(frozen=True, slots=True)
class StatementStage:
    """Finds statements."""

    name: ClassVar[str] = "statement"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "statements"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> StatementStage:
        """The stage with its resources."""
        return StatementStage()

    def __call__(self, reading: Reading) -> Iterator[Statement]:
        return iter(())
