"""What a claim asks of the history."""

from __future__ import annotations

import pytest

from dragoman.check.wanted import wanted_of

DAY = "2023-07-26"


@pytest.fixture(scope="module")
def asked(read_layers):
    def ask(text):
        reading = read_layers(text, published=DAY)
        (claim,) = [claim for claim in reading.claims if claim.kind != "comparison"]
        return wanted_of(claim, reading)

    return ask


def test_first_visitors_are_visits_of_foreigners_since_the_day_after_the_stretch(asked):
    wanted = asked(
        "A Mongolian delegation arrived in Pyongyang, North Korea's first known foreign visitors since March 2020."
    )
    assert (wanted.question.act, wanted.question.mode, wanted.question.recipient) == (
        ("CONSULT",),
        ("visit",),
        ("PRK",),
    )
    assert (wanted.edge, wanted.since, wanted.searched) == (("2020-03-01", "2020-04-01"), "2020-04-01", "2020-03-01")
    assert (wanted.crossing, wanted.narrowed, wanted.who) == (True, (), ())


def test_this_year_has_no_stretch_before_it(asked):
    wanted = asked("It was the third North Korean missile test this year.")
    assert (wanted.order, wanted.n, wanted.since, wanted.edge) == ("nth", 3, "2023-01-01", None)
    assert (wanted.countries, wanted.narrowed) == (("PRK",), ())


def test_words_that_narrow_are_told(asked):
    assert asked("They held the first formal negotiations since 2020 in Kenya.").narrowed == ("formal",)


def test_his_visit_is_bound_to_him(asked):
    wanted = asked("Vladimir Putin arrived in Pyongyang on Wednesday on his first visit to North Korea in ten years.")
    assert [actor.name for actor in wanted.who] == ["Vladimir Putin"]
    assert (wanted.question.actor, wanted.question.recipient, wanted.crossing) == (("RUS",), ("PRK",), True)


def test_an_office_binds_as_well(asked):
    text = "Blinken landed in Beijing on Sunday, the first visit to China by an American secretary of state since 2018."
    assert [actor.role for actor in asked(text).who] == ["secretary of state"]


def test_a_day_that_the_report_does_not_date_is_told(asked):
    wanted = asked("It was the first visit of a Russian minister to North Korea since the reform.")
    assert (wanted.undated, wanted.since) == (True, None)


def test_a_claim_without_an_act_asks_nothing(asked):
    assert asked("It was the worst economic crisis that the island has known since 1948.") is None


def test_a_claim_that_names_nobody_is_of_the_last_event_of_its_kind(asked):
    wanted = asked("North Korea tested a missile on Monday. It was the first full test since November 2017.")
    assert (wanted.countries, wanted.until) == (("PRK",), "2023-07-24")


def test_a_visit_whose_host_is_left_out_is_of_the_country_that_its_event_was_in(asked):
    text = (
        "Antony Blinken arrived in Beijing on Sunday, the first visit by an American secretary of state in ten years."
    )
    assert asked(text).question.recipient == ("CHN",)


def test_a_trip_abroad_is_of_no_one_country(asked):
    wanted = asked("Kim Jong Un arrived in Russia on Tuesday, his first trip abroad in four years.")
    assert (wanted.question.actor, wanted.question.recipient, wanted.crossing) == (("PRK",), (), True)


def test_a_treaty_is_asked_for_by_its_code(asked):
    wanted = asked("North Korea and Russia signed a treaty on Monday, their first treaty since 2000.")
    assert (wanted.question.act, wanted.sought.kinds[0].cameo) == (("SUPPORT",), "057")
