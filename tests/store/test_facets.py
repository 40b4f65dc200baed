"""What is counted of happenings as they come and go, against the happenings themselves."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from shutil import copy

import pytest

from dragoman.errors import UsageError
from dragoman.model import Dispute, Happening, Turn
from dragoman.store import copies, happenings, open_store
from dragoman.store.days import MONTH, coded, day_of, interval, month_of
from dragoman.store.facets import TABLES, roles

COLUMNS = {"kinds": "kind", "casts": "casting", "outlets": "outlets", "voices": "voices"}
STEPS = 60


@pytest.mark.parametrize("seed", range(4))
def test_counts_hold_whatever_comes_and_goes(demo_store, tmp_path, seed):
    store = copied(demo_store, tmp_path)
    luck = random.Random(seed)
    names = list(store.report_names())
    with store:
        for _ in range(STEPS):
            luck.choice((regroup, regroup, drop, withdraw, restore, credit))(store, luck, names)
        check(store)
        store.drop_happenings([told for (told,) in ids(store)])
        assert not any(held(store, table) for table in COLUMNS)
        for table in ("happenings", "bodies", "sides", "plans", "disputes", "tallies"):
            assert store.connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_what_is_undone_is_not_counted(demo_store, tmp_path):
    with copied(demo_store, tmp_path) as store:
        before = {table: held(store, table) for table in COLUMNS}
        with pytest.raises(UsageError), store.writing():
            undone(store)
        assert {table: held(store, table) for table in COLUMNS} == before
        regroup(store, random.Random(1), [])
        check(store)


def test_days_sort_as_they_do():
    words = ["1961-01-14", "2023", "2023-07-26", "2023-07-26T00:00", "2023-07-26T23:59", "2023-07-27", "2024-02"]
    numbers = [coded(each) for each in words]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(numbers)
    assert coded("2023") == coded("2023-01") == coded("2023-01-01")
    assert month_of(coded("2023-07-26T10:30") // MONTH) == "2023-07"
    assert day_of(coded("2023-07-31T10:30") // 1441) == "2023-07-31"
    assert [coded(each) for each in (None, "", "next week", "2023-13-01", "2023-00-10", "٢٠٢٣-٠١-٠١")] == [None] * 6


def test_an_interval_ends_after_its_beginning():
    first = coded("2023-07-26")
    assert interval("2023-07-26", None) == interval("2023-07-26", "2023-07-26") == (first, first + 1)
    assert interval(None, "2023-07-26") == (None, None)


def copied(demo_store, tmp_path):
    """A copy of the demo store, open to write."""
    demo_store.connection.execute("SELECT 1").fetchall()
    copy(demo_store.path, tmp_path / "copy.dragoman")
    return open_store(tmp_path / "copy.dragoman", write=True)


def regroup(store, luck, names):
    """Makes happenings of some mentions, several in one or alone, whatever they belonged to before."""
    chosen = luck.sample([told for (told,) in ids(store)], 12)
    told = store.told(chosen)
    items = []
    while chosen:
        size = luck.randint(1, 4)
        group, chosen = sorted(chosen[:size], key=lambda name: (told[name].day or "9999", name)), chosen[size:]
        base = Happening.alone(told[group[0]])
        turns = tuple(Turn("announced", name, told[name].day, told[name].begin, told[name].end) for name in group)
        items.append(
            replace(
                base,
                mentions=tuple(group),
                turns=turns if luck.random() < 0.3 else base.turns,
                stage=luck.choice((base.stage, "cancelled", "postponed")),
                reports=luck.randint(1, 3),
                independent=luck.randint(1, 2),
                disputes=tuple(Dispute(each, ()) for each in luck.sample(("killed", "when"), luck.randint(0, 2))),
            )
        )
    store.put_happenings(items)


def drop(store, luck, names):
    store.drop_happenings(luck.sample([told for (told,) in ids(store)], 5))


def withdraw(store, luck, names):
    store.withdraw(luck.choice(list(store.report_names())), "a test", "tester", None)


def restore(store, luck, names):
    withdrawn = list(store.report_names("withdrawn"))
    if withdrawn:
        store.restore(luck.choice(withdrawn), "a test", "tester", None)


def credit(store, luck, names):
    """Another agency stands for the outlet of a report without one."""
    rows = store.connection.execute("SELECT id FROM reports WHERE state = 'current'").fetchall()
    (number,) = luck.choice(rows)
    with store.writing():
        store.connection.execute("UPDATE reports SET source = NULL WHERE id = ? AND source IS NULL", (number,))
        copies.put_agencies(store, {number: luck.choice((None, "One Agency", "Another"))})


def undone(store):
    regroup(store, random.Random(1), [])
    raise UsageError("a test")


def ids(store):
    return [
        (f"{row[0] + (1 << 63):016x}",) for row in store.connection.execute("SELECT hash FROM mentions ORDER BY id")
    ]


def held(store, table):
    """How many happenings have each facet, as it is counted."""
    return dict(store.connection.execute(f"SELECT id, uses FROM {table} WHERE uses <> 0").fetchall())


def check(store):
    """Compares what is counted with the rows of happenings, and these with the happenings that they stand for."""
    run = store.connection.execute
    for table in TABLES:
        counted = run(f"SELECT {COLUMNS[table]}, count(*) FROM happenings GROUP BY 1").fetchall()
        assert held(store, table) == dict(counted), table
    tallies = run(
        f"SELECT kind, ifnull(begin, 0) / {MONTH}, count(*), sum(reports), sum(independent) "
        "FROM happenings GROUP BY 1, 2"
    ).fetchall()
    assert sorted(run("SELECT * FROM tallies").fetchall()) == sorted(tallies)
    parties, outlets, speakers = Counter(), Counter(), Counter()
    rows = run(
        "SELECT h.id, c.word, o.word, v.word FROM happenings h JOIN casts c ON c.id = h.casting "
        "JOIN outlets o ON o.id = h.outlets JOIN voices v ON v.id = h.voices"
    ).fetchall()
    for number, cast, outlet, voice in rows:
        parties.update((number, role.side, role.country, role.sectors) for role in roles(cast))
        outlets.update((number, int(each)) for each in outlet.split())
        speakers.update((number, int(each)) for each in voice.split())
    told = "FROM mentions m JOIN reports r ON r.id = m.report WHERE m.happening IS NOT NULL"
    assert set(outlets) == set(run(f"SELECT m.happening, ifnull(r.outlet, 0) {told}").fetchall())
    assert set(speakers) == set(run(f"SELECT m.happening, ifnull(m.speaker, 0) {told}").fetchall())
    whole = {item.id: item for item in happenings.of_rows(store, [row[0] for row in rows])}
    assert len(whole) == len(rows)
    assert set(parties) == {
        (number, side, party.country, tuple(sorted(party.sectors)))
        for (number, *_), item in zip(rows, whole.values(), strict=True)
        for side, of in ((1, item.actors), (2, item.recipients))
        for party in of
    }
    sides = run("SELECT count(*) FROM sides").fetchone()[0]
    assert sides == sum(len(row[0]) // 4 for row in run("SELECT parties FROM happenings"))
    told = {(item.id, each.field) for item in whole.values() for each in item.disputes}
    assert len(told) == run("SELECT count(*) FROM disputes").fetchone()[0]
    back = {item.id for item in whole.values() if item.stage in happenings.TAKEN_BACK and item.begin}
    assert len(back) <= run("SELECT count(*) FROM plans").fetchone()[0] <= len(whole)
