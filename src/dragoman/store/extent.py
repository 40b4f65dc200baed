"""How far the record reaches: which reports of a period name some countries, and which hold claims and comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .guard import guarding
from .names import bound, unbound

if TYPE_CHECKING:
    from .record import Store

# A report names a country if it is a party of a happening that the report tells, the country of one that makes a
# statement in it, or the country in which a happening takes place.
_NAMING = """
    SELECT m.report FROM actors a JOIN sides s ON s.actor = a.id JOIN mentions m ON m.happening = s.happening
      WHERE a.country = ?1
    UNION SELECT report FROM statements WHERE country = ?1
    UNION SELECT m.report FROM places p JOIN happenings h ON h.place = p.id JOIN mentions m ON m.happening = h.id
      WHERE p.country = ?1
"""


def naming(store: Store, country: str) -> frozenset[int]:
    """The numbers of the reports that name a country."""
    with guarding(store.path):
        return frozenset(number for (number,) in store.connection.execute(_NAMING, (bound(country),)))


def published(store: Store, since: str | None, until: str | None) -> Iterator[tuple[int, str, str | None, str]]:
    """Number, day, outlet and origin of each current report of ``[since, until)``, by day.

    The origin is the outlet of the report that it is a near-copy of, or else its own; the name of the report where
    there is no outlet. Reports without a day are left out.
    """
    with guarding(store.path):
        rows = store.connection.execute(
            "SELECT r.id, r.day, w.word, v.word, r.name FROM reports r LEFT JOIN words w ON w.id = r.source "
            "LEFT JOIN reports o ON o.id = r.origin LEFT JOIN words v ON v.id = o.source "
            "WHERE r.state = 'current' AND r.day IS NOT NULL "
            "AND (?1 IS NULL OR r.day >= ?1) AND (?2 IS NULL OR r.day < ?2) ORDER BY r.day, r.id",
            (since, until),
        ).fetchall()
    for number, day, source, origin, name in rows:
        yield number, day, unbound(source), unbound(origin or source or name) or ""


def outlets(store: Store, reports: Iterable[str]) -> dict[str, str]:
    """The outlet that the text of each report goes back to: that of the report that it copies, or its own."""
    found = {}
    with guarding(store.path):
        for report in dict.fromkeys(reports):
            row = store.connection.execute(
                "SELECT coalesce(v.word, w.word, r.name) FROM reports r LEFT JOIN words w ON w.id = r.source "
                "LEFT JOIN reports o ON o.id = r.origin LEFT JOIN words v ON v.id = o.source "
                "WHERE r.name = ? AND r.state = 'current'",
                (bound(report),),
            ).fetchone()
            found[report] = unbound(row[0]) or report if row else report
    return found


def claiming(store: Store) -> list[str]:
    """The names of the current reports that hold claims, by day of publication and name."""
    with guarding(store.path):
        rows = store.connection.execute(
            "SELECT DISTINCT r.name, r.day FROM claims c JOIN reports r ON r.id = c.report "
            "WHERE r.state = 'current' ORDER BY r.day, r.name"
        )
        return [unbound(name) or "" for name, _ in rows]


def comparing(store: Store, kind: str, unit: str | None) -> Iterator[tuple[str, int, str]]:
    """Report, index and words of the quantity of each figure of a kind and unit that says what it is of."""
    with guarding(store.path):
        rows = store.connection.execute(
            "SELECT r.name, f.number, q.word FROM figures f JOIN reports r ON r.id = f.report "
            "JOIN words q ON q.id = f.of LEFT JOIN words u ON u.id = f.unit JOIN words k ON k.id = f.kind "
            "WHERE k.word = ?1 AND u.word IS ?2 AND r.state = 'current' ORDER BY r.day, r.name, f.number",
            (bound(kind), bound(unit)),
        ).fetchall()
    return ((unbound(name) or "", number, unbound(words) or "") for name, number, words in rows)
