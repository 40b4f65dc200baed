"""A settled store holds what its reports tell, in whatever order and batches they came."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.flow.collecting import no_cycles
from dragoman.flow.judge import merge_events, split_event, undo_merge, undo_split
from dragoman.flow.settle import settle
from dragoman.resolve import Credit, agency_of, copied, origin_of, resolve, sketch, stretches
from dragoman.store import open_store, settling
from small_records import LINES, RAID, judged, records
from telling import reading, told


@contextmanager
def filled(folder, readings, batch=1_000, apart=False):
    """A store with some readings, settled at the end or after each."""
    path = folder / "settled.dragoman"
    for left in folder.glob("settled.dragoman*"):
        left.unlink()
    with open_store(path, create=True) as store:
        for item in readings:
            store.add(item, "by hand")
            if apart:
                settle(store, batch)
        settle(store, batch)
        yield store


def happenings(store, readings):
    found = {item.id: item for one in readings for item in map(store.happening, (event.id for event in one.events))}
    return [found[name] for name in sorted(found)]


def credits(readings):
    """What each report counts for, copies grouped by comparing each with each."""
    texts = {one.report.id: stretches(one.report.text) for one in readings}
    bands = {one.report.id: set(sketch(one.report.text)) for one in readings}
    days = {one.report.id: one.report.published for one in readings}
    group = {name: {name} for name in texts}
    for name, other in combinations(texts, 2):
        if bands[name] & bands[other] and copied(texts[name], texts[other]):
            whole = group[name] | group[other]
            group |= dict.fromkeys(whole, whole)
    return {
        one.report.id: Credit(
            one.report.source,
            agency_of(one.report.text),
            origin_of({name: days[name] for name in group[one.report.id]}),
        )
        for one in readings
    }


@settings(max_examples=25)
@given(records(), st.randoms(), st.sampled_from((1, 2, 1_000)), st.booleans())
def test_order_and_batches_change_nothing(tmp_path_factory, held, chance, batch, apart):
    mixed = held.copy()
    chance.shuffle(mixed)
    with filled(tmp_path_factory.getbasetemp(), mixed, batch, apart) as store:
        assert happenings(store, held) == resolve(told(*held), credits(held))
        assert settle(store) == 0


@settings(max_examples=15)
@given(judged())
def test_judgements_may_come_at_any_time_and_can_be_taken_back(tmp_path_factory, record):
    held, said = record
    with filled(tmp_path_factory.getbasetemp(), held) as store:
        before = happenings(store, held)
        for item in said:
            store.judge(item)
            settle(store)
        assert happenings(store, held) == resolve(told(*held), credits(held), said)
        settling.unjudge(store, [(item.left, item.right) for item in said])
        settle(store)
        assert happenings(store, held) == before


@settings(max_examples=15)
@given(records(), st.data())
def test_a_report_that_is_withdrawn_leaves_nothing_behind(tmp_path_factory, held, data):
    gone = data.draw(st.sampled_from(held))
    left = [one for one in held if one is not gone]
    with filled(tmp_path_factory.getbasetemp(), held) as store:
        before = happenings(store, held)
        store.withdraw(gone.report.id, "a mistake", "Ann", None)
        settle(store)
        assert happenings(store, left) == resolve(told(*left), credits(left))
        store.restore(gone.report.id, "a mistake", "Ann", None)
        settle(store)
        assert happenings(store, held) == before


def test_a_merge_and_its_undoing(tmp_path):
    held = [reading("r-1", "2024-05-02", [LINES[0]]), reading("r-2", "2024-05-02", [LINES[5], LINES[12]])]
    with filled(tmp_path, held) as store:
        before = happenings(store, held)
        raid, talks = (store.happening(one.events[0].id) for one in held)
        (joined,) = merge_events(store, raid.id, talks.id, "Ann", "2025-01-01").events
        assert set(joined.mentions) == {*raid.mentions, *talks.mentions}
        with pytest.raises(UsageError, match="one already"):
            merge_events(store, raid.id, talks.id, "Ann", None)
        assert {item.id for item in undo_merge(store, raid.id, talks.id).events} == {raid.id, talks.id}
        assert happenings(store, held) == before
        with pytest.raises(UsageError, match="not merged by anybody"):
            undo_merge(store, raid.id, talks.id)


def test_a_split_and_its_undoing(tmp_path):
    held = [reading(f"r-{number}", "2024-05-02", [RAID]) for number in range(3)]
    more = reading("r-3", "2024-05-03", [RAID])
    with filled(tmp_path, held) as store:
        (whole,) = happenings(store, held)
        one, *rest = whole.mentions
        parts = split_event(store, whole.id, [one], "Ann", "2025-01-01", "the second bridge").events
        assert [item.mentions for item in parts] == [(one,), tuple(rest)]
        store.add(more, "by hand")
        settle(store)
        assert not {one} & set(store.happening(rest[0]).mentions)
        store.withdraw("r-3", "not needed", "Ann", None)
        (again,) = undo_split(store, rest[0], [one]).events
        assert again == whole
        with pytest.raises(UsageError, match="nobody split"):
            undo_split(store, rest[0], [one])
        for named, problem in ((whole.mentions, "at least one has to stay"), (["x"], "is not of event")):
            with pytest.raises(UsageError, match=problem):
                split_event(store, whole.id, named, "Ann", None)
        with pytest.raises(UsageError, match="name of who judges"):
            split_event(store, whole.id, [one], " ", None)


def test_a_judgement_against_an_earlier_one_is_refused_and_leaves_no_trace(tmp_path):
    held = [reading(f"r-{number}", "2024-05-02", [RAID]) for number in range(3)]
    with filled(tmp_path, held) as store:
        (whole,) = happenings(store, held)
        one, two, three = whole.mentions
        split_event(store, whole.id, [one], "Ann", None)
        split_event(store, two, [three], "Ann", None)
        merge_events(store, one, two, "Ann", None)
        before = happenings(store, held)
        with pytest.raises(UsageError, match="both the same and different"):
            merge_events(store, one, three, "Ben", None)
        assert happenings(store, held) == before


WIRE = (
    "Rebels attacked the bridge of Ostra on Wednesday, the army said, and held it for three hours before soldiers "
    "came up from Velm with two armoured cars and drove them back into the hills across the river."
)


def test_copies_are_found_in_any_order_and_their_origin_is_the_first_published(tmp_path):
    line = replace(RAID, words=WIRE)
    cut = replace(RAID, words=WIRE.replace("three hours", "some hours").replace(" across the river", ""))
    held = [
        reading("r-2", "2024-05-03", [cut], "Paper B"),
        reading("r-3", "2024-05-04", [line], "Paper C"),
        reading("r-1", "2024-05-02", [line], "Paper A"),
        reading("r-4", "2024-05-02", [RAID], "Paper D"),
    ]
    with filled(tmp_path, held, apart=True) as store:
        assert store.origins(["r-1", "r-2", "r-3", "r-4"]) == {"r-1": "r-1", "r-2": "r-1", "r-3": "r-1", "r-4": "r-4"}
        (happening,) = happenings(store, held)
        assert (happening.reports, happening.sources, happening.independent) == (4, 4, 2)
        store.withdraw("r-1", "a mistake", "Ann", None)
        settle(store)
        assert store.origins(["r-2", "r-3"]) == {"r-2": "r-2", "r-3": "r-2"}
        assert store.happening(held[0].events[0].id).independent == 2


def test_a_group_that_one_report_holds_together_falls_apart_without_it(tmp_path):
    left, right = (
        WIRE,
        WIRE.replace("Rebels", "Men").replace("Ostra", "Velm").translate(str.maketrans("aeiou", "eioua")),
    )
    texts = {"r-1": left, "r-2": f"{left} {right}", "r-3": right}
    held = [
        reading(name, "2024-05-02", [replace(RAID, words=words, trigger=words[:4])]) for name, words in texts.items()
    ]
    with filled(tmp_path, held) as store:
        assert set(store.origins(texts).values()) == {"r-1"}
        store.withdraw("r-2", "a mistake", "Ann", None)
        settle(store)
        assert store.origins(["r-1", "r-3"]) == {"r-1": "r-1", "r-3": "r-3"}


def test_a_fault_in_the_middle_of_a_batch_leaves_what_was_and_the_next_run_finishes(tmp_path, monkeypatch):
    held = [reading(f"r-{number}", "2024-05-02", [LINES[number]]) for number in range(6)]
    with filled(tmp_path, []) as store:
        for item in held:
            store.add(item, "by hand")
        with monkeypatch.context() as patched:
            patched.setattr(type(store), "put_happenings", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                settle(store, 2)
        assert len(store.pending(100)) == 6
        settle(store, 2)
        assert happenings(store, held) == resolve(told(*held), credits(held))


def test_settling_leaves_no_cycles_for_which_it_does_not_look(tmp_path, monkeypatch):
    monkeypatch.setattr("dragoman.store.mentions.HELD", 1)
    held = [reading(f"r-{number}", "2024-05-02", [LINES[number % 6], RAID]) for number in range(8)]
    with filled(tmp_path, held) as store:
        gc.collect()
        with no_cycles():
            store.add(reading("r-9", "2024-05-03", [RAID]), "by hand")
            settle(store)
            assert not [each for each in _left() if type(each).__module__.startswith("dragoman")]


def _left():
    """What only the search for cycles finds."""
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        return list(gc.garbage)
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
