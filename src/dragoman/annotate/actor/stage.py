"""The stage that computes the layer of actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Actor, Reading


@dataclass(frozen=True, slots=True)
class ActorStage:
    """Finds actors."""

    name: ClassVar[str] = "actor"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "actors"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> ActorStage:
        """The stage with its resources."""
        return ActorStage()

    def __call__(self, reading: Reading) -> Iterator[Actor]:
        return iter(())
