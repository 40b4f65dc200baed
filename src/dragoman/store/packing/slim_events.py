"""The events of a reading as plain columns, what repeats its other layers in numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any

from ...model import Actor, Event, Party, Reading, Span, When, Where
from ...model.event import Size
from .atoms import day_of_number, evened, of_share, steps
from .pack import coders

FROM_TEXT, FROM_PUBLICATION = "text", "published"
AS_SPEAKER, AT_SOURCE, SOURCE = 0, 1, 2  # who is given for an event: the statement's speaker; its name at the source

Part = Callable[[list[Any]], int]
_PARTY, _WHEN, _WHERE, _SIZE = (coders(kind)[0] for kind in (Party, When, Where, Size))


def party_of(actor: Actor) -> Party:
    """The actor in a part of an event."""
    return Party(
        actor.span, actor.name, actor.country, actor.sectors, actor.plover, actor.cameo, actor.entity, actor.role
    )


class Events:
    """The columns of a reading's events, what repeats other layers in numbers."""

    def __init__(self, reading: Reading, base: int, part: Part) -> None:
        self._reading, self._part = reading, part
        self._starts = {
            name: [item.span.start for item in getattr(reading, name)] for name in ("times", "places", "actors")
        }
        self._sentences = [span.start for span in reading.sentences]
        self._parties: dict[Party, int] = {}
        self._named: dict[Any, int] = {}
        for at, actor in enumerate(reading.actors):
            self._parties.setdefault(party_of(actor), at)
            self._named.setdefault((actor.span, actor.name), at)
        self._times: dict[Any, int] = {
            (item.begin, item.end, item.value, item.span): at for at, item in enumerate(reading.times)
        }
        self._places = {Where.at(place): at for at, place in enumerate(reading.places)}
        self._triggers = {event.trigger: at for at, event in enumerate(reading.events)}
        day = day_of_number(base)
        self._today = When(day, day_of_number(base + 1) or "", day, FROM_PUBLICATION) if day else None

    def columns(self) -> list[Any]:
        """The columns, those of lists as their sizes and all their items."""
        events, part = self._reading.events, self._part
        coded = ([one.act, one.mode, one.status, one.plover, one.cameo, one.quad, one.goldstein] for one in events)
        known = [one.statement for one in events if one.statement is not None]
        before = dict(
            zip([at for at, one in enumerate(events) if one.statement is not None], [0, *known], strict=False)
        )
        return [
            *steps(one.trigger for one in events),
            evened([self._sentence(one) for one in events]),
            evened(list(map(part, coded))),
            evened([part(list(one.contexts)) for one in events]),
            evened([len(one.actors) for one in events]),
            [self._party(one, party) for one in events for party in one.actors],
            evened([len(one.recipients) for one in events]),
            [self._party(one, party) for one in events for party in one.recipients],
            evened([self._when(one) for one in events]),
            evened([self._where(one) for one in events]),
            evened([self._speaker(one) for one in events]),
            evened([None if one.statement is None else one.statement - before[at] for at, one in enumerate(events)]),
            evened([one.size and _SIZE(one.size) for one in events]),
            evened([len(one.why) for one in events]),
            [part([reason.rule]) for one in events for reason in one.why],
            [self._reason(at, one, reason.rule, reason.span) for at, one in enumerate(events) for reason in one.why],
            evened([of_share(one.confidence) for one in events]),
        ]

    def _near(self, layer: str, event: Event, at: int) -> int:
        """The number of an item from the first of the event's sentence."""
        return at - bisect_left(self._starts[layer], event.sentence.start)

    def _sentence(self, event: Event) -> Any:
        at = item_at(self._reading.sentences, sentence_at(self._sentences, event.trigger))
        return 0 if at == event.sentence else event.sentence

    def _party(self, event: Event, party: Party) -> Any:
        at = self._parties.get(party)
        return _PARTY(party) if at is None else self._near("actors", event, at)

    def _when(self, event: Event) -> Any:
        when = event.when
        if when is None:
            return None
        at = self._times.get((when.begin, when.end, when.value, when.span))
        if at is None:
            return [] if when == self._today else _WHEN(when)
        near = self._near("times", event, at)
        return near if when.origin == FROM_TEXT else [near, when.origin]

    def _where(self, event: Event) -> Any:
        if event.where is None:
            return None
        at = self._places.get(event.where)
        return _WHERE(event.where) if at is None else self._near("places", event, at)

    def _speaker(self, event: Event) -> Any:
        given = event.speaker
        if given is None:
            return None
        saying = item_at(self._reading.statements, event.statement)
        actor = item_at(self._reading.actors, saying.speaker) if saying else None
        if actor and actor.name == given.name and given.span in (actor.span, saying.source):
            return AS_SPEAKER if given.span == actor.span else AT_SOURCE
        if saying and saying.source == given.span and given.span.of(self._reading.report.text) == given.name:
            return SOURCE
        at = self._named.get((given.span, given.name))
        return [given.span, given.name] if at is None else [at]

    def _reason(self, at: int, event: Event, rule: str, span: Span | None) -> Any:
        """0 for the words on which such a rule fires, the distance of another event whose trigger they are."""
        if span == words_of(rule, event.trigger, event.when, event.where):
            return 0
        if span is None:
            return None
        other = self._triggers.get(span, at)
        return at - other if other != at else [span.start - event.trigger.start, span.end - span.start]


def sentence_at(starts: list[int], trigger: Span) -> int:
    """The number of the last sentence that begins before or with a trigger; -1 if none does."""
    return bisect_right(starts, trigger.start) - 1


def item_at(items: Sequence[Any], at: int | None) -> Any:
    """One of some items, None where there is none of that number."""
    return items[at] if at is not None and 0 <= at < len(items) else None


def words_of(rule: str, trigger: Span, when: When | None, where: Where | None) -> Span | None:
    """The words on which a rule of an event fires if nothing else is told."""
    kind = rule.partition(":")[0]
    if kind in ("trigger", "status"):
        return trigger
    if kind == "when":
        return when.span if when else None
    return where.span if kind == "where" and where else None
