"""Whether something was the first or the n-th: what earlier events say of a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.check.answer import CONTRADICTED, OPEN, SUPPORTED
from dragoman.check.earlier import crosses, verdict_of, weigh
from dragoman.check.wanted import Wanted
from dragoman.model import Actor, Event, Question, Span, When, Where
from histories import extent_of, monthly, party, telling, told_of, visit

OWN = visit("0000000000000009", "2023-07-25", "2023-07-28")
VISITS = Wanted(
    Question(act=("CONSULT",), mode=("visit",), recipient=("PRK",)), "first", since="2020-05-01",
    edge=("2020-01-01", "2020-05-01"), until="2023-07-25", crossing=True,
)  # fmt: skip
CHINESE = (party("Wang", "CHN", "chn-wang"),)
DENSE = extent_of(monthly("2020-05", "2023-07", "A", "B"), 400, "2020-05-01", "2023-07-25", ("PRK",))
THIN = extent_of(monthly("2022-01", "2022-03", "A"), 400, "2020-05-01", "2023-07-25", ("PRK",))


def bearings(*items, wanted=VISITS, told=(), own=OWN):
    known = {item.mentions[0]: told_of(item) for item in items} | {telling.id: telling for telling in told}
    return [(item.bears, item.reason) for item in weigh(wanted, items, known, own)]


def verdict(*items, wanted=VISITS, extent=DENSE):
    found = weigh(wanted, items, {item.mentions[0]: told_of(item) for item in items}, OWN)
    return verdict_of(wanted, found, extent)[0]


def test_an_earlier_visit_of_somebody_else_contradicts_a_first():
    earlier = visit("0000000000000001", "2022-06-03", "2022-06-04", actors=CHINESE)
    assert bearings(earlier) == [("against", "earlier, and of the same kind")]
    assert verdict(earlier) == CONTRADICTED


def test_the_evidence_is_the_sentence_of_the_best_mention():
    earlier = visit("01", "2022-06-03", "2022-06-04", actors=CHINESE, mentions=("01", "02", "03"))
    told = {
        "01": telling("01", "Wang will come.", status="planned"),
        "02": telling("02", "Wang came\n to the North.", day="2022-06-04"),
        "03": telling("03", "Wang came again and again.", day="2022-06-05"),
    }
    (found,) = weigh(VISITS, [earlier], told, OWN)
    assert (found.words, found.report, found.day) == ("Wang came to the North.", "r-02", "2022-06-04")


@pytest.mark.parametrize("stage", ["announced", "postponed", "cancelled", "denied", "possible"])
def test_what_did_not_happen_says_nothing(stage):
    assert bearings(visit("01", "2022-06-03", "2022-06-04", actors=CHINESE, stage=stage)) == []


def test_the_happening_that_the_claim_is_made_of_says_nothing():
    assert bearings(OWN) == []


def test_later_and_much_earlier_events_say_nothing():
    assert bearings(
        visit("01", "2023-07-26", "2023-07-27", actors=CHINESE), visit("02", "2019-06-20", "2019-06-22", actors=CHINESE)
    ) == []  # fmt: skip


def test_a_host_is_not_his_own_visitor():
    kim = (party("Kim Jong Un", "PRK", "prk-kim"),)
    home = visit("01", "2022-06-03", "2022-06-04", actors=kim)
    assert bearings(home) == []
    assert not crosses(told_of(home))
    abroad = Where(Span(0, 1), "Vladivostok", 1, 43.1, 131.9, "RUS", "city")
    assert crosses(replace(told_of(home), where=abroad, recipients=()))


def test_who_receives_a_guest_at_home_has_not_travelled():
    home = Where(Span(0, 1), "Pyongyang", 1, 39.0, 125.8, "PRK", "city")
    received = replace(told_of(OWN), actors=(party("Kim", "PRK"),), recipients=(party("Shoigu", "RUS"),), where=home)
    assert not crosses(received, ("PRK",))


def test_one_mention_must_tell_by_itself_what_the_claim_is_about():
    merged = visit("01", "2022-06-03", "2022-06-04", actors=(*CHINESE, party("Kim", "PRK")), mentions=("01", "02"))
    met = telling("01", mode=None)
    planned = telling("02", status="planned")
    assert bearings(merged, told=[met, planned]) == []
    assert bearings(merged, told=[met, replace(planned, status="asserted")]) == [
        ("against", "earlier, and of the same kind")
    ]


def test_an_event_in_the_stretch_that_the_claim_counts_from_is_told_apart():
    edge = visit("01", "2020-01-14", "2020-01-15", actors=CHINESE)
    assert bearings(edge) == [("edge", "in the stretch from which the claim counts")]
    assert verdict(edge) == SUPPORTED
    assert verdict(edge, extent=THIN) == OPEN


def test_the_same_visitors_a_day_before_may_be_the_own_event_told_with_another_day():
    twin = visit("01", "2023-07-24", "2023-07-25")
    assert bearings(twin) == [("perhaps", "it may be the claim's own event, told with another day")]
    assert verdict(twin) == OPEN
    chinese = visit("02", "2023-07-24", "2023-07-25", actors=CHINESE)
    assert verdict(twin, chinese) == CONTRADICTED


def test_for_a_report_outside_the_record_its_own_event_is_compared():
    event = Event(
        "x", Span(0, 1), Span(0, 1), "CONSULT", "visit", "asserted", "CONSULT",
        actors=(party("Russian delegation", "RUS"),), when=When("2023-07-25", "2023-07-26", "2023-07-25", "text", None),
    )  # fmt: skip
    twin = visit("01", "2023-07-24", "2023-07-25")
    assert bearings(twin, wanted=replace(VISITS, event=event), own=None) == [
        ("perhaps", "it may be the claim's own event, told with another day")
    ]


def test_an_interval_that_reaches_past_the_own_event_decides_nothing():
    july = visit("01", "2023-07-01", "2023-08-01", actors=CHINESE)
    assert [bears for bears, _ in bearings(july)] == ["perhaps"]
    assert verdict(july) == OPEN


def test_an_event_without_a_day_decides_nothing():
    assert bearings(visit("01", None, None, actors=CHINESE)) == [("perhaps", "its day is not known")]


def test_background_without_a_date_in_words_decides_nothing():
    item = visit("01", "2022-06-03", "2022-06-04", actors=CHINESE)
    old = telling("01", status="background", origin="published")
    assert bearings(item, told=[old]) == [("perhaps", "no report dates it in words")]


def test_one_doubtful_mention_does_not_overturn_a_claim_but_two_sources_do():
    weak = visit("01", "2022-06-03", "2022-06-04", actors=CHINESE, confidence=0.45)
    assert verdict(weak) == OPEN
    assert verdict(replace(weak, independent=2)) == CONTRADICTED


def test_a_claim_about_a_person_is_not_overturned_by_another():
    wanted = replace(VISITS, who=(Actor(Span(0, 3), "Putin", None, "RUS", entity="rus-putin"),))
    assert bearings(visit("01", "2022-06-03", "2022-06-04"), wanted=wanted) == []
    putin = visit("02", "2022-06-03", "2022-06-04", actors=(party("Putin", "RUS", "rus-putin"),))
    assert bearings(putin, wanted=wanted) == [("against", "earlier, and of the same kind")]
    somebody = visit("03", "2022-06-03", "2022-06-04", actors=(party("delegation", "RUS", None, "delegation"),))
    assert bearings(somebody, wanted=wanted) == [("perhaps", "the record does not tell whether it was Putin")]


def test_a_claim_about_an_office_counts_who_holds_it():
    wanted = replace(VISITS, who=(Actor(Span(0, 3), "secretary of state", "secretary of state", "USA"),))
    blinken = party("Blinken", "USA", "usa-blinken", "Secretary of State")
    assert [
        bears for bears, _ in bearings(visit("01", "2022-06-03", "2022-06-04", actors=(blinken,)), wanted=wanted)
    ] == ["against"]
    kerry = party("Kerry", "USA", "usa-kerry", "envoy")
    assert bearings(visit("01", "2022-06-03", "2022-06-04", actors=(kerry,)), wanted=wanted) == []


def test_a_defence_minister_is_a_minister_and_a_minister_need_not_be_one_of_defence():
    defence = party("Shoigu", "RUS", "rus-shoigu", "Defence Minister")
    item = visit("01", "2022-06-03", "2022-06-04", actors=(defence,))
    minister = replace(VISITS, who=(Actor(Span(0, 3), "minister", "minister", "RUS"),))
    assert [bears for bears, _ in bearings(item, wanted=minister)] == ["against"]
    foreign = replace(VISITS, who=(Actor(Span(0, 3), "foreign minister", "foreign minister", "RUS"),))
    assert bearings(item, wanted=foreign) == []


def test_words_that_no_event_can_verify_leave_it_open():
    item = visit("01", "2022-06-03", "2022-06-04", actors=CHINESE)
    wanted = replace(VISITS, narrowed=("official",))
    assert bearings(item, wanted=wanted) == [("perhaps", "the record does not tell whether it was official")]
    assert verdict(item, wanted=wanted) == OPEN


def test_a_claim_that_counts_from_an_undated_day_cannot_be_overturned():
    item = visit("01", "2022-06-03", "2022-06-04", actors=CHINESE)
    undated = replace(VISITS, since=None, edge=None, undated=True)
    assert verdict(item, wanted=undated) == OPEN


def test_nothing_found_supports_a_claim_only_where_reports_cover_the_period():
    assert verdict_of(VISITS, [], DENSE) == (
        SUPPORTED, "no earlier event of the kind found in a period that reports cover"
    )  # fmt: skip
    assert verdict_of(VISITS, [], THIN) == (
        OPEN,
        "no earlier event of the kind found, but the reports that name the parties cover 3 of 39 months"
        " and go back to 1 independent source",
    )
    never = extent_of((), 0, "2020-05-01", "2023-07-25")
    assert verdict_of(VISITS, [], never)[1].endswith("but no report of the period names the parties")
    ever = extent_of(monthly("2020-05", "2023-07", "A", "B"), 400, None, "2023-07-25")
    assert verdict_of(VISITS, [], ever)[0] == OPEN


def test_a_third_needs_two_days_before_it():
    third = replace(VISITS, order="nth", n=3, since="2023-01-01", edge=None)
    dense = extent_of(monthly("2023-01", "2023-07", "A", "B"), 99, "2023-01-01", "2023-07-25", ("PRK",))
    days = [visit(f"0{n}", f"2023-0{n}-03", f"2023-0{n}-04", actors=CHINESE) for n in range(1, 5)]
    again = visit("09", "2023-01-03", "2023-01-04", actors=CHINESE)
    assert verdict(*days[:2], again, wanted=third, extent=dense) == SUPPORTED
    assert verdict(*days[:3], wanted=third, extent=dense) == CONTRADICTED
    assert verdict(*days[:1], wanted=third, extent=dense) == OPEN
    assert verdict(*days[:2], wanted=third, extent=THIN) == OPEN
