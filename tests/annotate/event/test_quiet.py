"""Sentences that tell no act between political actors, though a word in them often does."""

from __future__ import annotations

import pytest

QUIET = [
    "Kenya beat Uganda by six wickets in Nairobi.",
    "A Kenyan official, who asked not to be named, said the road was open.",
    "Mexican companies warned that exports could fall.",
    "A Kenyan man armed with a knife entered the shop.",
    "Relations between Kenya and Uganda had been strained for years.",
    "The Kenyan president directed the film in person.",
    "A Kenyan mayor inspected a sewage plant.",
    "Kenyan officials put the death toll at 32.",
]


@pytest.mark.parametrize("text", QUIET)
def test_no_act_is_read(text, read_layers):
    events = read_layers(text, "events", published="2023-05-12").events
    assert [(event.trigger.of(text), event.act) for event in events if event.act] == []


def test_a_past_act_does_not_take_the_day_of_a_plan_before_it(read_layers):
    text = "Chad's president called a meeting of ministers for Sunday. The minister visited Sudan."
    events = read_layers(text, "events", published="2023-05-12").events
    assert [event.status for event in events if event.trigger.of(text) == "visited"] == ["asserted"]


def test_people_who_turn_out_to_demand_something_demand_it(read_layers):
    text = "Thousands of Kenyan teachers marched through Nairobi to demand higher pay from the government."
    events = read_layers(text, "events", published="2023-05-12").events
    assert [(event.act, event.status) for event in events] == [("PROTEST", "asserted"), ("REQUEST", "asserted")]


def test_what_somebody_only_carries_is_no_attack_on_the_place(read_layers):
    text = "Soldiers with tear gas stood at a bridge in Lagos."
    events = read_layers(text, "events", published="2023-05-12").events
    assert [event.trigger.of(text) for event in events if event.act == "ASSAULT"] == []
