from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.errors import UsageError
from dragoman.model import Happening, Report
from dragoman.store import copies, scenes
from made import made_reading
from small_store import counts, small, sound


def settle(store) -> None:
    """Every mention a happening of its own."""
    with store.writing():
        store.put_happenings([Happening.alone(told) for told in store.pending(1000)])


def versions(store, name):
    question = "SELECT version, state FROM reports WHERE name = ? ORDER BY version"
    return store.connection.execute(question, (name,)).fetchall()


def found(store, words):
    question = "SELECT r.name FROM search s JOIN reports r ON r.id = s.rowid WHERE search MATCH ? ORDER BY 1"
    return [name for (name,) in store.connection.execute(question, (words,))]


def test_a_report_is_known_by_its_id_text_day_and_source(filled):
    report = filled.report("a")
    assert filled.known(report)
    assert filled.known(replace(report, title="Another title"))
    for other in ({"id": "z"}, {"text": "Another."}, {"published": "2024-03-13"}, {"source": "Another"}):
        assert not filled.known(replace(report, **other))
    assert filled.holds("a")
    assert not filled.holds("z")


def test_two_outlets_with_one_text_are_two_reports_and_one_snapshot(filled):
    assert len(list(filled.report_names())) == 4
    assert filled.connection.execute("SELECT count(*) FROM texts").fetchone() == (2,)


def test_another_text_under_a_known_id_is_a_correction(filled):
    settle(filled)
    filled.add(small("a", "Alden met nobody.", acts=1), "p2")
    assert versions(filled, "a") == [(1, "replaced"), (2, "current")]
    assert filled.report("a").text == "Alden met nobody."
    assert filled.report("a", 1).text == "Alden met Oyo."
    assert filled.reading("a", 1) == small("a")
    (change,) = filled.changes()
    assert (change.report, change.version, change.kind, change.detail) == ("a", 2, "corrected", {"replaces": 1})
    assert found(filled, "nobody") == ["a"]
    assert found(filled, "met oyo") == ["b", "c"]
    assert [told.report for told in filled.pending(9)] == ["a"]
    assert filled.known(filled.report("a", 1))
    sound(filled)


def test_an_earlier_text_that_comes_again_changes_nothing(filled):
    filled.add(small("a", "Alden met nobody."), "p")
    assert not filled.add(small("a"), "p")
    assert versions(filled, "a") == [(1, "replaced"), (2, "current")]


def test_a_withdrawn_report_leaves_the_record_and_stays_in_the_file(filled):
    settle(filled)
    before = counts(filled)
    filled.withdraw("made-1", "it was made up", "An Editor", "2024-04-01")
    after = counts(filled)
    assert after["mentions"] == before["mentions"] - 3
    assert after["happenings"] == before["happenings"] - 3
    assert after["statements"] == after["figures"] == after["claims"] == 0
    assert found(filled, "delegation") == []
    assert filled.reading("made-1") == made_reading()
    assert list(filled.report_names("withdrawn")) == ["made-1"]
    assert not filled.add(made_reading(), "p")
    filled.restore("made-1", "it was not", "An Editor", "2024-04-02")
    assert found(filled, "delegation") == ["made-1"]
    settle(filled)
    assert counts(filled) == before
    assert [(change.kind, change.by, change.day) for change in filled.changes("made-1")] == [
        ("withdrawn", "An Editor", "2024-04-01"),
        ("restored", "An Editor", "2024-04-02"),
    ]
    sound(filled)


def test_only_what_is_there_can_be_withdrawn_and_only_once(filled):
    with pytest.raises(UsageError, match="report 'z' is not there"):
        filled.withdraw("z", "why", "me", None)
    with pytest.raises(UsageError, match="is not withdrawn"):
        filled.restore("a", "why", "me", None)
    filled.withdraw("a", "why", "me", None)
    with pytest.raises(UsageError, match="is withdrawn already"):
        filled.withdraw("a", "why", "me", None)
    with pytest.raises(UsageError, match="version 7 of report 'a'"):
        filled.report("a", 7)
    with pytest.raises(UsageError, match="allowed are current, replaced, withdrawn"):
        list(filled.report_names("gone"))


def test_a_correction_of_a_withdrawn_report_is_current(filled):
    filled.withdraw("a", "why", "me", None)
    filled.add(small("a", "Alden met nobody."), "p")
    assert versions(filled, "a") == [(1, "replaced"), (2, "current")]
    sound(filled)


def test_a_withdrawal_makes_the_happenings_it_was_part_of_pending_again(filled):
    a, b = "0000006100000000", "0000006200000000"
    told = filled.told([a, b])
    both = replace(Happening.alone(told[a]), mentions=(a, b), reports=2, sources=2, independent=2)
    filled.put_happenings([both])
    scenes.put(filled, {a: [a], b: [b]}, {a: 1, b: 2})
    scenes.put_keys(filled, {a: [7], b: [7]})
    filled.put_edges([(a, b, 3.5)])
    filled.withdraw("a", "why", "me", None)
    assert b in {told.id for told in filled.pending(99)}
    assert scenes.meeting(filled, [7]) == {7: [(b, 2)]}
    assert filled.edges([b]) == []
    with pytest.raises(UsageError, match="not in the record"):
        filled.happening(a)


def test_when_the_origin_of_copies_is_withdrawn_they_are_to_be_resolved_again(filled):
    copies.put_origins(filled, {1: 1, 2: 1, 3: 1})
    settle(filled)
    assert filled.origins(["a", "b", "c", "made-1"]) == {"a": "a", "b": "a", "c": "a"}
    filled.withdraw("a", "why", "me", None)
    assert filled.origins(["b", "c"]) == {}
    assert {told.report for told in filled.pending(99)} == {"b", "c"}


def test_a_newer_reading_shows_what_it_gains_and_loses(filled):
    settle(filled)
    assert list(filled.report_names(read_by_other_than="p1")) == []
    assert list(filled.report_names(read_by_other_than="p2")) == ["a", "b", "c", "made-1"]
    old = small("a")
    other = replace(old.events[0], id="0000006100000009")
    newer = replace(old, events=(other, old.events[0]))
    assert filled.reread(newer, "p2") == (("0000006100000009",), ("0000006100000001",))
    assert filled.reading("a") == newer
    assert [told.id for told in filled.pending(9)] == ["0000006100000000", "0000006100000009"]
    assert list(filled.report_names(read_by_other_than="p2")) == ["b", "c", "made-1"]
    (change,) = filled.changes()
    assert change.detail == {"gained": ["0000006100000009"], "lost": ["0000006100000001"]}
    sound(filled)


def test_the_same_reading_again_leaves_the_happenings_alone(filled):
    settle(filled)
    assert filled.reread(small("a"), "p2") == ((), ())
    assert filled.pending(9) == []
    assert filled.changes() == []


def test_a_reading_of_another_text_is_no_newer_reading(filled):
    with pytest.raises(UsageError, match="has another text"):
        filled.reread(small("a", "Other."), "p2")


def test_a_report_without_anything_is_a_report(store):
    from dragoman.model import Reading

    assert store.add(Reading(Report.of("", id="empty")), "p")
    assert store.report("empty").text == ""
    sound(store)
