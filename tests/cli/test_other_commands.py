from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer

import dragoman
from dragoman.cli import app, codebook, doctor, gazetteer
from dragoman.cli.terminal import visible
from dragoman.flow.config import config_of
from dragoman.gazetteer import GazetteerPlace, Imported
from dragoman.lexicon import load_file
from made import made_reading

ROOT = Path(__file__).parents[2]
TABLE = """
[lexicon]
about = "codes"
source = "own"
[lexicon.fields]
gloss = "string"
score = "number?"
[[entry]]
id = "CONSULT"
forms = ["consult"]
gloss = "meet or talk"
examples = ["They met."]
[[entry]]
id = "CONSULT/visit"
forms = ["visit"]
gloss = "travel to meet"
score = 1.5
examples = ["He visited Karvel."]
but_not = ["He visited a museum."]
"""


@pytest.fixture
def codes(tmp_path, monkeypatch):
    (tmp_path / "ontology.toml").write_text(TABLE)
    entries = {entry.id: entry for entry in load_file(tmp_path / "ontology.toml").entries}
    monkeypatch.setattr(codebook, "codes", lambda: entries)


def test_the_version_is_the_packages(run):
    assert run("--version").stdout == f"dragoman {dragoman.__version__}\n"


def test_explain_lists_the_events_where_there_are_several(run):
    lines = run("explain", "readings.jsonl").stdout.splitlines()
    assert [line.split()[:3] for line in lines] == [
        ["1", "made-1-1", "CONSULT/visit"],
        ["2", "made-1-2", "CONSULT/meet"],
        ["3", "made-1-3", "ASSAULT/heavy-weapons"],
    ]


@pytest.mark.parametrize("name", ["2", "made-1-2"])
def test_explain_shows_each_field_with_its_words_and_the_rules(run, name):
    shown = " ".join(run("explain", "readings.jsonl", name).stdout.split())
    for part in (
        "Raud will [meet] President Tomas Oyo on Thursday",
        "status planned",
        "PLOVER AGREE, CAMEO 036, quad class 1, Goldstein 4",
        "who Ilma Raud (KRL GOV)",
        "[Foreign Minister Ilma Raud]",
        "when 2024-03-14, from the text",
        "[Thursday]",
        "told by Halvan",
        "1. trigger:meet",
    ):
        assert part in shown


def test_explain_shows_the_composition_that_led_to_the_codes(run):
    record = made_reading().to_dict()
    rules = ("trigger:demand", "compose:demand + release = demand.yield.release", "status:told as a fact")
    record["events"] = record["events"][:1]
    record["events"][0]["why"] = [{"rule": rule, "span": None} for rule in (*rules, "code:demand = REQUEST, 100")]
    Path("own.jsonl").write_text(json.dumps(record) + "\n")
    shown = run("explain", "own.jsonl").stdout
    part = shown.partition("How its codes came about")[2].partition("Rules that fired")[0]
    assert [line.split() for line in part.strip().splitlines()] == [
        ["entry", "demand"],
        ["stance", "on", "act", "demand", "+", "release", "=", "demand.yield.release"],
        ["status", "told", "as", "a", "fact"],
        ["row", "of", "acts", "demand", "=", "REQUEST,", "100"],
    ]


def test_explain_reads_a_report_first(run):
    assert "made-1-1" in run("explain", "made.txt").stdout
    assert "No events found." in run("explain", "plain.txt").stdout


def test_explain_says_which_events_there_are(run):
    done = run("explain", "readings.jsonl", "7")
    assert done.exit_code == 2
    assert "no event '7'; allowed are ids or numbers 1 to 3" in done.stderr


@pytest.mark.parametrize("name", ["gone.txt", "binary.txt", "broken.jsonl"])
def test_explain_of_what_cannot_be_read_is_exit_code_3(run, name):
    Path("broken.jsonl").write_text('{"schema": "dragoman.reading/1"}\n')
    assert run("explain", name, "1").exit_code == 3


def test_codebook_lists_categories_and_explains_a_code(run, codes):
    assert run("codebook").stdout == "  CONSULT  meet or talk\n"
    shown = run("codebook", "consult").stdout
    assert "They met." in shown
    assert "visit  travel to meet" in shown
    assert run("codebook", "visit").stdout == (
        "CONSULT/visit  [+1.5]\ntravel to meet\n\nExamples\n  ·  He visited Karvel.\n\n"
        "But not\n  ·  He visited a museum.\n\n"
    )


@pytest.mark.parametrize("code", ["CONSULT", "assault", "visit", "042", "military", "planned"])
def test_codebook_knows_the_codes_that_readings_have(run, code):
    done = run("codebook", code)
    assert done.exit_code == 0
    assert "Examples" in done.stdout


def test_gazetteer_lists_the_places_of_a_name(run, tmp_path, monkeypatch):
    karvel = GazetteerPlace(1, 77, "Karvel", "city", "OYO", "OY.01", None, "Central", 1.5, 103.25, 12000, True, 0)
    known = {"Karvel": (karvel,)}
    monkeypatch.setattr(
        gazetteer, "open_gazetteer", lambda settings: SimpleNamespace(lookup=lambda n: known.get(n, ()))
    )
    assert run("gazetteer", "lookup", "Karvel").stdout == "Karvel\tcity\tCentral\tOYO\t12,000\t1.500, 103.250\t77\n"
    assert run("gazetteer", "lookup", "Nowhere").exit_code == 1


def test_gazetteer_build_and_import_go_to_the_file_of_the_configuration(run, monkeypatch):
    Path("c.toml").write_text("[gazetteer]\nfile = 'mine.sqlite'\n")
    asked = []
    monkeypatch.setattr(gazetteer, "build", lambda path, told: [told("places", 1, None), asked.append(path)])
    monkeypatch.setattr(gazetteer, "import_geonames", lambda *words: asked.append(words[2]) or Imported(4, 2, 1, 1))
    assert run("gazetteer", "build", "--config", "c.toml").stdout == "mine.sqlite\n"
    done = run("gazetteer", "import-geonames", "dump.txt", "--config", "c.toml")
    assert done.stdout == "4 lines: 2 added, 1 mended, 1 broken\n"
    assert asked == [Path("mine.sqlite"), Path("mine.sqlite")]


def test_codebook_names_the_nearest_codes(run, codes):
    done = run("codebook", "CONSLT")
    assert done.exit_code == 2
    assert "the nearest are CONSULT" in done.stderr


def test_doctor_finds_what_is_there(run):
    done = run("doctor")
    assert done.exit_code == 0
    assert {line.split()[1] for line in done.stdout.splitlines()} >= {"dragoman", "python", "spacy", "model", "sqlite"}


def test_doctor_names_the_command_that_mends_what_is_missing(run):
    Path("c.toml").write_text("[parse]\nmodel = 'no_such_model'\n[gazetteer]\nfile = 'gone.sqlite'\nbuild = false\n")
    done = run("doctor", "--config", "c.toml")
    assert done.exit_code == 4
    assert re.search(
        r"missing +model +the parser's model no_such_model is not installed; mend it with: pip", done.stdout
    )
    assert re.search(
        r"missing +gazetteer +gone\.sqlite is not there; mend it with: dragoman gazetteer build", done.stdout
    )


def test_doctor_tells_of_a_missing_package(monkeypatch):
    needs = [
        "spacy>=3",
        "no-such-thing>=2; python_version >= '3.9'",
        "old; python_version < '3.9'",
        "x; extra == 'dev'",
    ]
    monkeypatch.setattr(doctor.importlib.metadata, "requires", lambda name: needs)
    found = {each.what: each for each in doctor.examine(config_of({}))}
    assert found["no-such-thing"].mend == "pip install 'no-such-thing>=2'"
    assert found["spacy"].state == "ok"
    assert not {"old", "x"} & found.keys()


def test_demo_reads_what_ships_and_says_where_the_pages_are(run):
    done = run("demo", "-o", "pages")
    assert done.exit_code == 0
    assert str(Path("pages/index.html").resolve()) in done.stdout
    assert len(list(Path("pages").glob("*.html"))) > 40
    asked = [line for line in done.stdout.splitlines() if line.startswith("$ dragoman ")]
    assert len(asked) == 5
    again = run("demo", "-o", "pages", "--no-briefs")
    assert again.exit_code == 0
    assert [line for line in again.stdout.splitlines() if line.startswith("$ dragoman ")] == asked


def test_text_that_would_steer_a_terminal_is_made_visible():
    assert visible("a\x1b[31mb\u202ec\x9bd\n") == "a\ufffd[31mb\ufffdc\ufffdd\n"


def commands(group: typer.core.TyperGroup, name: str = "dragoman"):
    for word, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


def test_every_command_and_option_stands_in_the_docs():
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    for name, command in commands(typer.main.get_command(app)):
        assert f"## `{name}`" in page, name
        section = page.split(f"## `{name}`")[1].split("\n## ")[0]
        for option in (each for each in command.params if each.param_type_name == "option"):
            assert all(f"`{word}" in section for word in option.opts), f"{name}: {option.opts}"


def test_every_exit_code_stands_in_the_docs():
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert re.findall(r"^\| (\d+) \|", page, re.M) == ["0", "1", "2", "3", "4", "130"]


def test_records_in_one_array_are_explained_too(run):
    record = json.loads(Path("readings.jsonl").read_text())
    Path("array.json").write_text(json.dumps([record, record], indent=1))
    assert len(run("explain", "array.json").stdout.splitlines()) == 6
