"""One happening as several reports tell it: the event of the record."""

from __future__ import annotations

from dataclasses import dataclass

from .event import Party, Size
from .place import Where
from .told import Told

STAGES = ("announced", "happened", "postponed", "cancelled", "denied", "possible")
STAGE_OF = {  # of the status that a mention has by itself
    "asserted": "happened",
    "background": "happened",
    "planned": "announced",
    "denied": "denied",
    "hypothetical": "possible",
}


@dataclass(frozen=True, slots=True)
class Account:
    """One value of a field and the mentions that give it; ``independent`` counts their independent sources."""

    value: str
    mentions: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field on which sources do not agree: when, where, status, killed, injured, arrested, people, actors …"""

    field: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One step in the life of a happening, as a mention tells it on a day of publication (ISO 8601).

    ``begin`` and ``end`` are the date which that mention gives the happening itself.
    """

    stage: str
    mention: str
    day: str | None = None
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """What the mentions of one happening say together; derived from mentions and judgements, never edited.

    ``id`` is "e-" and the id of its first mention, by day of publication and then by id, so that the id of any of its
    mentions finds it again. ``stage`` is the last turn that holds. ``reports`` counts reports, ``sources`` outlets,
    ``independent`` the origins left when copies and the clients of one agency count once. ``mentions`` stand in
    order of publication. ``begin`` and ``end`` are the half-open interval that the best-dated mentions agree on.
    """

    id: str
    act: str | None
    mode: str | None
    stage: str
    status: str
    plover: str | None = None
    cameo: str | None = None
    quad: int | None = None
    goldstein: float | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    begin: str | None = None
    end: str | None = None
    where: Where | None = None
    size: Size | None = None
    contexts: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    confidence: float = 1.0
    reports: int = 1
    sources: int = 1
    independent: int = 1
    first: str | None = None
    last: str | None = None
    mentions: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @staticmethod
    def alone(told: Told, stage: str | None = None) -> Happening:
        """The happening of which one mention tells, if no other does; at the stage of its status if none is given."""
        stage = stage or STAGE_OF[told.status]
        return Happening(
            id="e-" + told.id, act=told.act, mode=told.mode, stage=stage, status=told.status, plover=told.plover,
            cameo=told.cameo, quad=told.quad, goldstein=told.goldstein, actors=told.actors, recipients=told.recipients,
            begin=told.begin, end=told.end, where=told.where, size=told.size, contexts=told.contexts,
            speakers=(told.speaker,) if told.speaker else (), confidence=told.confidence, first=told.day, last=told.day,
            mentions=(told.id,), turns=(Turn(stage, told.id, told.day, told.begin, told.end),),
        )  # fmt: skip
