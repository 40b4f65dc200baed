"""What one report tells of several blows, and of one blow several times."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model import Event, Reason, Told
from dragoman.resolve import Seen, resolve
from dragoman.resolve.compare.parties import parties, people
from dragoman.resolve.compare.places import place
from dragoman.resolve.compare.wording import report
from telling import Line, one, reading, told

SHELLED = Line("Uganda shelled Ostra.", "shelled", actors=("UGA",), recipients=("PER",), where="Ostra")
FIRST = one(SHELLED)


def told_later(words: str, trigger: str, **changed: object) -> Told:
    line = replace(SHELLED, words=words, trigger=trigger, **{"rule": "attack"} | changed)  # type: ignore[arg-type]
    return replace(one(line), start=200)


@pytest.mark.parametrize(
    ("later", "case"),
    [
        (told_later("Uganda bombed Velm.", "bombed"), "force, blow and blow"),
        (told_later("Hours later Uganda bombed Velm.", "bombed"), "force, gone on"),
        (told_later("A second attack hit Velm.", "attack"), "force, gone on"),
        (told_later("Nine people were killed.", "killed", rule="kill"), "force, near"),
        (replace(told_later("Nine people were killed.", "killed", rule="kill"), points=(7,)), "force, its toll"),
        (told_later("The attack went on.", "attack"), "force, taken up"),
        (replace(told_later("The attack went on.", "attack"), points=(7,)), "force, pointed at"),
        (replace(told_later("The night attack went on.", "attack"), points=(7,)), "force, pointed at"),
        (replace(told_later("The attack went on.", "attack"), points=(90,)), "force, another pointed at"),
        (replace(told_later("Another attack followed.", "attack"), points=(7,)), "force, gone on"),
    ],
)
def test_a_later_mention_goes_back_or_goes_on(later, case):
    assert report(Seen.of(FIRST), Seen.of(later)) == case
    assert report(Seen.of(later), Seen.of(FIRST)) == case


def test_the_dead_and_the_wounded_of_one_sentence_are_of_one_blow():
    words = "Nine were killed and ten wounded."
    dead, hurt = (told_later(words, trigger, rule=rule) for trigger, rule in (("killed", "kill"), ("wounded", "wound")))
    assert report(Seen.of(dead), Seen.of(replace(hurt, start=220))) == "force, tolls together"


def test_a_word_between_two_blows_of_one_sentence_tells_them_apart():
    words = "Uganda shelled Ostra and later bombed Velm."
    first, second = (told_later(words, trigger) for trigger in ("shelled", "bombed"))
    first = replace(first, start=7)
    assert report(Seen.of(first), Seen.of(replace(second, start=30))) == "force, gone on"
    words = "After another night Uganda shelled Ostra and bombed Velm."
    first, second = (told_later(words, trigger) for trigger in ("shelled", "bombed"))
    first = replace(first, start=27)
    assert report(Seen.of(first), Seen.of(replace(second, start=45))) == "force, same sentence"


def test_sides_that_were_taken_over_are_no_evidence():
    later = told_later("The attack went on.", "attack")
    assert parties(Seen.of(FIRST), Seen.of(later)) == "both sides"
    assert parties(Seen.of(FIRST), Seen.of(replace(later, points=(7,)))) == "sides taken over"
    assert parties(Seen.of(FIRST), Seen.of(replace(later, report="r-2", points=(7,)))) == "both sides"


def test_who_strikes_back_does_another_thing():
    raid = one(Line("Militants raided Ostra.", "raided", actors=("Militants [UGA]",), recipients=("guards [UGA]",)))
    shot = told_later("Police shot militants.", "shot", actors=("police [UGA]",), recipients=("militants [UGA]",))
    assert people(Seen.of(raid), Seen.of(shot)) == "struck back"
    assert people(Seen.of(shot), Seen.of(raid)) == "struck back"
    assert people(Seen.of(raid), Seen.of(replace(shot, points=(10,)))) != "struck back"


def test_a_noun_that_goes_back_may_have_two_words_between_it_and_its_article():
    later = replace(told_later("Chad deplored the most cruel attack.", "attack"), points=(7,))
    assert Seen.of(later).definite
    assert not Seen.of(replace(later, points=())).definite


def test_one_country_says_less_within_a_report():
    later = told_later("Uganda bombed a road.", "bombed", where="Uganda")
    assert place(Seen.of(FIRST), Seen.of(later)) == "same country in one report"
    assert place(Seen.of(FIRST), Seen.of(replace(later, report="r-2"))) == "same country"


def test_a_mention_tells_which_ones_it_goes_back_to():
    held = reading("r-1", "2024-05-02", [SHELLED, replace(SHELLED, words="The attack went on.", trigger="attack")])
    first, second = held.events
    why = (*second.why, Reason("roles:from an earlier mention", first.trigger), Reason("when:beside", first.sentence))
    fields = {name: getattr(second, name) for name in second.__slots__} | {"why": why}
    assert Told.of(held.report, Event(**fields), None).points == (first.trigger.start,)
    assert Told.of(held.report, first, None).points == ()


def test_two_blows_of_one_report_are_two_happenings_and_what_goes_back_is_one():
    again = replace(SHELLED, words="Hours later Uganda bombed Velm.", trigger="bombed", where="Velm")
    more = replace(SHELLED, words="The shelling of Ostra went on.", trigger="shelling")
    found = resolve(told(reading("r-1", "2024-05-02", [SHELLED, again, more])))
    assert sorted(len(happening.mentions) for happening in found) == [1, 2]
