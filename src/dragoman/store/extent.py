"""How far the record reaches: which reports of a period name some countries, and which hold claims and comparisons."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

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
    with store.steady():
        return frozenset(number for (number,) in store.connection.execute(_NAMING, (bound(country),)))


def published(
    store: Store, since: str | None, until: str | None, among: Iterable[int] | None = None
) -> Iterator[tuple[str, str | None, str, int]]:
    """Day, outlet and origin of the current reports of ``[since, until)``, with how many there are of each.

    The origin is the outlet of the report that one is a near-copy of, or else its own; "" where neither an outlet nor
    an agency is told. Reports without a day are left out; ``among`` are the numbers of the only ones to be counted.
    """
    chosen = "" if among is None else "AND r.id IN (SELECT value FROM json_each(?3))"
    asked = (since, until, *(() if among is None else (json.dumps(sorted(among)),)))
    with store.steady():
        rows = store.connection.execute(
            "SELECT g.day, w.word, v.word, g.n FROM (SELECT r.day, r.outlet source, "
            "coalesce(o.outlet, r.outlet) origin, "
            "count(*) n FROM reports r LEFT JOIN reports o ON o.id = r.origin WHERE r.state = 'current' "
            "AND r.day IS NOT NULL AND (?1 IS NULL OR r.day >= ?1) AND (?2 IS NULL OR r.day < ?2) "
            f"{chosen} GROUP BY 1, 2, 3) g LEFT JOIN words w ON w.id = g.source "
            "LEFT JOIN words v ON v.id = g.origin ORDER BY g.day",
            asked,
        ).fetchall()
    for day, source, origin, number in rows:
        yield day, unbound(source), unbound(origin or source) or "", number


def count(store: Store, since: str | None, until: str | None) -> int:
    """How many current reports were published in ``[since, until)``."""
    with store.steady():
        row = store.connection.execute(
            "SELECT count(*) FROM reports WHERE state = 'current' AND day IS NOT NULL "
            "AND (?1 IS NULL OR day >= ?1) AND (?2 IS NULL OR day < ?2)",
            (since, until),
        ).fetchone()
        return int(row[0])


def outlets(store: Store, reports: Iterable[str]) -> dict[str, str]:
    """The outlet that the text of each report goes back to: that of the report that it copies, or its own."""
    found = {}
    with store.steady():
        for report in dict.fromkeys(reports):
            row = store.connection.execute(
                "SELECT coalesce(v.word, w.word, r.name) FROM reports r LEFT JOIN reports o ON o.id = r.origin "
                "LEFT JOIN words w ON w.id = r.outlet "
                "LEFT JOIN words v ON v.id = o.outlet "
                "WHERE r.name = ? AND r.state = 'current'",
                (bound(report),),
            ).fetchone()
            found[report] = unbound(row[0]) or report if row else report
    return found


def claiming(store: Store) -> list[str]:
    """The names of the current reports that hold claims, by day of publication and name."""
    with store.steady():
        rows = store.connection.execute(
            "SELECT DISTINCT r.name, r.day FROM claims c JOIN reports r ON r.id = c.report "
            "WHERE r.state = 'current' ORDER BY r.day, r.name"
        )
        return [unbound(name) or "" for name, _ in rows]


def comparing(store: Store, kind: str, unit: str | None) -> Iterator[tuple[str, int, str]]:
    """Report, index and words of the quantity of each figure of a kind and unit that says what it is of."""
    with store.steady():
        rows = store.connection.execute(
            "SELECT r.name, f.number, q.word FROM figures f JOIN reports r ON r.id = f.report "
            "JOIN words q ON q.id = f.of LEFT JOIN words u ON u.id = f.unit JOIN words k ON k.id = f.kind "
            "WHERE k.word = ?1 AND u.word IS ?2 AND r.state = 'current' ORDER BY r.day, r.name, f.number",
            (bound(kind), bound(unit)),
        ).fetchall()
    return ((unbound(name) or "", number, unbound(words) or "") for name, number, words in rows)
