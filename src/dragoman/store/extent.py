"""How far the record reaches: which reports of a period name some countries, and which hold claims and comparisons."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .names import bound, unbound
from .select.facets import chosen_casts

if TYPE_CHECKING:
    from .record import Store

# A report names a country if it is a party of a happening that the report tells, the country of one that makes a
# statement in it, or the country in which a happening takes place.
_NAMING = """
    SELECT m.report FROM happenings h INDEXED BY happenings_by_casting JOIN mentions m ON m.happening = h.id
      WHERE h.casting IN (SELECT value FROM json_each(?2))
    UNION SELECT report FROM statements WHERE country = ?1
    UNION SELECT m.report FROM places p JOIN happenings h ON h.place = p.id JOIN mentions m ON m.happening = h.id
      WHERE p.country = ?1
"""
_ALL = "reports r INDEXED BY reports_by_outlet"
_SOME = "json_each(?3) j CROSS JOIN reports r ON r.id = j.value"
_PUBLISHED = "r.state = 'current' AND r.day IS NOT NULL AND (?1 IS NULL OR r.day >= ?1) AND (?2 IS NULL OR r.day < ?2)"


def naming(store: Store, country: str) -> frozenset[int]:
    """The numbers of the reports that name a country."""
    with store.steady():
        casts = json.dumps(list(chosen_casts(store, {"party": (country,)})))
        return frozenset(number for (number,) in store.connection.execute(_NAMING, (bound(country), casts)))


def published(
    store: Store, since: str | None, until: str | None, among: Iterable[int] | None = None
) -> tuple[set[str], dict[str, int], int, int]:
    """Of the current reports of ``[since, until)``: their days, the number by outlet, their number, and of origins.

    The origin is the outlet of the report that one is a near-copy of, or else its own; where none of both is told,
    that is one origin. Reports without a day are left out; ``among`` are the numbers of the only ones to be counted.
    """
    chosen = _ALL if among is None else _SOME
    asked = (since, until, *(() if among is None else (json.dumps(sorted(among)),)))
    run = store.connection.execute
    with store.steady():
        groups = run(
            f"SELECT r.outlet, r.day, count(*) FROM {chosen} WHERE {_PUBLISHED} GROUP BY 1, 2", asked
        ).fetchall()
        origins = run(
            f"SELECT DISTINCT ifnull(r.outlet, 0) FROM {chosen} WHERE {_PUBLISHED} "
            "AND (r.origin IS NULL OR r.origin = r.id) UNION "
            f"SELECT DISTINCT coalesce(o.outlet, r.outlet, 0) FROM {chosen} CROSS JOIN reports o ON o.id = r.origin "
            f"WHERE {_PUBLISHED} AND r.origin <> r.id",
            asked,
        ).fetchall()
        numbers: Counter[int | None] = Counter()
        for outlet, _, number in groups:
            numbers[outlet] += number
        words = run(
            "SELECT w.id, w.word FROM json_each(?) j JOIN words w ON w.id = j.value", (json.dumps(list(numbers)),)
        ).fetchall()
    named = {unbound(word) or "": numbers[number] for number, word in words}
    return {day for _, day, _ in groups}, {k: n for k, n in named.items() if k}, sum(numbers.values()), len(origins)


def count(store: Store, since: str | None, until: str | None) -> int:
    """How many current reports were published in ``[since, until)``."""
    with store.steady():
        row = store.connection.execute(
            "SELECT count(*) FROM reports INDEXED BY reports_by_outlet WHERE state = 'current' AND day IS NOT NULL "
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
