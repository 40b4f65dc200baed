"""Where mentions meet: keys, the machine's judgements and persons', near-copies and origins."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model import Judgement
from . import happenings, mentions
from .names import bare, bound, number_of, unbound

if TYPE_CHECKING:
    from .record import Store

_WRAP, _HALF, _SHORT = 1 << 64, 1 << 63, 1 << 32
_CODES = {4: "i", 8: "q"}


def put_blocks(store: Store, keys: Mapping[str, Iterable[int]]) -> None:
    """Sets the keys of some mentions; keys are any 64-bit integers."""
    numbers = mentions.numbers_of(store, keys)
    run = store.connection
    pairs: list[tuple[int, int]] = []
    rows: list[tuple[bytes, int]] = []
    for name, wanted in keys.items():
        mention = numbers[name]
        (before,) = run.execute("SELECT keys FROM mentions WHERE id = ?", (mention,)).fetchone()
        unblock(store, mention, before)
        signed = sorted({_signed(key) for key in wanted})
        pairs.extend((key, mention) for key in signed)
        rows.append((_packed(signed), mention))
    run.executemany("INSERT INTO blocks (key, mention) VALUES (?, ?)", sorted(pairs))
    run.executemany("UPDATE mentions SET keys = ? WHERE id = ?", rows)


def unblock(store: Store, mention: int, keys: bytes | None) -> None:
    """Takes a mention from under its keys."""
    if keys:
        pairs = [(key, mention) for key in _unpacked(keys)]
        store.connection.executemany("DELETE FROM blocks WHERE key = ? AND mention = ?", pairs)


def _packed(keys: list[int]) -> bytes:
    """Keys of 32 bits where all are so short; the size of a key comes first."""
    size = 4 if all(-(1 << 31) <= key < 1 << 31 for key in keys) else 8
    return struct.pack(f"<B{len(keys)}{_CODES[size]}", size, *keys)


def _unpacked(keys: bytes) -> tuple[int, ...]:
    return struct.unpack_from(f"<{(len(keys) - 1) // keys[0]}{_CODES[keys[0]]}", keys, 1)


def sharing(store: Store, keys: Iterable[int], most: int | None) -> dict[int, list[str]]:
    """The mentions under each of some keys, by id; keys with more than ``most`` mentions are left out."""
    found: dict[int, list[str]] = {}
    limit = -1 if most is None else most + 1
    for key in dict.fromkeys(keys):
        rows = store.connection.execute(
            "SELECT m.hash FROM blocks b JOIN mentions m ON m.id = b.mention WHERE b.key = ? LIMIT ?",
            (_signed(key), limit),
        ).fetchall()
        if rows and (most is None or len(rows) <= most):
            found[key] = sorted(mentions.outward(store, hash_) for (hash_,) in rows)
    return found


def _signed(key: int) -> int:
    return (key + _HALF) % _WRAP - _HALF


def _short(band: int) -> int:
    """The lower half of a band: what meets by chance is told apart when the texts are compared."""
    return (band + (_SHORT >> 1)) % _SHORT - (_SHORT >> 1)


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
    named = ((*sorted((mentions.outward(store, a), mentions.outward(store, b))), score) for a, b, score in rows)
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
    out = mentions.outward
    return [
        Judgement(out(store, low), out(store, high), verdict, 0.0, (), unbound(by) or "", day, unbound(note))
        for low, high, verdict, by, day, note in rows
    ]


def put_sketch(store: Store, report: int, bands: Iterable[int]) -> None:
    """Sets the bands of a report's sketch."""
    rows = [(band, report) for band in sorted({_short(band) for band in bands})]
    store.connection.executemany("INSERT OR IGNORE INTO sketches (band, report) VALUES (?, ?)", rows)


def in_bands(store: Store, bands: Iterable[int]) -> list[str]:
    """The names of the current reports that stand in one of some bands, in order."""
    asked = json.dumps([_short(band) for band in bands])
    rows = store.connection.execute(
        "SELECT DISTINCT r.name FROM json_each(?) j JOIN sketches s ON s.band = j.value "
        "JOIN reports r ON r.id = s.report WHERE r.state = 'current'",
        (asked,),
    )
    return sorted(unbound(name) or "" for (name,) in rows)


def origins(store: Store, reports: Mapping[str, int]) -> dict[str, str]:
    """The origins of some reports as far as they are known."""
    names = {number: name for name, number in reports.items()}
    rows = store.connection.execute(
        "SELECT r.id, o.name FROM json_each(?) j JOIN reports r ON r.id = j.value JOIN reports o ON o.id = r.origin",
        (json.dumps(list(names)),),
    )
    found = {names[number]: unbound(origin) or "" for number, origin in rows}
    return {name: found[name] for name in reports if name in found}
