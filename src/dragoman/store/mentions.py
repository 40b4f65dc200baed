"""Mentions of events: their rows, and what they tell."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model import Reading, Report, Told, home_of
from .names import bare, bound, digest_of, is_ours, name_of, number_of, unbound
from .packing.unslim import Body
from .readings import body, undamaged

if TYPE_CHECKING:
    from .record import Store

UNDATED = 9_999_999
FRESH = 2_500  # new reports whose mentions are kept as they are, until they are settled
ROWS = 100_000  # mentions whose rows are remembered
HELD = 500  # other reports whose mentions are kept unpacked

Row = tuple[int, int, int]  # hash, report, number


def put(store: Store, report: int, reading: Reading) -> None:
    """Writes the rows of a report's mentions."""
    day = reading.report.day
    ordinal = day.toordinal() if day else UNDATED
    word, insert = store.words.word, store.connection.execute
    home = word(home_of(reading.events))
    store.fresh[report] = Told.each(reading).__getitem__  # they will soon be asked for, to be settled
    while len(store.fresh) > FRESH:
        store.fresh.popitem(last=False)
    low = high = None
    for number, (event, hash_) in enumerate(zip(reading.events, _hashes(store, reading), strict=True)):
        speaker = event.speaker.name if event.speaker else None
        row = insert(
            "INSERT INTO mentions (hash, report, number, day, act, mode, status, speaker) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (hash_, report, number, ordinal, word(event.act), word(event.mode), word(event.status), word(speaker)),
        )
        assert row.lastrowid is not None
        store.rows[hash_] = high = row.lastrowid
        low = low or high
    insert("UPDATE reports SET home = ?, low = ?, high = ? WHERE id = ?", (home, low, high, report))


def _hashes(store: Store, reading: Reading) -> list[int]:
    """The numbers of the events' ids; an id that is taken (by another report, or twice in one) gets another."""
    numbers = [number_of(event.id) for event in reading.events]
    asked = json.dumps(numbers)
    question = "SELECT m.hash FROM json_each(?) j JOIN mentions m ON m.hash = j.value"
    taken = {hash_ for (hash_,) in store.connection.execute(question, (asked,))} if numbers else set()
    for at, event in enumerate(reading.events):
        while numbers[at] in taken:
            numbers[at] = digest_of(reading.report.id, event.id, at, numbers[at])
        taken.add(numbers[at])
        if not is_ours(event.id):
            row = (numbers[at], bound(event.id))
            store.connection.execute("INSERT OR REPLACE INTO odd_names (hash, name) VALUES (?, ?)", row)
            store.odd = True
    return numbers


def pending(store: Store, limit: int) -> list[Told]:
    """Mentions that have no happening yet, by day of publication and id."""
    rows = store.connection.execute(
        "SELECT hash, report, number FROM mentions WHERE happening IS NULL ORDER BY day, hash LIMIT ?", (limit,)
    ).fetchall()
    return told_of(store, rows)


def told(store: Store, ids: Iterable[str]) -> dict[str, Told]:
    """What some mentions tell, by their ids and in their order; those that are not in the record are left out."""
    wanted = list(dict.fromkeys(map(bare, ids)))
    found = {item.id: item for item in told_of(store, rows_of(store, wanted))}
    return {name: found[name] for name in wanted if name in found}


def rows_of(store: Store, names: Iterable[str]) -> list[Row]:
    """(hash, report, number) of some mentions."""
    asked = json.dumps([number_of(name) for name in names])
    return store.connection.execute(
        "SELECT m.hash, m.report, m.number FROM json_each(?) j JOIN mentions m ON m.hash = j.value", (asked,)
    ).fetchall()


def numbers_of(store: Store, names: Iterable[str]) -> dict[str, int]:
    """The rows' own numbers of some mentions; UsageError if one is not in the record."""
    wanted = {number_of(name): name for name in names}
    if len(store.rows) > ROWS:
        store.rows.clear()
    unknown = [hash_ for hash_ in wanted if hash_ not in store.rows]
    if unknown:
        asked = json.dumps(unknown)
        question = "SELECT m.hash, m.id FROM json_each(?) j JOIN mentions m ON m.hash = j.value"
        store.rows.update(store.connection.execute(question, (asked,)))
    try:
        return {name: store.rows[hash_] for hash_, name in wanted.items()}
    except KeyError as missing:
        raise UsageError(f"mention {wanted[missing.args[0]]!r} is not in the record") from None


def outward(store: Store, hash_: int) -> str:
    """The id of a mention from its number."""
    if store.has_odd_names:
        odd = store.connection.execute("SELECT name FROM odd_names WHERE hash = ?", (hash_,)).fetchone()
        if odd is not None:
            return unbound(odd[0]) or ""
    return name_of(hash_)


def namer(store: Store) -> Callable[[int], str]:
    """What gives the id of a mention from its number, for many of them at one moment."""
    return partial(outward, store) if store.has_odd_names else name_of


def told_of(store: Store, rows: Sequence[Row]) -> list[Told]:
    """What mentions tell, from (hash, report, number) of each, in their order."""
    _hold(store, {report for _, report, _ in rows})
    name, found = namer(store), list[Told]()
    for hash_, report, number in rows:
        told = (store.fresh.get(report) or store.frames[report])(number)
        found.append(told if told.id == name(hash_) else replace(told, id=name(hash_)))
    return found


def _hold(store: Store, reports: set[int]) -> None:
    """Sees that the mentions of some reports are at hand; the oldest of the others make room."""
    old = reports - store.fresh.keys()
    missing = old - store.frames.keys()
    for report in old - missing:
        store.frames[report] = store.frames.pop(report)
    for name, report, day, source, text, home in store.connection.execute(
        "SELECT r.name, r.id, r.day, w.word, r.text, h.word FROM json_each(?) j JOIN reports r ON r.id = j.value "
        "LEFT JOIN words w ON w.id = r.source LEFT JOIN words h ON h.id = r.home",
        (json.dumps(sorted(missing)),),
    ):
        held = body(store, report, text, f"store {store.path}: report {unbound(name)}")
        origin = Report(unbound(name) or "", held.text, published=day, source=unbound(source), sha256="-")
        store.frames[report] = partial(_read, f"store {store.path}: report {origin.id}", origin, unbound(home), held)
    for report in list(store.frames)[: max(0, len(store.frames) - max(HELD, len(old)))]:
        del store.frames[report]


def _read(where: str, report: Report, home: str | None, held: Body, number: int) -> Told:
    """A mention of a report that has been kept."""
    with undamaged(where):
        return Told.of(report, held.events[number], home)


def day_of(ordinal: int) -> str | None:
    """The ISO 8601 day of a mention's row."""
    return None if ordinal == UNDATED else date.fromordinal(ordinal).isoformat()


def remove(store: Store, report: int) -> None:
    """Takes a report's mentions out of the record; those they were merged with are to be resolved again."""
    run = store.connection.execute
    store.drop_told_by([report])
    (*row,) = run("SELECT low, high FROM reports WHERE id = ?", (report,)).fetchone()
    run("DELETE FROM edges WHERE low BETWEEN ? AND ?", row)
    run("DELETE FROM edges WHERE high BETWEEN ? AND ?", row)
    run("DELETE FROM odd_names WHERE hash IN (SELECT hash FROM mentions WHERE id BETWEEN ? AND ?)", row)
    run("DELETE FROM mentions WHERE id BETWEEN ? AND ?", row)
    run("UPDATE reports SET low = NULL, high = NULL WHERE id = ?", (report,))
    store.fresh.pop(report, None)
    store.frames.pop(report, None)
    store.rows.clear()
    store.moment += 1
    store.left = True
