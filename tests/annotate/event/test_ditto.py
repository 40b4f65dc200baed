"""Acts that are told by *followed* alone."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def told(read_layers):
    def read(text):
        reading = read_layers(text, published="2023-07-27")
        return [
            (
                event.trigger.of(text),
                event.act,
                event.mode,
                event.status,
                "+".join(party.country or party.name for party in event.actors),
                event.where.country if event.where else None,
                event.when.begin[:10] if event.when and event.when.begin else None,
            )
            for event in reading.events
            if event.trigger.of(text) == "followed"
        ]

    return read


def test_who_follows_goes_where_the_other_went_on_a_day_of_his_own(told):
    text = "The Spanish foreign minister landed in Quito on Monday. A Portuguese delegation followed on Tuesday."
    assert told(text) == [("followed", "CONSULT", "visit", "asserted", "PRT", "ECU", "2023-07-25")]


def test_any_act_may_be_followed(told):
    text = "Norway expelled two Serbian diplomats on Monday, and Sweden followed on Wednesday."
    assert told(text) == [("followed", "SANCTION", "expel", "asserted", "SWE", None, "2023-07-26")]


def test_following_suit_needs_no_day(told):
    text = "Norway expelled two Serbian diplomats on Monday. Sweden followed suit."
    assert [row[:5] for row in told(text)] == [("followed", "SANCTION", "expel", "asserted", "SWE")]


@pytest.mark.parametrize(
    "text",
    [
        "Police fired tear gas in Quito on Monday. Clashes followed on Tuesday.",
        "Modi and Putin met on Sunday. A joint statement followed on Monday.",
        "The Spanish minister landed in Quito on Monday. Portugal followed the talks on Tuesday.",
        "The Spanish minister landed in Quito on Monday. A Portuguese delegation followed.",
        "A Portuguese delegation followed on Tuesday.",
    ],
)
def test_what_follows_otherwise_repeats_nothing(told, text):
    assert told(text) == []
