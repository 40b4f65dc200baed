"""The stage that computes the layer of events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Event, Reading


@dataclass(frozen=True, slots=True)
class EventStage:
    """Finds events."""

    name: ClassVar[str] = "event"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "events"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> EventStage:
        """The stage with its resources."""
        return EventStage()

    def __call__(self, reading: Reading) -> Iterator[Event]:
        return iter(())
