"""Plans: what is promised, what is put off, occasions of which no party is told."""

from __future__ import annotations

import pytest

PUBLISHED = "2023-05-12"


def told(reading):
    """Words, act and status of each event, in order of the text."""
    text = reading.report.text
    return [(event.trigger.of(text), event.act, event.status) for event in reading.events]


@pytest.fixture(scope="module")
def read(read_layers):
    """A function that reads a sentence as a report of its own."""
    return lambda sentence: read_layers(sentence, "events", published=PUBLISHED)


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        (
            "The rebels in Mali agreed to free twenty prisoners.",
            [("agreed", "AGREE", "asserted"), ("to free", "RETREAT", "planned")],
        ),
        (
            "The rail union in Chile vowed to strike on 5 June.",
            [("vowed", "THREATEN", "asserted"), ("to strike", "PROTEST", "planned")],
        ),
        ("The rebels in Mali offered to free twenty prisoners.", [("offered", "AGREE", "asserted")]),
    ],
)
def test_what_is_promised_is_a_plan_beside_the_promise(sentence, events, read):
    assert told(read(sentence)) == events


def test_the_promise_is_coded_and_its_plan_is_not(read):
    codes = [event.plover for event in read("The rebels in Mali agreed to free twenty prisoners.").events]
    assert codes == ["AGREE", None]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Chad postponed its military exercise with Mali.", [("postponed", "MOBILIZE", "planned")]),
        ("The departure of the Chadian soldiers was called off.", [("called", "RETREAT", "denied")]),
        ("The train to Lima was delayed.", []),
    ],
)
def test_the_word_for_a_turn_takes_over_the_act_of_its_noun(sentence, events, read):
    assert told(read(sentence)) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("The talks resumed in Oslo on Tuesday.", [("talks", "CONSULT", "asserted")]),
        (
            "Talks on fishing rights in the lake resumed in Oslo on Tuesday.",
            [("Talks on fishing rights in the lake resumed", "CONSULT", "asserted")],
        ),
        ("A ceasefire will take effect on Sunday.", [("ceasefire", "RETREAT", "planned")]),
        ("Talks are good for a marriage.", []),
    ],
)
def test_an_occasion_with_its_day_needs_no_party(sentence, events, read):
    assert told(read(sentence)) == events


def test_who_is_due_somewhere_is_on_a_visit_to_come(read):
    (event,) = read("The Peruvian foreign minister is due in Quito on Monday.").events
    assert (event.act, event.mode, event.status) == ("CONSULT", "visit", "planned")
    assert [party.country for party in (*event.actors, *event.recipients)] == ["PER", "ECU"]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("The trip of the Spanish king to Lima is off.", [("trip", "CONSULT", "denied")]),
        ("The trip of the Spanish king to Lima is weeks off.", [("trip", "CONSULT", "asserted")]),
        ("The visit of the Spanish king to Lima fell through.", [("visit", "CONSULT", "denied")]),
        ("Strong Horse, a yearly Peruvian exercise, is planned for June.", [("exercise", "MOBILIZE", "planned")]),
        ("The Peruvian army will try out new boats in its yearly exercise.", [("exercise", "MOBILIZE", "planned")]),
        ("The Peruvian army tried out new boats in its yearly exercise.", [("exercise", "MOBILIZE", "asserted")]),
    ],
)
def test_what_is_said_of_an_occasion_tells_what_came_of_it(sentence, events, read):
    assert told(read(sentence)) == events


def test_who_promises_elections_plans_them(read):
    events = told(read("The junta of Mali promised to hold elections in 2024."))
    assert events == [("promised", "AGREE", "asserted"), ("to hold", "CONCEDE", "planned")]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        (
            "Chad and Mali agreed to put off their exercise.",
            [("agreed", "AGREE", "asserted"), ("to put", "MOBILIZE", "planned")],
        ),
        (
            "Chad and Mali agreed to call off their exercise.",
            [("agreed", "AGREE", "asserted"), ("to call", "MOBILIZE", "denied")],
        ),
        (
            "Chad and Mali agreed to reopen their embassies.",
            [("agreed", "AGREE", "asserted"), ("to reopen", "SUPPORT", "planned")],
        ),
    ],
)
def test_what_is_agreed_of_a_plan_is_told_beside_the_agreement(sentence, events, read):
    assert told(read(sentence)) == events


def test_who_was_held_and_goes_is_free(read):
    text = "Two doctors from Chad held by rebels in Mali flew to Lima on Sunday."
    assert [(event.act, event.mode) for event in read(text).events] == [("COERCE", "arrest"), ("RETREAT", "release")]
    assert [event.mode for event in read("Two doctors from Chad flew to Lima on Sunday.").events] == []


def test_a_treaty_may_be_signed_though_nobody_says_where_or_by_whom(read_layers):
    text = "A treaty on fishing rights may be signed, an aide told reporters. The treaty was signed in haste."
    events = read_layers(text, "events", published="2023-05-12").events
    assert [(event.trigger.of(text), event.status) for event in events] == [("signed", "hypothetical")]
