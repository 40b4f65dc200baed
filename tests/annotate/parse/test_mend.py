"""Clauses that a semicolon parts do not hang on each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.parse.mend import mended
from dragoman.model import Parse, children_of

WORDS = ("Kyiv", "blames", "Moscow", ";", "Iran", "denies", "it")
TAGS = ("NNP", "VBZ", "NNP", ":", "NNP", "VBZ", "PRP")


def made(heads, deps):
    size = len(WORDS)
    starts = tuple(at * 10 for at in range(size))
    return Parse(
        words=WORDS, lower=tuple(map(str.lower, WORDS)), lemmas=WORDS, tags=TAGS, deps=deps, heads=heads,
        ents=("",) * size, ent_starts=(False,) * size, starts=starts, ends=tuple(at + 5 for at in starts),
        sentences=((0, size),), children=children_of(heads),
    )  # fmt: skip


def test_the_clause_before_a_semicolon_takes_the_place_of_the_verb_after_it():
    parse = mended(made((1, 5, 1, 5, 5, 5, 5), ("nsubj", "ccomp", "dobj", "punct", "nsubj", "ROOT", "dobj")))
    assert parse.heads == (1, 1, 1, 1, 5, 1, 5)
    assert parse.deps == ("nsubj", "ROOT", "dobj", "punct", "nsubj", "conj", "dobj")
    assert parse.children == children_of(parse.heads)


def test_a_parse_without_such_a_slip_stays_the_same_object():
    parse = made((1, 1, 1, 1, 5, 1, 5), ("nsubj", "ROOT", "dobj", "punct", "nsubj", "conj", "dobj"))
    assert mended(parse) is parse


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kyiv says the shells hit a school; Moscow denies targeting civilians.", "Kyiv"),
        ("The army opened fire on the crowd, witnesses said; the government denies this.", "witnesses"),
    ],
)
def test_what_one_side_says_is_not_what_the_other_side_denies(text, speaker, read_layers):
    first = read_layers(text, "events").events[0]
    assert (first.status, first.speaker.name) == ("asserted", speaker)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from([0, 1, 2, 4, 5, 6]), st.sampled_from([1, 5]), st.sampled_from(["ccomp", "advcl", "conj"]))
def test_any_tree_stays_a_tree(root, above, dep):
    heads = [1, 5, 1, 5, 5, above, 5]
    heads[root] = root
    if heads[1] == 5 and heads[5] == 1:
        heads[5] = 5
    parse = mended(made(tuple(heads), ("nsubj", dep, "dobj", "punct", "nsubj", "ROOT", "dobj")))
    for token in range(len(parse)):
        assert len(list(zip(parse.ancestors(token), range(9)))) < len(parse)  # noqa: B905


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen on motorbikes killed at least 11 villagers near the town of Djibo on Tuesday night.", ["ASSAULT"]),
        ("Gunmen on motorbikes killed 11 villagers near Djibo on Tuesday night, two officials said.", ["ASSAULT"]),
        ("The man given a medal on Monday.", []),
    ],
)
def test_a_past_tense_that_looks_like_a_participle_is_the_verb_of_its_sentence(text, wanted, read_layers):
    assert [event.act for event in read_layers(text, "events").events] == wanted


def test_what_is_joined_to_a_passive_without_a_helper_is_passive_too(read_layers):
    events = read_layers("Nearly 80 people have been detained and 16 killed, a broadcaster said.", "events").events
    assert [(event.act, event.actors) for event in events] == [("COERCE", ()), ("ASSAULT", ())]
