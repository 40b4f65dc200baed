"""Judgements: the machine's, which are kept as edges between scenes where they say 'same', and persons'."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model import Judgement
from . import happenings, mentions
from .names import bare, bound, number_of, unbound

if TYPE_CHECKING:
    from .record import Store


def put_edges(store: Store, edges: Iterable[tuple[str, str, float]]) -> None:
    """Keeps pairs of mentions that the machine takes for one, with their scores."""
    edges = list(edges)
    numbers = mentions.numbers_of(store, {name for low, high, _ in edges for name in (low, high)})
    rows = sorted((*sorted((numbers[low], numbers[high])), score) for low, high, score in edges)
    store.connection.executemany("INSERT OR REPLACE INTO edges (low, high, score) VALUES (?, ?, ?)", rows)


def drop_edges(store: Store, ids: Iterable[str]) -> None:
    """Forgets all pairs in which some mentions stand."""
    rows = [(number,) for number in mentions.numbers_of(store, ids).values()]
    store.connection.executemany("DELETE FROM edges WHERE low = ?", rows)
    store.connection.executemany("DELETE FROM edges WHERE high = ?", rows)


def edges(store: Store, ids: Iterable[str]) -> list[tuple[str, str, float]]:
    """All pairs in which some mentions stand, each once, the lower id first, in order."""
    asked = json.dumps(list(mentions.numbers_of(store, ids).values()))
    rows = store.connection.execute(
        "WITH pairs AS (SELECT e.low, e.high, e.score FROM json_each(?1) j JOIN edges e ON e.low = j.value "
        "UNION SELECT e.low, e.high, e.score FROM json_each(?1) j JOIN edges e ON e.high = j.value) "
        "SELECT a.hash, b.hash, p.score FROM pairs p JOIN mentions a ON a.id = p.low JOIN mentions b ON b.id = p.high",
        (asked,),
    ).fetchall()
    name = mentions.namer(store)
    named = ((*sorted((name(a), name(b))), score) for a, b, score in rows)
    return sorted((low, high, score) for low, high, score in named)


def judge(store: Store, judgement: Judgement) -> None:
    """Keeps a person's judgement in place of an earlier one; the happenings concerned are to be resolved again."""
    left, right = bare(judgement.left), bare(judgement.right)
    if left == right:
        raise UsageError(f"mention {left!r} cannot be judged against itself")
    low, high = sorted(map(number_of, mentions.numbers_of(store, [left, right])))
    row = (low, high, judgement.verdict, bound(judgement.by), judgement.day, bound(judgement.note))
    store.connection.execute(
        "INSERT OR REPLACE INTO judgements (low, high, verdict, by, day, note) VALUES (?, ?, ?, ?, ?, ?)", row
    )
    happenings.drop(store, [left, right])
    store.moment += 1


def judgements(store: Store, ids: Iterable[str] | None) -> list[Judgement]:
    """Persons' judgements of some mentions, or all."""
    question = "SELECT low, high, verdict, by, day, note FROM judgements"
    if ids is None:
        rows = store.connection.execute(question + " ORDER BY low, high").fetchall()
    else:
        asked = json.dumps([number_of(bare(name)) for name in ids])
        rows = store.connection.execute(
            f"{question} WHERE low IN (SELECT value FROM json_each(?1)) UNION "
            f"{question} WHERE high IN (SELECT value FROM json_each(?1)) ORDER BY 1, 2",
            (asked,),
        ).fetchall()
    name = mentions.namer(store)
    return [
        Judgement(name(low), name(high), verdict, 0.0, (), unbound(by) or "", day, unbound(note))
        for low, high, verdict, by, day, note in rows
    ]
