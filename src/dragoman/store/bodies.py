"""What a happening tells beyond its first mention and its columns, as a small blob, and back.

A happening is first made as it is likely to be: each mention tells what the first one tells, on the day of its own
report. Only what differs from that is kept, and mentions are named by their places in the order of their rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from itertools import chain, repeat
from operator import attrgetter
from typing import Any, NamedTuple, get_type_hints

from ..model import Account, Dispute, Happening, Told, Turn
from .packing.pack import coders, packed, unpacked

Member = tuple[str, str | None]  # id of a mention and day of its report
_CODERS = {item.name: coders(get_type_hints(Happening)[item.name]) for item in fields(Happening)}
_fields = attrgetter(*_CODERS)
_step = attrgetter("stage", "begin", "end", "day", "mention")
PARTS = 10_000
_SAME = 0  # in place of what is as in the turn before; no field of a turn is a number


class Standing(NamedTuple):
    """What the columns of a happening say; ``confidence`` in parts of 10,000, rounded."""

    confidence: int
    reports: int
    sources: int
    independent: int

    @classmethod
    def of(cls, item: Happening) -> Standing:
        """What they say of a happening."""
        return cls(round(item.confidence * PARTS), item.reports, item.sources, item.independent)


def body_of(item: Happening, first: Told, members: Sequence[Member]) -> bytes | None:
    """What the first mention, the mentions (by day, then by id) and the columns do not tell; None if they tell all."""
    standing = Standing.of(item)
    if _fields(item) == _fields(Happening.alone(first)) and standing.confidence / PARTS == item.confidence:
        return None  # most are of this kind
    base = _likely(first, members, standing)
    other = [name for name, mine, yours in zip(_CODERS, _fields(item), _fields(base), strict=True) if mine != yours]
    if not other:
        return None
    return packed({name: _written(item, name, first, members) for name in other})


def whole(first: Told, members: Sequence[Member], standing: Standing, body: bytes | None, what: str) -> Happening:
    """The happening again; RecordError names ``what`` if its body is damaged."""
    base = _likely(first, members, standing)
    if body is None:
        return base
    return replace(base, **{name: _read(value, name, first, members) for name, value in unpacked(body, what).items()})


def _likely(first: Told, members: Sequence[Member], standing: Standing) -> Happening:
    alone = Happening.alone(first)
    (turn,), days = alone.turns, [day for _, day in members if day is not None]
    return replace(
        alone, confidence=standing.confidence / PARTS, reports=standing.reports, sources=standing.sources,
        independent=standing.independent, first=days[0] if days else None, last=days[-1] if days else None,
        mentions=tuple(name for name, _ in members),
        turns=tuple(replace(turn, mention=name, day=day) for name, day in members),
    )  # fmt: skip


def _written(item: Happening, name: str, first: Told, members: Sequence[Member]) -> Any:
    """A field as plain lists."""
    if name == "turns":
        return _steps(item.turns, Happening.alone(first).turns[0], members)
    if name == "disputes":
        places = {each: at for at, (each, _) in enumerate(members)}
        return [[one.field, [_account(each, places) for each in one.accounts]] for one in item.disputes]
    return _CODERS[name][0](getattr(item, name))


def _read(value: Any, name: str, first: Told, members: Sequence[Member]) -> Any:
    if name == "turns":
        return tuple(_turns(value, Happening.alone(first).turns[0], members))
    if name == "disputes":
        return tuple(
            Dispute(field, tuple(Account(each[0], _names(each[1], members), each[2]) for each in accounts))
            for field, accounts in value
        )
    return _CODERS[name][1](value)


def _account(one: Account, places: Mapping[str, int]) -> list[Any]:
    return [one.value, [places.get(name, name) for name in one.mentions], one.independent]


def _names(places: Sequence[int | str], members: Sequence[Member]) -> tuple[str, ...]:
    return tuple(members[at][0] if isinstance(at, int) else at for at in places)


def _steps(turns: Sequence[Turn], last: Turn, members: Sequence[Member]) -> list[list[Any]]:
    """Each turn as what differs from the one before, told by the next mention."""
    rows = []
    for turn, (name, day) in zip(turns, chain(members, repeat(("", None))), strict=False):
        likely = (*_step(last)[:3], day, name)
        row = [_SAME if mine == other else mine for mine, other in zip(_step(turn), likely, strict=True)]
        while row and row[-1] == _SAME:
            row.pop()
        rows.append(row)
        last = turn
    return rows


def _turns(rows: Sequence[list[Any]], last: Turn, members: Sequence[Member]) -> list[Turn]:
    found = []
    for row, (name, day) in zip(rows, chain(members, repeat(("", None))), strict=False):
        likely = (*_step(last)[:3], day, name)
        values = [other if mine == _SAME else mine for mine, other in zip(row, likely, strict=False)]
        stage, begin, end, day, name = (*values, *likely[len(values) :])
        last = Turn(stage, name, day, begin, end)
        found.append(last)
    return found
