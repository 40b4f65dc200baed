"""Look-ups in a built file."""

from __future__ import annotations

import os
import pickle
import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import MissingData
from dragoman.gazetteer import Gazetteer, open_gazetteer
from dragoman.gazetteer.files import cache_folder, default_path


@pytest.mark.parametrize("name", ["Pyongyang", "P'yŏngyang", "P’yongyang", "PYONGYANG", "pyongyang"])
def test_spellings_lead_to_the_same_places(small, name):
    assert [place.geonameid for place in small.lookup(name)] == [1, 101]


@given(st.text())
def test_any_text_gives_an_answer(small, name):
    assert isinstance(small.lookup(name), tuple)


def test_a_lone_surrogate_is_nobodys_name(small):
    assert small.lookup("\ud800 Paris") == ()


def test_what_is_known_passes_the_filter(small):
    assert small.may_know("paris")
    assert sum(small.may_know(f"nowhere {number}") for number in range(1000)) < 200


def test_a_gazetteer_is_pickled_as_its_path(small):
    assert pickle.loads(pickle.dumps(small)).lookup("Paris") == small.lookup("Paris")


def test_another_thread_has_its_own_connection(small):
    small.lookup("Paris")
    found = []
    worker = threading.Thread(target=lambda: found.append(small.lookup("Bonham")))
    worker.start()
    worker.join()
    assert [place.name for place in found[0]] == ["Bonham"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_child_can_look_up(small):
    small.lookup("Paris")
    child = os.fork()
    if child == 0:
        os._exit(0 if small.lookup("Kamishli") else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_the_file_cannot_be_written_through_a_look_up(small):
    with pytest.raises(sqlite3.OperationalError):
        small._connection().execute("DELETE FROM place")


def test_demonyms_lead_to_countries(small):
    assert [place.country for place in small.of_people("Canadian")] == ["CAN"]
    assert [place.country for place in small.of_people("Russians")] == ["RUS"]
    assert small.of_people("Parisian") == ()


def test_alpha_2_codes_lead_to_alpha_3_codes(small):
    assert small.country_of("KP") == "PRK"
    assert small.country_of("XX") is None


def test_a_missing_file_names_the_command_that_mends_it(tmp_path):
    with pytest.raises(MissingData, match="dragoman gazetteer build"):
        open_gazetteer({"file": str(tmp_path / "none.sqlite"), "build": False})


def test_what_is_no_gazetteer_is_refused(tmp_path):
    path = tmp_path / "g.sqlite"
    path.write_bytes(b"not a database, far from it" * 50)
    with pytest.raises(MissingData, match="dragoman gazetteer build"):
        Gazetteer(path)
    path.write_bytes(b"")
    with pytest.raises(MissingData):
        open_gazetteer({"file": str(path)})


def test_a_file_of_another_schema_is_refused(tmp_path, small_file):
    path = tmp_path / "old.sqlite"
    path.write_bytes(small_file.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    connection.close()
    with pytest.raises(MissingData, match="schema 0"):
        Gazetteer(path)


def test_the_cache_folder_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "dragoman"
    assert default_path("x1").name == "gazetteer-2-x1.sqlite"


def test_the_users_file_is_opened_where_it_is_named(small_file):
    assert open_gazetteer({"file": str(small_file), "build": False}).path == Path(small_file)
