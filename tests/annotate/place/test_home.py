"""Where outlets are at home."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from dragoman.annotate.place.home import NOWHERE, Outlets
from dragoman.gazetteer import open_gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


@pytest.fixture(scope="module")
def outlets():
    return Outlets.load()


@pytest.mark.parametrize(
    ("source", "town", "country"),
    [
        ("dallasnews.com", "Dallas", "USA"),
        ("Dallas Morning News", "Dallas", "USA"),
        ("https://news.dallasnews.com/a/b.html", "Dallas", "USA"),
        ("THE DALLAS MORNING NEWS", "Dallas", "USA"),
        ("jpost.com", "Jerusalem", "ISR"),
    ],
)
def test_known_outlets_have_a_town(outlets, gazetteer, source, town, country):
    home = outlets.home(source, None, gazetteer)
    assert [place.name for place in home.places] == [town]
    assert home.country == country


def test_a_town_in_a_name_may_be_one_of_several(outlets, gazetteer):
    home = outlets.home("springfielddailyherald.com", None, gazetteer)
    assert len(home.places) > 3
    assert {place.name for place in home.places} == {"Springfield"}


@pytest.mark.parametrize("source", [None, "", "KCNA-like wire", "localhost", "http://", "a" * 5000, "....", "\ud800"])
def test_what_tells_nothing_gives_nothing(outlets, gazetteer, source):
    assert outlets.home(source, None, gazetteer) is NOWHERE


def test_the_address_is_looked_at_where_the_source_tells_nothing(outlets, gazetteer):
    home = outlets.home("Staff", "https://www.denverpost.com/2020/01/01/x", gazetteer)
    assert [place.name for place in home.places] == ["Denver"]


def test_every_home_of_the_table_is_in_the_gazetteer(outlets, gazetteer):
    text = files("dragoman.annotate.place").joinpath("data", "outlets.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["home"]]
    assert len(rows) > 200
    lost = [row["domain"] for row in rows if len(outlets.home(row["domain"], None, gazetteer).places) != 1]
    assert lost == []
