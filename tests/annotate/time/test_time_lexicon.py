"""Each entry of the tables is proved by its own examples."""

from __future__ import annotations

import pytest

from dragoman.annotate.time.scan import TABLES, Scanner
from dragoman.lexicon import load

ENTRIES = [(table, entry) for table in TABLES for entry in load(table).entries]
CUES = load("time_cues").entries


def _items(read_layers, text):
    parse = read_layers(text, "times", published="2023-07-26").parse
    return [(item, text[item.start : item.end]) for _, items in Scanner()(parse) for item in items if item]


def _found(entry, item, words):
    if item.kind != entry.value["kind"]:
        return False
    if entry.value["number"] is not None and item.number != entry.value["number"]:
        return False
    return any(form.lower() in words.lower() for form in entry.forms)


@pytest.mark.parametrize(("table", "entry"), ENTRIES, ids=[f"{table}-{entry.id}" for table, entry in ENTRIES])
def test_an_entry_is_found_in_its_examples_and_in_no_counterexample(table, entry, read_layers):
    for example in entry.examples:
        assert any(_found(entry, *found) for found in _items(read_layers, example)), example
    for example in entry.but_not:
        assert not any(_found(entry, *found) for found in _items(read_layers, example)), example


@pytest.mark.parametrize("entry", CUES, ids=[entry.id for entry in CUES])
def test_a_cue_turns_the_weekday_of_its_example_as_its_kind_says(entry, read_layers):
    for example in entry.examples:
        (time,) = read_layers(example, "times", published="2023-07-26").times
        assert time.value == ("2023-07-21" if entry.value["kind"] in ("tells", "since") else "2023-07-28")


@pytest.mark.parametrize("table", [*TABLES, "time_cues"])
def test_no_form_stands_twice_in_an_entry(table):
    for entry in load(table).entries:
        assert len(set(entry.forms)) == len(entry.forms), entry.id
