"""Every way to an answer gives the same one: through lists, through stretches of time, page by page or at once."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest

from dragoman import query
from dragoman.query.ask import question
from dragoman.store import open_store
from dragoman.store.select import count, events, plan, reports, where

ASKED = (
    {}, {"act": "CONSULT"}, {"act": ("ASSAULT", "COERCE")}, {"mode": "visit"}, {"cameo": "04"}, {"quad": 1},
    {"status": "planned"}, {"context": "military"}, {"actor": "RUS"}, {"recipient": "PRK"}, {"party": ("CHN", "RUS")},
    {"sector": "MIL"}, {"sector": ("GOV", "MIL")}, {"actor": "RUS GOV"}, {"actor": "GOV"}, {"party": "GOV MIL"},
    {"actor": "RUS", "recipient": "PRK"}, {"party": "Putin"}, {"party": ("Putin", "CHN")}, {"place": "PRK"},
    {"place": "Pyongyang"}, {"area": (30, 120, 60, 140)}, {"speaker": "ministry"}, {"source": "Halyard Wire"},
    {"source": "Halyard Wire", "speaker": "ministry"}, {"text": "visit"}, {"text": "visit", "source": "Halyard Wire"},
    {"text": "visit", "act": "CONSULT", "party": "RUS"}, {"sources": 2}, {"disputed": True}, {"disputed": False},
    {"confidence": 0.8}, {"report": "demo-001"}, {"text": "nowhere-at-all"}, {"actor": "Nobody At All"},
)  # fmt: skip
DIMENSIONS = (
    "month,act", "week", "day", "dyad,actor", "actor", "recipient", "sector", "sector,recipient", "source,speaker",
    "country", "place,year",
)  # fmt: skip
PERIODS = (
    {}, {"since": "2023-07-26"}, {"until": "2023-07-26"}, {"since": "2023-07", "until": "2023-08"},
    {"since": "2023-07-26", "until": "2023-07-27"}, {"since": "2090"},
)  # fmt: skip


@pytest.fixture(params=("lists", "stretches"))
def one_way(request, monkeypatch):
    """All lists are short, or all are long."""
    long = 10**12 if request.param == "lists" else 0
    monkeypatch.setattr(plan.plan_of, "__defaults__", (long,))
    monkeypatch.setattr(plan.plan, "__defaults__", (long,))
    monkeypatch.setattr(count, "MANY", long)
    monkeypatch.setattr(where, "MANY", long)
    monkeypatch.setattr(reports, "LONG", long)
    return request.param


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_events_are_the_same_by_every_way(asked_store, asked_events, one_way, period):
    known = {item.id: (item, told) for item, told in asked_events}
    for asked in ASKED:
        whole = question(**asked, **period)
        found = [item.id for item in query.events(asked_store, whole, "oldest", limit=10_000)]
        assert len(found) == len(set(found)), asked
        wanted = [each for each in every(asked_store, asked) if touches(known[each][0], period)]
        assert sorted(found) == sorted(wanted), asked
        assert found == sorted(found, key=lambda each: (known[each][0].begin or "~", each)), asked
        newest = [item.id for item in query.events(asked_store, whole, "newest", limit=10_000)]
        assert newest == sorted(found, key=lambda each: (known[each][0].begin or "", each), reverse=True), asked
        told = [item.id for item in query.events(asked_store, whole, "most-told", limit=10_000)]
        assert told == sorted(found, key=lambda each: rank(known[each][0]), reverse=True), asked
        assert query.count(asked_store, whole)[0].events == len(found), asked


def test_pages_in_a_row_are_the_whole(asked_store, one_way):
    for order in events.ORDERS:
        for asked in ({}, {"act": "CONSULT"}, {"since": "2023-07-26"}, {"sector": "GOV"}):
            whole = question(**asked)
            pages = paged(lambda after, w=whole, o=order: query.events(asked_store, w, o, after, 7))
            assert pages == list(query.events(asked_store, whole, order, limit=10_000))
    for order in ("newest", "oldest"):
        for asked in ({}, {"act": "CONSULT"}, {"text": "visit"}, {"source": "Halyard Wire"}):
            whole = question(**asked)
            for ask in (query.mentions, query.reports):
                pages = paged(lambda after, a=ask, w=whole, o=order: a(asked_store, w, o, after, 7))
                assert pages == list(ask(asked_store, whole, order, limit=10_000))
        for asked in ({}, {"text": "visit"}, {"speaker": "RUS"}):
            whole = question(**asked)
            pages = paged(lambda after, w=whole, o=order: query.statements(asked_store, w, o, after, 7))
            assert pages == list(query.statements(asked_store, whole, order, limit=10_000))


def test_mentions_reports_and_counts_are_the_same_by_every_way(asked_store, monkeypatch):
    answers = []
    for long in (0, 100, 10**12):
        monkeypatch.setattr(plan.plan_of, "__defaults__", (long,))
        monkeypatch.setattr(plan.plan, "__defaults__", (long,))
        monkeypatch.setattr(count, "MANY", long)
        monkeypatch.setattr(where, "MANY", long)
        monkeypatch.setattr(reports, "LONG", long)
        answers.append([list(answer(asked_store, question(**asked, **PERIODS[3]))) for asked in ASKED])
        answers[-1] += [list(answer(asked_store, question(**asked))) for asked in ASKED]
    assert answers[0] == answers[1] == answers[2]


@pytest.mark.parametrize("by", query.DIMENSIONS)
def test_what_is_counted_by_one_thing_adds_up_from_counts_by_two(asked_store, by):
    other = "act" if by == "status" else "status"
    found = Counter()
    for tally in query.count(asked_store, by=(by, other)):
        found[tally.labels[:1]] += tally.events
    assert {tally.labels: tally.events for tally in query.count(asked_store, by=by)} == found


def test_names_are_found_after_others_have_come(asked_store, tmp_path):
    shutil.copy(asked_store.path, tmp_path / "own.dragoman")
    with open_store(tmp_path / "own.dragoman", write=True) as store:
        assert not query.statements(store, question(speaker="Nobody Yet")).items
        with store.writing():
            number = store.words.word("Nobody Yet")
            store.connection.execute("UPDATE statements SET speaker = ?", (number,))
        assert query.statements(store, question(speaker="nobody yet")).items


def answer(store, asked):
    """What a question has besides events."""
    yield [item.told.id for item in query.mentions(store, asked, limit=10_000)]
    yield [item.id for item in query.reports(store, asked, limit=10_000)]
    for by in DIMENSIONS:
        yield sorted(query.count(store, asked, by), key=repr)
        yield sorted(query.count(store, asked, by, sums=True), key=repr)


def every(store, asked):
    """The events that a question has without a period, as the short way finds them; the tests of answers check that."""
    return [item.id for item in query.events(store, question(**asked), "newest", limit=10_000)]


def touches(item, period):
    """True if an event is of a period."""
    if not period:
        return True
    since, until = (str(question(**period).since or "0"), str(question(**period).until or "9999"))
    return item.begin is not None and item.begin < until and (item.end or item.begin) > since


def rank(item):
    return item.independent, item.reports, item.begin or "", item.id


def paged(ask):
    """All items, page by page."""
    found, after = [], None
    while True:
        page = ask(after)
        found.extend(page.items)
        after = page.after
        if after is None:
            return found
