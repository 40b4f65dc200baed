from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dragoman.errors import RecordError, UsageError
from dragoman.model import Happening, Reading, Report
from dragoman.store import open_store, scenes
from dragoman.store.packing.pack import packed
from small_store import counts, small, sound


def add_all(store, *readings):
    with store.writing():
        for reading in readings:
            store.add(reading, "p")


def test_a_full_disk_is_told_and_the_store_stays_whole(filled, path):
    (pages,) = filled.connection.execute("PRAGMA page_count").fetchone()
    filled.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    before = counts(filled)
    noise = "".join(random.Random(1).choices("abcdefghij klmnop", k=300_000))
    with pytest.raises(RecordError, match="no space is left on the disk"):
        add_all(filled, small("d"), Reading(Report.of(noise, id="large")))
    assert counts(filled) == before
    filled.connection.execute(f"PRAGMA max_page_count = {pages + 2000}")
    assert filled.add(small("d"), "p")
    sound(filled)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_gives_an_error_that_names_it_or_what_was_there(filled, path, seed):
    expected = {name: filled.reading(name) for name in filled.report_names()}
    filled.close()
    luck, content = random.Random(seed), bytearray(path.read_bytes())
    for _ in range(40):
        at = luck.randrange(100, len(content))
        content[at : at + 30] = luck.randbytes(30)
    path.write_bytes(content[: len(content) - seed * 1000])
    problem = "record.dragoman is as it was"
    try:
        with open_store(path) as store:
            for name in expected:
                store.reading(name)
            store.pending(100)
            list(store.report_names())
    except (RecordError, UsageError) as found:
        problem = str(found)
    assert "record.dragoman" in problem


def test_a_body_and_a_key_of_another_form_are_told_as_damage(filled):
    told = list(filled.told(["0000006100000000", "0000006200000000"]).values())
    filled.put_happenings([Happening.alone(one, "denied") for one in told])
    run = filled.connection.execute
    run("UPDATE bodies SET body = ?", (packed({"turns": 3}),))
    with pytest.raises(RecordError, match="damaged"):
        filled.happening(told[0].id)
    run("INSERT INTO blocks (key, scenes) VALUES (5, x'010203')")
    with pytest.raises(RecordError, match="damaged"):
        scenes.meeting(filled, [5])


@pytest.mark.parametrize("name", ["'; DROP TABLE reports; --", '"', "\x00", "\ud800", "", "e-" + "0" * 16, "%", "a\nb"])
def test_any_id_is_only_an_id(store, name):
    reading = small("a")
    store.add(Reading(Report.of("Text.", id=name, title=name, source=name, url=name), events=reading.events), name)
    assert store.report(name).source == name
    store.withdraw(name, name, name, "2024-01-01")
    store.restore(name, name, name, "2024-01-01")
    assert [(change.report, change.by, change.reason) for change in store.changes(name)] == [(name, name, name)] * 2
    sound(store)


def test_an_error_inside_a_transaction_undoes_all_of_it_and_what_was_remembered(store):
    with pytest.raises(AttributeError):
        add_all(store, small("a"), None)
    assert list(store.report_names()) == []
    assert store.add(small("a"), "p")
    assert len(store.pending(9)) == 2
    sound(store)


def test_a_number_too_large_for_the_file_is_an_error_not_a_crash(store):
    odd = replace(small("a").events[0], quad=2**70)
    store.add(Reading(Report.of("Text.", id="x"), events=(odd,)), "p")
    assert store.reading("x").events == (odd,)
