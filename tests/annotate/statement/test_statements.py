"""Who says what, by marked sentences."""

from __future__ import annotations

from collections import defaultdict

import pytest
from statement_cases import NESTED, NOTHING, STATEMENTS

from dragoman.model import Actor, Span
from marked import read_marks


def wanted(case):
    """The text of a case and its statements as (source, cue, strength, content, manner, within)."""
    text, marks = read_marks(case)
    found = defaultdict(lambda: {"source": None, "cue": None, "strength": "say", "content": [], "manner": "indirect"})
    for mark in marks:
        row = found[int(mark.get("n") or 0)]
        span = (mark.start, mark.end)
        if mark.name == "content":
            row["content"].append(span)
            row["manner"] = mark.get("manner") or row["manner"]
            row["within"] = row.get("within") or mark.get("within")
        else:
            row[mark.name] = span
            row["strength"] = mark.get("is") or row["strength"]
    return text, [_row(found[number]) for number in sorted(found)]


def _row(row):
    within = row.get("within")
    numbered = None if within is None else int(within)
    return (row["source"], row["cue"], row["strength"], tuple(row["content"]), row["manner"], numbered)


def got(statements):
    return [
        (each.source, each.cue, each.strength, tuple(each.content), each.manner, each.within) for each in statements
    ]


@pytest.mark.parametrize("case", STATEMENTS)
def test_source_cue_and_content_are_found(case, statements_in):
    text, statements = wanted(case)
    assert statements, "a case of this list must hold a statement"
    assert got(statements_in(text)) == statements


@pytest.mark.parametrize("case", NOTHING)
def test_nothing_is_found_where_nobody_speaks(case, statements_in):
    assert got(statements_in(case)) == []


def test_nested_statements_are_found_with_what_holds_them(statements_in):
    wrong = []
    for case in NESTED:
        text, statements = wanted(case)
        if got(statements_in(text)) != statements:
            wrong.append(text)
    assert len(NESTED) >= 40
    assert len(wrong) <= 0.15 * len(NESTED), wrong


def test_the_speaker_is_the_actor_at_the_head_of_the_source(statements_in):
    text = "The general, who had fled, said the siege was over."
    actors = (Actor(Span(0, 11), "the general"), Actor(Span(36, 45), "the siege"))
    assert statements_in(text, actors)[0].speaker == 0


def test_a_relative_pronoun_speaks_for_its_noun(statements_in):
    text = "The king met Ana Ruiz, who said the siege was over."
    actors = (Actor(Span(0, 8), "the king"), Actor(Span(13, 21), "Ana Ruiz"))
    assert [each.speaker for each in statements_in(text, actors)] == [1]


def test_no_speaker_is_invented(statements_in):
    assert statements_in("It was reported that the king had died.")[0].speaker is None


def test_a_quotation_of_several_paragraphs_is_one_statement(statements_in):
    text = 'The envoy said: "We came in peace.\n\n"We leave in peace.\n\n"We shall be back."\n\nThe town is quiet.'
    (statement,) = statements_in(text)
    assert [span.of(text) for span in statement.content] == [
        '"We came in peace.',
        '"We leave in peace.',
        '"We shall be back."',
    ]


def test_lines_broken_to_a_width_do_not_end_a_quotation(statements_in):
    text = (
        "The road to the north was closed on Monday after two\n"
        "days of rain that washed a bridge away. The governor of\n"
        'the province said: "We will open the road again as soon\n'
        'as the water falls." Nobody was hurt when the bridge\n'
        "fell, and the trains still run along the river today.\n"
    )
    (statement,) = statements_in(text)
    assert statement.source.of(text).startswith("The governor")
    assert len(statement.content) == 1
