"""Spans, reports and their stretches, and walks through a parse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import RecordError
from dragoman.model import Dateline, Media, Parse, Report, Span, children_of

pairs = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))


@given(pairs, pairs)
def test_spans_overlap_where_they_share_a_character(one, other):
    shared = set(range(*one)) & set(range(*other))
    if shared:
        assert one.overlaps(other)
        assert other.overlaps(one)
    elif one[0] < one[1] and other[0] < other[1]:
        assert not one.overlaps(other)
    if one.contains(other) and other[0] < other[1]:
        assert shared == set(range(*other))


def test_a_span_gives_its_words():
    assert Span(4, 9).of("The envoy left.") == "envoy"


def test_an_id_follows_from_source_address_and_text_unless_given():
    plain = Report.of("Words.")
    assert plain.id == Report.of("Words.", title="Any", published="2020-01-01").id
    assert (
        len({plain.id, Report.of("Words.", source="A").id, Report.of("Words.", url="A").id, Report.of("Word").id}) == 4
    )
    assert Report.of("Words.", id="own").id == "own"


def test_a_source_does_not_run_into_the_address():
    assert Report.of("Words.", source="ab", url="c").id != Report.of("Words.", source="a", url="bc").id


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_has_a_digest(text):
    assert len(Report.of(text).sha256) == 64


def test_the_day_comes_from_publication_or_else_from_the_dateline():
    dateline = Dateline(Span(0, 2), date="2020-05-04")
    assert str(Report.of("Words.", published="2020-05-05T23:59:59+09:00", dateline=dateline).day) == "2020-05-05"
    assert str(Report.of("Words.", dateline=dateline).day) == "2020-05-04"
    assert Report.of("Words.").day is None


@pytest.mark.parametrize("bad", ["", "2020", "May 4", "2020-05-04 or so", "20200504", "2020-02-30"])
def test_a_day_of_publication_that_is_none_is_refused(bad):
    with pytest.raises(RecordError, match=r"report.published is"):
        Report.of("Words.", published=bad)


def test_a_dateline_beyond_the_text_is_refused():
    with pytest.raises(RecordError, match=r"report.dateline.span ends at 9, the text at 6"):
        Report.of("Words.", dateline=Dateline(Span(0, 9)))


def test_prose_is_all_but_the_dateline():
    text = " QUITO - Words."
    report = Report.of(text, dateline=Dateline(Span(1, 8)))
    assert (report.prose, report.body) == ((Span(8, len(text)),), 8)
    assert (Report.of(text).prose, Report.of(text).body) == ((Span(0, len(text)),), 0)


def test_a_title_above_the_dateline_is_prose():
    text = "A title\nQUITO - Words."
    report = Report.of(text, dateline=Dateline(Span(8, 15)))
    assert [stretch.of(text) for stretch in report.prose] == ["A title\n", " Words."]
    assert report.body == 0


def test_a_report_with_language_or_media_is_otherwise_the_same():
    report = Report.of("Words.")
    assert report.with_language("en").language == "en"
    media = (Media(None, "x", "https://t.co/a"),)
    assert report.with_media(media).media == media
    assert report.with_media(media).with_media(()) == report


# "He met Ana Ruiz and Tom ." with met as root; ruiz <- ana, tom hangs on ruiz by conj
HEADS = (1, 1, 3, 1, 3, 3, 1)
PARSE = Parse(
    words=("He", "met", "Ana", "Ruiz", "and", "Tom", "."),
    lower=("he", "met", "ana", "ruiz", "and", "tom", "."),
    lemmas=("he", "meet", "ana", "ruiz", "and", "tom", "."),
    tags=("PRP", "VBD", "NNP", "NNP", "CC", "NNP", "."),
    deps=("nsubj", "ROOT", "compound", "dobj", "cc", "conj", "punct"),
    heads=HEADS,
    ents=("", "", "PERSON", "PERSON", "", "PERSON", ""),
    ent_starts=(False, False, True, False, False, True, False),
    starts=(0, 3, 7, 11, 16, 20, 23),
    ends=(2, 6, 10, 15, 19, 23, 24),
    sentences=((0, 7),),
    children=children_of(HEADS),
)


def test_children_come_in_order():
    assert PARSE.children[1] == (0, 3, 6)
    assert PARSE.children_by(3, "cc", "conj") == [4, 5]
    assert (PARSE.child(1, "dobj"), PARSE.child(1, "iobj")) == (3, None)


def test_subtrees_ancestors_and_coordinations():
    assert PARSE.subtree(3) == [2, 3, 4, 5]
    assert PARSE.edges(3) == (2, 5)
    assert list(PARSE.ancestors(5)) == [3, 1]
    assert PARSE.conjuncts(3) == [3, 5]


def test_tokens_are_found_by_characters():
    assert [PARSE.token_at(char) for char in (0, 5, 6, 23)] == [0, 1, 1, 6]
    assert PARSE.tokens_in((8, 17)) == range(2, 5)
    assert PARSE.tokens_in((6, 7)) == range(2, 2)
    assert PARSE.span(2, 3) == (7, 15)


def test_entities_and_heads_of_stretches():
    assert list(PARSE.entities()) == [(2, 3, "PERSON"), (5, 5, "PERSON")]
    assert PARSE.head_in([2, 3]) == 3
    assert PARSE.sentence_of(4) == 0


@given(st.lists(st.integers(0, 19), min_size=1, max_size=20))
def test_children_and_heads_say_the_same(heads):
    heads = [min(head, len(heads) - 1) for head in heads]
    pairs = {(token, child) for token, found in enumerate(children_of(heads)) for child in found}
    assert pairs == {(head, token) for token, head in enumerate(heads) if head != token}
