"""A reading as plain lists without what follows from the rest of it.

In a reading most things stand twice: the parties of an event are its actors, its place and date stand among the
places and times, a rule fired on the trigger. Such a part becomes the number of what it repeats; what repeats
nothing stays whole, so nothing is lost. Spans become the distance from the one before and a length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from typing import Any, get_type_hints

from ..model import Actor, Event, Party, Place, Reading, Reason, Report, Span, Speaker, Time, When, Where
from .pack import coders

LAYERS = ("times", "places", "actors", "statements", "figures", "claims", "media")
_HINTS = get_type_hints(Reading)
_REPORT = get_type_hints(Report)
_SPANNED = ("times", "places", "actors", "figures", "claims")  # their items begin with their span
_EVENT = {item.name: at for at, item in enumerate(fields(Event))}
_ACTOR = {item.name: at for at, item in enumerate(fields(Actor))}
_PLACE = {item.name: at for at, item in enumerate(fields(Place))}
_CANDIDATE = ("geonameid", "name", "country", "score")
_OF_PARTY = tuple(item.name for item in fields(Party))
_SAME = 0  # stands for what follows from the rest
_REST = ("dateline", "media")  # of the report

Row = list[Any]


def slim(reading: Reading, sha256: str, part: Callable[[Row], int]) -> Row:
    """The lists; ``sha256`` is what the report's digest should be, ``part`` the number of what stands elsewhere."""
    report = reading.report
    rows: dict[str, list[Row]] = {name: coders(_HINTS[name])[0](getattr(reading, name)) for name in LAYERS}
    for place, row in zip(reading.places, rows["places"], strict=True):
        _shorten_place(place, row)
    for actor, row in zip(reading.actors, rows["actors"], strict=True):
        _shorten_actor(actor, row)
    for name in _SPANNED:
        _apart(rows[name])
    rows["places"] = [[*row[:2], part(row[2:])] for row in rows["places"]]
    sentences = [part for pair in _steps(reading.sentences) for part in pair]
    others = [coders(_REPORT[name])[0](getattr(report, name)) for name in _REST]
    digest = None if report.sha256 == sha256 else report.sha256
    return [_events(reading), sentences, *(rows[name] for name in LAYERS), reading.note, *others, digest]


def full(row: Row, whole: Callable[[int], Row], report: Callable[[Any, Any, str | None], Report]) -> Reading:
    """The reading of lists; ``whole`` gives what stands elsewhere by its number, ``report`` makes the report of
    dateline, media and digest (None: as it should be)."""
    body = Body(row, whole)
    note, *others, digest = row[2 + len(LAYERS) :]
    dateline, media = (coders(_REPORT[name])[1](other) for name, other in zip(_REST, others, strict=True))
    layers: dict[str, Any] = {name: body.layer(name) for name in LAYERS}
    return Reading(report(dateline, media, digest), body.sentences, events=body.events(), note=note, **layers)


class Body:
    """The lists of a reading, whose layers are made when they are asked for."""

    def __init__(self, row: Row, whole: Callable[[int], Row]) -> None:
        self._row, self._whole = row, whole
        self.sentences = tuple(_spans(zip(row[1][::2], row[1][1::2], strict=True)))
        self._made: dict[str, tuple[Any, ...]] = {}
        self._triggers = list(_spans(iter(event[_EVENT["trigger"]] for event in row[0])))
        self._events: dict[int, Event] = {}
        self._parties: dict[int, Party] = {}

    def layer(self, name: str) -> tuple[Any, ...]:
        """One of LAYERS."""
        if name not in self._made:
            rows = self._row[2 + LAYERS.index(name)]
            if name == "places":
                rows = [[*row[:2], *self._whole(row[2])] for row in rows]
            if name in _SPANNED:
                rows = _together(rows)
            if name == "places":
                rows = map(_whole_place, rows)
            elif name == "actors":
                rows = map(_whole_actor, rows)
            self._made[name] = coders(_HINTS[name])[1](rows)
        return self._made[name]

    def events(self) -> tuple[Event, ...]:
        """The events."""
        return tuple([self.event(number) for number in range(len(self._row[0]))])

    def event(self, number: int) -> Event:
        """One of the events; the others need not be made."""
        if number not in self._events:
            self._events[number] = self._event(self._row[0][number], self._triggers[number])
        return self._events[number]

    def _event(self, row: Row, trigger: Span) -> Event:
        values: dict[str, Any] = dict(zip(_EVENT, row, strict=False))
        values["trigger"] = trigger
        values["sentence"] = self._sentence(values["sentence"])
        for name in ("contexts", "actors", "recipients", "why"):
            values[name] = tuple(values.get(name, ()))
        values["actors"] = tuple(map(self._party, values["actors"]))
        values["recipients"] = tuple(map(self._party, values["recipients"]))
        values["why"] = tuple([_reason(item, trigger) for item in values["why"]])
        for name, read in (("when", self._when), ("where", self._where), ("speaker", self._speaker), ("size", _size)):
            if values.get(name) is not None:
                values[name] = read(values[name])
        return Event(**values)

    def _sentence(self, part: Any) -> Span:
        return self.sentences[part] if isinstance(part, int) else Span(*part)

    def _party(self, part: Any) -> Party:
        if not isinstance(part, int):
            return _PARTY[1](part)  # type: ignore[no-any-return]
        if part not in self._parties:
            self._parties[part] = _party_of(self.layer("actors")[part])
        return self._parties[part]

    def _when(self, part: Any) -> When:
        if isinstance(part[0], int):
            time: Time = self.layer("times")[part[0]]
            return When(time.begin or "", time.end or "", time.value, part[1], time.span)
        return _WHEN[1](part)  # type: ignore[no-any-return]

    def _where(self, part: Any) -> Where:
        return Where.at(self.layer("places")[part]) if isinstance(part, int) else _WHERE[1](part)

    def _speaker(self, part: Any) -> Speaker:
        if isinstance(part, int):
            actor: Actor = self.layer("actors")[part]
            return Speaker(actor.span, actor.name)
        return _SPEAKER[1](part)  # type: ignore[no-any-return]


_PARTY, _WHEN, _WHERE, _SPEAKER = coders(Party), coders(When), coders(Where), coders(Speaker)
_size = coders(get_type_hints(Event)["size"])[1]


def _events(reading: Reading) -> list[Row]:
    """The events' rows, what repeats other layers in numbers."""
    parties: dict[Any, int] = {}
    speakers: dict[Any, int] = {}
    for at, actor in enumerate(reading.actors):
        parties.setdefault(_party_of(actor), at)
        speakers.setdefault((actor.span, actor.name), at)
    times: dict[Any, int] = {(time.begin, time.end, time.value, time.span): at for at, time in enumerate(reading.times)}
    places = {Where.at(place): at for at, place in enumerate(reading.places)}
    sentences = {span: at for at, span in enumerate(reading.sentences)}
    rows, steps = coders(_HINTS["events"])[0](reading.events), _steps([event.trigger for event in reading.events])
    for event, row, step in zip(reading.events, rows, steps, strict=True):
        part = dict(zip(_EVENT, row, strict=False))
        part["trigger"] = step
        part["sentence"] = sentences.get(event.sentence, event.sentence)
        for name in ("actors", "recipients"):
            if name in part:
                part[name] = [parties.get(one, _PARTY[0](one)) for one in getattr(event, name)]
        when, where, speaker = event.when, event.where, event.speaker
        if when and (when_at := times.get((when.begin, when.end, when.value, when.span))) is not None:
            part["when"] = [when_at, when.origin]
        if where and (where_at := places.get(where)) is not None:
            part["where"] = where_at
        if speaker and (speaker_at := speakers.get((speaker.span, speaker.name))) is not None:
            part["speaker"] = speaker_at
        if event.why:
            part["why"] = [_short_reason(one, event.trigger) for one in event.why]
        row[:] = part.values()
    return rows  # type: ignore[no-any-return]


def _party_of(actor: Actor) -> Party:
    return Party(*[getattr(actor, name) for name in _OF_PARTY])


def _short_reason(reason: Reason, trigger: Span) -> Any:
    if reason.span is None:
        return reason.rule
    return [reason.rule] if reason.span == trigger else [reason.rule, *reason.span]


def _reason(part: Any, trigger: Span) -> Reason:
    if isinstance(part, str):
        return Reason(part)
    return Reason(part[0], trigger if len(part) == 1 else Span(part[1], part[2]))


def _shorten_actor(actor: Actor, row: Row) -> None:
    """Codes that are made of the country and the sectors need not stand there."""
    code = " ".join(filter(None, (actor.country, *actor.sectors)))
    if code and actor.cameo == code.replace(" ", "") and len(row) > _ACTOR["cameo"]:
        row[_ACTOR["cameo"]] = _SAME
    if code and actor.plover == code and len(row) > _ACTOR["plover"]:
        row[_ACTOR["plover"]] = _SAME


def _whole_actor(row: Row) -> Row:
    at = _ACTOR["plover"]
    if len(row) > at and (row[at] == _SAME or row[at + 1 : at + 2] == [_SAME]):
        code = " ".join(filter(None, (row[_ACTOR["country"]], *row[_ACTOR["sectors"]])))
        row = list(row)
        if row[at] == _SAME:
            row[at] = code
        if row[at + 1 : at + 2] == [_SAME]:
            row[at + 1] = code.replace(" ", "")
    return row


def _shorten_place(place: Place, row: Row) -> None:
    """The first candidate is the place itself."""
    if place.candidates and all(getattr(place.candidates[0], name) == getattr(place, name) for name in _CANDIDATE):
        row[_PLACE["candidates"]][0] = _SAME


def _whole_place(row: Row) -> Row:
    at = _PLACE["candidates"]
    if len(row) > at and row[at] and row[at][0] == _SAME:
        row = list(row)
        row[at] = [[row[_PLACE[name]] for name in _CANDIDATE], *row[at][1:]]
    return row


def _steps(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Distance from the start before, and length, of each span."""
    last = 0
    for start, end in spans:
        yield start - last, end - start
        last = start


def _spans(steps: Iterator[tuple[int, int]]) -> Iterator[Span]:
    last = 0
    for start, length in steps:
        last += start
        yield Span(last, last + length)


def _apart(rows: list[Row]) -> None:
    for row, step in zip(rows, _steps([row[0] for row in rows]), strict=True):
        row[0:1] = step


def _together(rows: list[Row]) -> Iterator[Row]:
    for row, span in zip(rows, _spans((row[0], row[1]) for row in rows), strict=True):
        yield [span, *row[2:]]
