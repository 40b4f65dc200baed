"""Building a file from sources."""

from __future__ import annotations

import threading

import pytest
from small import CITIES, SmallSources

from dragoman.gazetteer import ABBREVIATION, ALIAS, MAIN, Gazetteer, build


def kinds(places):
    return [(place.kind, place.country, place.admin1) for place in places]


def test_a_city_keeps_its_id_point_population_and_region(small):
    (paris,) = [place for place in small.lookup("Paris") if place.country == "USA"]
    assert (paris.geonameid, paris.lat, paris.lon, paris.population) == (4, 33.66, -95.56, 25_000)
    assert (paris.kind, paris.admin1, paris.admin2, paris.region) == ("city", "US.TX", "US.TX.277", "Texas")


def test_the_most_prominent_place_of_a_name_comes_first(small):
    assert [place.country for place in small.lookup("Paris")] == ["FRA", "USA"]


def test_a_region_has_the_point_of_the_own_table_or_the_mean_of_its_members(small):
    (texas,) = small.lookup("Texas")
    assert (texas.lat, texas.lon, texas.population) == (31.25, -99.25, 35_000)
    (county,) = small.lookup("Lamar County")
    assert (county.lat, county.lon, county.kind) == (33.66, -95.56, "admin2")


def test_a_division_without_members_has_no_point(small):
    (county,) = small.lookup("Empty County")
    assert (county.lat, county.lon) == (None, None)


def test_abbreviations_of_states_are_known_and_marked(small):
    for name in ("Tex.", "TX"):
        (texas,) = [place for place in small.lookup(name) if place.country == "USA"]
        assert (texas.name, texas.match) == ("Texas", ABBREVIATION)


def test_a_capital_is_marked_and_its_region_is_not(small):
    marks = {(place.kind, place.geonameid): bool(place.capital) for place in small.lookup("Pyongyang")}
    assert marks == {("city", 1): True, ("admin1", 101): False}


def test_own_and_other_names_are_told_apart(small):
    assert [place.match for place in small.lookup("Kamishli")] == [ALIAS]
    assert [place.match for place in small.lookup("Bonham")] == [MAIN]


def test_machine_transliterations_and_codes_are_left_out(small):
    assert small.lookup("FNJ") == ()
    assert small.lookup("byongyang") == ()
    assert small.lookup("평양")


def test_arabic_names_are_found_without_their_article(small):
    assert kinds(small.lookup("Qamishli")) == [("city", "SYR", "SY.01")]


def test_russian_regions_are_found_by_their_town(small):
    assert kinds(small.lookup("Belgorod")) == [("admin1", "RUS", "RU.09")]


def test_countries_seas_and_sites_of_the_own_tables_are_there(small):
    assert kinds(small.lookup("Burma")) == [("country", "MMR", None)]
    assert kinds(small.lookup("South China Sea")) == [("water", None, None)]
    assert kinds(small.lookup("Panmunjeom")) == [("site", None, None)]
    assert small.lookup("DPRK")[0].geonameid == 1873107


def test_a_city_of_an_unknown_country_has_none(small):
    (place,) = small.lookup("Erehwon")
    assert place.country is None


def test_progress_is_told(tmp_path):
    steps = []
    build(tmp_path / "g.sqlite", lambda step, done, total: steps.append(step), SmallSources())
    assert steps == ["places", "sorting names"]


def test_the_same_sources_give_the_same_file(tmp_path, small_file):
    again = build(tmp_path / "again.sqlite", sources=SmallSources())
    assert again.read_bytes() == small_file.read_bytes()


class BrokenSources(SmallSources):
    def cities(self):
        yield CITIES[0]
        raise RuntimeError("the disk is on fire")


def test_a_build_that_fails_leaves_nothing_and_harms_nothing(tmp_path):
    path = tmp_path / "g.sqlite"
    with pytest.raises(RuntimeError):
        build(path, sources=BrokenSources())
    assert [item.name for item in tmp_path.iterdir() if not item.name.endswith(".lock")] == []
    build(path, sources=SmallSources())
    before = path.read_bytes()
    with pytest.raises(RuntimeError):
        build(path, sources=BrokenSources())
    assert path.read_bytes() == before


def test_two_builds_at_once_make_one_good_file(tmp_path):
    path, problems = tmp_path / "g.sqlite", []

    def work():
        try:
            build(path, sources=SmallSources())
        except Exception as problem:
            problems.append(problem)

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert problems == []
    assert Gazetteer(path).lookup("Paris")
