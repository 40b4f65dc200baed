"""The columns of ``slim`` made a reading again, each part of it when it is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate
from typing import Any, get_type_hints

from ...model import Claim, Event, Party, Reading, Reason, Report, Span, Speaker, Statement, When, Where
from .atoms import day_of_number, spread, to_share
from .layers import Actors, Figures, Layer, Places, Times, Whole, statements
from .pack import coders
from .slim import CLAIM_OF, LAYERS, REST
from .slim_events import AS_SPEAKER, FROM_PUBLICATION, FROM_TEXT, SOURCE, item_at, sentence_at, words_of

_PARTY, _WHEN, _WHERE, _SPEAKER = (coders(kind)[1] for kind in (Party, When, Where, Speaker))
_SIZE = coders(get_type_hints(Event)["size"])[1]
_CLAIM, _MEDIA = coders(Claim)[1], coders(get_type_hints(Reading)["media"])[1]
_REPORT = get_type_hints(Report)
_ID = 8  # bytes


def full(body: Body, report: Callable[[Any, Any, str | None], Report]) -> Reading:
    """The whole reading; ``report`` makes the report of dateline, media and digest (None: as it should be)."""
    dateline, media = (coders(_REPORT[name])[1](other) for name, other in zip(REST, body.rest, strict=True))
    layers: dict[str, Any] = {name: body.layer(name) for name in LAYERS}
    return Reading(
        report(dateline, media, body.digest), body.sentences, events=body.events.all(), note=body.note, **layers
    )


class Body:
    """A reading whose items are made when they are asked for.

    ``ids`` are those of its events, ``text`` is the report's, and ``whole`` gives what stands once in the store by
    its number.
    """

    def __init__(self, columns: list[Any], ids: bytes, whole: Whole, text: str) -> None:
        (base, self.note, *self.rest, self.digest, odd), sentences, *layers, events = columns
        self._columns = dict(zip(LAYERS, layers, strict=True))
        ends = list(accumulate([value for pair in zip(*sentences, strict=True) for value in pair]))
        self.sentence_starts, self._sentence_ends = ends[::2], ends[1::2]
        self._whole, self._base, self.text = whole, base, text
        self._events, self._ids, self._odd = events, ids, dict[int, str](odd)

    @property
    def events(self) -> Events:
        """The events; they hold on to the body, which does not hold on to them, so that both go when nobody asks."""
        return Events(self._events, self._whole, self, self._ids, self._odd)

    def layer(self, name: str) -> tuple[Any, ...]:
        """One of LAYERS."""
        if name == "statements":
            return self.statements
        if name == "claims":
            return tuple(map(self._claim, self._columns[name]))
        if name == "media":
            return _MEDIA(self._columns[name])  # type: ignore[no-any-return]
        layer: Layer = getattr(self, name)
        return layer.all()

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences."""
        return tuple(map(Span, self.sentence_starts, self._sentence_ends))

    @cached_property
    def times(self) -> Times:
        """The time expressions."""
        return Times(self._columns["times"], self._whole, self._base)

    @cached_property
    def places(self) -> Places:
        """The place names."""
        return Places(self._columns["places"], self._whole)

    @cached_property
    def actors(self) -> Actors:
        """The actors."""
        return Actors(self._columns["actors"], self._whole, self.text)

    @cached_property
    def figures(self) -> Figures:
        """The numbers."""
        return Figures(self._columns["figures"], self._whole)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements."""
        return statements(self._columns["statements"], self._whole, self.actors.starts)

    @cached_property
    def today(self) -> When:
        """The day of publication as the date of an event that tells none."""
        day = day_of_number(self._base)
        return When(day or "", day_of_number(self._base + 1) or "", day, FROM_PUBLICATION)

    def _claim(self, row: list[Any]) -> Claim:
        of = row[CLAIM_OF] if len(row) > CLAIM_OF else None
        if isinstance(of, int):
            row = [*row[:CLAIM_OF], _id(self._ids, self._odd, of), *row[CLAIM_OF + 1 :]]
        return _CLAIM(row)  # type: ignore[no-any-return]


def _id(ids: bytes, odd: dict[int, str], at: int) -> str:
    return odd[at] if at in odd else ids[_ID * at : _ID * (at + 1)].hex()


class Events(Layer):
    """The events, parts of which repeat other layers."""

    def __init__(self, columns: Any, whole: Whole, body: Body, ids: bytes, odd: dict[int, str]) -> None:
        super().__init__(columns, whole)
        self._body, self._ids, self._odd = body, ids, odd
        if len(ids) != _ID * len(self):
            raise ValueError(f"it has {len(ids)} bytes of ids, should have {_ID * len(self)}")
        if not columns:
            return
        every = [
            column if each else spread(column, len(self)) for column, each in zip(self.columns, _EACH, strict=True)
        ]
        (
            self._sentences, self._codings, self._contexts, actors, self._actors, recipients, self._recipients,
            self._whens, self._wheres, self._speakers, statements, self._sizes, reasons, self._rules, self._words,
            self._shares,
        ) = every  # fmt: skip
        self._actors_to, self._recipients_to, self._reasons_to = (
            list(accumulate(sizes, initial=0)) for sizes in (actors, recipients, reasons)
        )
        told = accumulate([step or 0 for step in statements])
        self._statements = [None if step is None else at for step, at in zip(statements, told, strict=True)]

    def id(self, at: int) -> str:
        """The id of one of them."""
        return _id(self._ids, self._odd, at)

    def made(self, at: int) -> Event:
        """One of them."""
        trigger, sentence, number = self.span(at), self._sentences[at], self._statements[at]
        where_it_is = sentence_at(self._body.sentence_starts, trigger)
        around = self._body.sentences[where_it_is] if sentence == 0 else Span(*sentence)
        act, mode, status, plover, cameo, quad, goldstein = self.whole(self._codings[at])
        near = bisect_left(self._body.actors.starts, around.start)
        actors = self._actors[self._actors_to[at] : self._actors_to[at + 1]]
        recipients = self._recipients[self._recipients_to[at] : self._recipients_to[at + 1]]
        when, where = self._when(self._whens[at], around), self._where(self._wheres[at], around)
        size = self._sizes[at]
        return Event(
            self.id(at), around, trigger, act, mode, status, plover, tuple(self.whole(self._contexts[at])), cameo, quad,
            goldstein, tuple([self._party(atom, near) for atom in actors]),
            tuple([self._party(atom, near) for atom in recipients]), when, where, self._speaker(at, number), number,
            None if size is None else _SIZE(size), self._why(at, trigger, when, where), to_share(self._shares[at]),
        )  # fmt: skip

    def _party(self, atom: Any, near: int) -> Party:
        if isinstance(atom, int):
            return self._body.actors.party(near + atom)
        return _PARTY(atom)  # type: ignore[no-any-return]

    def _when(self, atom: Any, around: Span) -> When | None:
        if atom is None:
            return None
        if not isinstance(atom, int) and len(atom) != 2:
            return _WHEN(atom) if atom else self._body.today
        near, origin = (atom, FROM_TEXT) if isinstance(atom, int) else atom
        times = self._body.times
        time = times[near + bisect_left(times.starts, around.start)]
        return When(time.begin or "", time.end or "", time.value, origin, time.span)

    def _where(self, atom: Any, around: Span) -> Where | None:
        if not isinstance(atom, int):
            return None if atom is None else _WHERE(atom)
        places = self._body.places
        return Where.at(places[atom + bisect_left(places.starts, around.start)])

    def _speaker(self, at: int, number: int | None) -> Speaker | None:
        atom = self._speakers[at]
        if atom is None:
            return None
        if not isinstance(atom, int):
            party = self._body.actors.party(atom[0]) if len(atom) == 1 else None
            return Speaker(party.span, party.name) if party else _SPEAKER(atom)
        saying = item_at(self._body.statements, number)
        if atom == SOURCE:
            return Speaker(saying.source, saying.source.of(self._body.text))
        party = self._body.actors.party(saying.speaker)
        return Speaker(party.span if atom == AS_SPEAKER else saying.source, party.name)

    def _why(self, at: int, trigger: Span, when: When | None, where: Where | None) -> tuple[Reason, ...]:
        found, reasons = slice(self._reasons_to[at], self._reasons_to[at + 1]), []
        for rule, atom in zip(self._rules[found], self._words[found], strict=True):
            (words,) = self.whole(rule)
            span = None
            if isinstance(atom, int):
                span = self.span(at - atom) if atom else words_of(words, trigger, when, where)
            elif atom is not None:
                start = trigger.start + atom[0]
                span = Span(start, start + atom[1])
            reasons.append(Reason(words, span))
        return tuple(reasons)


_EACH = (0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0)  # columns of which an event has any number of rows
