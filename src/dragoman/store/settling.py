"""What settling needs of the store beyond mentions and scenes: credits, what stands already, and undoing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from . import happenings, mentions, scenes
from .names import bare, bound, number_of, unbound

if TYPE_CHECKING:
    from .record import Store


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
            "SELECT r.name, m.hash FROM json_each(?) j CROSS JOIN reports r ON r.name = j.value "
            "AND r.state = 'current' CROSS JOIN mentions m ON m.id BETWEEN r.low AND r.high ORDER BY m.id",
            (_asked(names),),
        ).fetchall()
        found: dict[str, list[str]] = {}
        id_of = mentions.namer(store)
        for name, hash_ in rows:
            found.setdefault(unbound(name) or "", []).append(id_of(hash_))
    return {name: tuple(ids) for name, ids in found.items()}


def unlike(store: Store, groups: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those of some groups of mentions that are not the mentions of one happening, neither more nor fewer."""
    groups = list(groups)
    asked = json.dumps([number_of(name) for group in groups for name in group])
    rows = store.connection.execute(
        "SELECT m.hash, m.happening FROM json_each(?) j JOIN mentions m ON m.hash = j.value", (asked,)
    ).fetchall()
    name = mentions.namer(store)
    belongs = {name(hash_): happening for hash_, happening in rows}
    counted = store.connection.execute(
        "SELECT m.happening, count(*) FROM json_each(?) j JOIN mentions m ON m.happening = j.value GROUP BY 1",
        (json.dumps(sorted({happening for happening in belongs.values() if happening is not None})),),
    )
    sizes = dict(counted.fetchall())
    return [group for group in groups if not _is_one({belongs[member] for member in group}, len(group), sizes)]


def _is_one(happenings: set[int | None], size: int, sizes: Mapping[int | None, int]) -> bool:
    return len(happenings) == 1 and sizes.get(next(iter(happenings))) == size


def sweep(store: Store) -> None:
    """Clears away the keys of mentions that have left the record, if any have since this store was opened."""
    if store.left:
        scenes.sweep(store)
        store.left = False


def unjudge(store: Store, pairs: Iterable[tuple[str, str]]) -> None:
    """Deletes persons' judgements on some pairs of mentions; the happenings of both are pending again."""
    with store.writing():
        for one, other in pairs:
            low, high = sorted((number_of(bare(one)), number_of(bare(other))))
            store.connection.execute("DELETE FROM judgements WHERE low = ? AND high = ?", (low, high))
            happenings.drop(store, [one, other])
        store.moment += 1


def _asked(names: Iterable[str]) -> str:
    return json.dumps([bound(name) if isinstance(bound(name), str) else name for name in names])
