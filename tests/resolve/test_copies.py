"""Near-copies, and whose word a report is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve import Credit, agency_of, copied, independent, origin_of, sketch, stretches
from dragoman.resolve.credit import voice

WIRE = (
    "Rebels attacked the bridge of Ostra on Wednesday, the army said, and held it for three hours before "
    "soldiers came up from Velm with two armoured cars and drove them back into the hills. Nobody was "
    "hurt, according to a priest who lives beside the river. The bridge was closed to lorries until the "
    "evening, and a mine was found under its northern end."
)
EDITED = WIRE.replace("came up", "arrived").replace("a priest who lives", "a nun living").replace("on Wednesday, ", "")
CUT = WIRE.split(" The bridge")[0]
OTHER = (
    "The army says that it drove rebels from the bridge of Ostra after three hours. Two armoured cars "
    "were sent from Velm on Wednesday; a priest told this newspaper that he had heard shots, and that "
    "nobody in his parish had been wounded."
)


def test_an_edited_and_a_cut_text_are_copies_and_another_account_is_none():
    assert copied(stretches(WIRE), stretches(EDITED))
    assert copied(stretches(WIRE), stretches(CUT))
    assert not copied(stretches(WIRE), stretches(OTHER))


def test_copies_share_a_band_of_their_sketches():
    assert set(sketch(WIRE)) & set(sketch(EDITED))
    assert set(sketch(WIRE)) & set(sketch(CUT))
    assert not set(sketch(WIRE)) & set(sketch(OTHER))


def test_a_few_words_have_no_sketch_and_no_copies():
    assert sketch("Nobody was hurt.") == ()
    assert not copied(stretches("Nobody was hurt."), stretches("Nobody was hurt."))


@given(st.text(), st.text())
def test_any_two_texts_have_a_verdict_that_does_not_depend_on_their_order(one, other):
    assert sketch(one) == sketch(one)
    assert copied(stretches(one), stretches(other)) == copied(stretches(other), stretches(one))


def test_the_origin_is_what_was_published_first():
    assert origin_of({"b": "2024-05-02", "a": "2024-05-03", "c": None}) == "b"
    assert origin_of({"b": None, "a": None}) == "a"


@pytest.mark.parametrize(
    ("text", "dateline", "author", "agency"),
    [
        ("The envoys met.", "Halden Wire", None, "Halden Wire"),
        ("The envoys met.", None, "Ida Falk and Reuters", "Reuters"),
        ("The envoys met.", None, "By Ida Falk, Associated Press", "Associated Press"),
        ("OSTRA (Reuters) The envoys met.", None, None, "Reuters"),
        ("The envoys met. (AFP)", None, None, "AFP"),
        ("The envoys (both of them) met.", None, "Ida Falk", None),
    ],
)
def test_a_report_credits_an_agency(text, dateline, author, agency):
    assert agency_of(text, dateline, author) == agency


def test_names_of_one_agency_are_one_voice():
    assert voice("Reuters") == voice("Thomson Reuters") == voice("Reuters Staff")
    assert voice("AP") == voice("The Associated Press")
    assert voice("Halden Wire") == voice("Halden")
    assert voice("Halden Wire") != voice("Halden Post")


def test_an_outlet_s_own_report_is_independent_of_the_agency_that_it_prints():
    credits = {
        "a": Credit("Halden Wire", None, "a"),
        "b": Credit("Ostra Post", "Halden", "b"),
        "c": Credit("Ostra Post", None, "c"),
        "d": Credit(None, None, "d"),
        "e": Credit("Velm Times", None, "c"),
    }
    assert independent(["a", "b"], credits) == 1
    assert independent(["b", "c"], credits) == 2
    assert independent(["c", "e"], credits) == 1
    assert independent(["a", "b", "c", "d", "e"], credits) == 3
    assert independent(["x", "y"], {}) == 2
