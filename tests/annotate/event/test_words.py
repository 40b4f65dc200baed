"""The words of the event coder: each trigger is found in its own examples, the codebook's examples get their codes."""

from __future__ import annotations

import pytest

from dragoman.annotate.event.acts import acts
from dragoman.annotate.event.stage import TABLES
from dragoman.lexicon import load

PUBLISHED = "2023-05-12"


@pytest.fixture(scope="module")
def read(read_layers):
    """A function that reads a sentence as a report of its own, so that no other one fills its gaps."""
    return lambda sentence: read_layers(sentence, "events", published=PUBLISHED)


def told_by(entry, reading):
    """The acts of the events whose trigger holds a word of the entry's forms; for what has none, its mode."""
    words = {word for form in entry.forms for word in form.split()}
    parse = reading.parse
    return [
        event.act or event.mode
        for event in reading.events
        if any({parse.lemmas[token], parse.lower[token]} & words for token in parse.tokens_in(event.trigger))
    ]


def named(entry):
    """The act of an entry, or for what has none its mode."""
    act = acts()[entry.value["key"]]
    return act.act or act.mode


@pytest.mark.parametrize("table", TABLES)
def test_every_trigger_tells_its_act_in_each_of_its_examples(read, table):
    missed = []
    for entry in load(table).entries:
        for example in entry.examples:
            acts_told = told_by(entry, read(example))
            # What is stopped or put off decides what is told, so that the word only has to be found.
            right = acts_told if entry.value["stance"] in ("stop", "turn") else named(entry) in acts_told
            if not right:
                missed.append((entry.id, example, acts_told))
    assert missed == []


@pytest.mark.parametrize("table", TABLES)
def test_no_trigger_tells_its_act_in_what_it_is_not(read, table):
    wrong = [
        (entry.id, example)
        for entry in load(table).entries
        for example in entry.but_not
        if (act := named(entry)) is not None and act in told_by(entry, read(example))
    ]
    assert wrong == []


def share(read, kind, judge):
    """The share of the codebook's examples of one kind that a judge finds right."""
    cases = [(entry, example) for entry in load("ontology").entries for example in entry.examples]
    right = [
        judge(entry.id.removeprefix("cameo/"), read(example).events)
        for entry, example in cases
        if entry.value["kind"] == kind
    ]
    return sum(right) / len(right)


def test_the_examples_of_the_categories_get_their_act(read):
    def judge(name, events):
        return any(name in (event.act, event.plover) for event in events)

    assert share(read, "category", judge) >= 0.95


def test_the_examples_of_the_modes_get_their_mode(read):
    def judge(name, events):
        act, mode = name.split("/")
        return any(event.act == act and event.mode == mode for event in events)

    assert share(read, "mode", judge) >= 0.85


def test_the_examples_of_the_codes_get_their_root(read):
    def judge(name, events):
        return any((event.cameo or "")[:2] == name[:2] for event in events)

    assert share(read, "cameo", judge) >= 0.85


def test_the_examples_of_the_codes_get_their_very_code(read):
    def judge(name, events):
        return any(event.cameo == name for event in events)

    assert share(read, "cameo", judge) >= 0.7
