"""Each entry of the tables is proved by its own examples."""

from __future__ import annotations

import pytest

from dragoman.lexicon import load

TABLES = ("statement_verbs", "statement_nouns", "statement_adjectives", "statement_phrases")
ENTRIES = [(table, entry) for table in TABLES for entry in load(table).entries]


@pytest.mark.parametrize(("table", "entry"), ENTRIES, ids=[f"{table}-{entry.id}" for table, entry in ENTRIES])
def test_an_entry_finds_its_examples_and_no_counterexample(table, entry, statements_in):
    for example in entry.examples:
        rules = [each.rule.partition(":")[0] for each in statements_in(example)]
        assert entry.id in rules, f"{example} is read by {rules or 'nothing'}"
    for example in entry.but_not:
        rules = [each.rule.partition(":")[0] for each in statements_in(example)]
        assert entry.id not in rules, example


@pytest.mark.parametrize("table", TABLES)
def test_no_form_stands_twice_in_an_entry(table):
    for entry in load(table).entries:
        assert len(set(entry.forms)) == len(entry.forms), entry.id
