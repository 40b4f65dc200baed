"""Near-copies: sketches of reports by which they are found, and the groups that they make, each named by its origin."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import happenings
from .names import bound, unbound
from .readings import text_of

if TYPE_CHECKING:
    from .record import Store

_SHORT = 1 << 32


@dataclass(frozen=True, slots=True)
class Paper:
    """A current report as near-copies and credits are found from; ``number`` is its row, ``agency`` its dateline's."""

    number: int
    text: str
    agency: str | None
    author: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a group of copies; ``origin`` is the row of the report that it is known to be a copy of."""

    number: int
    name: str
    day: str | None
    origin: int | None


def ungrouped(store: Store, limit: int) -> list[Paper]:
    """Current reports of which it is not known yet whose copies they are, in order of arrival."""
    rows = store.connection.execute(
        "SELECT r.id, a.word, r.author FROM reports r LEFT JOIN words a ON a.id = r.agency "
        "WHERE r.origin IS NULL AND r.state = 'current' ORDER BY r.id LIMIT ?",
        (limit,),
    ).fetchall()
    return [Paper(number, text_of(store, number), unbound(agency), unbound(author)) for number, agency, author in rows]


def texts(store: Store, numbers: Iterable[int]) -> dict[int, str]:
    """The texts of some reports."""
    return {number: text_of(store, number) for number in numbers}


def put_sketches(store: Store, bands: Mapping[int, Iterable[int]]) -> None:
    """Keeps the bands (signed 32-bit numbers) of reports."""
    rows = sorted({(_short(band), number) for number, held in bands.items() for band in held})
    store.connection.executemany("INSERT OR IGNORE INTO sketches (band, report) VALUES (?, ?)", rows)


def near(store: Store, bands: Mapping[int, Iterable[int]]) -> set[tuple[int, int]]:
    """Pairs of each report and another current one that has a band of it."""
    asked = [[number, _short(band)] for number, held in bands.items() for band in held]
    rows = store.connection.execute(
        "SELECT DISTINCT json_extract(j.value, '$[0]'), r.id FROM json_each(?) j "
        "JOIN sketches s ON s.band = json_extract(j.value, '$[1]') JOIN reports r ON r.id = s.report "
        "WHERE r.state = 'current' AND r.id <> json_extract(j.value, '$[0]')",
        (json.dumps(asked),),
    )
    return set(rows.fetchall())


def _short(band: int) -> int:
    """The lower half of a band: what meets by chance is told apart when the texts are compared."""
    return (band + (_SHORT >> 1)) % _SHORT - (_SHORT >> 1)


def members(store: Store, numbers: Iterable[int]) -> list[Member]:
    """Some current reports, and all that are in a group with one of them."""
    rows = store.connection.execute(
        "WITH asked AS (SELECT r.id, r.origin FROM json_each(?) j JOIN reports r ON r.id = j.value) "
        "SELECT r.id, r.name, r.day, r.origin FROM reports r WHERE r.state = 'current' AND r.id IN "
        "(SELECT id FROM asked UNION SELECT g.id FROM asked a JOIN reports g ON g.origin = a.origin) ORDER BY r.id",
        (json.dumps(sorted(numbers)),),
    )
    return [Member(number, unbound(name) or "", day, origin) for number, name, day, origin in rows]


def put_agencies(store: Store, agencies: Mapping[int, str | None]) -> None:
    """Sets the agency that each report credits.

    Where it stands for the outlet, that counts among those of the happenings that the report tells: these are to be
    resolved again.
    """
    rows = [(store.words.word(agency), number) for number, agency in agencies.items()]
    before = store.connection.execute(
        "SELECT r.id, r.agency FROM json_each(?) j JOIN reports r ON r.id = j.value WHERE r.source IS NULL",
        (json.dumps(list(agencies)),),
    ).fetchall()
    new = {number: agency for agency, number in rows}
    happenings.drop_told_by(store, (number for number, agency in before if agency != new[number]))
    store.connection.executemany("UPDATE reports SET agency = ? WHERE id = ?", rows)


def put_origins(store: Store, origins: Mapping[int, int]) -> None:
    """Says of which report each is a near-copy (of itself if of none), and lets its mentions be settled again."""
    happenings.drop_told_by(store, origins)
    rows = [(origin, number) for number, origin in origins.items()]
    store.connection.executemany("UPDATE reports SET origin = ? WHERE id = ?", rows)


def origins(store: Store, names: Iterable[str]) -> dict[str, str]:
    """The names of the origins of some reports, as far as they are known."""
    found: dict[str, str] = {}
    for name in names:
        row = store.connection.execute(
            "SELECT o.name FROM reports r JOIN reports o ON o.id = r.origin WHERE r.name = ? AND r.state = 'current'",
            (bound(name),),
        ).fetchone()
        if row is not None:
            found[name] = unbound(row[0]) or ""
    return found
