"""The stage that computes the layer of places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Place, Reading


@dataclass(frozen=True, slots=True)
class PlaceStage:
    """Finds places."""

    name: ClassVar[str] = "place"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "places"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> PlaceStage:
        """The stage with its resources."""
        return PlaceStage()

    def __call__(self, reading: Reading) -> Iterator[Place]:
        return iter(())
