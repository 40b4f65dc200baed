"""The seed report beside the demo reports: what the record says of its arrival, its plan, its closure and its claims.

The rows S2, S4, S10 and S12, and the last paragraph, of the project's list of what the seed says; skipped where the
report is not at hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.check.ahead import ahead
from dragoman.check.answer import CONTRADICTED, OPEN, SUPPORTED
from dragoman.check.claims import check, earliest
from dragoman.check.stored import Stored
from dragoman.check.table import points_in
from dragoman.cli.demo import demo_series
from dragoman.flow.config import Config
from dragoman.flow.registry import pipeline_of
from dragoman.flow.settle import settle
from dragoman.ingest import reports
from dragoman.model import Question
from dragoman.store import open_store

SHARED = Path(__file__).parents[3] / "shared" / "seed"
SEEDS = sorted(SHARED.glob("*.txt"))
pytestmark = pytest.mark.skipif(not SEEDS, reason=f"the seed report is not at hand in {SHARED}")

LATER = """A Chinese delegation led by Li Hongzhong, a member of the Politburo, arrived in Pyongyang on Wednesday, \
a day after the Russians, to attend the parade for the armistice.

Diplomats met the guests at the airport, the agency KCNA said on Thursday."""
TRADE = (
    "series,of,with,period,value,unit\ntrade,CHN,PRK,2023-06,166.2,USD million\ntrade,CHN,PRK,2022-06,20.4,USD million"
)
VISITS = Question(act=("CONSULT",), mode=("visit",), recipient=("PRK",), since="2020-01-01")


@pytest.fixture(scope="module")
def seed(parser):
    (report,) = reports([str(SEEDS[0])])
    return pipeline_of(Config(), parser=parser)(report).with_layer("parse", None)


@pytest.fixture(scope="module")
def later(read_layers):
    origin = {"id": "later", "published": "2023-07-27", "source": "A Third Paper"}
    return read_layers(LATER, **origin).with_layer("parse", None)


@pytest.fixture(scope="module")
def record(demo_readings, seed, tmp_path_factory):
    path = tmp_path_factory.mktemp("seed") / "record.dragoman"
    with open_store(path, create=True) as store:
        with store.writing():
            for reading in (*demo_readings, seed):
                store.add(reading, "the tests' pipeline")
        settle(store)
        store.put_points(list(points_in(TRADE)))
        yield Stored(store)


def events_of(reading, words):
    text = reading.report.text
    return [event for event in reading.events if words in event.sentence.of(text)]


def test_the_arrival_and_every_other_report_of_it_are_one_happening(record, seed):
    (arrival,) = [
        event for event in events_of(seed, "arrived in Pyongyang") if event.trigger.of(seed.report.text) == "arrived"
    ]
    happening = record.happening_of(arrival.id)
    tellers = {told.report for told in record.told(happening.mentions).values()}
    assert tellers == {"demo-075", "demo-077", "demo-078", "demo-118", seed.report.id}
    assert (happening.stage, happening.begin[:10]) == ("happened", "2023-07-25")
    assert (happening.reports, happening.independent) == (5, 4)


def test_first_visitors_are_answered_with_none_earlier_and_the_reports_searched(record, seed):
    answer = next(answer for answer in check(record, seed) if answer.kind == "first-since")
    assert answer.verdict in (OPEN, SUPPORTED)
    assert [item for item in answer.evidence if item.bears == "against"] == []
    assert answer.extent.since == "2020-01-01"
    assert answer.extent.reports > 60
    assert 15 < answer.extent.naming < answer.extent.reports
    assert "Halyard Wire" in dict(answer.extent.sources)


def test_the_first_visit_since_2020_is_the_arrival_of_july_2023(record):
    (first,), extent = earliest(record, VISITS, 1)
    assert first.begin[:10] == "2023-07-25"
    assert {party.country for party in first.actors} == {"RUS"}
    assert extent.reports > 100


def test_the_chinese_visit_happened_since_reports_of_the_demo_tell_that_it_followed(record, seed):
    (plan,) = [event for event in events_of(seed, "expected to be joined") if event.act == "CONSULT"]
    happening = record.happening_of(plan.id)
    tellers = {told.report: told.words for told in record.told(happening.mentions).values()}
    assert happening.stage == "happened"
    assert "followed on Wednesday" in tellers["demo-077"]


def test_the_chinese_visit_happened_when_a_later_report_tells_it(record, seed, later):
    (plan,) = [event for event in events_of(seed, "expected to be joined") if event.act == "CONSULT"]
    with record.store.writing():
        record.store.add(later, "the tests' pipeline")
    settle(record.store)
    happening = record.happening_of(plan.id)
    assert happening.stage == "happened"
    assert happening.turns[0].stage == "announced"
    assert any(turn.stage == "happened" and turn.day == "2023-07-27" for turn in happening.turns)
    (listed,) = [
        plan for plan in ahead(record, Question(since="2023-07-24", until="2023-07-29")) if plan.event == happening.id
    ]
    assert listed.stage == "happened"


def test_the_closure_told_twice_is_one_happening(record, seed):
    closures = [event for event in seed.events if (event.act, event.status) == ("SANCTION", "background")]
    assert len(closures) == 2
    assert len({record.happening_of(event.id).id for event in closures}) == 1


def test_eight_times_higher_is_held_against_the_series(record, seed):
    answer = next(answer for answer in check(record, seed) if answer.kind == "comparison")
    assert answer.verdict == SUPPORTED
    assert "a ratio of 8.147 times; the report says eight times" in answer.reason


@pytest.mark.parametrize(
    ("report", "verdict"), [("demo-119", SUPPORTED), ("demo-120", CONTRADICTED), ("demo-111", OPEN)]
)
def test_the_demo_shows_each_of_the_three_answers(record, report, verdict):
    answer = next(answer for answer in check(record, record.store.reading(report)) if answer.kind == "first-since")
    assert answer.verdict == verdict


def test_the_demo_holds_figures_against_its_own_series(record):
    with record.store.writing():
        record.store.put_points(demo_series())
    answers = [answer for name in ("demo-117", "demo-121") for answer in check(record, record.store.reading(name))]
    assert [answer.verdict for answer in answers if "CHN PRK" in answer.reason] == [SUPPORTED] * 3
