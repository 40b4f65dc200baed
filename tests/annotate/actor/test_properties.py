"""What holds for any text and any parse, however odd."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.annotate.actor import ActorStage
from dragoman.model import Parse, Reading, Report, children_of

STAGE = ActorStage.build({})
WORDS = [
    *(
        "the",
        "The",
        "both",
        "two",
        "and",
        "of",
        "in",
        "by",
        ",",
        "(",
        ")",
        '"',
        "'s",
        "-",
        "it",
        "they",
        "he",
        "We",
        "his",
    ),
    *(
        "minister",
        "Minister",
        "troops",
        "officials",
        "countries",
        "delegation",
        "police",
        "group",
        "former",
        "said",
        "met",
    ),
    *(
        "Russia",
        "Chinese",
        "Moscow",
        "U.S.",
        "NATO",
        "KCNA",
        "Kim",
        "Jong",
        "Un",
        "Sergei",
        "Shoigu",
        "Tolland",
        "Korean",
    ),
    *("\u200b", "日本", "é", "ﬁ", "…", "😀", "a" * 60, "İ", "٣", "Army", "People", "KPA", "thousands", "Monday"),
]
TAGS = [
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "JJ",
    "PRP",
    "PRP$",
    "VBD",
    "VBN",
    "IN",
    "DT",
    "CC",
    "CD",
    ",",
    "POS",
    "-LRB-",
    "XX",
]
DEPS = [
    *(
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "poss",
        "compound",
        "amod",
        "nmod",
        "det",
        "prep",
        "conj",
        "cc",
        "appos",
        "punct",
    ),
    *("advcl", "xcomp", "relcl", "acl", "nummod", "dep", "case", "agent", "attr", "ccomp"),
]
ENTS = ["", "PERSON", "ORG", "GPE", "NORP", "DATE", "LOC", "EVENT"]


@st.composite
def parses(draw):
    """A text and a tree over its words that no parser would give."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=24))
    size = len(words)
    rank = draw(st.permutations(range(size)))
    order = sorted(range(size), key=rank.__getitem__)
    heads = list(range(size))
    for place, token in enumerate(order[1:], 1):
        heads[token] = order[draw(st.integers(0, place - 1))]
    columns = [draw(st.lists(st.sampled_from(some), min_size=size, max_size=size)) for some in (TAGS, DEPS, ENTS)]
    tags, deps, ents = map(tuple, columns)
    deps = tuple("ROOT" if heads[token] == token else dep for token, dep in enumerate(deps))
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    cut = draw(st.integers(0, size))
    inside = all((token < cut) == (head < cut) for token, head in enumerate(heads))
    sentences = ((0, cut), (cut, size)) if inside and 0 < cut < size else ((0, size),)
    lower = tuple(map(str.lower, words))
    begins = tuple(draw(st.lists(st.booleans(), min_size=size, max_size=size)))
    ends = tuple(start + len(word) for start, word in zip(starts, words, strict=True))
    columns = (tuple(words), lower, lower, tags, deps, tuple(heads), ents, begins, tuple(starts), ends, sentences)
    return " ".join(words), Parse(*columns, children=children_of(heads))


def read(text, parse):
    report = Report.of(text, published="2023-07-26")
    return tuple(STAGE(Reading(report).with_layer("parse", parse)))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parses())
def test_any_tree_gives_actors_inside_the_text_in_its_order(case):
    text, parse = case
    actors = read(text, parse)
    assert [actor.span for actor in actors] == sorted(actor.span for actor in actors)
    for at, actor in enumerate(actors):
        assert 0 <= actor.span.start < actor.span.end <= len(text)
        assert actor.refers is None or 0 <= actor.refers < at
        assert actor.country is None or len(actor.country) == 3
        assert actor.name
    assert read(text, parse) == actors


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(actors_of, text):
    for actor in actors_of(text):
        assert text[actor.span.start : actor.span.end]
