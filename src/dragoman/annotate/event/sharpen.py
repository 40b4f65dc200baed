"""Dates made exact once the whole report is known."""

from __future__ import annotations

from dataclasses import replace

from ...model import Event, Reason
from .recall import dated, one_act
from .story import REAL, Story


def sharpened(story: Story) -> list[Event]:
    """The told events, with a rough date made exact by another mention (*last month*, *February 21*), and with the
    date of a later mention for a noun that takes its act for known (*since the closure*)."""
    return [_sharper(event, story) for event in story.told]


def _sharper(event: Event, story: Story) -> Event:
    best = event.when
    if best is None or event.act is None:
        return event
    known = event.id in story.pointing and event.status in REAL
    for other in story.told:
        when = other.when
        if when is None or not dated(other) or other.act != event.act:
            continue
        if not one_act(event.actors, event.recipients, event.mode, other, True):
            continue
        if best.origin == "text":
            rough = best.begin <= when.begin and when.end <= best.end and when.begin[:10] != when.end[:10]
            better = rough and other.status == event.status
        else:
            better = known and other.status in REAL and other is not event
        if better:
            best = when
    if best == event.when:
        return event
    return replace(event, when=best, why=(*event.why, Reason("when:from another mention", best.span)))
