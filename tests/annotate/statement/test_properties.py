"""What holds of every text, and of quotation marks of every kind."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dragoman.annotate.statement.quotes import find_quotes

SINGLE = "said that told reporters to fled he and who denied , . : ? \" “ ” ' ‘ ’ « » 「 」 `` ''".split()
WORDS = some.sampled_from([*SINGLE, "the general", "according to", "the claim", "was believed", "\n", "\n\n"])


@given(some.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spans_lie_inside_the_text_and_contents_do_not_overlap(statements_in, text):
    statements = statements_in(text)
    for number, each in enumerate(statements):
        spans = [*each.content, *(span for span in (each.source, each.cue) if span is not None)]
        assert each.content
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(left.end <= right.start for left, right in zip(each.content, each.content[1:], strict=False))
        assert each.within is None or (0 <= each.within < len(statements) and each.within != number)
        assert each.manner in ("direct", "indirect", "mixed")
    assert [each.content[0].start for each in statements] == sorted(each.content[0].start for each in statements)
    assert statements == statements_in(text)


@given(some.text(max_size=200))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read(statements_in, text):
    statements_in(text)


@given(some.text(alphabet="ab \n\"“”„«»‘’'「」`", max_size=80))
def test_quotations_are_ordered_and_lie_in_one_paragraph(text):
    quotes = find_quotes(text)
    assert quotes == sorted(quotes, key=lambda quote: (quote.start, -quote.end))
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]


@pytest.mark.parametrize("sign", [*list("\"“”„«»‘’'「」"), "``", "''", "‘a", "'a "])
def test_many_marks_cost_no_more_than_linear_time(sign):
    begin = time.perf_counter()
    find_quotes(sign * 50_000)
    assert time.perf_counter() - begin < 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('He said "go".', ['"go"']),
        ("He said ``go'' and left.", ["``go''"]),
        ("„Wir gehen“, sagte er.", ["„Wir gehen“"]),
        ("»Wir gehen«, sagte er.", ["»Wir gehen«"]),
        ("« Oui », dit-il.", ["« Oui »"]),
        ("他说「好」。", ["「好」"]),
        ("‘It’s over,’ he said.", ["‘It’s over,’"]),
        ("The workers’ rights and the boys’ fears.", []),
        ("Rock 'n' roll of the '90s.", []),
        ("The 6' man and the 5\" nail.", []),
        ("“He told me ‘run’ twice,” she said.", ["“He told me ‘run’ twice,”", "‘run’"]),
        ("“No end.\n\nThe next paragraph.", ["“No end."]),
        ("“Bad close“ and more.", ["“Bad close“"]),
    ],
)
def test_marks_of_every_kind_are_paired(text, wanted):
    assert [text[quote.start : quote.end] for quote in find_quotes(text)] == wanted
