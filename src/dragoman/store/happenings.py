"""Happenings: their rows, what of them follows from a mention alone, and the rest, packed."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import UsageError
from ..model import Happening, Told
from . import mentions
from .bodies import Standing, body_of, whole
from .days import interval
from .facets import Row
from .names import bare, number_of
from .readings import undamaged

if TYPE_CHECKING:
    from .record import Store

TAKEN_BACK = ("postponed", "cancelled")
_COLUMNS = (
    'id, hash, kind, casting, outlets, voices, begin, "end", place, confidence, reports, sources, independent, '
    "disputed, parties"
)
_INSERT = f"INSERT INTO happenings ({_COLUMNS}) VALUES ({', '.join('?' * 15)})"
_RECIPIENT = 1 << 31  # added to the row of a party that is a recipient, where parties are packed


class _Member(NamedTuple):
    """A mention as its happening needs it: its row, and the words of its speaker and of its report's outlet."""

    day: int
    hash: int
    name: str
    number: int
    speaker: int | None
    outlet: int | None


def put(store: Store, happenings: Sequence[Happening], told: Mapping[str, Told] | None = None) -> None:
    """Writes happenings; what their mentions belonged to before is dropped.

    ``told`` is what their first mentions tell, which is read again if it is not given.
    """
    members = _members(store, (name for happening in happenings for name in happening.mentions))
    firsts = told or mentions.told(store, (happening.mentions[0] for happening in happenings))
    _drop_rows(store, _belonging(store, (member.number for member in members.values())))
    rows: list[tuple[Any, ...]] = []
    bodies: list[tuple[int, bytes]] = []
    belong: list[tuple[int, int]] = []
    sides: list[tuple[int, int, int]] = []
    for happening in happenings:
        first = bare(happening.id)
        if first != happening.mentions[0]:
            raise UsageError(
                f"happening {happening.id!r} is not named after its first mention {happening.mentions[0]!r}"
            )
        number, parties = members[first].number, _parties(store, happening)
        mine = [members[name] for name in happening.mentions]
        rows.append(_row(store, happening, mine, parties))
        sides.extend((actor, side, number) for actor, side in parties)
        belong.extend((number, member.number) for member in mine)
        body = body_of(happening, firsts[first], [(one.name, mentions.day_of(one.day)) for one in sorted(mine)])
        if body is not None:
            bodies.append((number, body))
    run = store.connection.executemany
    run(_INSERT, rows)
    run("INSERT INTO bodies (happening, body) VALUES (?, ?)", bodies)
    run("INSERT INTO sides (actor, side, happening) VALUES (?, ?, ?)", sorted(sides))
    run("UPDATE mentions SET happening = ? WHERE id = ?", belong)
    _put_disputes(store, zip((row[0] for row in rows), happenings, strict=True))
    _put_plans(store, [(row[0], item) for row, item in zip(rows, happenings, strict=True)])
    store.facets.count([Row._make((*row[2:7], row[10], row[12])) for row in rows], 1)


def _members(store: Store, names: Iterable[str]) -> dict[str, _Member]:
    """The mentions of some ids; UsageError if one is not in the record."""
    wanted = {number_of(name): name for name in names}
    found = {
        wanted[hash_]: _Member(day, hash_, wanted[hash_], *row)
        for day, hash_, *row in store.connection.execute(
            "SELECT m.day, m.hash, m.id, m.speaker, r.outlet FROM json_each(?) j "
            "CROSS JOIN mentions m ON m.hash = j.value CROSS JOIN reports r ON r.id = m.report",
            (json.dumps(list(wanted)),),
        )
    }
    if len(found) < len(wanted):
        missing = next(name for name in wanted.values() if name not in found)
        raise UsageError(f"mention {missing!r} is not in the record")
    return found


def _parties(store: Store, item: Happening) -> list[tuple[int, int]]:
    """The rows of the parties of a happening, each with its side."""
    actor = store.words.actor
    return sorted(
        {(actor(party), 1) for party in item.actors} | {(actor(party), 2) for party in item.recipients}
    )  # fmt: skip


def _row(
    store: Store, item: Happening, members: Sequence[_Member], parties: Sequence[tuple[int, int]]
) -> tuple[Any, ...]:
    facets = store.facets
    packed_parties = [actor + (_RECIPIENT if side == 2 else 0) for actor, side in parties]
    return (
        members[0].number, number_of(bare(item.id)), facets.kind(item), facets.cast(item),
        facets.group("outlets", (member.outlet for member in members)),
        facets.group("voices", (member.speaker for member in members)),
        *interval(item.begin, item.end), store.words.place(item.where), *Standing.of(item),
        len(item.disputes), struct.pack(f"<{len(parties)}I", *packed_parties),
    )  # fmt: skip


def _put_disputes(store: Store, items: Iterable[tuple[int, Happening]]) -> None:
    rows = {(store.words.word(each.field), number) for number, item in items for each in item.disputes}
    store.connection.executemany("INSERT INTO disputes (field, happening) VALUES (?, ?)", sorted(rows))


def _put_plans(store: Store, items: Iterable[tuple[int, Happening]]) -> None:
    """Keeps for which days that was told which was put off or called off."""
    rows = []
    for number, item in items:
        if item.stage in TAKEN_BACK:
            told = [interval(item.begin, item.end), *(interval(turn.begin, turn.end) for turn in item.turns)]
            dated = [(begin, end) for begin, end in told if begin is not None and end is not None]
            if dated:
                rows.append((number, min(begin for begin, _ in dated), max(end for _, end in dated)))
    store.connection.executemany('INSERT INTO plans (happening, begin, "end") VALUES (?, ?, ?)', rows)


def happening(store: Store, name: str) -> Happening:
    """The happening of this id, or the one that a mention of this id belongs to."""
    row = store.connection.execute(
        "SELECT m.happening FROM mentions m WHERE m.hash = ?", (number_of(bare(name)),)
    ).fetchone()
    if row is None:
        raise UsageError(f"event {name!r} is not in the record")
    if row[0] is None:
        raise UsageError(f"event {name!r} is not resolved yet; dragoman ingest finishes that")
    return of_rows(store, [row[0]])[0]


def of_rows(store: Store, numbers: Sequence[int]) -> list[Happening]:
    """Whole happenings by the numbers of their rows, in that order."""
    asked = json.dumps(list(numbers))
    found = store.connection.execute(
        "SELECT h.id, h.hash, b.body, h.confidence, h.reports, h.sources, h.independent FROM json_each(?) j "
        "JOIN happenings h ON h.id = j.value LEFT JOIN bodies b ON b.happening = h.id",
        (asked,),
    ).fetchall()
    name = mentions.namer(store)
    firsts = mentions.told(store, (name(hash_) for _, hash_, *_ in found))
    members = _told_by(store, asked)
    made: dict[int, Happening] = {}
    for number, hash_, body, *columns in found:
        where = f"store {store.path}: event e-{name(hash_)}"
        with undamaged(where):
            made[number] = whole(firsts[name(hash_)], members[number], Standing(*columns), body, where)
    return [made[number] for number in numbers if number in made]


def _told_by(store: Store, asked: str) -> dict[int, list[tuple[str, str | None]]]:
    """The mentions of happenings, each with the day of its report, in the order of their rows."""
    rows = store.connection.execute(
        "SELECT m.happening, m.hash, m.day FROM json_each(?) j JOIN mentions m ON m.happening = j.value "
        "ORDER BY m.day, m.hash",
        (asked,),
    )
    name, found = mentions.namer(store), dict[int, list[tuple[str, str | None]]]()
    for number, hash_, day in rows:
        found.setdefault(number, []).append((name(hash_), mentions.day_of(day)))
    return found


def drop(store: Store, names: Iterable[str]) -> None:
    """Drops the happenings of some ids, or of the mentions of these ids; their mentions are pending again."""
    found = mentions.numbers_of(store, map(bare, names))
    _drop_rows(store, _belonging(store, found.values()))


def _belonging(store: Store, numbers: Iterable[int]) -> list[int]:
    """The rows of the happenings to which some mentions belong."""
    rows = store.connection.execute(
        "SELECT DISTINCT m.happening FROM json_each(?) j JOIN mentions m ON m.id = j.value "
        "WHERE m.happening IS NOT NULL",
        (json.dumps(list(numbers)),),
    )
    return [number for (number,) in rows]


def drop_told_by(store: Store, reports: Iterable[int]) -> None:
    """Drops the happenings that some reports tell, by the numbers of these; their mentions are pending again."""
    rows = store.connection.execute(
        "SELECT DISTINCT m.happening FROM json_each(?) j CROSS JOIN reports r ON r.id = j.value "
        "CROSS JOIN mentions m ON m.id BETWEEN r.low AND r.high WHERE m.happening IS NOT NULL",
        (json.dumps(sorted(reports)),),
    ).fetchall()
    _drop_rows(store, [number for (number,) in rows])


def _drop_rows(store: Store, numbers: Iterable[int]) -> None:
    """Drops happenings by the numbers of their rows."""
    asked = json.dumps(list(numbers))
    found = store.connection.execute(
        "SELECT h.id, h.parties, h.kind, h.casting, h.outlets, h.voices, h.begin, h.reports, h.independent, "
        "h.disputed FROM json_each(?) j CROSS JOIN happenings h ON h.id = j.value",
        (asked,),
    ).fetchall()
    if not found:
        return
    sides = []
    for number, parties, *_ in found:
        for actor in struct.unpack(f"<{len(parties) // 4}I", parties):
            sides.append((actor % _RECIPIENT, 2 if actor >= _RECIPIENT else 1, number))
    rows = [row[:1] for row in found]
    run = store.connection.executemany
    run("UPDATE mentions SET happening = NULL WHERE happening = ?", rows)
    run("DELETE FROM sides WHERE actor = ? AND side = ? AND happening = ?", sides)
    for table, column in (("bodies", "happening"), ("plans", "happening"), ("happenings", "id")):
        run(f"DELETE FROM {table} WHERE {column} = ?", rows)
    odd = [row[0] for row in found if row[-1]]
    if odd:
        asked = json.dumps(odd)
        store.connection.execute("DELETE FROM disputes WHERE happening IN (SELECT value FROM json_each(?))", (asked,))
    store.facets.count([Row._make(row[2:-1]) for row in found], -1)
