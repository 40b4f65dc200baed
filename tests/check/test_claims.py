"""Claims of a reading put to a history."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.check.answer import CONTRADICTED, OPEN, SUPPORTED
from dragoman.check.claims import check, earliest
from dragoman.check.table import points_in
from dragoman.model import Question, Span, Where
from histories import monthly, party, visit

FIRST = (
    "A Mongolian delegation arrived in Pyongyang on Tuesday, North Korea's first known foreign visitors since "
    "it closed its border in March 2020."
)


@pytest.fixture(scope="module")
def reading(read_layers):
    return read_layers(FIRST, published="2023-07-26", source="Own Paper", id="own")


@pytest.fixture
def dense(made):
    made.seen = monthly("2020-03", "2023-07", "A", "B")
    return made


def test_silence_in_a_covered_period_supports(dense, reading):
    (answer,) = check(dense, reading)
    assert (answer.verdict, answer.claim[:26], answer.kind) == (SUPPORTED, "North Korea's first known ", "first-since")
    assert (answer.report, answer.source, answer.day) == ("own", "Own Paper", "2023-07-26")
    assert (answer.since, answer.until) == ("2020-03-01", "2023-07-25")
    assert answer.extent is not None
    assert (answer.extent.about, answer.extent.since, answer.extent.covered) == (("PRK",), "2020-03-01", 41)


def test_silence_of_an_empty_record_decides_nothing(made, reading):
    (answer,) = check(made, reading)
    assert (answer.verdict, answer.extent.naming) == (OPEN, 0)


def test_an_earlier_visit_contradicts_with_its_sentence(dense, reading):
    dense.items = [visit("01", "2022-06-03", "2022-06-04", actors=(party("Wang", "CHN"),))]
    (answer,) = check(dense, reading)
    assert answer.verdict == CONTRADICTED
    assert [(item.id, item.words, item.bears) for item in answer.evidence] == [("e-01", "Sentence 01.", "against")]


def test_a_host_is_asked_for_as_a_place_too(dense, reading):
    where = Where(Span(0, 1), "Rason", 1, 42.2, 130.3, "PRK", "city")
    dense.items = [visit("01", "2022-06-03", "2022-06-04", actors=(party("Wang", "CHN"),), recipients=(), where=where)]
    assert [answer.verdict for answer in check(dense, reading)] == [CONTRADICTED]


def test_the_claims_own_happening_is_known_by_its_mention(dense, reading):
    claim = reading.claims[0]
    own = visit("01", "2023-07-24", "2023-07-26", mentions=("01", claim.event), actors=(party("Bat", "MNG"),))
    dense.items = [own]
    (answer,) = check(dense, reading)
    assert (answer.verdict, answer.event, answer.until) == (SUPPORTED, "e-01", "2023-07-24")


def test_claims_that_no_record_can_hold_say_why(made, read_layers):
    text = (
        "It was the worst economic crisis that the island has known since 1948. It is the strongest treaty ever signed."
    )
    reasons = [answer.reason for answer in check(made, read_layers(text, published="2023-07-26"))]
    assert reasons[0] == "the claim names no act that a record of events could hold"
    assert all(answer.verdict == OPEN for answer in check(made, read_layers(text, published="2023-07-26")))


def test_a_comparison_is_put_to_the_series(made, read_layers):
    text = "China's trade with North Korea was eight times higher in June than the previous year."
    made.loaded = list(
        points_in("series,of,with,period,value,unit\ntrade,CHN,PRK,2023-06,80,USD\ntrade,CHN,PRK,2022-06,10,USD")
    )
    (answer,) = check(made, read_layers(text, published="2023-07-26"))
    assert (answer.kind, answer.verdict, answer.since, answer.until) == (
        "comparison",
        SUPPORTED,
        "2022-06-01",
        "2023-07-01",
    )


def test_the_earliest_are_what_happened_and_the_extent_is_of_the_countries_asked(dense):
    dense.items = [visit(f"0{n}", f"2022-0{n}-03", f"2022-0{n}-04") for n in (5, 3, 4)]
    dense.items.append(visit("01", "2022-01-03", "2022-01-04", stage="announced"))
    question = Question(act=("CONSULT",), recipient=("PRK",), since="2020-01-01")
    found, extent = earliest(dense, question, 2)
    assert [item.id for item in found] == ["e-03", "e-04"]
    assert (extent.about, extent.naming) == (("PRK",), 82)
    (planned,), _ = earliest(dense, replace(question, stage=("announced",)), 5)
    assert planned.id == "e-01"
