"""Stages of mentions, and the lives of happenings, in words of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.lexicon.load import load
from dragoman.resolve import Seen, resolve
from dragoman.resolve.cues import cue_in, dropped, passive_turn, turn_in
from dragoman.resolve.turns import stage_of
from dragoman.resolve.words import stem, tokens
from telling import Line, one, reading, told

VISIT = Line(
    "Mr Oyo visited Lima.",
    "visited",
    "CONSULT",
    "visit",
    actors=("UGA:uga-tomas-oyo",),
    recipients=("PER",),
    rule="visit.go",
)
PLAN = replace(VISIT, words="Mr Oyo will visit Lima on Friday.", trigger="visit", status="planned", when="2024-05-10")
REFUSED = replace(VISIT, act="REJECT", mode="meet", rule="refuse.meet")


def stage(line: Line, day: str = "2024-05-02") -> str:
    return Seen.of(one(line, "r-1", day)).stage


@pytest.mark.parametrize("entry", load("turns").entries, ids=lambda entry: entry.id)
def test_each_entry_is_told_by_its_examples_and_not_by_its_counterexamples(entry):
    forms = {stem(form.split()[0].lower()) for form in entry.forms}

    def turns(sentence: str) -> list[str | None]:
        return [turn_in(sentence, word, 0) for word in tokens(sentence) if stem(word.lower()) in forms]

    for example in entry.examples:
        assert entry.value["turn"] in turns(example), example
    for counterexample in entry.but_not:
        assert entry.value["turn"] not in turns(counterexample), counterexample


def test_who_will_not_negotiate_says_so_and_calls_no_meeting_off():
    words = "We will not negotiate, said Mr Oyo."
    line = replace(VISIT, words=words, trigger="negotiate", mode=None, status="denied", cameo="125", rule="negotiate")
    seen = Seen.of(one(line))
    assert (seen.stage, seen.kind, seen.speech) == ("happened", "refusal", False)


@pytest.mark.parametrize("entry", load("plan_drops").entries, ids=lambda entry: entry.id)
def test_each_way_to_drop_a_plan_is_told_by_its_examples(entry):
    def turns(sentence: str) -> list[str | None]:
        return [dropped(sentence, word) for word in tokens(sentence)]

    if not entry.value["turn"]:
        return
    for example in entry.examples:
        assert entry.value["turn"] in turns(example), example
    for counterexample in entry.but_not:
        assert entry.value["turn"] not in turns(counterexample), counterexample


@pytest.mark.parametrize("entry", load("plans").entries, ids=lambda entry: entry.id)
def test_each_name_of_a_plan_gives_the_kind_of_the_happening(entry):
    for example in entry.examples:
        trigger = next(word for word in tokens(example) if turn_in(example, word, 0))
        assert Seen.of(one(replace(REFUSED, words=example, trigger=trigger))).kind == entry.value["kind"]


@pytest.mark.parametrize("entry", load("plan_cues").entries, ids=lambda entry: entry.id)
def test_each_cue_stands_before_the_name_of_the_plan(entry):
    def cue(sentence: str) -> str | None:
        return cue_in(sentence, next(word for word in tokens(sentence) if word.startswith("me")))

    assert {cue(example) for example in entry.examples} == {entry.value["cue"]}
    assert entry.value["cue"] not in {cue(counterexample) for counterexample in entry.but_not}


@pytest.mark.parametrize(
    ("words", "status", "expected"),
    [
        ("Mr Oyo was to have paid a visit to Lima.", "planned", "cancelled"),
        ("Mr Oyo would have come for a visit.", "hypothetical", "cancelled"),
        ("There will be no visit to Lima.", "denied", "cancelled"),
        ("There was no visit to Lima.", "denied", "denied"),
        ("Mr Oyo did not rule out a visit to Lima.", "denied", "possible"),
        ("Mr Oyo plans a visit to Lima.", "planned", "announced"),
    ],
)
def test_what_was_to_have_been_or_is_not_ruled_out(words, status, expected):
    assert stage(replace(VISIT, words=words, trigger="visit", status=status)) == expected


def test_the_subject_of_a_passive_turn_is_the_plan_that_turned():
    put_off = replace(REFUSED, words="The visit has been postponed because of the protests.", trigger="postponed")
    assert stage_of(one(put_off), "refusal") == ("postponed", "visit")
    march = replace(REFUSED, rule="ease.dissent", words="The march was called off by the unions.", trigger="called")
    assert stage_of(one(march), "concession") == ("cancelled", "protest")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (VISIT, "happened"),
        (replace(VISIT, status="background", when="2019-05-01"), "happened"),
        (PLAN, "announced"),
        (replace(VISIT, status="denied"), "denied"),
        (replace(VISIT, status="hypothetical"), "possible"),
        (replace(VISIT, when="2024-05-09"), "announced"),
        (replace(PLAN, when="2024-04-09"), "announced"),
        (replace(VISIT, words="Mr Oyo's visit fell through.", trigger="visit"), "cancelled"),
        (replace(VISIT, words="The visit has come to nothing.", trigger="visit"), "cancelled"),
        (replace(VISIT, words="Mr Oyo came to Lima and visited the fair.", trigger="visited"), "happened"),
        (replace(PLAN, words="Mr Oyo shelved a plan to visit Lima.", trigger="visit"), "cancelled"),
        (replace(PLAN, words="Mr Oyo suspended his decision to visit Lima.", trigger="visit"), "postponed"),
        (replace(PLAN, words="Mr Oyo suspended a judge and plans to visit Lima.", trigger="visit"), "announced"),
        (replace(PLAN, words="Lima will not hold the talks in May.", trigger="talks", status="denied"), "cancelled"),
        (
            replace(VISIT, words="Mr Oyo will not visit Lima.", trigger="visit", status="denied", cameo="125"),
            "cancelled",
        ),
        (replace(REFUSED, words="Mr Oyo called his visit to Lima off.", trigger="called"), "cancelled"),
        (replace(REFUSED, words="Mr Oyo called off a trip.", trigger="called"), "cancelled"),
        (replace(REFUSED, words="The government put off the talks.", trigger="put"), "postponed"),
        (replace(REFUSED, words="Mr Oyo refused to meet them.", trigger="refused"), "happened"),
        (
            replace(
                VISIT, act="SANCTION", mode="withdraw", rule="stop", words="Peru dropped a trip.", trigger="dropped"
            ),
            "cancelled",
        ),
        (
            replace(
                VISIT, act="SANCTION", mode="withdraw", rule="stop", words="Peru dropped the case.", trigger="dropped"
            ),
            "happened",
        ),
        (replace(PLAN, words="The talks that were to open on Friday have been put off.", trigger="talks"), "postponed"),
        (replace(PLAN, words="The talks planned for Friday were cancelled by Lima.", trigger="talks"), "cancelled"),
        (
            replace(PLAN, words="The talks will open on Friday on the visit which was put off.", trigger="talks"),
            "announced",
        ),
        (
            replace(PLAN, words="He comes on Friday for the visit that he put off in March.", trigger="visit"),
            "announced",
        ),
    ],
)
def test_a_mention_tells_a_stage(line, expected):
    assert stage(line) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mr Oyo accepted an invitation to visit Lima in May.", ("happened", "invitation")),
        ("Mr Oyo accepted an invitation from the president to come to Lima.", ("happened", "invitation")),
        ("Mr Oyo accepted an invitation to Lima.", ("announced", "visit")),
        ("Mr Oyo accepted an invitation from Lima and will travel to Quito as well.", ("announced", "visit")),
    ],
)
def test_an_invitation_is_one_thing_and_the_visit_that_a_verb_of_its_own_tells_another(words, expected):
    line = replace(PLAN, words=words, trigger="accepted", rule="visit.accept", when=None)
    assert stage_of(one(line), "visit") == expected


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Mr Oyo attended the summit in Lima.", "meeting"),
        ("Mr Oyo will not attend next week's meeting with her.", "meeting"),
        ("Mr Oyo attended a funeral in Lima.", "visit"),
    ],
)
def test_who_attends_talks_is_at_the_talks(words, kind):
    trigger = "attend" if "attended" not in words else "attended"
    assert Seen.of(one(replace(VISIT, words=words, trigger=trigger, rule="visit.attend"))).kind == kind


def test_the_end_of_a_plan_is_of_the_kind_of_the_plan():
    assert stage_of(one(replace(REFUSED, words="Peru put off the summit.", trigger="put")), "refusal")[1] == "meeting"
    assert stage_of(one(replace(REFUSED, words="Peru put off the trip.", trigger="put")), "refusal")[1] == "visit"
    assert stage_of(one(replace(REFUSED, words="Peru refused a visit.", trigger="refused")), "refusal")[1] == "refusal"


def test_a_passive_turn_stands_behind_its_plan():
    assert passive_turn("The summit has been postponed.", "summit") == "postponed"
    assert passive_turn("The march was called off.", "march") == "cancelled"
    assert passive_turn("After a march was called off they held a summit.", "summit") is None
    assert passive_turn("The summit is on.", "summit") is None


LEAVE = Line("Chad put off its withdrawal.", "withdrawal", "RETREAT", "withdraw", actors=("TCD",), status="planned")
STORM = Line("A crowd tried to storm the court.", "storm", "PROTEST", "riot", actors=("PER",), status="hypothetical")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (LEAVE, "postponed"),
        (replace(LEAVE, words="Chad announced its withdrawal."), "announced"),
        (replace(LEAVE, words="Chad reversed its decision to leave the pact.", trigger="leave"), "cancelled"),
        (STORM, "happened"),
        (replace(LEAVE, words="Chad suspended its withdrawal.", status="asserted"), "postponed"),
        (replace(LEAVE, words="Chad's withdrawal was frozen on Friday.", status="asserted"), "postponed"),
        (replace(LEAVE, words="Chad suspended talks after the withdrawal began.", status="asserted"), "happened"),
        (replace(STORM, words="A crowd may storm the court."), "possible"),
        (replace(STORM, act="CONSULT", mode="visit", words="He tried to visit Lima.", trigger="visit"), "possible"),
    ],
)
def test_other_deeds_are_put_off_given_up_or_tried(line, expected):
    assert stage(line) == expected


def test_a_promise_is_made_on_its_day_whatever_day_it_is_for():
    vow = Line("Chad promised money.", "promised", "AGREE", actors=("TCD",), when="2024-07-01")
    assert stage(vow) == "happened"
    assert stage(replace(vow, act="PROTEST", mode="demo")) == "announced"


ANNOUNCED = reading("r-1", "2024-05-02", [PLAN])
PUT_OFF = reading("r-2", "2024-05-08", [replace(REFUSED, words="Mr Oyo put off his visit to Lima.", trigger="put")])
CALLED_OFF = reading(
    "r-3", "2024-05-09", [replace(REFUSED, words="Mr Oyo called off his visit to Lima.", trigger="called")]
)
KEPT = reading("r-4", "2024-05-11", [replace(VISIT, words="Mr Oyo visited Lima on Friday.", when="2024-05-10")])
PERHAPS = reading(
    "r-6", "2024-05-03", [replace(PLAN, words="Mr Oyo might visit Lima.", status="hypothetical", when=None)]
)
MADE_UP_FOR = reading(
    "r-5",
    "2024-07-02",
    [replace(VISIT, words="Mr Oyo at last began a visit to Lima on Monday.", trigger="visit", when="2024-07-01")],
)


@pytest.mark.parametrize(
    ("readings", "stages", "last"),
    [
        ([ANNOUNCED], ["announced"], "announced"),
        ([ANNOUNCED, KEPT], ["announced", "happened"], "happened"),
        ([ANNOUNCED, PUT_OFF], ["announced", "postponed"], "postponed"),
        ([ANNOUNCED, PUT_OFF, MADE_UP_FOR], ["announced", "postponed", "happened"], "happened"),
        ([ANNOUNCED, CALLED_OFF], ["announced", "cancelled"], "cancelled"),
        ([ANNOUNCED, PUT_OFF, CALLED_OFF], ["announced", "postponed", "cancelled"], "cancelled"),
        ([PUT_OFF, MADE_UP_FOR], ["postponed", "happened"], "happened"),
        ([ANNOUNCED, PERHAPS, PUT_OFF, MADE_UP_FOR], ["announced", "possible", "postponed", "happened"], "happened"),
    ],
)
def test_a_plan_and_what_came_of_it_are_one_life(readings, stages, last):
    (happening,) = resolve(told(*readings))
    assert [turn.stage for turn in happening.turns] == stages
    assert happening.stage == last
    assert (happening.act, happening.mode) == ("CONSULT", "visit")


def test_a_visit_of_another_year_is_another_life():
    other = reading("r-6", "2025-05-12", [replace(VISIT, when="2025-05-10")])
    assert {item.stage for item in resolve(told(ANNOUNCED, other))} == {"announced", "happened"}


def test_what_happened_outlives_what_is_still_announced_and_the_date_is_that_of_the_fact():
    late = reading("r-7", "2024-05-12", [PLAN])
    (happening,) = resolve(told(ANNOUNCED, KEPT, late))
    assert (happening.stage, happening.begin) == ("happened", "2024-05-10")


def test_a_denied_attack_stays_with_the_attack_and_the_status_is_in_dispute():
    raid = Line(
        "Rebels attacked the bridge of Ostra on Wednesday.",
        "attacked",
        actors=("rebels [UGA]",),
        when="2024-05-01",
        where="Ostra",
    )
    first = reading("r-1", "2024-05-02", [raid])
    second = reading(
        "r-2",
        "2024-05-02",
        [replace(raid, words="The rebels denied that they attacked the bridge of Ostra.", status="denied")],
    )
    (happening,) = resolve(told(first, second))
    assert happening.stage == "happened"
    assert [(item.field, {account.value for account in item.accounts}) for item in happening.disputes] == [
        ("status", {"happened", "denied"})
    ]
