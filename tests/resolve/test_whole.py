"""What holds of the happenings of any record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.model import STAGES, Judgement
from dragoman.resolve import Credit, resolve
from small_records import RAID, TALKS, judged, records
from telling import reading, told


@given(records(), st.randoms())
def test_the_order_of_mentions_changes_nothing(held, chance):
    mentions = told(*held)
    mixed = mentions.copy()
    chance.shuffle(mixed)
    assert resolve(mixed) == resolve(mentions)


@given(records())
def test_each_mention_is_in_one_happening_whose_id_is_its_first_mention_s(held):
    mentions = {one.id: one for one in told(*held)}
    found = resolve(mentions.values())
    assert sorted(name for item in found for name in item.mentions) == sorted(mentions)
    for item in found:
        days = [(mentions[name].day or "9999", name) for name in item.mentions]
        assert item.id == "e-" + item.mentions[0]
        assert days == sorted(days)
        assert item.stage in STAGES
        assert [turn.mention for turn in item.turns] == list(item.mentions)
        assert 1 <= item.independent <= item.reports
        assert {name for one in item.disputes for account in one.accounts for name in account.mentions} <= set(
            item.mentions
        )


@given(judged())
def test_what_persons_judge_holds_whatever_the_machine_thinks(record):
    held, said = record
    of = {name: item.id for item in resolve(told(*held), None, said) for name in item.mentions}
    for item in said:
        assert (of[item.left] == of[item.right]) == (item.verdict == "same")


@given(judged(), st.randoms())
def test_the_order_of_judgements_changes_nothing(record, chance):
    held, said = record
    mixed = said.copy()
    chance.shuffle(mixed)
    assert resolve(told(*held), None, mixed) == resolve(told(*held), None, said)


@given(judged())
def test_a_judgement_that_two_are_the_same_joins_their_happenings_and_no_others(record):
    held, said = record
    before = {frozenset(item.mentions) for item in resolve(told(*held))}
    for item in (one for one in said if one.verdict == "same"):
        after = {frozenset(one.mentions) for one in resolve(told(*held), None, [item])}
        joined = frozenset().union(*(group for group in before if {item.left, item.right} & group))
        assert after == {group for group in before if not group & joined} | {joined}


def test_judgements_that_contradict_each_other_are_refused():
    mentions = told(reading("r-1", "2024-05-01", [RAID, TALKS]), reading("r-2", "2024-05-01", [RAID]))
    one, two, three = sorted(mention.id for mention in mentions)
    said = [
        Judgement(one, two, "same", 0.0, by="Ann"),
        Judgement(two, three, "same", 0.0, by="Ann"),
        Judgement(one, three, "different", 0.0, by="Ann"),
    ]
    with pytest.raises(UsageError, match="both the same and different"):
        resolve(mentions, None, said)


def test_copies_and_clients_of_one_agency_count_once():
    held = [reading(f"r-{number}", "2024-05-02", [RAID], f"Paper {number}") for number in range(4)]
    credits = {
        "r-0": Credit("Paper 0", "Halden", "r-0"),
        "r-1": Credit("Paper 1", "Halden Wire", "r-1"),
        "r-2": Credit("Paper 2", None, "r-0"),
        "r-3": Credit("Paper 3", None, "r-3"),
    }
    (happening,) = resolve(told(*held), credits)
    assert (happening.reports, happening.sources, happening.independent) == (4, 4, 2)
