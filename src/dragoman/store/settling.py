"""What settling needs of the store beyond mentions: papers not yet compared, groups of copies, credits, and undoing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import happenings, mentions
from .names import bare, bound, number_of, unbound
from .readings import text_of

if TYPE_CHECKING:
    from .record import Store


@dataclass(frozen=True, slots=True)
class Paper:
    """A current report as near-copies and credits are found from: its day of publication, text and origin."""

    name: str
    day: str | None
    text: str
    source: str | None
    agency: str | None
    author: str | None


def unsketched(store: Store, limit: int) -> list[str]:
    """The names of current reports of which it is not known yet whose copies they are."""
    with store.steady():
        rows = store.connection.execute(
            "SELECT name FROM reports WHERE origin IS NULL AND state = 'current' ORDER BY id LIMIT ?", (limit,)
        ).fetchall()
    return [unbound(name) or "" for (name,) in rows]


def papers(store: Store, names: Iterable[str]) -> list[Paper]:
    """The current reports of some names, by name."""
    with store.steady():
        rows = store.connection.execute(
            "SELECT r.id, r.name, r.day, s.word, a.word, r.author FROM json_each(?) j "
            "JOIN reports r ON r.name = j.value AND r.state = 'current' "
            "LEFT JOIN words s ON s.id = r.source LEFT JOIN words a ON a.id = r.agency",
            (_asked(names),),
        ).fetchall()
        found = [
            Paper(unbound(name) or "", day, text_of(store, number), unbound(source), unbound(agency), unbound(author))
            for number, name, day, source, agency, author in rows
        ]
    return sorted(found, key=lambda paper: paper.name)


def copies_of(store: Store, origins: Iterable[str]) -> dict[str, str | None]:
    """The names of the current reports with one of these origins, and their days of publication."""
    with store.steady():
        rows = store.connection.execute(
            "SELECT r.name, r.day FROM json_each(?) j JOIN reports o ON o.name = j.value "
            "JOIN reports r ON r.origin = o.id WHERE r.state = 'current'",
            (_asked(origins),),
        ).fetchall()
    return {unbound(name) or "": day for name, day in rows}


def put_credit(store: Store, name: str, agency: str | None) -> None:
    """Sets the agency that a current report credits."""
    with store.writing():
        store.connection.execute(
            "UPDATE reports SET agency = ? WHERE name = ? AND state = 'current'",
            (store.words.word(agency), bound(name)),
        )


def credits(store: Store, names: Iterable[str]) -> dict[str, tuple[str | None, str | None, str | None]]:
    """Source, agency and origin of the current reports of some names."""
    with store.steady():
        rows = store.connection.execute(
            "SELECT r.name, s.word, a.word, o.name FROM json_each(?) j "
            "JOIN reports r ON r.name = j.value AND r.state = 'current' LEFT JOIN reports o ON o.id = r.origin "
            "LEFT JOIN words s ON s.id = r.source LEFT JOIN words a ON a.id = r.agency",
            (_asked(names),),
        ).fetchall()
    return {
        unbound(name) or "": (unbound(source), unbound(agency), unbound(origin))
        for name, source, agency, origin in rows
    }


def mentions_of(store: Store, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The ids of all mentions of some current reports."""
    with store.steady():
        rows = store.connection.execute(
            "SELECT r.name, m.hash FROM json_each(?) j JOIN reports r ON r.name = j.value AND r.state = 'current' "
            "JOIN mentions m ON m.report = r.id ORDER BY m.id",
            (_asked(names),),
        ).fetchall()
        found: dict[str, list[str]] = {}
        for name, hash_ in rows:
            found.setdefault(unbound(name) or "", []).append(mentions.outward(store, hash_))
    return {name: tuple(ids) for name, ids in found.items()}


def keyed(store: Store, ids: Iterable[str]) -> set[str]:
    """Those of some mentions that stand under keys already, and so have met others before."""
    with store.steady():
        rows = store.connection.execute(
            "SELECT m.hash FROM json_each(?) j JOIN mentions m ON m.hash = j.value WHERE m.keys IS NOT NULL",
            (json.dumps([number_of(name) for name in ids]),),
        ).fetchall()
        return {mentions.outward(store, hash_) for (hash_,) in rows}


def unsettle(store: Store, names: Iterable[str]) -> None:
    """Drops the happenings of the mentions of some reports; their mentions are pending again."""
    ids = [name for held in mentions_of(store, names).values() for name in held]
    with store.writing():
        happenings.drop(store, ids)


def unjudge(store: Store, pairs: Iterable[tuple[str, str]]) -> None:
    """Deletes persons' judgements on some pairs of mentions; the happenings of both are pending again."""
    with store.writing():
        for one, other in pairs:
            low, high = sorted((number_of(bare(one)), number_of(bare(other))))
            store.connection.execute("DELETE FROM judgements WHERE low = ? AND high = ?", (low, high))
            happenings.drop(store, [one, other])


def _asked(names: Iterable[str]) -> str:
    return json.dumps([bound(name) if isinstance(bound(name), str) else name for name in names])


def put_gists(store: Store, gists: Mapping[str, int | None]) -> None:
    """Keeps the dates of some scenes, each a number."""
    rows = [(number, number_of(name)) for name, number in gists.items()]
    store.connection.executemany("UPDATE mentions SET gist = ? WHERE hash = ?", rows)


def meeting(store: Store, keys: Iterable[int]) -> dict[int, list[tuple[str, int | None]]]:
    """The ids of the scenes under each of some keys, with the numbers that stand for their dates."""
    found: dict[int, list[tuple[str, int | None]]] = {}
    for key in dict.fromkeys(keys):
        rows = store.connection.execute(
            "SELECT m.hash, m.gist FROM blocks b JOIN mentions m ON m.id = b.mention WHERE b.key = ? ORDER BY m.hash",
            (key,),
        ).fetchall()
        found[key] = [(mentions.outward(store, hash_), number) for hash_, number in rows]
    return found
