"""Whether something was the deadliest or the largest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.check.answer import CONTRADICTED, OPEN, SUPPORTED
from dragoman.check.measure import measure_of, outdone, verdict_on
from dragoman.check.wanted import Wanted
from dragoman.lexicon import load
from dragoman.model import Question, Size
from histories import extent_of, monthly, told_of, visit

WANTED = Wanted(Question(act=("ASSAULT",), place=("IRQ",)), "deadliest", since="2017-01-01", until="2023-07-25")
DENSE = extent_of(monthly("2017-01", "2023-07", "A", "B"), 400, "2017-01-01", "2023-07-25", ("IRQ",))


def attack(id_, day, low=None, high=None, **more):
    size = Size(killed=(low, high or low)) if low is not None else None
    return visit(id_, day, day[:-1] + str(int(day[-1]) + 1), act="ASSAULT", mode=None, size=size, actors=(), **more)


OWN = attack("09", "2023-07-25", 32)


def answer(*items, own=OWN, extent=DENSE, wanted=WANTED):
    found, measure, mine = outdone(wanted, items, {item.mentions[0]: told_of(item) for item in items}, own)
    return verdict_on(measure, mine, found, extent)


def test_a_deadlier_attack_in_the_period_contradicts():
    assert answer(attack("01", "2019-05-02", 40), attack("02", "2019-06-02", 3)) == (
        CONTRADICTED, "1 of the kind with more killed found, the first on 2019-05-02"
    )  # fmt: skip


def test_bounds_that_overlap_decide_nothing():
    assert answer(attack("01", "2019-05-02", 20, 40))[0] == OPEN


def test_none_deadlier_supports_where_reports_cover_the_period():
    assert answer(attack("01", "2019-05-02", 20))[0] == SUPPORTED
    assert answer(attack("01", "2019-05-02", 20), extent=extent_of((), 3, "2017-01-01", "2023-07-25"))[0] == OPEN


def test_without_a_number_of_its_own_it_is_open():
    assert answer(own=attack("09", "2023-07-25")) == (OPEN, "no number is told of the claim's own event")


def test_the_largest_is_measured_by_the_number_that_is_told():
    exchange = replace(WANTED, order="largest", question=Question(act=("CONSULT",), recipient=("PRK",)))
    own, more = (visit(id_, day, day, size=Size(people=(n, n))) for id_, day, n in
                 (("09", "2023-07-25", 270), ("01", "2022-07-25", 300)))  # fmt: skip
    assert answer(more, own=own, wanted=exchange)[0] == CONTRADICTED


@pytest.mark.parametrize("entry", load("check_measures").entries, ids=lambda entry: entry.id)
def test_every_superlative_of_the_table_stands_in_its_examples(entry):
    assert all(any(form in example for form in entry.forms) for example in entry.examples)
    assert all(measure_of(form) == entry.value["measure"] for form in entry.forms)
    assert measure_of("strongest") is None
