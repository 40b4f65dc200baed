from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet
import pytest

import dragoman
from dragoman import export, query
from dragoman.cli.asking import EVENTS
from dragoman.model import Happening
from dragoman.model.record import from_record

LISTS = ("events", "mentions", "reports", "statements", "figures")


@pytest.fixture
def ask(run, demo_store):
    """Runs a command on the demo reports' record."""
    return lambda *words: run(*words, "--store", str(demo_store.path))


@pytest.mark.parametrize("command", LISTS)
def test_every_format_holds_the_same_rows(ask, command):
    table = export.table(command)
    rows = list(csv.reader(io.StringIO(ask(command, "-f", "csv", "-n", "0").stdout)))
    assert tuple(rows[0]) == table.names
    lines = ask(command, "-f", "jsonl", "-n", "0").stdout.splitlines()
    whole = json.loads(ask(command, "-f", "json", "-n", "0").stdout)
    assert whole["items"] == [json.loads(line) for line in lines]
    assert whole["after"] is None
    assert ask(command, "-f", "parquet", "-n", "0", "-o", "out.parquet").exit_code == 0
    held = pyarrow.parquet.read_table("out.parquet")
    assert tuple(held.column_names) == table.names
    assert len(rows) - 1 == len(lines) == held.num_rows > 90
    first = [str(value or "") for value in held.column(0).to_pylist()]
    assert [row[0] for row in rows[1:]] == first


def test_json_of_events_comes_back_as_events(ask, demo_store):
    items = json.loads(ask("events", "-f", "json", "-n", "9").stdout)["items"]
    assert tuple(from_record(Happening, item) for item in items) == query.events(demo_store, limit=9).items


def test_a_list_says_where_it_goes_on(ask):
    first = ask("events", "--party", "PRK", "-n", "3")
    cursor = first.stderr.rpartition(" ")[2].strip()
    second = ask("events", "--party", "PRK", "-n", "3", "--after", cursor)
    both = first.stdout.splitlines() + second.stdout.splitlines()
    assert both == ask("events", "--party", "PRK", "-n", "6").stdout.splitlines()
    assert len(both) == 6


def test_nothing_found_says_how_much_was_searched(ask):
    done = ask("events", "--actor", "TUV")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "no event answers; searched 121 reports, 2020-01-21 to 2024-10-29" in done.stderr


def test_counts_and_series_are_tables(ask):
    assert ask("count", "-f", "csv").stdout.splitlines()[0] == "events"
    rows = ask("count", "--by", "year,act", "--sums", "-f", "csv").stdout.splitlines()
    assert rows[0] == "year,act,events,reports,independent"
    lines = ask("series", "show", "--act", "ASSAULT", "--since", "2022", "--until", "2023", "-f", "jsonl").stdout
    assert [json.loads(line)["month"] for line in lines.splitlines()] == [f"2022-{month:02d}" for month in range(1, 13)]
    assert "month" in ask("series", "show", "--actor", "RUS").stdout


def test_search_marks_what_was_found(ask):
    shown = ask("search", "missile", "OR", "nuclear", "-n", "2").stdout
    assert "[missile]" in shown or "[nuclear]" in shown


def test_show_has_every_mention_and_explain_every_merge(ask, demo_store):
    item = query.events(demo_store, order="most-told", limit=1).items[0]
    shown, explained = ask("show", item.id).stdout, ask("explain", item.id[:-1]).stdout
    for name in item.mentions:
        assert name in shown
        assert name in explained
    assert f"{item.reports} reports" in shown
    assert "Why the mentions are one event" in explained
    assert "1. trigger:" in explained
    record = json.loads(ask("show", item.id, "-f", "json").stdout)
    assert record["happening"]["id"] == item.id
    assert [each["id"] for each in record["mentions"]] == list(item.mentions)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["events", "--act", "CONSLT"], 2, "the nearest is CONSULT"),
        (["events", "--after", "x"], 2, "cursor 'x' is none"),
        (["events", "--order", "best"], 2, "unknown order 'best'; allowed are newest, oldest, most-told"),
        (["events", "--limit", "-1"], 2, "allowed are 0 (all) and more"),
        (["count", "--by", "monht"], 2, "the nearest"),
        (["series", "show", "--period", "hour"], 2, "unknown period 'hour'"),
        (["figures", "--kind", "x"], 2, "unknown kind 'x'"),
        (["search", "!"], 2, "allowed are words"),
        (["show", "zz"], 2, "event 'zz' is not in the record"),
        (["show", "e-", "-f", "csv"], 2, "allowed are table and json"),
    ],
)
def test_what_cannot_be_asked_is_exit_code_2(ask, words, code, says):
    done = ask(*words)
    assert done.exit_code == code
    assert says in " ".join(done.stderr.split())


def test_a_store_that_is_none_is_told(run):
    assert run("events", "--store", "gone.dragoman").exit_code == 2
    Path("x.txt").write_text("no store")
    assert run("events", "--store", "x.txt").exit_code == 3


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless():
    table = export.Table((("a", str), ("b", float)), lambda item: item)
    lines = list(export.csv_lines(table, [("=1+1", -1.0), ("@x\n", None), ('a"b', 2.0)]))
    assert "".join(lines) == 'a,b\n\'=1+1,-1.0\n"\'@x\n",\n"a""b",2.0\n'


def test_the_record_is_asked_from_python(demo_store):
    with dragoman.open(demo_store.path) as record:
        page = record.events(actor="Russia", act="ASSAULT", since="2022", limit=5)
        assert len(page) == 5
        assert all(item.act == "ASSAULT" for item in page)
        assert record.event(page.items[0].id).happening == page.items[0]
        frame = record.frame("events", actor="Russia")
        assert list(frame.columns) == list(export.table("events").names)
        assert len(frame) == record.count(actor="Russia")[0].events
        assert len(list(record.every("mentions", party="PRK"))) > 100
        assert record.search("missile", limit=1).items[0].snippet.marks
        assert len(record.series(period="year", since="2020", until="2025")) == 5
        assert record.first(mode="visit").searched.reports == 121


def test_every_column_and_option_of_a_question_stands_in_the_docs():
    page = (Path(__file__).parents[2] / "docs" / "query.md").read_text("utf-8")
    for command in LISTS:
        assert ", ".join(f"`{name}`" for name in export.table(command).names) in page
    for name in EVENTS:
        assert f"`--{name.replace('_', '-')}`" in page
    assert ", ".join(query.DIMENSIONS) in page
