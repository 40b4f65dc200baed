"""Reports made of lines that each tell one thing, for tests of whatever compares and joins what reports tell."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model import Event, Party, Reading, Reason, Report, Size, Span, Told, When, Where

PLACES = {
    "Ostra": Where(Span(0, 0), "Ostra", 11, 10.0, 20.0, "UGA", "city"),
    "Ostra bridge": Where(Span(0, 0), "Ostra bridge", 12, 10.05, 20.02, "UGA", "site"),
    "Ostra Mills": Where(Span(0, 0), "Ostra Mills", 16, 10.06, 20.03, "UGA", "city"),
    "Velm": Where(Span(0, 0), "Velm", 13, 14.0, 25.0, "UGA", "city"),
    "Uganda": Where(Span(0, 0), "Uganda", 14, 1.3, 32.3, "UGA", "country"),
    "Lima": Where(Span(0, 0), "Lima", 15, -12.0, -77.0, "PER", "city"),
}


@dataclass(frozen=True)
class Line:
    """One sentence and what it tells; parties are countries (``UGA``), ``UGA:uga-person``, or names in quotes."""

    words: str
    trigger: str
    act: str | None = "ASSAULT"
    mode: str | None = None
    status: str = "asserted"
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    when: str | None = None  # 2024-05-01 or 2024-05-01/2024-06-01; None: the day of publication
    where: str | None = None
    size: Size | None = None
    rule: str = "attack"
    cameo: str | None = None
    confidence: float = 0.8


def reading(
    name: str, day: str | None, lines: Sequence[Line], source: str | None = "Halden Post", **more: str
) -> Reading:
    """The reading of a report that consists of some lines."""
    text, events = "", []
    for number, line in enumerate(lines):
        start = len(text)
        at = start + line.words.index(line.trigger)
        text += line.words + " "
        digest = hashlib.sha256(f"{name} {number}".encode()).hexdigest()[:16]
        events.append(_event(digest, line, Span(start, len(text) - 1), Span(at, at + len(line.trigger)), day))
    report = Report.of(text, id=name, published=day, source=source, **more)
    return Reading(report, events=tuple(events))


def _event(name: str, line: Line, sentence: Span, trigger: Span, day: str | None) -> Event:
    return Event(
        name, sentence, trigger, line.act, line.mode, line.status, None, cameo=line.cameo,
        actors=tuple(map(party, line.actors)), recipients=tuple(map(party, line.recipients)),
        when=_when(line.when, day), where=PLACES[line.where] if line.where else None, size=line.size,
        why=(Reason(f"trigger:{line.rule}", trigger),), confidence=line.confidence,
    )  # fmt: skip


def _when(words: str | None, day: str | None) -> When | None:
    given = words or day
    if given is None:
        return None
    begin, _, end = given.partition("/")
    return When(begin, end or _next(begin), None, "text" if words else "published")


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def party(words: str) -> Party:
    """A party from ``UGA``, ``UGA:uga-person`` or ``two soldiers [UGA]``."""
    if words.endswith("]"):
        name, _, country = words[:-1].partition(" [")
        return Party(Span(0, 1), name, country or None)
    country, _, entity = words.partition(":")
    if entity:
        return Party(Span(0, 1), entity.replace("-", " ").title(), country or None, entity=entity)
    return Party(Span(0, 1), country, country, entity=f"country:{country.lower()}")


def told(*readings: Reading) -> list[Told]:
    """All mentions of some readings."""
    return [told for item in readings for told in Told.each(item)]


def one(line: Line, name: str = "r-1", day: str | None = "2024-05-02", **more: str) -> Told:
    """The mention of a report of one line."""
    return told(reading(name, day, [line], **more))[0]
