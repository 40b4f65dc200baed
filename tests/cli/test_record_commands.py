from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.cli.amount import amount_of
from dragoman.store import open_store


@pytest.fixture
def ingest(run):
    """Ingests files into r.db."""
    return lambda *words, **more: run("ingest", *words, "--store", "r.db", **more)


def test_ingest_keeps_reports_and_tells_in_one_line_what_it_did(ingest):
    done = ingest("made.txt", "plain.txt")
    assert done.exit_code == 0
    assert done.stdout.startswith("2 new, 0 already there, 0 corrected, 0 rejected; 3 mentions read; the store holds 2")
    assert len(done.stdout.splitlines()) == 1
    again = ingest("made.txt", "plain.txt")
    assert again.stdout.startswith("1 new, 1 already there") or again.stdout.startswith("0 new, 2 already there")
    assert done.stderr == ""


def test_the_store_may_be_named_by_the_environment(run, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_STORE", "env.db")
    assert run("ingest", "plain.txt").exit_code == 0
    assert Path("env.db").exists()


def test_without_a_store_or_a_path_there_is_nothing_to_do(run):
    assert run("ingest", "plain.txt").exit_code == 2
    assert run("ingest", "--store", "r.db").exit_code == 2


def test_what_cannot_be_read_goes_to_the_rejects_and_the_rest_is_kept(ingest):
    done = ingest("plain.txt", "fail.txt", "binary.txt", "--rejects", "bad.jsonl")
    assert done.exit_code == 1
    assert done.stdout.startswith("1 new, 0 already there, 0 corrected, 2 rejected")
    assert [json.loads(line)["kind"] for line in Path("bad.jsonl").read_text().splitlines()] == ["stage", "content"]
    assert "2 of 3 not read; see bad.jsonl" in done.stderr


def test_nothing_to_read_is_unreadable_input(ingest):
    Path("empty").mkdir()
    assert ingest("empty").exit_code == 3
    assert ingest("missing.txt").exit_code == 3


def test_an_interruption_keeps_what_was_read(ingest):
    Path("stop.jsonl").write_text('{"id": "1", "text": "One."}\n{"id": "2", "text": "zzstop"}\n')
    done = ingest("stop.jsonl")
    assert done.exit_code == 130
    with open_store("r.db") as store:
        assert list(store.report_names()) == ["1"]


def test_a_file_that_is_no_store_is_unreadable(ingest):
    Path("r.db").write_text("my notes")
    done = ingest("plain.txt")
    assert done.exit_code == 3
    assert "is no store of Dragoman" in done.stderr
    assert Path("r.db").read_text() == "my notes"


def test_standard_input_is_read_too(ingest):
    assert ingest("-", "--published", "2024-03-01", "--source", "Wire", input="Some words.").exit_code == 0
    with open_store("r.db") as store:
        (name,) = store.report_names()
        assert (store.report(name).source, store.report(name).published) == ("Wire", "2024-03-01")


def test_withdraw_takes_a_report_out_and_undo_brings_it_back(run, ingest):
    ingest("made.txt")
    words = ("withdraw", "made-1", "-s", "r.db", "--reason", "not so", "--by", "An Editor")
    done = run(*words, "--on", "2024-04-01")
    assert (done.exit_code, done.stdout) == (0, "made-1 withdrawn; the store holds 0 reports, 0 events\n")
    assert run(*words).exit_code == 2
    assert run(*words, "--undo").stdout.startswith("made-1 restored; the store holds 1 reports")
    with open_store("r.db") as store:
        assert [(each.kind, each.by, each.reason) for each in store.changes()] == [
            ("withdrawn", "An Editor", "not so"), ("restored", "An Editor", "not so"),
        ]  # fmt: skip
        assert [each.day for each in store.changes()] == ["2024-04-01", date.today().isoformat()]


def test_withdraw_asks_for_a_day_a_reason_and_a_report_that_is_there(run, ingest):
    ingest("made.txt")
    assert run("withdraw", "made-1", "-s", "r.db", "--by", "me").exit_code == 2
    words = ("withdraw", "-s", "r.db", "--by", "me", "--reason", "x")
    assert "is no day; allowed is YYYY-MM-DD" in run(*words, "made-1", "--on", "soon").stderr
    assert "report 'nobody' is not there" in run(*words, "nobody").stderr
    assert run("withdraw", "made-1", "-s", "none.db", "--by", "me", "--reason", "x").exit_code == 2


@pytest.fixture
def outdated(run, ingest):
    """A store whose one report has been read by something that found nothing in it."""
    ingest("made.txt")
    with open_store("r.db", write=True) as store:
        reading = store.reading("made-1")
        store.reread(reading.with_layer("events", ()), "an older one")
    return "r.db"


def test_reread_shows_what_is_gained_and_lost(run, outdated):
    done = run("reread", "--store", outdated, "--only-outdated")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 3
    assert all(line.startswith("+  made-1") for line in done.stdout.splitlines())
    assert "1 reports read again: 3 events gained, 0 lost" in done.stderr
    assert run("reread", "--store", outdated, "--only-outdated").stdout == ""
    with open_store(outdated) as store:
        assert len(store.pending(9)) + store.totals()["events"] == 3


def test_reread_writes_json(run, outdated):
    changes = json.loads(run("reread", "--store", outdated, "--format", "json").stdout)
    assert [(change["change"], change["report"], change["act"]) for change in changes] == [
        ("gained", "made-1", "CONSULT"), ("gained", "made-1", "CONSULT"), ("gained", "made-1", "ASSAULT"),
    ]  # fmt: skip
    assert json.loads(run("reread", "--store", outdated, "--format", "json").stdout) == []
    assert run("reread", "--store", outdated, "--format", "jsonl").stdout == ""


def test_the_number_of_reports_is_told_where_a_glance_is_enough(tmp_path):
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("one")
    (folder / ".hidden").write_text("none")
    (folder / "deep" / "b.jsonl").write_text("1\n2\n3")
    assert amount_of([folder, tmp_path / "gone.txt"]) == 5
    assert amount_of([Path("-")]) is None
    (folder / "c.json").write_text("[]")
    assert amount_of([folder]) is None
