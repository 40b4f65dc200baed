"""A reading as plain columns without what follows from the rest of it.

In a reading most things stand twice: the parties of an event are its actors, its place and date stand among the
places and times, a rule fired on the trigger, a name is the words of its span. Such a part becomes a small number
that tells of what it repeats; codes, rules and places, which many readings share, become the number of what stands
once in the store; what repeats nothing stays whole, so nothing is lost. A layer is columns, not rows, since like
stands beside like there. ``unslim`` is the way back.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, get_type_hints

from ...model import Actor, Claim, Figure, Place, Reading, Report, Span
from ..names import is_ours
from .atoms import Column, evened, of_codes, of_float, of_period, steps
from .pack import coders
from .slim_events import Events, Part

REST = ("dateline", "media")  # of the report
LAYERS = ("times", "places", "actors", "statements", "figures", "claims", "media")
NEW, AS_REFERRED = -1, 0  # who an actor is: nobody before; whom it refers to
_CANDIDATE = ("geonameid", "name", "country", "score")
CLAIM_OF = 4  # where the event stands in a claim's row

_PLACE, _CLAIM = coders(Place)[0], coders(Claim)[0]
_RELATION = coders(get_type_hints(Figure)["relation"])[0]
_REPORT = get_type_hints(Report)
_READING = get_type_hints(Reading)


def slim(reading: Reading, sha256: str, part: Part) -> tuple[list[Any], bytes]:
    """The columns, and the ids of the events; ``sha256`` is what the report's digest should be, ``part`` gives the
    number of what stands once in the store."""
    report = reading.report
    base = report.day.toordinal() if report.day else 0
    layers = [
        _times(reading, base, part), _places(reading, part), _actors(reading, part), _statements(reading, part),
        _figures(reading, part), _claims(reading), coders(_READING["media"])[0](reading.media),
    ]  # fmt: skip
    rest = [coders(_REPORT[name])[0](getattr(report, name)) for name in REST]
    odd = [[at, event.id] for at, event in enumerate(reading.events) if not is_ours(event.id)]
    ids = b"".join(bytes.fromhex(event.id) if is_ours(event.id) else bytes(8) for event in reading.events)
    digest = None if report.sha256 == sha256 else report.sha256
    events = Events(reading, base, part).columns() if reading.events else 0
    return [[base, reading.note, *rest, digest, odd], _sentences(reading), *layers, events], ids


def _sentences(reading: Reading) -> Any:
    """Distance from the end before, and length."""
    last, gaps, lengths = 0, [], []
    for start, end in reading.sentences:
        gaps.append(start - last)
        lengths.append(end - start)
        last = end
    return [gaps, lengths]


def _times(reading: Reading, base: int, part: Part) -> Any:
    times = reading.times
    return times and [
        *steps(item.span for item in times),
        evened([part([item.type, item.mod, item.anchor, item.rule]) for item in times]),
        evened([of_period(item.value, item.begin, item.end, item.edtf, base) for item in times]),
    ]


def _places(reading: Reading, part: Part) -> Any:
    places = reading.places
    return places and [*steps(item.span for item in places), evened([part(_place(item)) for item in places])]


def _place(place: Place) -> list[Any]:
    """A place without its span; its candidates without the name and the country that they share with it, and the
    first of them, if it is the place itself, left out."""
    row = _PLACE(place)[1:]
    for candidate in row[8] if len(row) > 8 else ():
        candidate[1:3] = [
            0 if candidate[1] == place.name else candidate[1],
            0 if candidate[2] == place.country else candidate[2],
        ]
    if place.candidates and all(getattr(place.candidates[0], name) == getattr(place, name) for name in _CANDIDATE):
        row[8][0] = 0
    return row  # type: ignore[no-any-return]


def _actors(reading: Reading, part: Part) -> Any:
    actors, text = reading.actors, reading.report.text
    like: Column = []
    roles: Column = []
    names: Column = []
    codes: Column = []
    known: dict[Any, int] = {}
    for at, actor in enumerate(actors):
        who = _who(actor)
        before = actors[actor.refers] if actor.refers is not None and 0 <= actor.refers < at else None
        roles.append(0 if before and actor.role and before.role == actor.role else actor.role)
        if before and who == _who(before):
            like.append(AS_REFERRED)
        elif who in known:
            like.append(len(known) - known[who])
        else:
            known[who] = len(known)
            like.append(NEW)
            names.append(0 if actor.name == actor.span.of(text) else actor.name)
            codes.append(part([*of_codes(actor.country, actor.sectors, actor.plover, actor.cameo), actor.entity]))
    refers = evened([None if actor.refers is None else at - actor.refers for at, actor in enumerate(actors)])
    shapes = evened([part([actor.kind, actor.rule]) for actor in actors])
    return actors and [*steps(actor.span for actor in actors), shapes, refers, evened(roles), like, names, codes]


def _who(actor: Actor) -> tuple[Any, ...]:
    return actor.name, actor.country, actor.sectors, actor.plover, actor.cameo, actor.entity


def _statements(reading: Reading, part: Part) -> Any:
    actors = [actor.span.start for actor in reading.actors]
    sources, cues, contents = (Places(), Places(), Places())
    counts, speakers, last = [], [], 0
    for item in reading.statements:
        before = last
        if item.source:
            last = item.source.start
        sources.add(item.source, before)
        cues.add(item.cue, item.source.end if item.source else last)
        at = item.cue.end if item.cue else last
        if item.cue and not item.source:
            last = item.cue.start
        counts.append(len(item.content))
        for span in item.content:
            contents.add(span, at)
            at = span.end
        speakers.append(None if item.speaker is None else item.speaker - bisect_left(actors, last))
    within = [None if item.within is None else at - item.within for at, item in enumerate(reading.statements)]
    shapes = [part([item.manner, item.strength, item.rule]) for item in reading.statements]
    return shapes and [
        evened(shapes), evened(speakers), evened(within), evened(counts), *sources.columns(), *cues.columns(),
        *contents.columns(),
    ]  # fmt: skip


class Places:
    """Columns of spans that may be missing: distances from where they are awaited, and lengths of those there."""

    def __init__(self) -> None:
        self._distances: Column = []
        self._lengths: list[int] = []

    def add(self, span: Span | None, awaited: int) -> None:
        """One more."""
        self._distances.append(None if span is None else span.start - awaited)
        if span is not None:
            self._lengths.append(span.end - span.start)

    def columns(self) -> tuple[Column, Column]:
        """Distances, None for those that are missing, and lengths."""
        return self._distances, self._lengths


def _figures(reading: Reading, part: Part) -> Any:
    figures = reading.figures
    return figures and [
        *steps(item.span for item in figures),
        evened([part([item.kind, item.rule]) for item in figures]),
        evened([of_float(item.value) for item in figures]),
        evened([_bounds(item) for item in figures]),
        evened([item.unit for item in figures]),
        evened([_RELATION(item.relation) for item in figures]),
    ]


def _bounds(figure: Figure) -> Any:
    """Of which of its bounds the value is one: 0 both, 1 the lower and there is no upper one, 2 the other way."""
    value, low, high = map(of_float, (figure.value, figure.low, figure.high))
    if low == value:
        return 0 if high == value else 1 if high is None else [low, high]
    return 2 if low is None and high == value else [low, high]


def _claims(reading: Reading) -> Any:
    ids = {event.id: at for at, event in enumerate(reading.events)}
    rows = list(map(_CLAIM, reading.claims))
    for row in rows:
        if len(row) > CLAIM_OF and row[CLAIM_OF] in ids:
            row[CLAIM_OF] = ids[row[CLAIM_OF]]
    return rows
