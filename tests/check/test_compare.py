"""Whether one period was to another as a report says."""

from __future__ import annotations

import pytest

from dragoman.check.answer import CONTRADICTED, OPEN, SUPPORTED
from dragoman.check.compare import Comparing, compare
from dragoman.check.quantity import quantity_of, series_for, value_in
from dragoman.check.table import points_in
from dragoman.lexicon import load

HEAD = "series,of,with,period,value,unit\n"
TRADE = HEAD + "trade,CHN,PRK,2023-06,166,USD million\ntrade,CHN,PRK,2022-06,20.1,USD million\n"
EIGHT = "China's trade with North Korea was eight times higher in June than the previous year."


@pytest.fixture(scope="module")
def said(read_layers):
    def say(text, table=TRADE, others=()):
        reading, figure, sentence = told(text)
        points = list(points_in(table))
        theirs = [Comparing(*told(other, source=f"Outlet {at}"), f"o{at}") for at, other in enumerate(others)]
        return compare(reading, figure, sentence, points, theirs, "mine")

    def told(text, **origin):
        reading = read_layers(text, published="2023-07-26", **origin)
        claim = next(claim for claim in reading.claims if claim.kind == "comparison")
        return reading, reading.figures[claim.of["figure"]], claim.span

    say.told = told
    return say


def test_eight_times_is_computed_from_the_series(said):
    verdict, reason, evidence = said(EIGHT)
    assert verdict == SUPPORTED
    assert reason == (
        "trade CHN PRK: 166 USD million in 2023-06 against 20.1 in 2022-06, a ratio of 8.259 times;"
        " the report says eight times"
    )
    assert [(item.bears, item.what) for item in evidence] == [
        ("for", "trade CHN PRK: 166 USD million"), ("for", "trade CHN PRK: 20.1 USD million")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("june", "verdict"),
    [(20.1 * 8, SUPPORTED), (20.1 * 7.6, SUPPORTED), (20.1 * 7.3, CONTRADICTED), (20.1 * 8.9, SUPPORTED),
     (20.1 * 9.7, CONTRADICTED)],
)  # fmt: skip
def test_the_words_commit_to_half_a_time_and_higher_may_mean_on_top_of_it(said, june, verdict):
    assert said(EIGHT, TRADE.replace("166", f"{june:.3f}"))[0] == verdict


@pytest.mark.parametrize(
    ("text", "table", "verdict"),
    [
        ("North Korea's trade with China was eight times higher in June than the previous year.", TRADE, SUPPORTED),
        ("North Korea's exports to China were eight times higher in June than the previous year.", TRADE, OPEN),
        (EIGHT, TRADE.replace("trade,CHN", "exports,CHN"), OPEN),
        (EIGHT, TRADE.replace("2022-06", "2022-05"), OPEN),
        (EIGHT, TRADE.replace("20.1,USD million", "20.1,CNY million"), OPEN),
        (EIGHT, TRADE.replace("20.1", "0"), OPEN),
        ("Russia's exports to India fell 15 percent in 2022 compared with 2021.",
         HEAD + "exports,RUS,IND,2021,100,USD\nexports,RUS,IND,2022,85.3,USD\n", SUPPORTED),
        ("Russia's exports to India fell 15 percent in 2022 compared with 2021.",
         HEAD + "exports,RUS,IND,2021,100,USD\nexports,RUS,IND,2022,115,USD\n", CONTRADICTED),
        ("Russia's exports to India doubled in the first quarter of 2023 from a year earlier.",
         HEAD + "".join(f"exports,RUS,IND,{year}-0{month},{value},USD\n" for year, value in ((2022, 10), (2023, 21))
                        for month in (1, 2, 3)), SUPPORTED),
    ],
)  # fmt: skip
def test_the_series_must_be_of_the_same_thing_and_periods(said, text, table, verdict):
    assert said(text, table)[0] == verdict


def test_months_that_leave_a_gap_are_not_added_up(said):
    reading, figure, sentence = said.told(
        "Russia's exports to India doubled in the first quarter of 2023 from a year earlier."
    )
    quantity = quantity_of(reading, figure, sentence)
    points = list(points_in(HEAD + "exports,RUS,IND,2023-01,1,USD\nexports,RUS,IND,2023-03,1,USD\n"))
    (key,) = series_for(quantity, points)
    assert value_in(points, key, quantity.period) is None


def test_without_a_series_a_report_of_other_origin_supports_or_contradicts(said):
    same = "Chinese trade with North Korea was eight times higher in June than in June 2022, officials said."
    other = "China's trade with North Korea was five times higher in June than the previous year."
    assert said(EIGHT, HEAD, [same])[0] == SUPPORTED
    verdict, reason, evidence = said(EIGHT, HEAD, [same, other])
    assert (verdict, reason) == (CONTRADICTED, "1 report of other origin gives another figure for the same")
    assert [(item.bears, item.source) for item in evidence] == [("for", "Outlet 0"), ("against", "Outlet 1")]


def test_without_a_series_and_without_other_reports_it_is_open(said):
    assert said(EIGHT, HEAD)[:2] == (OPEN, "no series and no other report tells this quantity for both periods")


@pytest.mark.parametrize("entry", load("check_direction").entries, ids=lambda entry: entry.id)
def test_every_direction_stands_in_its_examples(entry):
    assert all(any(form in example.split() for form in entry.forms) for example in entry.examples)
