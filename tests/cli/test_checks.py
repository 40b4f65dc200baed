"""The commands that hold claims, series and plans against a store."""

from __future__ import annotations

import json

import pytest
from icalendar import Calendar

from dragoman.check.answer import OPEN, Answer
from dragoman.cli.check import folded
from dragoman.model import Happening, Told
from dragoman.store import open_store

REPORTS = {
    "bat": (
        "2023-07-20", "Plain Paper",
        "A Mongolian delegation arrived in Pyongyang on Tuesday, North Korea's first known foreign visitors since "
        "March 2020. The Chinese foreign minister will visit North Korea on August 3, his ministry said.",
    ),
    "wang": (
        "2022-06-04", "Hill Gazette", "Chinese Foreign Minister Wang Yi arrived in Pyongyang on Friday, June 3, 2022.",
    ),
    "trade": (
        "2023-07-21", "Plain Paper",
        "China's trade with North Korea was eight times higher in June than the previous year.",
    ),
}  # fmt: skip
TABLE = """series,of,with,period,value,unit
trade,CHN,PRK,2023-06,166,USD million
trade,CHN,PRK,2022-06,20.1,USD million
"""
VISITS = ("--act", "CONSULT", "--mode", "visit", "--recipient", "PRK", "--since", "2020-01")


@pytest.fixture(scope="module")
def filled(read_layers, tmp_path_factory):
    """A store of three reports, each mention a happening of its own."""
    path = tmp_path_factory.mktemp("checks") / "record.dragoman"
    with open_store(path, create=True) as store:
        for name, (day, source, text) in REPORTS.items():
            reading = read_layers(text, id=name, published=day, source=source).with_layer("parse", None)
            store.add(reading, "the tests' pipeline")
            store.put_happenings([Happening.alone(told) for told in Told.each(reading)])
    return str(path)


@pytest.fixture
def store(filled, tmp_path):
    copy = tmp_path / "record.dragoman"
    with open(filled, "rb") as old:
        copy.write_bytes(old.read())
    return str(copy)


def test_first_shows_the_earliest_and_what_was_searched(run, filled):
    done = run(
        "first", "--act", "CONSULT", "--mode", "visit", "--recipient", "PRK", "--since", "2020-01", "--store", filled
    )
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith(" 1  2022-06-03  CONSULT/visit: Wang Yi (CHN)")
    assert "“Chinese Foreign Minister Wang Yi arrived in Pyongyang" in lines[1]
    assert "Mongolian delegation (MNG)" in lines[2]
    assert "August" not in "".join(lines[:4])
    assert lines[-1].startswith("searched 3 reports published since 2020-01-01; 2 name PRK: in 2 of ")


def test_first_as_json_counts_the_extent(run, filled):
    done = run("first", "--act", "consult", "--actor", "China", "--stage", "happened", "-f", "json", "--store", filled)
    found = json.loads(done.stdout)
    assert [event["begin"] for event in found["events"]] == ["2022-06-03"]
    assert (found["extent"]["reports"], found["extent"]["about"]) == (3, ["CHN"])
    assert found["extent"]["sources"] == {"Hill Gazette": 1, "Plain Paper": 1}


def test_check_answers_all_claims_of_a_store(run, filled):
    done = run("check", "--store", filled)
    assert done.exit_code == 0
    claim = "North Korea's first known foreign visitors since March 2020"
    assert done.stdout.startswith(f"contradicted  first-since  “{claim}”")
    assert "  against  2022-06-03  CONSULT/visit: Wang Yi (CHN)" in done.stdout
    assert done.stdout.splitlines()[-1] == "2 claims: 0 supported, 1 contradicted, 1 not decidable"
    assert run("check", filled).stdout == done.stdout


def test_check_answers_one_report_as_json(run, filled):
    (answer,) = json.loads(run("check", "bat", "--store", filled, "--format", "json").stdout)
    assert (answer["verdict"], answer["report"], answer["question"]["recipient"]) == ("contradicted", "bat", ["PRK"])
    assert [item["bears"] for item in answer["evidence"]] == ["against"]
    assert answer["evidence"][0]["words"].startswith("Chinese Foreign Minister Wang Yi arrived")
    assert answer["extent"]["naming"] == 1


def test_check_reads_a_file_that_is_not_in_the_store(run, filled):
    done = run("check", "made.txt", "--store", filled)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1].startswith("1 claim: ")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("check", "--verdict", "perhaps"), 2, "verdict is 'perhaps'; allowed are 'supported'"),
        (("check", "nothing"), 3, "nothing: neither a file nor the id of a report in "),
        (("first", "--since", "soon"), 2, "since is 'soon'; allowed are days"),
        (("ahead", "--from", "2023-08", "--to", "2023-07"), 2, "the period is empty"),
    ],
)
def test_what_cannot_be_asked_is_told(run, filled, words, code, told):
    done = run(*words, "--store", filled)
    assert (done.exit_code, told in done.stderr) == (code, True)


def test_check_needs_a_store(run):
    done = run("check", "made.txt")
    assert (done.exit_code, "no store is named" in done.stderr) == (2, True)


def test_a_series_is_loaded_and_decides_a_comparison(run, store, tmp_path):
    (tmp_path / "trade.csv").write_text(TABLE)
    done = run("series", "import", "trade.csv", "--store", store)
    assert (done.exit_code, done.stdout) == (0, "trade CHN PRK: 2 values\n")
    answer = run("check", "trade", "--store", store).stdout
    assert answer.startswith("supported  comparison")
    assert "166 USD million in 2023-06 against 20.1 in 2022-06, a ratio of 8.259 times" in answer


def test_lines_without_a_value_are_told_and_the_rest_is_loaded(run, store, tmp_path):
    (tmp_path / "trade.csv").write_text(TABLE + "trade,CHN,PRK,June,1,USD million\n")
    done = run("series", "import", "trade.csv", "--store", store)
    assert (done.exit_code, done.stdout) == (1, "trade CHN PRK: 2 values\n")
    assert "trade.csv:4: period 'June' is none; allowed are 2023, " in done.stderr
    assert json.loads((tmp_path / "rejects.jsonl").read_text())["where"] == "trade.csv:4"


def test_what_is_no_table_leaves_the_store_as_it_was(run, store, tmp_path):
    (tmp_path / "trade.csv").write_text("once upon a time\n")
    done = run("series", "import", "trade.csv", "--store", store)
    assert (done.exit_code, "trade.csv:1: lacks series" in done.stderr) == (3, True)
    with open_store(store) as opened:
        assert opened.points() == []


def test_what_is_ahead_is_a_table_and_a_calendar(run, filled):
    asked = ("ahead", "--from", "2023-08", "--to", "2023-09", "--store", filled)
    table = run(*asked).stdout.splitlines()
    assert table[0].startswith("2023-08-03  announced  CONSULT/visit: ")
    assert table[1].startswith("  announced 2023-07-20 by ")
    (event,) = Calendar.from_ical(run(*asked, "--format", "ics").stdout_bytes).walk("VEVENT")
    assert (event["dtstart"].dt.isoformat(), str(event["status"])) == ("2023-08-03", "TENTATIVE")
    assert json.loads(run(*asked, "--format", "json").stdout)[0]["stage"] == "announced"


def test_no_conflict_is_told_as_such(run, filled):
    done = run("conflicts", "--store", filled)
    assert (done.exit_code, done.stdout) == (0, "No such conflict in the record.\n")
    assert json.loads(run("conflicts", "--format", "json", "--store", filled).stdout) == []


def test_a_claim_that_a_copy_repeats_is_told_once_and_what_can_be_decided_comes_first(run, filled):
    done = run("check", "--store", filled).stdout
    verdicts = [line.split("  ")[0] for line in done.splitlines() if "“" in line and not line.startswith(" ")]
    assert verdicts == sorted(verdicts, key=["contradicted", "supported", "not decidable"].index)
    assert "looked for CONSULT/visit" in done


def test_copies_are_folded_by_where_their_text_comes_from():
    first, copy, other = (
        Answer("the first visit", "first-since", OPEN, "why", name, day="2023-07-26") for name in ("a", "b", "c")
    )
    folded_ = folded([first, copy, other], {"a": "a", "b": "a", "c": "c"}.get)
    assert [(answer.report, answer.copies) for answer in folded_] == [("a", ("b",)), ("c", ())]
