"""The report that the project was started from, row by row of its EXPECTED.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.flow.config import Config
from dragoman.flow.registry import pipeline_of
from dragoman.ingest import report_from_text

SEED = Path(__file__).parent.parent.parent / "shared" / "seed" / "000_8380d8f62c7edc7f.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed report lies in ../shared, which is not here")


@pytest.fixture(scope="module")
def reading(parser):
    return pipeline_of(Config(), parser=parser)(report_from_text(SEED.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def events(reading):
    """The events by sentence number and trigger words."""
    text = reading.report.text
    return {(reading.sentences.index(item.sentence), item.trigger.of(text)): item for item in reading.events}


def sides(event):
    return {party.country for party in event.actors}, {party.country for party in event.recipients}


def test_s1_the_dateline_gives_agency_and_date(reading):
    line = reading.report.dateline
    assert (line.agency, line.date, reading.report.published) == ("ALBAWABA", "2023-07-26", "2023-07-26")
    assert reading.sentences[0].of(reading.report.text).startswith("At the invitation")


def test_s2_the_delegation_arrives(events):
    event = events[0, "arrived"]
    assert (event.act, event.mode, event.cameo, event.status) == ("CONSULT", "visit", "042", "asserted")
    assert sides(event) == ({"RUS"}, {"PRK"})
    shoigu = next(party for party in event.actors if party.name == "Sergei Shoigu")
    assert (shoigu.role, set(shoigu.sectors)) == ("Defense Minister", {"GOV", "MIL"})
    assert any("Ministry" in party.name and set(party.sectors) == {"GOV", "MIL"} for party in event.recipients)
    assert event.where.geonameid == 1871859
    assert (event.when.begin, event.when.origin, event.speaker) == ("2023-07-26", "published", None)


def test_s3_the_ministry_invited(events):
    event = events[0, "invitation"]
    assert event.act == "REQUEST"
    assert sides(event) == ({"PRK"}, {"RUS"})


def test_s4_the_first_visitors_since_the_closure_is_a_claim(reading):
    claim = next(item for item in reading.claims if item.kind == "first-since")
    assert (claim.of["act"], claim.of["mode"]) == ("CONSULT", "visit")
    assert claim.since.begin == "2020-01-01"


def test_s5_taking_part_is_planned_and_told_by_kcna(reading, events):
    event = next(item for (number, _), item in events.items() if number == 1 and item.mode == "visit")
    assert (event.status, event.when.begin) == ("planned", "2023-07-27")
    assert sides(event) == ({"RUS"}, {"PRK"})
    kcna = next(actor for actor in reading.actors if actor.span.of(reading.report.text) == "KCNA")
    assert (kcna.country, set(kcna.sectors)) == ("PRK", {"GOV", "JRN"})
    assert event.speaker.span.overlaps(kcna.span)
    assert any(figure.kind == "ordinal" and figure.value == 70 for figure in reading.figures)


def test_s6_flags_and_guards_are_no_event_of_conflict(reading, events):
    assert not [item for (number, _), item in events.items() if number == 2]
    text = reading.report.text
    statement = next(item for item in reading.statements if item.content[0].of(text).startswith('"Flags'))
    assert statement.manner == "direct"
    assert reading.actors[statement.speaker].country == "PRK"
    army = next(actor for actor in reading.actors if "People's Army" in actor.span.of(reading.report.text))
    assert (army.country, army.sectors) == ("PRK", ("MIL",))


def test_s7_the_seventies_and_the_embedded_post(reading):
    values = {time.span.of(reading.report.text): time.value for time in reading.times}
    assert values["the 70s"].startswith("197")
    assert values["July 25, 2023"] == "2023-07-25"
    (post,) = reading.media
    assert (post.url, post.date) == ("https://pic.twitter.com/TOuoHW0h2Z", "2023-07-25")


def test_s8_the_border_was_closed_in_early_2020(events):
    event = events[7, "closed"]
    assert (event.act, event.mode, event.status) == ("SANCTION", "discontinue", "background")
    assert sides(event) == ({"PRK"}, {"CHN", "RUS"})
    assert (event.when.begin, event.when.end) == ("2020-01-01", "2020-05-01")


def test_s9_a_denied_saying_tells_no_event_of_its_own(events):
    assert not [item for (number, _), item in events.items() if number == 8 and item.act != "CONSULT"]


def test_s10_the_chinese_delegation_is_to_come(reading, events):
    event = next(item for (number, _), item in events.items() if number == 9 and item.mode == "visit")
    assert (event.status, event.when.begin) == ("planned", "2023-07-26")
    assert sides(event) == ({"CHN"}, {"PRK"})
    li = next(actor for actor in reading.actors if actor.name == "Li Hongzhong")
    assert li.country == "CHN"


def test_s11_trade_eight_times_higher_is_a_figure_and_no_event(reading, events):
    figure = next(item for item in reading.figures if item.kind == "ratio")
    assert (figure.value, figure.relation.compares, figure.relation.with_) == (8.0, "2023-06", "2022-06")
    assert "COOPERATE" not in {item.act for item in events.values()}


def test_s12_tens_of_thousands_a_day_and_the_closure_again(reading, events):
    assert any(item.low == 20000 for item in reading.figures)
    assert events[10, "closed"].act == "SANCTION"
    assert sides(events[10, "closed"])[0] == {"PRK"}


def test_s13_to_s15_patel_speaks_of_what_russia_and_china_can_do(reading, events):
    spoken = [item for (number, _), item in events.items() if number == 11 and item.act == "REQUEST"]
    assert spoken
    for event in spoken:
        assert event.status == "hypothetical"
        assert "Patel" in event.speaker.name
        assert sides(event) == ({"RUS", "CHN"}, {"PRK"})
    assert not [item for (number, _), item in events.items() if number == 11 and item.act == "THREATEN"]
    patel = next(actor for actor in reading.actors if actor.name == "Vedant Patel")
    assert (patel.country, patel.sectors) == ("USA", ("GOV",))
