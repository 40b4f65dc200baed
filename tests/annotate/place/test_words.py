"""The tables of words are proved by their examples."""

from __future__ import annotations

import pytest

from dragoman.lexicon import words_of
from dragoman.lexicon.load import load
from dragoman.lexicon.match import Matcher
from dragoman.model import Span

ENTRIES = load("place_words").entries


def found(entry, parse):
    """True if a form of the entry stands in a parsed sentence."""
    return any(Matcher([entry])(parse.lower, parse.lemmas))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_examples_hold_a_form_and_counterexamples_do_not(entry, parser):
    for text in entry.examples:
        assert found(entry, parser(text, [Span(0, len(text))])), text
    for text in entry.but_not:
        assert not found(entry, parser(text, [Span(0, len(text))])), text


@pytest.mark.parametrize("name", ["place_stop", "place_outlets"])
def test_plain_lists_are_lower_case_words(name):
    words = words_of(name)
    assert all(word == word.lower() == word.strip() for word in words)
