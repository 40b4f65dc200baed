"""Event mentions."""

from __future__ import annotations

from dataclasses import dataclass

from .place import Where
from .span import Span
from .when import When

STATUSES = ("asserted", "planned", "denied", "hypothetical", "background")
SAID = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN"))  # categories that are of the day on which they are said


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in its part of an event."""

    span: Span
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    plover: str | None = None
    cameo: str | None = None
    entity: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """According to whom; absent where the report tells in its own voice."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Size:
    """People concerned, each as (low, high); None where the text gives no number."""

    killed: tuple[float, float] | None = None
    injured: tuple[float, float] | None = None
    arrested: tuple[float, float] | None = None
    people: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that fired, and the words on which it did."""

    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of an act between political actors.

    ``act`` and ``mode`` are the PLOVER category and mode of the underlying act (``act`` is None for a CAMEO 01 comment,
    and for an election, a vote or an inauguration, which have a mode alone since no ontology codes them);
    ``plover`` and ``cameo`` the official category and code once the ontology's rules on status are applied; ``quad``
    PLOVER's quad class 1-4; ``goldstein`` the ICEWS scale; ``confidence`` lies in 0..1.
    """

    id: str
    sentence: Span
    trigger: Span
    act: str | None
    mode: str | None
    status: str
    plover: str | None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    goldstein: float | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    when: When | None = None
    where: Where | None = None
    speaker: Speaker | None = None
    statement: int | None = None
    size: Size | None = None
    why: tuple[Reason, ...] = ()
    confidence: float = 1.0
