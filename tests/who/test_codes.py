"""Actor codes and keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.who import cameo_code, keys_of, plover_code, read_cameo, sectors
from dragoman.who.tables import cameo_countries


@pytest.mark.parametrize(
    ("country", "given_sectors", "elements", "code"),
    [
        ("RUS", ("GOV", "MIL"), "", "RUSGOVMIL"),
        ("PRK", ("GOV", "JRN"), "", "PRKGOVMED"),
        ("KEN", ("MED",), "", "KENHLH"),
        (None, ("IGO",), "IGOUNO", "IGOUNO"),
        (None, ("MIL", "IGO"), "", "IGOMIL"),
        ("USA", ("MIL",), "MILMIL", "USAMIL"),
        (None, ("UNK",), "", None),
    ],
)
def test_a_cameo_code_joins_country_and_elements(country, given_sectors, elements, code):
    assert cameo_code(country, given_sectors, elements) == code


def test_a_plover_code_keeps_country_and_sectors_apart():
    assert plover_code("RUS", ("GOV", "MIL")) == "RUS GOV MIL"
    assert plover_code(None, ()) is None


@pytest.mark.parametrize(
    ("code", "country", "found"),
    [
        ("PRKGOVMED", "PRK", ("GOV", "JRN")),
        ("NGOHLHIRC", None, ("NGO", "MED")),
        ("SDNREBINS", "SDN", ("REB",)),
        ("IMGMUSALQ", None, ("REL",)),
        ("CHNGOV", "CHN", ("GOV",)),
        ("---", None, ()),
    ],
)
def test_a_cameo_code_is_read_in_plover_terms(code, country, found):
    assert read_cameo(code, cameo_countries()) == (country, found)


def test_every_sector_has_a_cameo_element_or_none():
    assert sectors()["JRN"] == "MED"
    assert sectors()["MED"] == "HLH"
    assert sectors()["UNK"] == ""


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("al-Shabab's", ("al", "shabab")),
        ("U.S.", ("us",)),
        ("Korean People’s Army", ("korean", "people", "army")),
        ("Élysée", ("elysee",)),
        ("Wałęsa", ("walesa",)),
        ("—", ()),
    ],
)
def test_keys_fold_case_accents_dots_and_hyphens(name, keys):
    assert keys_of(name) == keys


@given(st.text(max_size=30))
def test_keys_of_keys_are_the_same_keys(text):
    keys = keys_of(text)
    assert keys_of(" ".join(keys)) == keys
