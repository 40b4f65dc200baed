"""The layers of a packed reading, whose items are made when they are asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any, get_type_hints

from ...model import Actor, Figure, Party, Place, Span, Statement, Time
from .atoms import spread, starts, to_codes, to_float, to_period
from .pack import coders
from .slim import AS_REFERRED, NEW

Whole = Callable[[int], list[Any]]
_PLACE = coders(Place)[1]
_RELATION = coders(get_type_hints(Figure)["relation"])[1]
_CANDIDATES = 8  # where they stand in a row of a place without its span


class Layer:
    """Items by their number: those with a span of their own, as columns of which the first two are its steps."""

    def __init__(self, columns: Any, whole: Whole) -> None:
        self.starts = starts(columns[0] if columns else ())
        self.columns: list[Any] = columns[2:] if columns else []
        self.whole = whole
        self._lengths: list[int] = columns[1] if columns else []
        self._made: dict[int, Any] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, at: int) -> Any:
        if at not in self._made:
            self._made[at] = self.made(at)
        return self._made[at]

    def all(self) -> tuple[Any, ...]:
        """All items."""
        return tuple([self[at] for at in range(len(self))])

    def span(self, at: int) -> Span:
        """Where an item stands."""
        start = self.starts[at]
        return Span(start, start + self._lengths[at])

    def atom(self, column: int, at: int) -> Any:
        """What stands in a column, from the third on, for an item."""
        atoms = self.columns[column]
        return atoms[at] if isinstance(atoms, list) else atoms

    def made(self, at: int) -> Any:
        """An item."""
        raise NotImplementedError


class Times(Layer):
    """Time expressions; days are told from that of ``base``."""

    def __init__(self, columns: Any, whole: Whole, base: int) -> None:
        super().__init__(columns, whole)
        self._base = base

    def made(self, at: int) -> Time:
        """One of them."""
        kind, mod, anchor, rule = self.whole(self.atom(0, at))
        value, begin, end, edtf = to_period(self.atom(1, at), self._base)
        return Time(self.span(at), kind, value, mod, begin, end, edtf, anchor, rule)


class Places(Layer):
    """Place names."""

    def made(self, at: int) -> Place:
        """One of them."""
        row = self.whole(self.atom(0, at))
        if len(row) > _CANDIDATES:
            (name, number, _, _, country, _, _, score), candidates = row[:_CANDIDATES], []
            for one in row[_CANDIDATES]:
                known, called, there, sure = one or (number, 0, 0, score)
                candidates.append([known, name if called == 0 else called, country if there == 0 else there, sure])
            row = [*row[:_CANDIDATES], candidates, *row[_CANDIDATES + 1 :]]
        return _PLACE([self.span(at), *row])  # type: ignore[no-any-return]


class Figures(Layer):
    """Numbers."""

    def made(self, at: int) -> Figure:
        """One of them."""
        kind, rule = self.whole(self.atom(0, at))
        value, bounds = self.atom(1, at), self.atom(2, at)
        low, high = ((value, value), (value, None), (None, value))[bounds] if isinstance(bounds, int) else bounds
        relation = _RELATION(self.atom(4, at))
        return Figure(
            self.span(at), to_float(value), to_float(low), to_float(high), self.atom(3, at), kind, relation, rule  # type: ignore[arg-type]
        )  # fmt: skip


class Actors(Layer):
    """Mentions of actors; who they are is told at the first mention of each."""

    def __init__(self, columns: Any, whole: Whole, text: str) -> None:
        super().__init__(columns, whole)
        self._text = text
        self._parties: dict[int, Party] = {}
        self._firsts: list[int] = []  # by identity, the actor that has it first
        self._identities: list[int] = []
        for at, like in enumerate(self.columns[3] if self.columns else ()):
            if like == NEW:
                self._identities.append(len(self._firsts))
                self._firsts.append(at)
            elif like == AS_REFERRED:
                self._identities.append(self._identities[at - self.atom(1, at)])
            else:
                self._identities.append(len(self._firsts) - like)

    def made(self, at: int) -> Actor:
        """One of them."""
        kind, rule = self.whole(self.atom(0, at))
        back = self.atom(1, at)
        who = self.party(at)
        return Actor(
            who.span, who.name, who.role, who.country, who.sectors, who.plover, who.cameo, who.entity, kind,
            None if back is None else at - back, rule,
        )  # fmt: skip

    def party(self, at: int) -> Party:
        """One of them as a party to an event."""
        if at not in self._parties:
            self._parties[at] = self._party(at)
        return self._parties[at]

    def _party(self, at: int) -> Party:
        identity = self._identities[at]
        first = self._firsts[identity]
        span, role = self.span(at), self.atom(2, at)
        if first != at:
            like = self.party(first)
            name, codes = like.name, (like.country, like.sectors, like.plover, like.cameo, like.entity)
        else:
            name = self.columns[4][identity]
            if name == 0:
                name = span.of(self._text)
            *short, entity = self.whole(self.columns[5][identity])
            codes = (*to_codes(*short), entity)
        return Party(span, name, *codes, self.party(at - self.atom(1, at)).role if role == 0 else role)


def statements(columns: Any, whole: Whole, actors: list[int]) -> tuple[Statement, ...]:
    """All statements, since each stands where the one before ends; ``actors`` are the starts of these."""
    made: list[Statement] = []
    if not columns:
        return ()
    shapes, speakers, within, counts, sources, source_lengths, cues, cue_lengths, contents, content_lengths = columns
    source_sizes, cue_sizes = iter(source_lengths), iter(cue_lengths)
    steps_of = zip(contents, content_lengths, strict=True)
    count, last = len(sources), 0
    rows = zip(*(spread(column, count) for column in (shapes, speakers, within, counts)), sources, cues, strict=True)
    for at, (shape, speaker, inside, parts, to_source, to_cue) in enumerate(rows):
        source = cue = None
        if to_source is not None:
            last += to_source
            source = Span(last, last + next(source_sizes))
        end = last
        if to_cue is not None:
            start = (source.end if source else last) + to_cue
            cue = Span(start, start + next(cue_sizes))
            end = cue.end
            last = last if source else start
        content: list[Span] = []
        for _ in range(parts):
            distance, length = next(steps_of)
            content.append(Span(end + distance, end + distance + length))
            end += distance + length
        manner, strength, rule = whole(shape)
        who = None if speaker is None else speaker + bisect_left(actors, last)
        outer = None if inside is None else at - inside
        made.append(Statement(source, cue, tuple(content), manner, who, strength, outer, rule))
    return tuple(made)
