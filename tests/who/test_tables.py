"""The tables that ship: countries, peoples, office holders."""

from __future__ import annotations

import time

import pytest

from dragoman.who import Entity, People, choose, countries, directory, keys_of
from dragoman.who.tables import rows


@pytest.fixture(scope="module")
def known():
    return directory()


def meaning(known, name, day="2020-01-01", **support):
    return choose(known.names.get(keys_of(name)), day, support)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("DPRK", "PRK"),
        ("Great Britain", "GBR"),
        ("Canadian", "CAN"),
        ("Slovenians", "SVN"),
        ("Kosovo", "XKX"),
        ("Kyiv", "UKR"),
        ("the Kremlin", "RUS"),
        ("Republic of China", "TWN"),
        ("Scotland", "GBR"),
    ],
)
def test_a_name_stands_for_its_country(known, name, country):
    name = name.removeprefix("the ")
    assert meaning(known, name).country == country


def test_an_ambiguous_name_waits_for_the_report(known):
    assert meaning(known, "Congolese") is None
    assert meaning(known, "Congolese", COD=2.0).country == "COD"
    assert meaning(known, "Korean", PRK=1.0).country == "PRK"


def test_a_capital_belongs_to_the_state_of_its_day(known):
    assert meaning(known, "Moscow", "1985-01-01").country == "SUN"
    assert meaning(known, "Moscow", "1999-01-01").country == "RUS"


def test_a_user_s_meaning_goes_before_all_others():
    own = Entity("own", "Moscow", "organisation", "USA", rank=0)
    table = Entity("table", "Moscow", "capital", "RUS")
    assert choose([table, own], "2020-01-01", {"RUS": 9.0}) is own


@pytest.mark.parametrize(
    ("name", "day", "country", "standing"),
    [
        ("Sergei Shoigu", "2023-07-26", "RUS", "holds"),
        ("Sergey Shoigu", "2010-01-01", "RUS", "later"),
        ("Angela Merkel", "2022-01-10", "DEU", "held"),
        ("Volodymyr Zelensky", "2023-01-01", "UKR", "holds"),
        ("Vladimir Vladimirovich Putin", "2024-01-01", "RUS", "holds"),
        ("Ronald Reagan", "1987-01-01", "USA", "holds"),
    ],
)
def test_an_office_holder_is_found_under_other_spellings(known, name, day, country, standing):
    person = known.people.find(keys_of(name), day)
    assert (person.country, person.standing) == (country, standing)


def test_a_surname_alone_means_whoever_holds_high_office_on_the_day(known):
    assert known.people.by_surname("putin", "2015-01-01", {}).country == "RUS"
    assert known.people.by_surname("thatcher", "1985-01-01", {}).country == "GBR"
    assert known.people.by_surname("thatcher", "2015-01-01", {}) is None
    assert known.people.by_surname("tolland", "2015-01-01", {}) is None


def test_an_unknown_name_is_nobody(known):
    assert known.people.find(keys_of("Hadrin Tolland"), "2015-01-01") is None


def test_the_tables_are_sorted_and_name_only_countries_that_exist():
    codes = {item.country for item in countries().values()}
    for table, column in (("leaders", 3), ("media", 2), ("ministries", 1), ("prominent", 3)):
        found = list(rows(table))
        assert found == sorted(found), table
        assert {row[column] for row in found} - codes - {""} <= set(countries()), table


def test_the_tables_load_fast():
    began = time.perf_counter()
    People()
    assert time.perf_counter() - began < 2.0  # 0.15 seconds on an idle core
