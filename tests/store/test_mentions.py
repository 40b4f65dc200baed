from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.errors import UsageError
from dragoman.model import Account, Dispute, Happening, Judgement, Told, Turn
from dragoman.store import open_store
from dragoman.store.names import digest_of, name_of, number_of
from small_store import small

A0, A1, B0, C0 = "0000006100000000", "0000006100000001", "0000006200000000", "0000006300000000"


def test_numbers_of_ids_stand_in_the_order_of_the_ids_and_lead_back_to_them():
    names = ["0000000000000000", "00000000000000ff", "7fffffffffffffff", "8000000000000000", "ffffffffffffffff"]
    numbers = [number_of(name) for name in names]
    assert numbers == sorted(numbers)
    assert [name_of(number) for number in numbers] == names
    assert -(2**63) <= min(numbers) <= max(numbers) < 2**63
    assert -(2**63) <= digest_of("any", "thing") < 2**63


def test_pending_mentions_come_by_day_and_id_whatever_the_order_of_arrival(store):
    for name, day in (("c", "2024-03-10"), ("a", None), ("b", "2024-03-12")):
        store.add(small(name, day=day), "p")
    assert [told.report for told in store.pending(99)] == ["c", "c", "b", "b", "a", "a"]
    assert [told.id for told in store.pending(3)] == [C0, "0000006300000001", B0]


def test_told_gives_what_is_in_the_record_in_the_order_asked_for(filled):
    reading = small("a")
    found = filled.told([B0, A1, "ffffffffffffffff", "made-1-2", "e-" + A0])
    assert list(found) == [B0, A1, "made-1-2", A0]
    assert found[A1] == Told.each(reading)[1]
    assert found["made-1-2"].words.startswith("Raud will meet")
    assert filled.told([]) == {}


def test_more_readings_than_are_held_unpacked_can_be_told_at_once(filled, monkeypatch):
    monkeypatch.setattr("dragoman.store.mentions.HELD", 1)
    filled.fresh.clear()
    assert len(filled.told([A0, B0, C0])) == 3
    assert len(filled.told([C0])) == 1
    assert len(filled.frames) == 1


def test_edges_are_found_from_either_end(filled):
    filled.put_edges([(B0, A0, 2.5), (B0, C0, 1.0)])
    assert filled.edges([A0]) == [(A0, B0, 2.5)]
    assert filled.edges([B0, A0]) == [(A0, B0, 2.5), (B0, C0, 1.0)]
    filled.put_edges([(A0, B0, 3.0)])
    assert filled.edges([A0]) == [(A0, B0, 3.0)]
    filled.drop_edges([A0])
    assert filled.edges([A0, B0, C0]) == [(B0, C0, 1.0)]


def test_a_person_s_judgement_outlives_a_new_reading_and_takes_the_place_of_an_earlier_one(filled):
    filled.put_happenings([Happening.alone(told) for told in filled.pending(99)])
    filled.judge(Judgement(B0, A0, "same", 0.0, by="me", day="2024-04-01", note="plain"))
    assert {told.id for told in filled.pending(99)} == {A0, B0}
    filled.judge(Judgement("e-" + A0, B0, "different", 0.0, by="you"))
    filled.withdraw("a", "why", "me", None)
    filled.restore("a", "why", "me", None)
    assert filled.judgements([B0]) == filled.judgements() == [Judgement(A0, B0, "different", 0.0, by="you")]
    assert filled.judgements([C0]) == []


def test_a_judgement_needs_two_mentions_of_the_record(filled):
    with pytest.raises(UsageError, match="against itself"):
        filled.judge(Judgement(A0, A0, "same", 0.0, by="me"))
    with pytest.raises(UsageError, match="mention 'ffffffffffffffff' is not in the record"):
        filled.judge(Judgement(A0, "ffffffffffffffff", "same", 0.0, by="me"))


def happening_of(store, *ids):
    """One happening with something in every field."""
    told = store.told(ids)
    first = told[ids[0]]
    return replace(
        Happening.alone(first),
        stage="cancelled",
        reports=len(ids),
        sources=2,
        independent=2,
        last="2024-05-01",
        mentions=tuple(ids),
        turns=(Turn("announced", ids[0], first.day), Turn("cancelled", ids[1], "2024-05-01")),
        disputes=(Dispute("when", (Account("2024-03-11", (ids[0],), 1), Account("2024-03-12", (ids[1],), 1))),),
        contexts=("diplomatic", "military"),
    )


def test_a_happening_is_found_by_its_id_and_by_its_mentions(filled):
    whole = happening_of(filled, A0, B0)
    filled.put_happenings([whole])
    for name in (whole.id, A0, B0, "e-" + B0):
        assert filled.happening(name) == whole
    with pytest.raises(UsageError, match="not resolved yet"):
        filled.happening(C0)
    with pytest.raises(UsageError, match="not in the record"):
        filled.happening("e-nothing")


def test_a_happening_of_one_mention_needs_no_body(filled):
    one = Happening.alone(filled.told([A0])[A0])
    filled.put_happenings([one])
    assert filled.connection.execute("SELECT body FROM bodies").fetchall() == []
    assert filled.happening(A0) == one


def test_new_happenings_take_the_place_of_those_of_their_mentions(filled):
    filled.put_happenings([happening_of(filled, A0, B0), Happening.alone(filled.told([C0])[C0])])
    filled.put_happenings([happening_of(filled, B0, C0)])
    assert filled.happening(C0).mentions == (B0, C0)
    assert A0 in {told.id for told in filled.pending(99)}
    filled.drop_happenings([C0])
    assert {A0, B0, C0} <= {told.id for told in filled.pending(99)}
    assert filled.connection.execute("SELECT count(*) FROM sides").fetchone() == (0,)


def test_a_happening_must_be_named_after_its_first_mention(filled):
    with pytest.raises(UsageError, match="is not named after"):
        filled.put_happenings([replace(happening_of(filled, A0, B0), mentions=(B0, A0))])
    with pytest.raises(UsageError, match="is not in the record"):
        filled.put_happenings([replace(happening_of(filled, A0, B0), mentions=(A0, "ffffffffffffffff"))])


def test_a_reader_tells_what_the_file_holds_now_and_inside_a_moment_what_it_held_then(filled):
    with open_store(filled.path) as reader:
        assert len(reader.told([A0, A1])) == 2
        old = small("a")
        newer = replace(old, events=(replace(old.events[1], mode="visit"),))
        with reader.steady():
            assert reader.told([A1])[A1].mode == "meet"
            filled.reread(newer, "p2")
            assert len(reader.told([A0, A1])) == 2
        assert {name: told.mode for name, told in reader.told([A0, A1]).items()} == {A1: "visit"}
