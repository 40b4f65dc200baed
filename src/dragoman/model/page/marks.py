"""What of a reading is marked in its text, and what each mark says when pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..event import Event
from ..place import Place
from .phrases import (
    act_phrase,
    dyad_phrase,
    figure_phrase,
    since_phrase,
    speaker_phrase,
    squeezed,
    time_phrase,
    when_phrase,
    where_phrase,
)
from .segments import Mark

if TYPE_CHECKING:
    from ..reading import Reading


def marks_of(reading: Reading) -> list[Mark]:
    """All marks, in order of the text; empty spans and spans beyond the text have none."""
    size = len(reading.report.text)
    found = [mark for mark in _all(reading) if mark.span.start < mark.span.end <= size]
    return sorted(found, key=lambda mark: (mark.span, mark.layer, mark.anchor))


def _all(reading: Reading) -> Iterator[Mark]:
    if reading.report.dateline:
        yield Mark(reading.report.dateline.span, "dateline", "dateline")
    for time in reading.times:
        yield Mark(time.span, "time", f"{time.type.lower()}: {time_phrase(time)}\nresolved against: {time.anchor}")
    for place in reading.places:
        yield Mark(place.span, "place", _place(place))
    for actor in reading.actors:
        about = [actor.name, actor.role, actor.plover or actor.country]
        yield Mark(actor.span, "actor", "actor: " + ", ".join(part for part in about if part))
    for figure in reading.figures:
        yield Mark(figure.span, "figure", f"figure ({figure.kind}): {figure_phrase(figure)}")
    for number, event in enumerate(reading.events, 1):
        yield Mark(event.trigger, "event", _event(number, event), f"e{number}")
    for at in range(len(reading.statements)):
        yield from _statement(reading, at)
    for claim in reading.claims:
        yield Mark(claim.span, "claim", f"claim: {claim.kind} {since_phrase(claim)}".rstrip())
    for media in reading.media:
        if media.span:
            yield Mark(media.span, "media", f"embedded: {media.provider} {media.date or ''}".rstrip())


def _place(place: Place) -> str:
    lines = [f"place ({place.kind}): {where_phrase(place)}"]
    if not place.literal:
        lines.append("stands for an actor here")
    if place.lat is not None and place.lon is not None:
        lines.append(f"{place.lat:.2f}, {place.lon:.2f} · GeoNames {place.geonameid} · score {place.score:.2f}")
    return "\n".join(lines)


def _event(number: int, event: Event) -> str:
    lines = [f"event {number}: {act_phrase(event)} — {event.status}", dyad_phrase(event)]
    lines.append(" · ".join(filter(None, (when_phrase(event.when), where_phrase(event.where)))))
    lines.append(f"according to {event.speaker.name}" if event.speaker else "")
    return "\n".join(filter(None, lines))


def _statement(reading: Reading, at: int) -> Iterator[Mark]:
    statement = reading.statements[at]
    says = f"statement {at + 1} ({statement.manner}, {statement.strength})"
    who = squeezed(speaker_phrase(reading, at), 60)
    says = f"{says}\nsource: {who}" if who else says
    if statement.source:
        yield Mark(statement.source, "source", says)
    if statement.cue:
        yield Mark(statement.cue, "cue", says)
    for span in statement.content:
        yield Mark(span, "content", says)
