"""Every table that ships with Dragoman loads, and what the tables of the event coder name exists."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dragoman.annotate.event.acts import acts
from dragoman.annotate.event.ontology import CIVIC
from dragoman.annotate.event.stage import TABLES
from dragoman.lexicon import load

NAMES = sorted(
    path.name.removesuffix(".toml")
    for path in files("dragoman.lexicon").joinpath("data", "en").iterdir()
    if path.name.endswith(".toml")
)
TRIGGERS = sorted(name for name in NAMES if name.startswith("trigger_"))
ENTRIES = [entry for name in TRIGGERS for entry in load(name).entries]
CLASSES = {entry.id for entry in load("objects").entries}
FRAMES = {entry.id for entry in load("frames").entries}


@pytest.mark.parametrize("name", NAMES)
def test_every_table_loads(name):
    table = load(name)
    assert table.about
    assert table.entries or table.words


def test_every_table_of_triggers_is_read_by_the_coder():
    assert sorted(TABLES) == TRIGGERS


def test_ids_of_triggers_are_unique_over_all_tables():
    ids = [entry.id for entry in ENTRIES]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_trigger_names_an_act_a_frame_and_classes_that_exist(entry):
    assert entry.value["key"] in acts()
    assert (entry.value["frame"] or "harm") in FRAMES
    for field in ("object", "subject", "without", "never"):
        assert set(entry.value[field] or ()) <= CLASSES


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_the_weight_of_a_trigger_is_a_share(entry):
    assert entry.value["weight"] is None or 0 < entry.value["weight"] <= 1


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_forms_of_a_trigger_are_lower_case_words_without_repetition(entry):
    for field in ("verbs", "nouns"):
        forms = entry.value[field] or ()
        assert list(forms) == [" ".join(form.lower().split()) for form in forms]
        assert len(set(forms)) == len(forms)


def test_no_class_takes_what_an_entry_rules_out_altogether():
    """An entry whose object class lies wholly in a class of ``without`` could never be found."""
    words = {entry.id: set(entry.forms) for entry in load("objects").entries}
    for entry in ENTRIES:
        for asked, barred in (("object", "without"), ("subject", "never")):
            shut = set().union(*(words[name] for name in entry.value[barred] or ()))
            for name in entry.value[asked] or ():
                assert not words[name] <= shut, (entry.id, name)


def test_every_act_but_civic_ones_has_a_code_that_the_table_of_codes_knows():
    codes = {entry.id.removeprefix("cameo/") for entry in load("ontology").entries if entry.value["kind"] == "cameo"}
    assert {act.cameo for act in acts().values() if act.mode not in CIVIC} <= codes
    assert {act.mode for act in acts().values() if act.act is None and act.mode} == set(CIVIC)
