"""Happenings: their rows, what of them follows from a mention alone, and the rest, packed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, get_type_hints

from ..errors import UsageError
from ..model import Happening, Told, Turn
from . import mentions
from .names import HAPPENING, bare, bound, number_of
from .pack import coders, packed, unpacked

if TYPE_CHECKING:
    from .record import Store

STAGE_OF = {"planned": "announced", "denied": "denied", "hypothetical": "possible"}
_CODERS = {item.name: coders(get_type_hints(Happening)[item.name]) for item in fields(Happening)}
_COLUMNS = (
    'id, hash, act, mode, plover, status, stage, contexts, cameo, quad, begin, "end", place, confidence, '
    "reports, sources, independent, disputed, body"
)
_INSERT = f"INSERT INTO happenings ({_COLUMNS}) VALUES ({', '.join('?' * 19)})"


def put(store: Store, happenings: Sequence[Happening], told: Mapping[str, Told] | None = None) -> None:
    """Writes happenings; what their mentions belonged to before is dropped.

    ``told`` is what their first mentions tell, which is read again if it is not given.
    """
    numbers = mentions.numbers_of(store, (name for happening in happenings for name in happening.mentions))
    firsts = told or mentions.told(store, (happening.mentions[0] for happening in happenings))
    drop_rows(store, _belonging(store, numbers.values()))
    run = store.connection
    rows: list[tuple[Any, ...]] = []
    sides: list[tuple[int, int, int]] = []
    members: list[tuple[int, int]] = []
    for happening in happenings:
        first = bare(happening.id)
        if first != happening.mentions[0]:
            raise UsageError(
                f"happening {happening.id!r} is not named after its first mention {happening.mentions[0]!r}"
            )
        number = numbers[first]
        rows.append(_row(store, number, happening, firsts[first]))
        sides.extend((number, 1, store.words.actor(party)) for party in happening.actors)
        sides.extend((number, 2, store.words.actor(party)) for party in happening.recipients)
        members.extend((number, numbers[name]) for name in happening.mentions)
    run.executemany(_INSERT, rows)
    run.executemany("INSERT OR IGNORE INTO sides (happening, side, actor) VALUES (?, ?, ?)", sides)
    run.executemany("UPDATE mentions SET happening = ? WHERE id = ?", members)


def _row(store: Store, number: int, item: Happening, first: Told) -> tuple[Any, ...]:
    word = store.words.word
    return (
        number, number_of(first.id), word(item.act), word(item.mode), word(item.plover), word(item.status),
        word(item.stage), word("; ".join(item.contexts) or None), bound(item.cameo), item.quad,
        bound(item.begin), bound(item.end), store.words.place(item.where),
        item.confidence, item.reports, item.sources, item.independent,
        len(item.disputes), _body(item, alone(first)),
    )  # fmt: skip


def alone(told: Told) -> Happening:
    """The happening of which one mention tells, if no other does."""
    stage = STAGE_OF.get(told.status, "happened")
    return Happening(
        id=HAPPENING + told.id, act=told.act, mode=told.mode, stage=stage, status=told.status, plover=told.plover,
        cameo=told.cameo, quad=told.quad, goldstein=told.goldstein, actors=told.actors, recipients=told.recipients,
        begin=told.begin, end=told.end, where=told.where, size=told.size, contexts=told.contexts,
        speakers=(told.speaker,) if told.speaker else (), confidence=told.confidence, first=told.day, last=told.day,
        mentions=(told.id,), turns=(Turn(stage, told.id, told.day, told.begin, told.end),),
    )  # fmt: skip


def _body(item: Happening, base: Happening) -> bytes | None:
    """The fields in which a happening differs from that of its first mention alone."""
    other = {
        name: write(getattr(item, name))
        for name, (write, _) in _CODERS.items()
        if getattr(item, name) != getattr(base, name)
    }
    return packed(other) if other else None


def happening(store: Store, name: str) -> Happening:
    """The happening of this id, or the one that a mention of this id belongs to."""
    row = store.connection.execute(
        "SELECT m.happening FROM mentions m WHERE m.hash = ?", (number_of(bare(name)),)
    ).fetchone()
    if row is None:
        raise UsageError(f"event {name!r} is not in the record")
    if row[0] is None:
        raise UsageError(f"event {name!r} is not resolved yet; dragoman ingest finishes that")
    return of_rows(store, [row[0]])[0]


def of_rows(store: Store, numbers: Sequence[int]) -> list[Happening]:
    """Whole happenings by the numbers of their rows, in that order."""
    asked = json.dumps(list(numbers))
    found = {
        number: (mentions.outward(store, hash_), body)
        for number, hash_, body in store.connection.execute(
            "SELECT h.id, h.hash, h.body FROM json_each(?) j JOIN happenings h ON h.id = j.value", (asked,)
        )
    }
    firsts = mentions.told(store, (name for name, _ in found.values()))
    return [_whole(store, firsts[found[number][0]], found[number][1]) for number in numbers if number in found]


def _whole(store: Store, first: Told, body: bytes | None) -> Happening:
    base = alone(first)
    if body is None:
        return base
    other = unpacked(body, f"store {store.path}: event e-{first.id}")
    kept = {item.name: getattr(base, item.name) for item in fields(Happening)}
    return Happening(**{**kept, **{name: _CODERS[name][1](value) for name, value in other.items()}})


def drop(store: Store, names: Iterable[str]) -> None:
    """Drops the happenings of some ids, or of the mentions of these ids; their mentions are pending again."""
    found = mentions.numbers_of(store, map(bare, names))
    drop_rows(store, _belonging(store, found.values()))


def _belonging(store: Store, numbers: Iterable[int]) -> list[int]:
    """The rows of the happenings to which some mentions belong."""
    rows = store.connection.execute(
        "SELECT DISTINCT m.happening FROM json_each(?) j JOIN mentions m ON m.id = j.value "
        "WHERE m.happening IS NOT NULL",
        (json.dumps(list(numbers)),),
    )
    return [number for (number,) in rows]


def drop_rows(store: Store, numbers: Iterable[int]) -> None:
    """Drops happenings by the numbers of their rows."""
    rows = [(number,) for number in numbers]
    run = store.connection.executemany
    run("UPDATE mentions SET happening = NULL WHERE happening = ?", rows)
    run("DELETE FROM sides WHERE happening = ?", rows)
    run("DELETE FROM happenings WHERE id = ?", rows)
