"""Series of figures that a user loads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..model import Point
from .names import bound, unbound

if TYPE_CHECKING:
    from .record import Store


def put_points(store: Store, points: Iterable[Point]) -> None:
    """Writes points; one of the same series, keys and interval takes the place of the earlier."""
    store.connection.executemany(
        'INSERT OR REPLACE INTO points (series, of, partner, begin, "end", value, unit, note) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (store.words.word(one.series), bound(one.of), bound(one.with_), one.begin, one.end, one.value,
             bound(one.unit), bound(one.note))
            for one in points
        ],
    )  # fmt: skip


def points(store: Store, series: str | None = None, of: str | None = None, with_: str | None = None) -> list[Point]:
    """The points of a series, or of all, with these keys, by series, keys and time."""
    rows = store.connection.execute(
        'SELECT w.word, p.of, p.partner, p.begin, p."end", p.value, p.unit, p.note FROM points p '
        "JOIN words w ON w.id = p.series WHERE (?1 IS NULL OR w.word = ?1) AND (?2 IS NULL OR p.of = ?2) "
        'AND (?3 IS NULL OR p.partner = ?3) ORDER BY w.word, p.of, p.partner, p.begin, p."end"',
        (bound(series), bound(of), bound(with_)),
    )
    return [Point(*map(_plain, row)) for row in rows]


def _plain(part: Any) -> Any:
    return unbound(part) if isinstance(part, bytes) else part
