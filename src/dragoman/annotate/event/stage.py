"""The stage that computes the layer of events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...errors import LexiconError
from ...lexicon import Entry, Lexicon, load, load_file
from ...model import Event, Reading
from .coder import Coder
from .ontology import Ontology, ontology_of
from .ontology import under as under_ontology
from .status.words import Operators, operators_of
from .status.words import under as under_operators
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
    "trigger_plans",
    "trigger_deeds",
)


OWN = ("triggers", "classes", "operators", "acts", "codes")


@dataclass(frozen=True, slots=True)
class EventStage:
    """Codes who did what to whom in every sentence that holds a trigger."""

    triggers: Triggers
    ontology: Ontology
    operators: Operators
    min_confidence: float = 0.0
    name: ClassVar[str] = "event"
    needs: ClassVar[tuple[str, ...]] = ("sentences", "parse", "times", "places", "actors", "statements", "figures")
    gives: ClassVar[str] = "events"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> EventStage:
        """The stage with the tables that ship with Dragoman and those that the settings name.

        ``triggers``, ``classes``, ``operators``, ``acts`` and ``codes`` are files; ``without`` names those of the five
        whose shipped tables are left out. An own entry stands for a shipped one of the same id (key, code).
        """
        without = tuple(settings.get("without", ()))
        for name in without:
            if name not in OWN:
                raise LexiconError(f"events: without names {name!r}; allowed are {', '.join(OWN)}")
        ontology = ontology_of(settings.get("acts", ()), settings.get("codes", ()), without)
        shipped = {} if "triggers" in without else _by_id(load(name) for name in TABLES)
        triggers = {**shipped, **_by_id(map(load_file, settings.get("triggers", ())))}
        known = {} if "classes" in without else _by_id((load("objects"),))
        classes = {**known, **_by_id(map(load_file, settings.get("classes", ())))}
        words = () if "operators" in without else load("operators").entries
        operators = operators_of(words, _by_id(map(load_file, settings.get("operators", ()))).values())
        forms = {entry.id: frozenset(entry.forms) for entry in classes.values()}
        with under_ontology(ontology):
            made = Triggers(triggers.values(), forms)
        return EventStage(made, ontology, operators, settings.get("min_confidence", 0.0))

    def __call__(self, reading: Reading) -> Iterator[Event]:
        with under_ontology(self.ontology), under_operators(self.operators):
            events = Coder(reading, self.triggers).events()
        return (event for event in events if event.confidence >= self.min_confidence)


def _by_id(tables: Iterable[Lexicon]) -> dict[str, Entry]:
    """The entries of tables by their ids; a later one stands for an earlier one."""
    return {entry.id: entry for table in tables for entry in table.entries}
