"""A report that the record does not hold is held against the happenings that it tells of."""

from __future__ import annotations

import pytest

from dragoman.check.claims import check
from dragoman.check.stored import Stored

TEXT = """Russian Defence Minister Sergei Shoigu arrived in Pyongyang on Tuesday, North Korea's first foreign visitor \
since it closed its border in January 2020."""


@pytest.fixture(scope="module")
def outside(read_layers):
    return read_layers(TEXT, published="2023-07-26", source="A Paper From Elsewhere")


def test_its_own_event_is_found_among_them_and_does_not_speak_against_its_claim(demo_store, outside):
    (answer,) = check(Stored(demo_store), outside)
    arrival = next(told.id for told in demo_store.told(demo_store.happening(answer.event).mentions).values()
                   if told.report == "demo-077")  # fmt: skip
    assert demo_store.happening(arrival).id == answer.event
    assert [item for item in answer.evidence if item.bears == "against"] == []
    assert (answer.verdict, answer.extent.since) == ("not decidable", "2020-01-01")


def test_an_event_that_nothing_tells_of_is_of_no_happening(demo_store, read_layers):
    text = "The mayor of Lisbon visited Montevideo on Friday, the first such visit to Uruguay since 1998."
    reading = read_layers(text, published="2011-05-07")
    history = Stored(demo_store)
    assert [history.happening_like(reading, event) for event in reading.events] == [None] * len(reading.events)
