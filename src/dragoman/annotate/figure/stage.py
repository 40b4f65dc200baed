"""The stage that computes the layer of figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Figure, Reading


@dataclass(frozen=True, slots=True)
class FigureStage:
    """Finds figures."""

    name: ClassVar[str] = "figure"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "figures"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> FigureStage:
        """The stage with its resources."""
        return FigureStage()

    def __call__(self, reading: Reading) -> Iterator[Figure]:
        return iter(())
