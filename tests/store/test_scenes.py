"""Scenes are kept with their mentions and meet under their keys."""

from __future__ import annotations

from dragoman.model import Happening
from dragoman.store import scenes, settling

A0, A1 = "0000006100000000", "0000006100000001"
B0, C0 = "0000006200000000", "0000006300000000"


def test_scenes_meet_under_their_keys(filled):
    scenes.put(filled, {A0: [A0, A1], B0: [B0], C0: [C0]}, {A0: 5, B0: None, C0: 7})
    scenes.put_keys(filled, {A0: [1, 2, 2], B0: [2, 2**63 - 1], C0: [2**63 - 1]})
    assert scenes.meeting(filled, [2, 1, 99]) == {2: [(A0, 5), (B0, None)], 1: [(A0, 5)]}
    assert scenes.meeting(filled, [2**63 - 1]) == {2**63 - 1: [(B0, None), (C0, 7)]}
    scenes.drop_keys(filled, {A0: [2], B0: [1]})
    assert scenes.meeting(filled, [1, 2]) == {1: [(A0, 5)], 2: [(B0, None)]}


def test_a_scene_is_found_from_any_of_its_mentions(filled):
    assert scenes.held(filled, [A0, A1, B0]) == {}
    scenes.put(filled, {A0: [A0, A1], B0: [B0]}, {A0: 5, B0: None})
    assert scenes.held(filled, [A1, A0, B0]) == {A0: [A1, A0], B0: [B0]}
    told = scenes.told(filled, [A1, A0, B0, C0])
    assert {name: [one.id for one in members] for name, members in told.items()} == {A0: [A0, A1], B0: [B0]}
    assert told[A0] == list(filled.told([A0, A1]).values())


def test_pending_reports_are_told_whole_in_the_order_of_their_days(filled):
    numbers = scenes.pending(filled, 1_000)
    assert sorted(numbers) == [1, 2, 3, 4]
    assert scenes.pending(filled, 1) == numbers[:1]
    assert [{one.report for one in told} for told in scenes.whole(filled, [2, 1])] == [{"a"}, {"b"}]
    assert A1 in {one.id for one in scenes.whole(filled, [1])[0]}


def test_keys_of_mentions_that_are_gone_meet_nothing_and_are_swept(filled):
    scenes.put(filled, {A0: [A0], B0: [B0]}, {A0: 1, B0: 2})
    scenes.put_keys(filled, {A0: [7], B0: [7]})
    filled.withdraw("a", "why", "me", None)
    filled.restore("a", "why", "me", None)
    assert scenes.meeting(filled, [7]) == {7: [(B0, 2)]}
    settling.sweep(filled)
    assert filled.connection.execute("SELECT count(*) FROM blocks").fetchone() == (1,)


def test_groups_are_told_apart_from_the_happenings_that_there_are(filled):
    told = filled.told([A0, A1, B0])
    filled.put_happenings([Happening.alone(one) for one in told.values()])
    groups = [(A0,), (A1, B0), (C0,)]
    assert settling.unlike(filled, groups) == [(A1, B0), (C0,)]
