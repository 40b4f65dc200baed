"""Near-copies: sketches, groups, origins."""

from __future__ import annotations

from dragoman.store import copies


def test_reports_meet_in_the_bands_of_their_sketches(filled):
    copies.put_sketches(filled, {1: [1, 2**31 - 1], 2: [2**31 - 1, 5]})
    assert copies.near(filled, {3: [2**31 - 1, 7], 2: [5]}) == {(3, 1), (3, 2)}
    filled.withdraw("a", "why", "me", None)
    assert copies.near(filled, {3: [1, 2**31 - 1]}) == {(3, 2)}
    filled.restore("a", "why", "me", None)
    assert copies.near(filled, {3: [1]}) == {(3, 1)}


def test_reports_without_an_origin_are_told_in_the_order_of_arrival_with_their_texts(filled):
    papers = copies.ungrouped(filled, 2)
    assert [one.number for one in papers] == [1, 2]
    assert papers[0].text == filled.report("a").text == copies.texts(filled, [1])[1]
    copies.put_agencies(filled, {1: "Halyard"})
    copies.put_origins(filled, {1: 1})
    assert [one.number for one in copies.ungrouped(filled, 2)] == [2, 3]


def test_a_group_is_found_from_any_of_its_members(filled):
    copies.put_origins(filled, {1: 1, 2: 1, 3: 3})
    assert [(one.number, one.name, one.origin) for one in copies.members(filled, [2])] == [(1, "a", 1), (2, "b", 1)]
    assert [one.origin for one in copies.members(filled, [4])] == [None]
    assert filled.origins(["a", "b", "c", "made-1", "nobody"]) == {"a": "a", "b": "a", "c": "c"}
