"""The tables that ship are sound."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.gazetteer import KINDS, fold
from dragoman.gazetteer.sources import listed, own_table


@pytest.fixture(scope="module", params=["countries", "places", "regions"])
def rows(request):
    return own_table(request.param)


def test_points_lie_on_the_globe(rows):
    for row in rows:
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row


def test_cells_have_no_stray_blanks(rows):
    for row in rows:
        assert all(cell == cell.strip() for cell in row.values()), row


def test_there_are_places_enough_and_each_has_a_kind_a_country_or_none_and_a_source():
    rows, countries = own_table("places"), {row["iso3"] for row in own_table("countries")}
    assert len(rows) >= 400
    for row in rows:
        assert row["kind"] in KINDS, row
        assert not row["country"] or row["country"] in countries, row
        assert row["source"], row
        assert not row["geonameid"] or row["geonameid"].isdigit(), row


def test_no_name_stands_for_two_own_places():
    names = [fold(name) for row in own_table("places") for name in {row["name"], *listed(row["aliases"])}]
    per_row = Counter(
        key for row in own_table("places") for key in {fold(name) for name in (row["name"], *listed(row["aliases"]))}
    )
    assert names
    assert [key for key, count in per_row.items() if count > 1] == []


def test_countries_have_codes_of_their_own():
    rows = own_table("countries")
    for column, size in (("iso3", 3), ("iso2", 2)):
        codes = [row[column] for row in rows]
        assert len(set(codes)) == len(codes)
        assert all(len(code) == size and code.isupper() for code in codes)
    ids = [row["geonameid"] for row in rows if row["geonameid"]]
    assert len(set(ids)) == len(ids)


def test_all_states_and_provinces_have_their_postal_codes():
    codes = {row["code"]: row["postal"] for row in own_table("regions")}
    assert sum(code.startswith("US.") for code in codes) == 51
    assert sum(code.startswith("CA.") for code in codes) == 13
    assert all(codes[code] == code[3:] for code in codes if code.startswith("US."))
