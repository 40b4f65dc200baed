"""Scenes as they were settled: which mentions of a report make one, its date in short, and the keys it meets others by.

A scene goes by the id of its first mention. Keys are not kept beside it: who takes a scene from under them says which
they were. Those of a report that has left the record meet nothing, since numbers of mentions are never used again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

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
        "SELECT m.hash, m.report, m.number FROM json_each(?) j JOIN mentions m ON m.report = j.value ORDER BY m.id",
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
        (numbers[scene], gists[scene] if name == scene else None, numbers[name])
        for scene, members in scenes.items()
        for name in members
    ]
    store.connection.executemany("UPDATE mentions SET scene = ?, gist = ? WHERE id = ?", rows)


def held(store: Store, ids: Iterable[str]) -> dict[str, list[str]]:
    """The scenes that some mentions made when they were settled last: the ids of each one's members."""
    rows = store.connection.execute(
        "SELECT s.hash, m.hash FROM json_each(?) j JOIN mentions m ON m.hash = j.value "
        "JOIN mentions s ON s.id = m.scene",
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
        "SELECT DISTINCT s.hash, m.hash, m.report, m.number FROM json_each(?) j JOIN mentions a ON a.hash = j.value "
        "JOIN mentions s ON s.id = a.scene JOIN mentions m ON m.report = a.report AND m.scene = a.scene ORDER BY m.id",
        (json.dumps([number_of(name) for name in ids]),),
    ).fetchall()
    found: dict[str, list[Told]] = {}
    name = mentions.namer(store)
    for row, item in zip(rows, mentions.told_of(store, [row[1:] for row in rows]), strict=True):
        found.setdefault(name(row[0]), []).append(item)
    return found


def put_keys(store: Store, keys: Keys) -> None:
    """Puts scenes under keys."""
    pairs = sorted(_pairs(store, keys))
    store.connection.executemany("INSERT OR IGNORE INTO blocks (key, mention) VALUES (?, ?)", pairs)


def drop_keys(store: Store, keys: Keys) -> None:
    """Takes scenes from under keys."""
    store.connection.executemany("DELETE FROM blocks WHERE key = ? AND mention = ?", _pairs(store, keys))


def _pairs(store: Store, keys: Keys) -> list[tuple[int, int]]:
    numbers = mentions.numbers_of(store, keys)
    return [(_signed(key), numbers[name]) for name, wanted in keys.items() for key in wanted]


def _signed(key: int) -> int:
    return (key + _HALF) % _WRAP - _HALF


def meeting(store: Store, keys: Iterable[int]) -> dict[int, list[tuple[str, int | None]]]:
    """The ids of the scenes under each of some keys, with the numbers that stand for their dates."""
    rows = store.connection.execute(
        "SELECT j.value, m.hash, m.gist FROM json_each(?) j JOIN blocks b ON b.key = j.value "
        "JOIN mentions m ON m.id = b.mention",
        (json.dumps(sorted(set(keys))),),
    )
    found: dict[int, list[tuple[str, int | None]]] = {}
    known: dict[int, tuple[str, int | None]] = {}  # a scene stands under several keys
    name = mentions.namer(store)
    for key, hash_, gist in rows:
        if hash_ not in known:
            known[hash_] = name(hash_), gist
        found.setdefault(key, []).append(known[hash_])
    return found
