"""A mention as the record keeps it: what is needed to find it, and to compare it with other reports' mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .event import Event, Party, Size
from .place import Where
from .reading import Reading
from .report import Report

BACKWARD = frozenset(("roles:from an earlier mention", "status:as planned before"))  # reasons that name a mention


@dataclass(frozen=True, slots=True)
class Told:
    """One mention with what is known of the report that tells it.

    ``id`` is the mention's id, ``report`` the report's; ``words`` the sentence and ``trigger`` the words of the act
    as they stand in the text, ``start`` the offset of the trigger; ``day`` the day of publication (ISO 8601);
    ``begin`` and ``end`` the half-open interval of the act and ``origin`` where it comes from (text, dateline,
    published). ``rule`` names the entry of the lexicon that saw the act; ``points`` are the offsets of the triggers of
    earlier mentions of the report that it goes back to (*the attack*). ``home`` is the country (alpha-3) that more of
    the report's mentions name than any other.
    """

    id: str
    report: str
    start: int
    act: str | None
    mode: str | None
    status: str
    plover: str | None = None
    cameo: str | None = None
    quad: int | None = None
    goldstein: float | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    begin: str | None = None
    end: str | None = None
    origin: str | None = None
    where: Where | None = None
    size: Size | None = None
    speaker: str | None = None
    contexts: tuple[str, ...] = ()
    confidence: float = 1.0
    rule: str = ""
    trigger: str = ""
    words: str = ""
    source: str | None = None
    day: str | None = None
    points: tuple[int, ...] = ()
    home: str | None = None

    @staticmethod
    def each(reading: Reading) -> list[Told]:
        """The mentions of a reading, in their order."""
        home = home_of(reading.events)
        return [Told.of(reading.report, event, home) for event in reading.events]

    @staticmethod
    def of(report: Report, event: Event, home: str | None) -> Told:
        """The mention of an event of a report."""
        when, day = event.when, report.day
        return Told(
            id=event.id, report=report.id, start=event.trigger.start, act=event.act, mode=event.mode,
            status=event.status, plover=event.plover, cameo=event.cameo, quad=event.quad, goldstein=event.goldstein,
            actors=event.actors, recipients=event.recipients, begin=when.begin if when else None,
            end=when.end if when else None, origin=when.origin if when else None, where=event.where, size=event.size,
            speaker=event.speaker.name if event.speaker else None, contexts=event.contexts,
            confidence=event.confidence, rule=event.why[0].rule if event.why else "",
            trigger=event.trigger.of(report.text), words=event.sentence.of(report.text), source=report.source,
            day=day.isoformat() if day else None, home=home,
            points=tuple(reason.span.start for reason in event.why if reason.span and reason.rule in BACKWARD),
        )  # fmt: skip


def home_of(events: Iterable[Event]) -> str | None:
    """The country (alpha-3) that more of a report's mentions name than any other; None where two are named alike."""
    named = Counter(land for event in events for land in _lands(event))
    ranked = named.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _lands(event: Event) -> set[str]:
    lands = {party.country for party in (*event.actors, *event.recipients)}
    return {land for land in (*lands, event.where.country if event.where else None) if land}
