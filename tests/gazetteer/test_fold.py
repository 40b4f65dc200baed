"""Spellings of one name share a key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.gazetteer import fold


@pytest.mark.parametrize(
    ("spellings", "key"),
    [
        (("P’yŏngyang", "P'yongyang", "PYONGYANG", "Pyŏngyang"), "pyongyang"),
        (("Saint-Étienne", "St. Etienne", "St Étienne"), "st etienne"),
        (("Port-au-Prince", "Port au Prince", "Port‐au‐Prince"), "port au prince"),
        (("Washington, D.C.", "Washington DC", "washington d.c."), "washington dc"),
        (("The Hague", "the Hague", "Hague"), "hague"),
        (("W.Va.", "WVa"), "wva"),
        (("Łódź", "Lodz"), "lodz"),
        (("Tromsø", "Tromso"), "tromso"),
        (("Mount Paektu", "Mt. Paektu"), "mt paektu"),
        (("İzmir", "Izmir"), "izmir"),
        (("Trinidad & Tobago", "Trinidad and Tobago"), "trinidad and tobago"),
    ],
)
def test_spellings_share_a_key(spellings, key):
    assert {fold(spelling) for spelling in spellings} == {key}


def test_different_names_keep_apart():
    assert len({fold(name) for name in ("Niger", "Nigeria", "Georgia", "Georgian", "St. Louis", "Louis")}) == 6


@given(st.text())
def test_a_key_has_no_case_and_no_blanks_at_its_ends(name):
    key = fold(name)
    assert key == key.strip()
    assert "  " not in key


@given(st.text())
def test_capitals_do_not_matter_where_python_can_turn_them_back(name):
    if name.upper().casefold() == name.casefold():
        assert fold(name.upper()) == fold(name)
