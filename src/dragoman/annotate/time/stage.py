"""The stage that computes the layer of times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Reading, Time


@dataclass(frozen=True, slots=True)
class TimeStage:
    """Finds times."""

    name: ClassVar[str] = "time"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "times"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> TimeStage:
        """The stage with its resources."""
        return TimeStage()

    def __call__(self, reading: Reading) -> Iterator[Time]:
        return iter(())
