"""Who does it to whom: the grammatical slots of a trigger put into roles by its frame.

Frames are data (``frames.toml``): for each role the slots that may fill it, best first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...lexicon import load

Slots = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Frame:
    """Slots of verbs and of nouns that give the actors and the recipients of an act.

    ``symmetric``: several fillers of the actor's slot are each other's recipients. ``place``: a place may stand for
    the recipient (*arrived in Pyongyang*). ``thing``: an object that is no actor is looked into for one that it
    belongs to (*condemned Russia's invasion*). ``people``: plain people may be the recipients (*shot two boys*).
    """

    name: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    noun_actor: tuple[str, ...]
    noun_recipient: tuple[str, ...]
    symmetric: bool
    place: bool
    thing: bool
    people: bool


@cache
def frames() -> dict[str, Frame]:
    """All frames by name."""
    return {entry.id: _frame(entry.id, entry.value) for entry in load("frames").entries}


def _frame(name: str, value: Mapping[str, Any]) -> Frame:
    def slots(key: str) -> tuple[str, ...]:
        return tuple(value[key])

    return Frame(
        name,
        actor=slots("actor"),
        recipient=slots("recipient"),
        noun_actor=slots("noun_actor"),
        noun_recipient=slots("noun_recipient"),
        symmetric=bool(value["symmetric"]),
        place=bool(value["place"]),
        thing=bool(value["thing"]),
        people=bool(value["people"]),
    )
