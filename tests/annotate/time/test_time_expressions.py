"""Times in marked sentences: their span, type, value, modifier and anchor."""

from __future__ import annotations

import pytest
from time_cases import PUBLISHED, read_cases

from dragoman.model import Dateline, Span
from marked import read_marks

CASES = read_cases()


def _said(mark):
    value = mark.get("value")
    return (mark.start, mark.end, mark.get("type") or "DATE", None if value == "null" else value, mark.get("mod"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case.kind}: {case.marked[:50]}" for case in CASES])
def test_a_sentence_holds_the_times_that_are_marked_and_no_others(case, read_layers):
    text, marks = read_marks(case.marked)
    times = read_layers(text, "times", published=case.published).times
    assert [(*time.span, time.type, time.value, time.mod) for time in times] == [_said(mark) for mark in marks]
    anchors = [(mark.start, mark.get("anchor")) for mark in marks if mark.get("anchor")]
    assert anchors == [(time.span.start, time.anchor) for time in times if (time.span.start, time.anchor) in anchors]


def test_there_are_enough_cases_of_every_kind():
    assert len(CASES) >= 120
    assert all(sum(case.kind == kind for case in CASES) >= 5 for kind in {case.kind for case in CASES})


INTERVALS = {
    "early 2020": ("2020-01-01", "2020-05-01", "2020-01/2020-04~"),
    "mid-2020": ("2020-05-01", "2020-09-01", "2020-05~/2020-08~"),
    "late 2020": ("2020-09-01", "2021-01-01", "2020-09~/2020-12"),
    "around 2015": ("2015-01-01", "2016-01-01", "2015~"),
    "the early 1990s": ("1990-01-01", "1994-01-01", "1990/1993~"),
    "the 19th century": ("1800-01-01", "1900-01-01", "18XX"),
    "the winter of 2019": ("2019-12-01", "2020-03-01", "2019-24"),
    "the second quarter of 2020": ("2020-04-01", "2020-07-01", "2020-04/2020-06"),
    "early March": ("2023-03-01", "2023-03-11", "2023-03-01/2023-03-10~"),
    "last week": ("2023-07-17", "2023-07-24", "2023-07-17/2023-07-23"),
    "fiscal 2021": (None, None, None),
    "earlier this year": ("2023-01-01", "2023-07-27", "2023"),
    "480 BC": (None, None, None),
}


@pytest.mark.parametrize("words", INTERVALS)
def test_a_time_has_a_half_open_interval_and_its_edtf(words, read_layers):
    (time,) = read_layers(f"It happened in {words}.", "times", published=PUBLISHED).times
    assert (time.begin, time.end, time.edtf) == INTERVALS[words]


def test_a_night_runs_past_midnight(read_layers):
    (time,) = read_layers("Shots were heard on Tuesday night.", "times", published=PUBLISHED).times
    assert (time.begin, time.end) == ("2023-07-25T18:00", "2023-07-26T06:00")


def test_a_zone_stands_in_the_interval_and_not_in_the_value(read_layers):
    (time,) = read_layers("The quake struck at 10:30 a.m. JST on Monday.", "times", published=PUBLISHED).times
    assert (time.value, time.begin) == ("2023-07-24T10:30", "2023-07-24T10:30+09:00")


def test_a_dateline_gives_its_day_and_is_counted_from(read_layers):
    text = "PARIS, July 20 (Wire) - Police arrested two men on Wednesday. Today they are free."
    dateline = Dateline(Span(0, 23), "PARIS", "Wire", "2023-07-20")
    times = read_layers(text, "times", published=PUBLISHED, dateline=dateline).times
    assert [(time.value, time.anchor) for time in times] == [
        ("2023-07-20", "dateline"),
        ("2023-07-19", "dateline"),
        ("2023-07-20", "dateline"),
    ]


def test_every_time_names_the_rule_that_found_it(read_layers):
    times = read_layers("He left on Monday, in 2019 and three days later.", "times", published=PUBLISHED).times
    assert [time.rule for time in times] == ["date.weekday", "date.year", "relative.apart"]


def test_a_story_of_the_past_keeps_to_its_own_years(read_layers):
    story = (
        "In 1911 the dynasty fell. On 12 February 1912 the emperor gave up his throne. In March 1913 a minister was "
        "shot in a station. In July seven provinces rose. By September the rising was over. In 1914 a war began. "
        "On 23 August Japan joined it. In January 1915 it made its demands. On 7 May it set a term. In 1916 he died."
    )
    values = [time.value for time in read_layers(story, "times", published=PUBLISHED).times]
    assert values[3:5] == ["1913-07", "1913-09"]
    assert values[6] == "1914-08-23"
    assert values[8] == "1915-05-07"


def test_figures_are_held_against_the_quarter_of_the_report(read_layers):
    report = (
        "The mill earned $9 million in the third quarter, compared with $7 million a year earlier. "
        "Sales rose to $80 million from $71 million in the year-ago quarter."
    )
    values = [time.value for time in read_layers(report, "times", published="2021-10-28").times]
    assert values == ["2021-Q3", "2020-Q3", "2020-Q3"]


@pytest.mark.parametrize("published", ["2023-07-24", "2023-07-30"])
def test_the_same_weekday_is_the_day_of_publication(published, read_layers):
    name = {"2023-07-24": "Monday", "2023-07-30": "Sunday"}[published]
    (time,) = read_layers(f"Police arrested two men on {name}.", "times", published=published).times
    assert time.value == published


def test_the_year_of_a_day_follows_from_its_weekday(read_layers):
    (time,) = read_layers("He left on Friday, Dec. 30.", "times", published="2023-01-05").times
    assert time.value == "2022-12-30"
