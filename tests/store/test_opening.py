from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest

from dragoman.errors import RecordError, UsageError
from dragoman.store import open_store, opening
from small_store import small


def change(path, *orders):
    with closing(sqlite3.connect(path)) as connection:
        for order in orders:
            connection.execute(order)
        connection.commit()


def schema(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()


def test_a_store_is_made_only_when_that_is_asked(path):
    with pytest.raises(UsageError, match="there is none; dragoman ingest makes one"):
        open_store(path)
    with pytest.raises(UsageError, match="there is none"):
        open_store(path, write=True)
    assert not path.exists()
    open_store(path, create=True).close()
    open_store(path).close()


def test_an_empty_file_becomes_a_store_when_one_may_be_made(path):
    path.touch()
    with pytest.raises(UsageError, match="there is none"):
        open_store(path)
    open_store(path, create=True).close()
    with open_store(path) as store:
        assert store.totals() == {"reports": 0, "mentions": 0, "events": 0}


@pytest.mark.parametrize("content", [b"no store at all", b"SQLite format 3\x00" + b"\x07" * 400, b"\x00" * 9000])
def test_a_file_that_is_no_store_is_refused_and_left_as_it_is(path, content):
    path.write_bytes(content)
    for how in ({}, {"write": True}, {"create": True}):
        with pytest.raises(RecordError, match=r"record\.dragoman"):
            open_store(path, **how)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(path):
    change(path, "CREATE TABLE mine (x)")
    before = path.read_bytes()
    for how in ({}, {"write": True}, {"create": True}):
        with pytest.raises(RecordError, match="is a SQLite file, but no store of Dragoman"):
            open_store(path, **how)
    assert path.read_bytes() == before


def test_a_folder_and_no_name_are_refused(tmp_path):
    with pytest.raises(UsageError, match="is a folder"):
        open_store(tmp_path, create=True)
    with pytest.raises(UsageError, match="no store is named"):
        open_store("")
    with pytest.raises(UsageError, match="its folder must exist"):
        open_store(tmp_path / "gone" / "s", create=True)


def test_names_with_odd_characters_are_only_names(tmp_path):
    path = tmp_path / "a?mode=rw#%20 ü'\".db"
    open_store(path, create=True).close()
    assert path.exists()
    open_store(path).close()


def test_a_newer_store_is_refused_with_the_remedy(store, path):
    store.connection.execute("PRAGMA user_version = 99")
    for how in ({}, {"write": True}, {"create": True}):
        with pytest.raises(RecordError, match="has schema 99, this Dragoman knows up to"):
            open_store(path, **how)


@pytest.fixture
def future(monkeypatch):
    """As if the program knew two more steps of the schema; a function sets the text of a step."""
    steps = {
        f"migrations/{opening.VERSION + 1:04d}.sql": "ALTER TABLE reports ADD mood TEXT; -- a remark; with a stop\n"
        "CREATE INDEX by_mood ON reports (mood);",
        f"migrations/{opening.VERSION + 2:04d}.sql": "UPDATE reports SET mood = 'calm';",
    }
    now, read = opening.VERSION, opening.script
    monkeypatch.setattr(opening, "VERSION", now + 2)
    monkeypatch.setattr(opening, "script", lambda name: steps[name] if name in steps else read(name))
    return lambda step, text: steps.__setitem__(f"migrations/{now + step:04d}.sql", text)


def old_store(path):
    with open_store(path, create=True) as store:
        store.add(small("a"), "p")


def test_an_older_store_is_brought_up_to_date_step_by_step_when_it_is_written(path, request):
    old_store(path)
    request.getfixturevalue("future")
    with pytest.raises(RecordError, match="older schema 1; any command that writes"):
        open_store(path)
    with open_store(path, write=True) as store:
        assert store.connection.execute("SELECT name, mood FROM reports").fetchall() == [("a", "calm")]
    with open_store(path) as store:
        assert len(store.reading("a").events) == 2


def test_a_step_that_fails_leaves_the_older_store_whole(path, request):
    old_store(path)
    before = schema(path)
    request.getfixturevalue("future")(2, "UPDATE ghosts SET x = 1;")
    with pytest.raises(RecordError, match="no such table: ghosts"):
        open_store(path, write=True)
    assert schema(path) == before


def test_there_is_a_step_to_every_version_but_the_first():
    for number in range(2, opening.VERSION + 1):
        assert opening.script(f"migrations/{number:04d}.sql").strip()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_store_in_a_folder_that_cannot_be_written_can_be_read(path):
    old_store(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with open_store(path) as store:
            assert store.report("a").id == "a"
        with pytest.raises(UsageError, match=r"read-only|cannot be opened"):
            open_store(path, write=True)
    finally:
        path.parent.chmod(0o755)


def test_a_reader_cannot_write(store, path):
    with open_store(path) as reader, pytest.raises(UsageError, match="read-only"):
        reader.add(small("a"), "p")
