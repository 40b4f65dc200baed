"""What holds of the times of any text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from time_cases import read_cases

from dragoman.annotate.time import TimeStage
from dragoman.annotate.time.scan import TABLES
from dragoman.lexicon import load
from dragoman.model import Parse, Reading, Report, Span
from dragoman.model.parse import children_of

STAGE = TimeStage.build({})
WORDS = sorted(
    {word for table in TABLES for entry in load(table).entries for form in entry.forms for word in form.split()}
)
NUMBERS = (
    "1 31 99 1999 2023 10:30 24:00 99:99 1st 31st 1990s ’90s 1/2 9999 0000 2023-02-31 31/02/2023 1,000 3.5 Q4 ½ 2½ ٣ ² "
    "1999-00 0:0 10am"
).split()
TAGS = ["NN", "NNP", "NNS", "VBD", "VBZ", "VB", "MD", "IN", "JJ", "CD", "TO", "DT"]


def _parsed(words, tags, published):
    text = " ".join(words)
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    heads = tuple(max(0, at - 1) for at in range(len(words)))
    parse = Parse(
        words=tuple(words),
        lower=tuple(word.lower() for word in words),
        lemmas=tuple(word.lower() for word in words),
        tags=tuple(tags[at % len(tags)] for at in range(len(words))),
        deps=("dep",) * len(words),
        heads=heads,
        ents=("",) * len(words),
        ent_starts=(False,) * len(words),
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        sentences=((0, len(words)),),
        children=children_of(heads),
    )
    return Reading(Report.of(text, published=published), (Span(0, len(text)),), parse=parse)


days = some.one_of(some.none(), some.dates().map(lambda day: day.isoformat()))
words = some.one_of(some.sampled_from(WORDS + NUMBERS), some.text(min_size=1, max_size=8).filter(str.strip))


def _check(reading):
    times = list(STAGE(reading))
    size, last = len(reading.report.text), 0
    for time in times:
        assert last <= time.span.start < time.span.end <= size
        last = time.span.end
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        assert (time.begin is None) == (time.end is None)
        assert time.begin is None or time.begin < time.end
        assert time.anchor in ("published", "dateline", "text", "none")
        assert time.value != ""
    return times


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.lists(words, min_size=1, max_size=14), some.lists(some.sampled_from(TAGS), min_size=1, max_size=5), days)
def test_any_row_of_words_gives_times_inside_the_text_that_begin_before_they_end(row, tags, published):
    reading = _parsed(row, tags, published)
    assert _check(reading) == _check(reading)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.text(max_size=200), days)
def test_any_text_can_be_read(read_layers, text, published):
    _check(read_layers(text, "times", published=published))


@pytest.mark.parametrize("published", ["0001-01-01", "0001-12-31", "9999-12-31", "2024-02-29"])
def test_the_edges_of_the_calendar_do_no_harm(read_layers, published):
    for case in read_cases()[:: 3 if published != "9999-12-31" else 1]:
        _check(read_layers(case.marked.replace("<", " ").replace(">", " "), "times", published=published))


def test_without_a_day_of_publication_nothing_is_told_from_it(read_layers):
    for case in read_cases():
        if case.published and "anchor=text" not in case.marked:
            times = read_layers(case.marked.replace("<", " ").replace(">", " "), "times").times
            assert all(time.anchor in ("none", "text") for time in times)


def test_a_long_row_of_time_words_takes_time_in_proportion_to_its_length():
    row = ["the", "first", "day", "of", "last", "week", "and"] * 800
    assert len(_check(_parsed(row, TAGS, "2023-07-26"))) > 100
