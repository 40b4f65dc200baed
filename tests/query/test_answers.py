from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import query
from dragoman.errors import UsageError
from dragoman.model import Question
from dragoman.query import question
from plain_answers import holds

ALL = {"order": "newest", "limit": 10_000}


@pytest.fixture(scope="session")
def reports(asked_store):
    return {name: asked_store.report(name) for name in asked_store.report_names()}


def same(asked_store, asked_events, reports, asked):
    found = {item.id for item in query.events(asked_store, asked, **ALL)}
    wanted = {item.id for item, tellings in asked_events if holds(asked, item, tellings, reports)}
    assert found == wanted, asked
    return found


@pytest.mark.parametrize(
    "asked",
    [
        {"act": "CONSULT"}, {"act": ["assault", "coerce"]}, {"mode": "visit"}, {"plover": "AGREE"}, {"cameo": "04"},
        {"cameo": ["190", "17"]}, {"quad": 4}, {"context": "military"}, {"context": ["economic", "legal"]},
        {"actor": "Russia"}, {"actor": "RUS GOV"}, {"actor": "GOV"}, {"actor": ["USA", "Putin"]},
        {"recipient": "PRK"}, {"party": "Wagner"}, {"party": "Kim Jong Un"}, {"sector": ["MIL", "REB"]},
        {"place": "Ukraine"}, {"place": ["Seoul", "KOR"]}, {"place": "1873107"}, {"area": "30,120,45,135"},
        {"area": "-60,170,60,-60"}, {"since": "2023"}, {"until": "2022-03"}, {"since": "2022-10", "until": "2022-12"},
        {"status": ["planned", "denied"]}, {"stage": "happened"}, {"speaker": "Blinken"}, {"speaker": "ministry"},
        {"source": "Halyard Wire"}, {"report": ["demo-001", "demo-075"]}, {"text": "missile"},
        {"text": '"North Korea" OR Taiwan -visit'}, {"text": "nucl* NOT talks"}, {"confidence": 0.6}, {"sources": 2},
        {"disputed": True}, {"disputed": False}, {"actor": "Nobody Anywhere"}, {"speaker": "%"}, {"source": "_"},
    ],
    ids=str,
)  # fmt: skip
def test_each_filter_answers_as_one_that_looks_at_every_event(asked, asked_store, asked_events, reports):
    same(asked_store, asked_events, reports, question(**asked))


values = st.fixed_dictionaries(
    {},
    optional={
        "act": st.lists(st.sampled_from(("CONSULT", "ASSAULT", "ACCUSE", "COERCE")), min_size=1, max_size=2),
        "status": st.sampled_from(("asserted", "planned", "background")),
        "actor": st.sampled_from(("RUS", "PRK", "USA GOV", "GOV", "Putin")),
        "recipient": st.sampled_from(("UKR", "PRK", "KOR")),
        "party": st.sampled_from(("CHN", "MIL", "Blinken")),
        "sector": st.sampled_from(("GOV", "MIL")),
        "place": st.sampled_from(("KOR", "UKR", "Seoul")),
        "since": st.sampled_from(("2020", "2022-03", "2023-07-01")),
        "until": st.sampled_from(("2023-07-27", "2024-01", "2025")),
        "source": st.sampled_from(("Halyard Wire", "Selenga Telegraph")),
        "speaker": st.sampled_from(("Kremlin", "ministry")),
        "text": st.sampled_from(("visit", "Pyongyang -missile", "war OR talks")),
        "confidence": st.sampled_from((0.3, 0.7)),
        "sources": st.sampled_from((1, 2)),
        "disputed": st.booleans(),
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(asked=values)
def test_any_question_is_answered_the_same_way(asked, asked_store, asked_events, reports):
    whole = question(**asked)
    found = same(asked_store, asked_events, reports, whole)
    (tally,) = query.count(asked_store, whole)
    assert tally.events == len(found)


@pytest.mark.parametrize("order", ["newest", "oldest", "most-told"])
@pytest.mark.parametrize("asked", [Question(), question(party="PRK"), question(since="2022", text="missile")], ids=str)
def test_pages_give_each_event_once_and_in_order(order, asked, asked_store):
    whole = [item.id for item in query.events(asked_store, asked, order, limit=10_000)]
    pages, after = [], None
    while True:
        page = query.events(asked_store, asked, order, after, 7)
        pages += [item.id for item in page]
        after = page.after
        if after is None:
            break
    assert pages == whole
    assert len(set(whole)) == len(whole)


def test_newest_and_oldest_stand_the_other_way_round_and_undated_ones_last(asked_store):
    newest = [item.begin for item in query.events(asked_store, limit=10_000)]
    oldest = [item.begin for item in query.events(asked_store, order="oldest", limit=10_000)]
    dated = [begin for begin in newest if begin]
    assert dated == sorted(dated, reverse=True)
    assert oldest[: len(dated)] == dated[::-1]
    assert newest[len(dated) :] == oldest[len(dated) :] == [None] * (len(newest) - len(dated))


@pytest.mark.parametrize("find", [query.mentions, query.reports, query.statements, query.figures])
@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_pages_of_the_other_kinds_give_each_once_too(find, order, asked_store):
    whole = list(find(asked_store, order=order, limit=10_000))
    pages, after = [], None
    while True:
        page = find(asked_store, order=order, after=after, limit=41)
        pages += page
        after = page.after
        if after is None:
            break
    assert pages == whole
    assert len(set(map(repr, whole))) == len(whole)


def test_mentions_are_those_of_the_events_narrowed_by_what_tells_them(asked_store, asked_events, reports):
    asked = question(party="PRK", source="Halyard Wire")
    found = {(each.event, each.told.id) for each in query.mentions(asked_store, asked, limit=10_000)}
    wanted = {
        (item.id, told.id)
        for item, tellings in asked_events
        if holds(asked, item, tellings, reports)
        for told in tellings
        if told.source == "Halyard Wire"
    }
    assert found == wanted
    assert {each.id for each in query.reports(asked_store, asked, limit=10_000)} == {
        told.report for item, tellings in asked_events for told in tellings if (item.id, told.id) in wanted
    }


@pytest.mark.parametrize("by", query.DIMENSIONS)
def test_counts_are_those_of_the_events(by, asked_store, asked_events):
    counted = {tally.labels[0]: tally.events for tally in query.count(asked_store, by=by)}
    assert {tally.labels[0]: tally.events for tally in query.count(asked_store, by=by, sums=True)} == counted
    one = {
        "year": lambda item: (item.begin or "")[:4] or None, "month": lambda item: (item.begin or "")[:7] or None,
        "day": lambda item: (item.begin or "")[:10] or None, "country": lambda item: item.where and item.where.country,
        **{name: lambda item, name=name: getattr(item, name)
           for name in ("act", "mode", "plover", "cameo", "quad", "status", "stage")},
    }  # fmt: skip
    several = {
        "actor": lambda item: {party.country for party in item.actors},
        "recipient": lambda item: {party.country for party in item.recipients},
        "sector": lambda item: {sector for party in (*item.actors, *item.recipients) for sector in party.sectors},
    }
    if by in one:
        assert counted == Counter(one[by](item) for item, _ in asked_events)
    elif by in several:
        assert counted == Counter(label for item, _ in asked_events for label in several[by](item))


def test_a_series_has_every_period_and_the_counts_of_its_events(asked_store):
    asked = question(act="ASSAULT", since="2022", until="2023")
    months = query.series(asked_store, asked)
    assert [value.period for value in months] == [f"2022-{month:02d}" for month in range(1, 13)]
    assert (months[0].begin, months[-1].end) == ("2022-01-01", "2023-01-01")
    counted = {tally.labels[0]: tally.events for tally in query.count(asked_store, asked, "month")}
    assert {value.period: value.events for value in months if value.events} == {
        month: number for month, number in counted.items() if month >= "2022"
    }
    assert len(query.series(asked_store, asked, "week")) == 53
    assert len(query.series(asked_store, asked, "day")) == 365
    with pytest.raises(UsageError, match="more than 100,000 values"):
        query.series(asked_store, question(since="0001", until="9999"), "day")


def test_a_search_ranks_marks_and_narrows(asked_store):
    page = query.search(asked_store, question(text='"North Korea" OR Taiwan -missile', source="Halyard"), limit=50)
    assert len(page) > 3
    for found in page:
        assert found.source == "Halyard Wire"
        marks = {mark.of(found.snippet.words) for mark in found.snippet.marks}
        assert marks <= {"North Korea", "Taiwan"}
    first = query.search(asked_store, question(text="missile"), limit=2)
    second = query.search(asked_store, question(text="missile"), first.after, 2)
    assert len({found.id for found in (*first, *second)}) == 4


def test_the_first_of_a_kind_come_with_how_much_was_searched(asked_store):
    answer = query.first(asked_store, question(act="CONSULT", mode="visit", recipient="North Korea", since="2023-07"))
    begins = [item.begin for item in answer.events]
    assert begins == sorted(begins)
    assert answer.searched.begin >= "2023-07-01"
    assert answer.searched.reports == sum(number for _, number in answer.searched.sources) > 20


def test_statements_are_found_by_the_name_and_the_country_of_their_speaker(asked_store):
    named = query.statements(asked_store, question(speaker="Blinken"), limit=100)
    assert {"Blinken" in said.speaker for said in named} == {True}
    russian = query.statements(asked_store, question(speaker="Russian"), limit=1000)
    assert {said.country == "RUS" or "Russian" in said.speaker for said in russian} == {True}
    with pytest.raises(UsageError, match="statements cannot be narrowed by act"):
        query.statements(asked_store, question(act="AID"))


def test_figures_are_found_by_kind_and_unit(asked_store):
    assert {given.kind for given in query.figures(asked_store, kind="percent", limit=100)} == {"percent"}
    people = query.figures(asked_store, unit="people", limit=100)
    assert {given.unit for given in people} == {"people"}
    assert all(given.words in given.sentence for given in people if "\n" not in given.words)


def test_an_event_is_found_by_its_id_by_those_of_its_mentions_and_by_their_beginnings(asked_store):
    item = query.events(asked_store, order="most-told", limit=1).items[0]
    for name in (item.id, item.id[:-2], *item.mentions, item.mentions[-1][:13], " " + item.id):
        assert query.event_named(asked_store, name) == item
    story = query.story(asked_store, item.id)
    assert [each.told.id for each in story.versions] == list(item.mentions)


@pytest.mark.parametrize("name", ["", "e-", "zz", "%", "e-'; DROP TABLE words", "\ud800", "0" * 40, "e-e-", "\0"])
def test_an_id_that_is_none_is_a_usage_error(name, asked_store):
    with pytest.raises(UsageError):
        query.event_named(asked_store, name)


def test_a_beginning_that_several_have_names_them(asked_store):
    with pytest.raises(UsageError, match=r"may be [0-9a-f]{16}, .*give more of the id"):
        query.event_named(asked_store, "1")


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=40) | st.text("\"*()-^:{}+ ORNOTANDnearé\x00\ud800'", max_size=30))
def test_no_text_breaks_the_search(text, asked_store):
    try:
        asked = question(text=text)
    except UsageError:
        return
    query.search(asked_store, asked, limit=2)
    query.events(asked_store, asked, limit=2)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.text(min_size=1, max_size=20))
def test_no_name_breaks_a_question(name, asked_store):
    for field in ("actor", "place", "speaker", "source", "report"):
        try:
            asked = question(**{field: name})
        except UsageError:
            continue
        query.events(asked_store, asked, limit=2)


@pytest.mark.parametrize("cursor", ["x", "", "e30", "W10", "WzFd", "=", "ä", "W1tbW1tb", "AAAA" * 100])
def test_a_cursor_that_is_none_is_a_usage_error(cursor, asked_store):
    with pytest.raises(UsageError, match="cursor"):
        query.events(asked_store, after=cursor)


def test_a_cursor_belongs_to_its_question_and_order(asked_store):
    cursor = query.events(asked_store, limit=3).after
    for asked, order in ((question(act="AID"), "newest"), (Question(), "oldest")):
        with pytest.raises(UsageError, match="another question or order"):
            query.events(asked_store, asked, order, cursor)


@pytest.mark.parametrize("limit", [0, -1, 10_001, 2.5, True])
def test_a_limit_has_its_limits(limit, asked_store):
    with pytest.raises(UsageError, match="limit is"):
        query.events(asked_store, limit=limit)
