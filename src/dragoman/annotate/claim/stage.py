"""The stage that computes the layer of claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Claim, Reading


@dataclass(frozen=True, slots=True)
class ClaimStage:
    """Finds claims."""

    name: ClassVar[str] = "claim"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "claims"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> ClaimStage:
        """The stage with its resources."""
        return ClaimStage()

    def __call__(self, reading: Reading) -> Iterator[Claim]:
        return iter(())
