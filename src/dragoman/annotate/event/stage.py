"""The stage that computes the layer of events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...lexicon import load, load_file
from ...model import Event, Reading
from .coder import Coder
from .triggers import Triggers

TABLES = (
    "trigger_consult",
    "trigger_support",
    "trigger_yield",
    "trigger_aid",
    "trigger_speech",
    "trigger_protest",
    "trigger_force",
    "trigger_coerce",
)


@dataclass(frozen=True, slots=True)
class EventStage:
    """Codes who did what to whom in every sentence that holds a trigger."""

    triggers: Triggers
    min_confidence: float = 0.0
    name: ClassVar[str] = "event"
    needs: ClassVar[tuple[str, ...]] = ("sentences", "parse", "times", "places", "actors", "statements", "figures")
    gives: ClassVar[str] = "events"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> EventStage:
        """The stage with the trigger tables that ship with Dragoman and those that the settings name."""
        entries = [entry for name in TABLES for entry in load(name).entries]
        entries += [entry for path in settings.get("triggers", ()) for entry in load_file(path).entries]
        classes = {entry.id: frozenset(entry.forms) for entry in load("objects").entries}
        return EventStage(Triggers(entries, classes), settings.get("min_confidence", 0.0))

    def __call__(self, reading: Reading) -> Iterator[Event]:
        coder = Coder(reading, self.triggers)
        for event in coder.events():
            if event.confidence >= self.min_confidence:
                yield event
