"""Dates made exact once the whole report is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....model import Event, Reason
from .recall import LOOK_BACK, apart, dated, one_act
from .story import REAL, Story


def sharpened(story: Story) -> list[Event]:
    """The told events, with a rough date made exact by another mention (*last month*, *February 21*), and with the
    date of a later mention for a noun that takes its act for known (*since the closure*)."""
    told = story.told
    near = (told[max(0, at - LOOK_BACK) : at + LOOK_BACK] for at in range(len(told)))
    return [_sharper(event, others, event.id in story.pointing) for event, others in zip(told, near, strict=True)]


def _sharper(event: Event, others: Sequence[Event], pointing: bool) -> Event:
    best = event.when
    if best is None or event.act is None:
        return event
    known = pointing and event.status in REAL
    for other in others:
        when = other.when
        if when is None or not dated(other) or other.act != event.act:
            continue
        if not one_act(event.actors, event.recipients, event.mode, other, True) or apart(event.where, other.where):
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
