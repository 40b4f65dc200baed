"""Each feature says what it says of pairs made for it."""

from __future__ import annotations

import csv
from dataclasses import replace
from importlib.resources import files

import pytest

from dragoman.model import Size
from dragoman.resolve import Seen
from dragoman.resolve.compare.acts import act, stage, word
from dragoman.resolve.compare.dates import date
from dragoman.resolve.compare.figures import figures
from dragoman.resolve.compare.parties import names, parties, people, persons, rarity
from dragoman.resolve.compare.places import km, place
from dragoman.resolve.compare.score import DIFFERENT, cases, features, score
from dragoman.resolve.compare.wording import report, wording
from telling import Line, one

RAID = Line("Rebels attacked the market of Ostra.", "attacked", actors=("rebels [UGA]",), recipients=("UGA",))
TRIP = Line(
    "Mr Oyo visited Lima.",
    "visited",
    "CONSULT",
    "visit",
    actors=("UGA:uga-tomas-oyo",),
    recipients=("PER",),
    rule="visit.go",
)


def seen(line: Line, name: str = "r-1", day: str = "2024-05-02", **changed: object) -> Seen:
    return Seen.of(one(replace(line, **changed), name, day))


def pair(line: Line, first: dict[str, object], second: dict[str, object], days=("2024-05-02", "2024-05-02")):
    return seen(line, "r-1", days[0], **first), seen(line, "r-2", days[1], **second)


@pytest.mark.parametrize(
    ("first", "second", "case"),
    [
        ("2024-05-01", "2024-05-01", "same day"),
        ("2024-05-01", "2024-05-02", "day apart"),
        ("2024-05-01", "2024-05-04", "days apart"),
        ("2024-05-01", "2024-05-09", "far"),
        ("2024-05-01", "2024-05-01/2024-06-01", "same month"),
        ("2024-05-01/2024-06-01", "2024-05-01/2024-06-01", "same period"),
        ("2024-05-01", "2024-01-01/2025-01-01", "same year"),
        ("2024-05-01", "2023-01-01/2024-01-01", "far"),
        ("2024-04-30", "2024-05-01/2024-06-01", "near the edge"),
        ("2024-05-01", None, "told a day later"),
        ("2024-05-02", None, "told the same day"),
        ("2024-04-29", None, "told days later"),
        ("2024-04-26", None, "told in the week"),
        ("2024-03-26", None, "far"),
        ("2024-05-03", None, "far"),
        (None, None, "published together"),
    ],
)
def test_dates_are_compared_with_the_precision_that_texts_give(first, second, case):
    mine, yours = pair(
        RAID, {"when": first}, {"when": second}, ("2024-05-20", "2024-05-20" if second else "2024-05-02")
    )
    if first is None:
        mine = seen(RAID, "r-1", "2024-05-02")
    assert date(mine, yours) == date(yours, mine) == case


@pytest.mark.parametrize(
    ("days", "case"),
    [
        (("2024-05-02", "2024-05-03"), "published a day apart"),
        (("2024-05-02", "2024-05-05"), "published days apart"),
        (("2024-05-02", "2024-05-08"), "published in a week"),
        (("2024-05-02", "2024-06-08"), "far"),
    ],
)
def test_news_without_a_date_is_of_its_own_day(days, case):
    assert date(*pair(RAID, {}, {}, days)) == case


def test_what_looks_back_without_a_date_may_be_of_any_earlier_day_but_of_no_later_one():
    back = seen(RAID, "r-1", "2024-05-02", status="background")
    assert date(back, seen(RAID, "r-2", when="2011-01-01")) == "look-back"
    assert date(back, seen(RAID, "r-2", "2024-08-02", when="2024-08-01")) == "far"


@pytest.mark.parametrize(
    ("plan", "fact", "case"),
    [
        ("2024-05-10", "2024-05-10", "plan same day"),
        ("2024-05-01/2024-06-01", "2024-05-10", "plan in the time"),
        ("2024-05-10", "2024-05-12", "plan moved a little"),
        ("2024-05-10", "2024-05-25", "plan moved"),
        ("2024-05-10", "2024-09-25", "far"),
        ("2024-05-02", "2024-05-25", "plan without a day"),
        (None, "2024-05-09", "plan shortly before"),
        (None, "2024-05-25", "plan without a day"),
        (None, "2024-12-25", "plan long before"),
        (None, "2025-04-25", "far"),
        (None, "2024-02-25", "far"),
    ],
)
def test_a_plan_meets_what_came_of_it(plan, fact, case):
    announced = seen(TRIP, "r-1", "2024-05-02", status="planned", when=plan)
    happened = seen(TRIP, "r-2", "2025-06-01", when=fact)
    assert date(announced, happened) == date(happened, announced) == case


PUT_OFF = Line(
    "Mr Oyo has put off his visit to Lima.", "put", "REJECT", "meet", actors=("UGA:uga-tomas-oyo",), rule="refuse.meet"
)


@pytest.mark.parametrize(
    ("other", "day", "case"),
    [
        ({"status": "planned", "when": "2024-05-10"}, "2024-04-20", "turn in time"),
        ({"status": "planned"}, "2024-04-20", "turn in time"),
        ({"when": "2024-08-01"}, "2024-08-02", "plan put off"),
        ({"when": "2024-05-20"}, "2024-05-21", "plan put off a little"),
        ({}, "2024-05-02", "plan put off"),
        ({"when": "2025-08-01"}, "2025-08-02", "far"),
        ({"when": "2024-04-01"}, "2024-05-02", "far"),
    ],
)
def test_the_turn_of_a_plan_meets_the_plan_and_a_later_occurrence(other, day, case):
    turn = seen(PUT_OFF, "r-1", "2024-05-02")
    assert date(turn, seen(TRIP, "r-2", day, **other)) == case


def test_what_is_done_by_saying_it_may_be_taken_back_within_the_month():
    left = Line("Mr Oyo resigned.", "resigned", "RETREAT", "resign", actors=("UGA:uga-tomas-oyo",), rule="resign")
    back = replace(left, words="Mr Oyo suspended his resignation.", trigger="resignation")
    turn = seen(back, "r-1", "2024-05-20")
    assert turn.stage == "postponed"
    assert date(turn, seen(left, "r-2", "2024-05-02")) == "taken back"
    assert date(turn, seen(left, "r-2", "2024-04-02")) == "far"
    assert date(turn, seen(left, "r-2", "2024-06-02")) == "plan put off a little"
    assert date(seen(PUT_OFF, "r-1", "2024-05-20"), seen(TRIP, "r-2", "2024-05-02")) == "far"


def test_two_reports_of_one_turn_meet():
    assert date(seen(PUT_OFF), seen(PUT_OFF, "r-2", "2024-05-03")) == "turn told together"


@pytest.mark.parametrize(
    ("first", "second", "case"),
    [
        ((("UGA",), ("PER",)), (("UGA",), ("PER",)), "both sides"),
        ((("UGA",), ("PER",)), (("UGA",), ()), "one side"),
        (((), ()), (("UGA",), ("PER",)), "no side"),
        ((("UGA",), ("PER",)), (("UGA",), ("USA",)), "another other side"),
        ((("UGA",), ()), (("USA",), ()), "another side"),
        ((("UGA",), ("PER",)), (("USA",), ("FRA",)), "other sides"),
        ((("UGA",), ("PER",)), (("PER",), ("UGA",)), "sides turned round"),
        ((("UGA",), ()), ((), ("UGA",)), "party on the other side"),
        ((("UGA", "KEN"), ("PER",)), (("KEN",), ("PER",)), "both sides"),
    ],
)
def test_parties_are_compared_by_side(first, second, case):
    mine, yours = pair(
        RAID,
        dict(zip(("actors", "recipients"), first, strict=True)),
        dict(zip(("actors", "recipients"), second, strict=True)),
    )
    assert parties(mine, yours) == parties(yours, mine) == case


def test_what_parties_do_together_may_be_told_from_either_side():
    mine, yours = pair(TRIP, {}, {"actors": ("PER",), "recipients": ("UGA:uga-tomas-oyo",)})
    assert parties(mine, yours) == "both sides"


@pytest.mark.parametrize(
    ("first", "second", "case"),
    [
        (("UGA:uga-tomas-oyo", "PER:per-ana-rio"), ("UGA:uga-tomas-oyo", "PER:per-ana-rio"), "same persons"),
        (("UGA:uga-tomas-oyo", "PER:per-ana-rio"), ("UGA:uga-tomas-oyo", "PER"), "same person"),
        (("UGA:uga-tomas-oyo", "PER:per-ana-rio"), ("UGA:uga-tomas-oyo", "PER:per-luz-mar"), "another counterpart"),
        (("UGA:uga-tomas-oyo", "PER"), ("UGA:uga-ben-ato", "PER"), "other persons"),
        (("UGA", "PER"), ("UGA:uga-ben-ato", "PER"), None),
    ],
)
def test_persons_tell_meetings_of_one_pair_of_countries_apart(first, second, case):
    sides = [{"actors": two[:1], "recipients": two[1:]} for two in (first, second)]
    assert persons(*pair(TRIP, *sides)) == case


def test_names_that_no_table_knows_count_as_well():
    assert names(*pair(RAID, {"recipients": ("Otto Brand [UGA]",)}, {"recipients": ("Brand [UGA]",)})) == "same name"
    assert (
        names(*pair(RAID, {"recipients": ("Otto Brand [UGA]",)}, {"recipients": ("Ida Falk [UGA]",)})) == "other names"
    )
    assert names(*pair(RAID, {"recipients": ("two men [UGA]",)}, {"recipients": ("Ida Falk [UGA]",)})) is None


def test_those_to_whom_it_is_done_are_called_alike_or_not():
    first = {"recipients": ("17 Ugandan soldiers [UGA]",)}
    assert people(*pair(RAID, first, {"recipients": ("a soldier of the guard [UGA]",)})) == "same people"
    assert people(*pair(RAID, first, {"recipients": ("two nurses [UGA]",)})) == "other people"
    counted = {"recipients": ("at least 45 people [UGA]",)}
    assert people(*pair(RAID, counted, {"recipients": ("120 [UGA]",)})) == "same people"
    assert people(*pair(RAID, first, {"recipients": ("attackers [UGA]",)})) == "attackers as victims"


@pytest.mark.parametrize(
    ("first", "second", "case"),
    [
        ("Ostra", "Ostra", "same place"),
        ("Ostra", "Ostra bridge", "close by"),
        ("Ostra", "Ostra Mills", "neighbours"),
        ("Ostra", "Velm", "far apart"),
        ("Ostra", "Uganda", "same country"),
        ("Uganda", "Lima", "other country"),
        ("Ostra", None, None),
    ],
)
def test_places_are_compared_by_what_lies_in_what_and_how_far(first, second, case):
    assert place(*pair(RAID, {"where": first}, {"where": second})) == case


def test_a_degree_of_latitude_is_111_km():
    assert km((10.0, 20.0), (11.0, 20.0)) == pytest.approx(111.2, abs=0.1)


@pytest.mark.parametrize(
    ("first", "second", "days", "case"),
    [
        ((20.0, 20.0), (20.0, 20.0), ("2024-05-02", "2024-05-02"), "same large figure"),
        ((3.0, 3.0), (3.0, 3.0), ("2024-05-02", "2024-05-02"), "same figure"),
        ((8.0, 12.0), (12.0, 12.0), ("2024-05-02", "2024-05-02"), "same large figure"),
        ((20.0, 20.0), (25.0, 25.0), ("2024-05-02", "2024-05-03"), "grown"),
        ((25.0, 25.0), (20.0, 20.0), ("2024-05-02", "2024-05-03"), "differ"),
        ((50.0, 50.0), (20.0, 20.0), ("2024-05-02", "2024-05-03"), "differ much"),
        ((2.0, 2.0), (20.0, 20.0), ("2024-05-02", "2024-05-03"), "contradict"),
    ],
)
def test_figures_agree_grow_or_contradict(first, second, days, case):
    assert figures(*pair(RAID, {"size": Size(killed=first)}, {"size": Size(killed=second)}, days)) == case


def test_acts_are_the_same_near_or_none_of_each_other():
    assert act(*pair(RAID, {"mode": "aerial"}, {"mode": "aerial"})) == "same act and mode"
    assert act(*pair(RAID, {"mode": "aerial"}, {})) == "same act"
    assert act(*pair(RAID, {"mode": "aerial"}, {"mode": "suicide-attack"})) == "other mode"
    assert act(*pair(RAID, {"mode": "firearms"}, {"mode": "crowd-control"})) == "near mode"
    assert act(*pair(RAID, {}, {"act": "COERCE", "mode": "seize"})) == "near act"
    assert act(*pair(TRIP, {}, {"mode": None})) == "part and whole"
    assert act(*pair(RAID, {}, {"act": "AID"})) is None


def test_words_of_one_stem_are_the_same_word():
    other = {"words": "The rebels' attack on Ostra went on.", "trigger": "attack"}
    assert word(*pair(RAID, {}, other)) == "same word"
    assert word(*pair(RAID, {}, {**other, "trigger": "Ostra"})) == "same entry"
    assert word(*pair(RAID, {}, {**other, "trigger": "Ostra", "rule": "kill"})) is None


def test_a_plan_of_two_countries_is_not_what_one_of_them_does_with_a_third():
    plan = {"status": "planned", "actors": ("UGA",)}
    assert parties(*pair(TRIP, plan, {"actors": ("TCD",)})) == "another partner"
    assert parties(*pair(TRIP, {"actors": ("UGA",)}, {"actors": ("TCD",)})) == "another other side"


def test_who_lets_aid_in_is_not_who_brings_it():
    let = {"act": "RETREAT", "mode": "access", "recipients": ()}
    brought = {"act": "AID", "actors": ("NGO",), "recipients": ("UGA",)}
    assert parties(*pair(RAID, {**let, "actors": ("UGA",)}, brought)) == "one side"
    assert parties(*pair(RAID, {**let, "actors": ("PER",)}, brought)) == "another side"
    assert parties(*pair(RAID, {**let, "actors": ()}, brought)) == "no side"


def test_those_who_march_are_compared():
    march = {"act": "PROTEST", "mode": "demo", "recipients": ()}
    miners = {**march, "words": "Miners marched.", "trigger": "marched", "actors": ("Miners [PER]",)}
    assert people(*pair(RAID, miners, {**march, "actors": ("two miners [PER]",)})) == "same people"
    assert people(*pair(RAID, miners, {**march, "actors": ("teachers [PER]",)})) == "other marchers"
    assert people(*pair(RAID, miners, {**march, "actors": ("thousands of protesters [PER]",)})) is None


def test_a_person_is_known_under_two_forms_of_the_name():
    other = {"actors": ("UGA:uga-tom-p-oyo",)}
    assert persons(*pair(TRIP, {}, other)) == "same person"
    assert persons(*pair(TRIP, {}, {"actors": ("UGA:uga-ida-oyo",)})) == "other persons"


def test_who_is_to_speak_with_somebody_may_do_so_by_telephone():
    speak = {"mode": None, "rule": "talks"}
    assert act(*pair(TRIP, speak, {"mode": "phone"})) == "spoken by telephone"
    assert act(*pair(TRIP, {**speak, "rule": "meet"}, {"mode": "phone"})) == "near act"


def test_what_may_come_on_a_later_day_is_open():
    may = {"status": "hypothetical", "when": "2024-05-09"}
    assert seen(TRIP, **may).open
    assert not seen(TRIP, **{**may, "when": "2024-05-01"}).open
    assert date(*pair(TRIP, may, {"when": "2024-05-09"}, ("2024-05-02", "2024-05-10"))) == "same day"


def test_a_country_has_few_votes_and_a_vote_is_on_something():
    vote = {"act": None, "mode": "vote", "actors": ("UGA",), "recipients": ()}
    assert rarity(*pair(RAID, vote, vote)) == "rare"
    assert rarity(*pair(RAID, vote, {**vote, "actors": ("PER",)})) is None
    assert rarity(*pair(RAID, {}, {})) is None
    ballot = {"act": None, "mode": "election", "words": "The election was held.", "trigger": "election", "actors": ()}
    assert rarity(*pair(RAID, {**ballot, "status": "planned"}, {**ballot, "recipients": ()})) is None
    assert act(*pair(RAID, vote, {"act": "REJECT"})) == "kin act"


def test_the_accused_tells_trials_apart_and_not_the_country_of_the_court():
    first = {"act": "SANCTION", "mode": "convict", "actors": ("USA",), "recipients": ("Jon Tarrow []",)}
    assert parties(*pair(RAID, first, {**first, "actors": ("FRA",)})) == "one side"
    assert parties(*pair(RAID, first, {**first, "actors": ("FRA",), "recipients": ("Ann Oyo []",)})) == "another side"


def test_stages_are_compared():
    assert stage(*pair(TRIP, {}, {})) is None
    assert stage(*pair(TRIP, {}, {"status": "planned"})) == "plan and occurrence"
    assert stage(*pair(RAID, {}, {"status": "denied"})) == "denial"
    assert stage(*pair(RAID, {}, {"status": "hypothetical"})) == "what-if"
    assert stage(*pair(TRIP, {}, {"status": "hypothetical"})) == "may come"
    assert stage(*pair(TRIP, {}, {"status": "hypothetical"}, ("2024-05-01", "2024-05-02"))) == "what-if"
    assert stage(seen(PUT_OFF), seen(TRIP, "r-2", status="planned")) == "plan and its end"


def test_wording_is_shared_by_weight_of_names_and_other_words():
    line = replace(RAID, words="Rebels attacked the market of Ostra at dawn and burned eleven lorries.")
    assert wording(*pair(line, {}, {})) == "same sentence"
    assert wording(*pair(line, {}, {"trigger": "burned"})) == "same sentence about another act"
    assert wording(*pair(line, {}, {"words": "Rebels attacked the market of Ostra at dawn."})) == "much"
    assert (
        wording(
            *pair(
                line,
                {},
                {"words": "Nobody was attacked, a priest and nuns of the hospital told a newspaper by radio."},
            )
        )
        == "none"
    )


def test_mentions_of_one_report_are_near_taken_up_or_in_one_sentence():
    first = one(RAID)
    later = replace(first, start=300, words="The attack lasted an hour.", trigger="attack")
    assert report(Seen.of(first), Seen.of(later)) == "force, taken up"
    assert report(Seen.of(first), Seen.of(replace(later, words="One attack was enough."))) == "force, blow and blow"
    assert (
        report(Seen.of(first), Seen.of(replace(later, words="One attack was enough.", start=3_000)))
        == "force, blow and blow"
    )
    assert report(Seen.of(first), Seen.of(replace(first, trigger="market"))) == "force, same sentence"
    assert report(seen(RAID), seen(RAID, "r-2")) is None


def test_what_a_report_tells_as_done_is_not_what_it_tells_as_still_to_come():
    done = one(TRIP)
    ahead = replace(done, start=300, words="Mr Oyo will visit Lima.", trigger="visit", status="planned")
    assert report(Seen.of(done), Seen.of(ahead)) == "still to come"
    assert report(Seen.of(done), Seen.of(replace(ahead, words=done.words))) == "same sentence"
    raid = one(RAID)  # a blow that has been is often read as one to come
    assert report(Seen.of(raid), Seen.of(replace(raid, start=300, words="An attack.", status="planned"))) != (
        "still to come"
    )


def test_every_case_has_a_weight_and_a_reason_of_its_own():
    with files("dragoman.resolve").joinpath("data/weights.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len({(row["feature"], row["case"]) for row in rows}) == len(rows)
    assert all(row["reason"] and float(row["weight"]) < 6 for row in rows)


def test_the_score_is_the_sum_of_the_features_and_each_tells_its_reason():
    mine, yours = pair(RAID, {"when": "2024-05-01", "where": "Ostra"}, {"where": "Ostra"})
    found = features(mine, yours)
    assert score(mine, yours) == pytest.approx(sum(item.score for item in found))
    assert [item.name for item in found] == [name for name, _ in cases(mine, yours)]
    assert "the same place" in [item.reason for item in found]


def test_nothing_outweighs_what_rules_a_pair_out():
    mine, yours = pair(RAID, {"when": "2024-05-01"}, {"when": "2020-05-01"})
    assert score(mine, yours) <= DIFFERENT + 10
    assert score(*pair(RAID, {}, {"act": "AID"})) == DIFFERENT
    assert features(*pair(RAID, {}, {"act": "AID"}))[-1].score == DIFFERENT


def test_days_of_one_visit_are_told_day_by_day():
    first, third = (
        seen(TRIP, "r-1", "2024-05-02", when="2024-05-01"),
        seen(TRIP, "r-2", "2024-05-04", when="2024-05-03"),
    )
    later = seen(TRIP, "r-3", "2024-05-12", when="2024-05-11")
    assert ("date", "days of a visit") in cases(first, third)
    assert score(first, third) >= 0 > score(first, later)


def test_the_country_of_unknown_attackers_says_nothing():
    gunmen = replace(RAID, actors=("gunmen [PER]",))
    known = replace(RAID, actors=("Lima's gunmen [PER]",))
    assert parties(seen(gunmen), seen(RAID, "r-2")) == "one side"
    assert seen(known).actor.lands == {"PER"}
