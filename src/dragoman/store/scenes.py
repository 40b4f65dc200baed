"""Scenes as they were settled: which mentions of a report make one, its date in short, and the keys it meets others by.

A scene goes by the id of its first mention. Keys are not kept beside it: who takes a scene from under them says which
they were. Those of a report that has left the record meet nothing, since numbers of mentions are never used again.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..errors import RecordError
from ..model import Told
from . import mentions
from .names import number_of

if TYPE_CHECKING:
    from .record import Store

Keys = Mapping[str, Iterable[int]]  # of each scene: 64-bit integers
_WRAP, _HALF = 1 << 64, 1 << 63


def pending(store: Store, limit: int) -> list[int]:
    """The numbers of the reports of the first pending mentions, by day of publication and id."""
    rows = store.connection.execute(
        "SELECT report FROM mentions WHERE happening IS NULL ORDER BY day, hash LIMIT ?", (limit,)
    )
    return list(dict.fromkeys(number for (number,) in rows))


def whole(store: Store, reports: Iterable[int]) -> list[list[Told]]:
    """All mentions of some reports, and what they tell, report by report."""
    rows = store.connection.execute(
        "SELECT m.hash, m.report, m.number FROM json_each(?) j CROSS JOIN reports r ON r.id = j.value "
        "CROSS JOIN mentions m ON m.id BETWEEN r.low AND r.high ORDER BY m.id",
        (json.dumps(list(reports)),),
    ).fetchall()
    found: dict[int, list[Told]] = {}
    for (_, report, _), item in zip(rows, mentions.told_of(store, rows), strict=True):
        found.setdefault(report, []).append(item)
    return list(found.values())


def put(store: Store, scenes: Mapping[str, Iterable[str]], gists: Mapping[str, int | None]) -> None:
    """Keeps which mentions make each scene, and the dates of scenes, each a number."""
    numbers = mentions.numbers_of(store, (name for members in scenes.values() for name in members))
    rows = [
        (numbers[name] - numbers[scene], gists[scene] if name == scene else None, numbers[name])
        for scene, members in scenes.items()
        for name in members
    ]
    store.connection.executemany("UPDATE mentions SET behind = ?, gist = ? WHERE id = ?", rows)


def held(store: Store, ids: Iterable[str]) -> dict[str, list[str]]:
    """The scenes that some mentions made when they were settled last: the ids of each one's members."""
    rows = store.connection.execute(
        "SELECT s.hash, m.hash FROM json_each(?) j JOIN mentions m ON m.hash = j.value "
        "JOIN mentions s ON s.id = m.id - m.behind",
        (json.dumps([number_of(name) for name in ids]),),
    ).fetchall()
    found: dict[str, list[str]] = {}
    name = mentions.namer(store)
    for scene, member in rows:
        found.setdefault(name(scene), []).append(name(member))
    return found


def told(store: Store, ids: Iterable[str]) -> dict[str, list[Told]]:
    """The scenes to which some mentions belong, with what their members tell, by the ids of scenes."""
    rows = store.connection.execute(
        "SELECT DISTINCT s.hash, m.hash, m.report, m.number FROM json_each(?) j "
        "CROSS JOIN mentions a ON a.hash = j.value CROSS JOIN reports r ON r.id = a.report "
        "CROSS JOIN mentions s ON s.id = a.id - a.behind "
        "CROSS JOIN mentions m ON m.id BETWEEN r.low AND r.high AND m.id - m.behind = s.id ORDER BY m.id",
        (json.dumps([number_of(name) for name in ids]),),
    ).fetchall()
    found: dict[str, list[Told]] = {}
    name = mentions.namer(store)
    for row, item in zip(rows, mentions.told_of(store, [row[1:] for row in rows]), strict=True):
        found.setdefault(name(row[0]), []).append(item)
    return found


def put_keys(store: Store, keys: Keys) -> None:
    """Puts scenes under keys."""
    added = [(key, _listed(numbers)) for key, numbers in sorted(_by_key(store, keys).items())]
    store.connection.executemany(
        "INSERT INTO blocks (key, scenes) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET scenes = CAST(scenes || excluded.scenes AS BLOB)",
        added,
    )


def drop_keys(store: Store, keys: Keys) -> None:
    """Takes scenes from under keys."""
    gone = _by_key(store, keys)
    held = _under(store, gone)
    _replace(store, {key: [one for one in numbers if one not in gone[key]] for key, numbers in held.items()})


def sweep(store: Store) -> None:
    """Takes mentions that are not in the record any more from under all keys."""
    run = store.connection.execute
    (last,) = run("SELECT coalesce(max(id), 0) FROM mentions").fetchone()
    held = bytearray(last + 1)  # a byte for each, since a store may have many
    for (number,) in run("SELECT id FROM mentions"):
        held[number] = 1
    kept: dict[int, list[int]] = {}
    for key, packed in run("SELECT key, scenes FROM blocks"):
        numbers = _read(store, packed)
        left = [number for number in numbers if number <= last and held[number]]
        if len(left) < len(numbers):
            kept[key] = left
    _replace(store, kept)


def meeting(store: Store, keys: Iterable[int]) -> dict[int, list[tuple[str, int | None]]]:
    """The ids of the scenes under each of some keys, with the numbers that stand for their dates."""
    held = _under(store, keys)
    rows = store.connection.execute(
        "SELECT m.id, m.hash, m.gist FROM json_each(?) j JOIN mentions m ON m.id = j.value",
        (json.dumps(sorted({number for numbers in held.values() for number in numbers})),),
    )
    name = mentions.namer(store)
    known = {number: (name(hash_), gist) for number, hash_, gist in rows}  # a scene stands under several keys
    met = {key: [known[number] for number in numbers if number in known] for key, numbers in held.items()}
    return {key: found for key, found in met.items() if found}


def _by_key(store: Store, keys: Keys) -> dict[int, set[int]]:
    """The numbers of scenes by the keys under which they stand."""
    numbers, found = mentions.numbers_of(store, keys), dict[int, set[int]]()
    for name, wanted in keys.items():
        for key in wanted:
            found.setdefault(_signed(key), set()).add(numbers[name])
    return found


def _under(store: Store, keys: Iterable[int]) -> dict[int, list[int]]:
    """The numbers of the scenes under some keys, in order."""
    rows = store.connection.execute(
        "SELECT b.key, b.scenes FROM json_each(?) j JOIN blocks b ON b.key = j.value",
        (json.dumps(sorted(set(keys))),),
    )
    return {key: sorted(set(_read(store, packed))) for key, packed in rows}


def _replace(store: Store, scenes: Mapping[int, Iterable[int]]) -> None:
    """Puts other scenes under keys; one under which nothing stands is taken away."""
    rows = [(_listed(numbers), key) for key, numbers in sorted(scenes.items())]
    store.connection.executemany("UPDATE blocks SET scenes = ? WHERE key = ?", [row for row in rows if row[0]])
    store.connection.executemany("DELETE FROM blocks WHERE key = ?", [row[1:] for row in rows if not row[0]])


def _listed(numbers: Iterable[int]) -> bytes:
    row = sorted(numbers)
    return struct.pack(f"<{len(row)}I", *row)


def _read(store: Store, packed: bytes) -> tuple[int, ...]:
    if len(packed) % 4:
        raise RecordError(f"store {store.path}: the scenes under a key are damaged")
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def _signed(key: int) -> int:
    return (key + _HALF) % _WRAP - _HALF
