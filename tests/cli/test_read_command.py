from __future__ import annotations

import json
from pathlib import Path

import pytest
from quick_reader import QuickReader

from dragoman.model import Reading
from made import made_reading

DYAD = "Ilma Raud (KRL GOV) → Tomas Oyo (OYO GOV)"


def test_the_brief_has_a_line_an_event_then_statements_figures_and_claims(run):
    done = run("read", "made.txt")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "Northern Wire · 2024-03-12 · made-1",
        'Raud in Valmora: "no threats" & talks',
        "",
        "Events",
        f"  1  2024-03-12 · {DYAD} · CONSULT/visit · Valmora, OYO · asserted · “arrived in”",
        f"  2  2024-03-14 · {DYAD} · CONSULT/meet · planned · according to Halvan · “meet”",
        "  3  2024-01 · — [8 – 12 killed] · ASSAULT/heavy-weapons · background · “Shelling”",
        "",
        "Statements",
        "  Halvan said · “Raud will meet President Tomas Oyo on Thursday”",
        "  Ilma Raud told · “We did not come to threaten anybody,”",
        "",
        "Figures",
        "  8 – 12 people · “between 8 and 12 people”",
        "  2 times, 2024-01 against 2023-12, of people killed · “twice”",
        "",
        "Claims",
        "  first-since, since 2019 · “the first visit since 2019”",
        "",
    ]


def test_events_are_numbered_through_all_reports(run):
    numbers = [line.split()[0] for line in run("read", "made.txt", "made.txt").stdout.splitlines() if "GOV" in line]
    assert numbers == ["1", "2", "4", "5"]


def test_layers_that_are_asked_for_are_the_ones_shown(run):
    done = run("read", "made.txt", "--layer", "times", "--layer", "places", "--layer", "actors", "--layer", "media")
    assert [line for line in done.stdout.splitlines() if line.istitle() and " " not in line] == [
        "Times",
        "Places",
        "Actors",
        "Media",
    ]
    assert QuickReader.asked[0][1] == ("times", "places", "actors", "media")


def test_json_lines_are_the_public_record(run):
    done = run("read", "made.txt", "plain.txt", "--format", "jsonl")
    readings = [Reading.from_dict(json.loads(line)) for line in done.stdout.splitlines()]
    assert readings[0] == made_reading()
    assert len(readings) == 2


def test_json_is_one_object_for_one_report_and_an_array_for_several(run):
    assert json.loads(run("read", "made.txt", "-f", "json").stdout)["report"]["id"] == "made-1"
    several = json.loads(run("read", "made.txt", "plain.txt", "made.txt", "-f", "json").stdout)
    assert [record["schema"] for record in several] == ["dragoman.reading/1"] * 3


def test_pages_go_to_standard_output_a_file_or_a_folder_with_a_list(run):
    assert run("read", "made.txt", "-f", "html").stdout == made_reading().to_html()
    assert run("read", "made.txt", "-f", "html", "-o", "one.html").exit_code == 0
    assert Path("one.html").read_text("utf-8") == made_reading().to_html()
    assert run("read", "made.txt", "made.txt", "plain.txt", "-f", "html", "-o", "pages").exit_code == 0
    names = sorted(path.name for path in Path("pages").iterdir())
    assert len(names) == 4
    assert names[-3:] == ["index.html", "made-1-2.html", "made-1.html"]
    assert 'href="made-1-2.html"' in Path("pages/index.html").read_text("utf-8")


def test_several_pages_do_not_fit_one_file_and_none_is_left(run):
    done = run("read", "made.txt", "made.txt", "-f", "html", "-o", "one.html")
    assert (done.exit_code, Path("one.html").exists()) == (2, False)
    assert "--output FOLDER" in done.stderr
    assert run("read", "made.txt", "-f", "html", "-o", "made.txt").exit_code == 2


def test_failures_go_to_the_rejects_file_and_the_rest_goes_on(run):
    done = run("read", "binary.txt", "made.txt", "fail.txt", "gone.txt", "-f", "jsonl", "-o", "out/readings.jsonl")
    assert done.exit_code == 1
    assert len(Path("out/readings.jsonl").read_text("utf-8").splitlines()) == 1
    rejects = [json.loads(line) for line in Path("out/rejects.jsonl").read_text("utf-8").splitlines()]
    assert [(each["where"], each["kind"]) for each in rejects] == [
        ("binary.txt", "content"),
        ("report x", "stage"),
        ("gone.txt", "missing"),
    ]
    assert "3 of 4 not read; see out/rejects.jsonl" in done.stderr
    assert done.stdout == ""


def test_the_rejects_file_can_be_named_and_is_not_made_without_need(run):
    assert run("read", "made.txt", "fail.txt", "--rejects", "bad/x.jsonl").exit_code == 1
    assert len(Path("bad/x.jsonl").read_text("utf-8").splitlines()) == 1
    assert run("read", "made.txt", "--rejects", "y.jsonl").exit_code == 0
    assert not Path("y.jsonl").exists()
    assert not Path("rejects.jsonl").exists()


@pytest.mark.parametrize("name", ["binary.txt", "gone.txt"])
def test_the_only_input_unreadable_is_exit_code_3_and_leaves_no_file(run, name):
    done = run("read", name, "-f", "json", "-o", "out.json")
    assert done.exit_code == 3
    assert name in done.stderr
    assert sorted(path.name for path in Path().iterdir() if "out" in path.name or "reject" in path.name) == []


def test_an_empty_folder_is_said_to_be_empty(run):
    Path("nothing").mkdir()
    done = run("read", "nothing")
    assert done.exit_code == 3
    assert "holds no report" in done.stderr


def test_standard_input_is_read_where_no_path_is_given(run):
    assert "Northern Wire" in run("read", input="A made report.").stdout
    assert "Northern Wire" in run("read", "-", input="A made report.").stdout


def test_json_lines_are_reports_each(run):
    rows = [{"id": "a", "text": "One."}, {"id": "b", "text": ""}, {"id": "c", "text": "made"}]
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n{broken\n")
    done = run("read", "rows.jsonl", "-f", "jsonl")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert "2 of 4 not read" in done.stderr


def test_options_reach_the_configuration(run):
    Path("c.toml").write_text("[events]\nmin_confidence = 0.2\n[parse]\nmodel = 'mine'\n")
    run("read", "made.txt", "--config", "c.toml", "--workers", "3", "--min-confidence", "0.5")
    config = QuickReader.asked[0][0]
    assert (config.reader.workers, config.events.min_confidence, config.parse.model) == (3, 0.5, "mine")


def test_the_origin_fills_what_the_input_does_not_say(run):
    done = run("read", "plain.txt", "--published", "2024-03-12", "--source", "Wire", "-f", "json")
    report = json.loads(done.stdout)["report"]
    assert report["text"] == "A plain report without anything."


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--layer", "event"], "unknown layer 'event'; allowed are sentences"),
        (["--format", "xml"], "xml"),
        (["--workers", "0"], "workers"),
        (["--config", "gone.toml"], "gone.toml: cannot be read"),
        (["--published", "yesterday"], "yesterday"),
        (["--what"], "--what"),
    ],
)
def test_what_is_not_allowed_is_exit_code_2_and_says_so(run, words, says):
    done = run("read", "made.txt", *words)
    assert done.exit_code == 2
    assert says in done.stderr


def test_an_interruption_is_exit_code_130_and_leaves_nothing_half_written(run):
    Path("stop.txt").write_text("zzstop")
    done = run("read", "made.txt", "stop.txt", "-f", "jsonl", "-o", "out.jsonl")
    assert (done.exit_code, Path("out.jsonl").exists()) == (130, False)


def test_a_file_that_cannot_be_written_is_a_usage_error(run):
    done = run("read", "made.txt", "-f", "json", "-o", "made.txt/x.json")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
