"""Who meets whom by what they do in its course, by whom planes carry, and by words that stand for two."""

from __future__ import annotations

import pytest

PUBLISHED = "2023-05-12"


@pytest.fixture(scope="module")
def sides(read_layers):
    """A function that gives the countries of both sides of each event, with the words that tell it."""

    def read(text):
        reading = read_layers(text, "events", published=PUBLISHED)
        return [
            (
                event.trigger.of(text),
                [party.country for party in event.actors],
                [party.country for party in event.recipients],
            )
            for event in reading.events
            if event.act == "CONSULT"
        ]

    return read


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The Chadian president told the Peruvian president in a call that it rained.", [("call", ["TCD"], ["PER"])]),
        ("The Chadian president told reporters during a meeting that it rained.", []),
        ("The Chadian president condemned the Peruvian president at a meeting.", []),
        (
            "The Chadian president said after talks with the Peruvian president that it rained.",
            [("talks", ["TCD"], ["PER"])],
        ),
        ("The Chadian president, on a visit to Peru, said that it rained.", [("visit", ["TCD"], ["PER"])]),
        ("The Chadian president commented on the visit to Peru.", []),
        ("The Chadian president left Peru on Tuesday after a two-day visit.", [("visit", ["TCD"], ["PER"])]),
    ],
)
def test_talks_and_visits_have_those_who_do_something_in_their_course(sentence, wanted, sides):
    assert sides(sentence) == wanted


def test_a_plane_that_lands_brings_whom_it_carries(sides):
    assert sides("A plane carrying the Chadian president landed in Lima.") == [("landed", ["TCD"], ["PER"])]
    assert sides("A plane carrying forty soldiers from Chad landed in Lima.") == []


def test_the_two_are_the_two_who_were_named_last(sides):
    text = (
        "The Chadian president wrote to the Peruvian president. A summit between the two will open in Oslo on Monday."
    )
    assert [event[1:] for event in sides(text)] == [(["TCD"], ["PER"])]


def test_talks_that_are_held_keep_those_between_whom_they_are(sides):
    assert sides("Talks between Chad and Peru will be held in Oslo on Monday.") == [
        ("Talks between Chad and Peru will be held", ["TCD"], ["PER"])
    ]


def test_those_between_whom_talks_are_may_stand_behind_their_day(sides):
    text = "The envoy prepares the ground ahead of talks in Oslo on May 20 between Chad and Peru."
    assert ("talks", ["TCD"], ["PER"]) in sides(text)


def test_a_conference_about_a_country_stands_alone(sides):
    assert sides("A peace conference on Peru opened in Oslo on Monday.") == [("peace conference", [], ["PER"])]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("A conference of Chad and Peru is to be held in Oslo on 19 June.", "planned"),
        ("The conference of Chad and Peru is to be held in Oslo on 19 June.", "planned"),
        ("The conference of Chad and Peru was held in Oslo on Monday.", "asserted"),
        ("The next round of talks with Chad will not take place in Oslo.", "denied"),
    ],
)
def test_what_is_to_be_held_is_planned_though_only_one_side_is_named(sentence, status, read_layers):
    events = read_layers(sentence, "events", published=PUBLISHED).events
    assert [event.status for event in events] == [status]
