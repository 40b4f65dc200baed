"""Every entry of the actor tables is proved by its own examples."""

from __future__ import annotations

import re

import pytest

from dragoman.lexicon import load
from dragoman.who import NameIndex, RoleIndex, keys_of

TABLES = ("actor_cues", "actor_pronouns", "actor_functions", "actor_peoples", "actor_roles")
ENTRIES = [(table, entry) for table in TABLES for entry in load(table).entries]
WORD = re.compile(r"[\w.'’-]*\w")


def singulars(word):
    yield word
    for ending, base in (("ies", "y"), ("men", "man"), ("es", ""), ("s", "")):
        if word.endswith(ending):
            yield word[: -len(ending)] + base


def keys_in(sentence):
    return [key for word in WORD.findall(sentence) for key in keys_of(word)]


def is_matched(entry, sentence):
    names = NameIndex((form, entry.id) for form in entry.forms)
    keys = keys_in(sentence)
    for at, key in enumerate(keys):
        for form in singulars(key):
            if any(True for _ in names.at([*keys[:at], form, *keys[at + 1 :]], at)):
                return True
    return any(
        key == form.split()[-1] or one == form.split()[-1]
        for form in entry.forms
        for key in keys
        for one in singulars(key)
    )


@pytest.mark.parametrize(("table", "entry"), ENTRIES, ids=lambda item: getattr(item, "id", item))
def test_each_example_is_matched_by_its_entry_and_no_counterexample_is(table, entry):
    assert [example for example in entry.examples if not is_matched(entry, example)] == []
    assert [example for example in entry.but_not if is_matched(entry, example)] == []


def test_no_form_stands_twice_in_a_table():
    for table in TABLES:
        forms = [form for entry in load(table).entries for form in entry.forms]
        if table not in ("actor_cues",):  # a word may be a cue of several kinds
            assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_the_roles_of_the_table_are_found_by_head_and_complement():
    index = RoleIndex([("minister of foreign affairs", "long"), ("minister", "short")])
    keys = keys_of("the minister of foreign affairs")
    assert index.at(keys, 1, 0, "minister") == (1, 4, "long")
    assert index.at(keys[:3], 1, 0, "minister") == (1, 1, "short")
