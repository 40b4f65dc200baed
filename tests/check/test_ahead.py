"""What is announced, and what became of it; the same as a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from dragoman.check.ahead import ahead
from dragoman.check.ics import calendar
from dragoman.model import Question, Span, Turn, Where
from histories import party, telling, visit

JULY = Question(since="2023-07-01", until="2023-08-01")
PYONGYANG = Where(Span(0, 1), "Pyongyang", 1871859, 39.03385, 125.75432, "PRK", "city")


def plan(id_, begin, end, stage="announced", *later, **more):
    """A visit announced on 20 July 2023, and what later mentions make of it: (stage, mention, day, begin, end)."""
    turns = (Turn("announced", id_, "2023-07-20", begin, end), *(Turn(*turn) for turn in later))
    return visit(
        id_, begin, end, stage=stage, status="planned", turns=turns, mentions=tuple(turn.mention for turn in turns),
        last=turns[-1].day, **more,
    )  # fmt: skip


@pytest.fixture
def july(made):
    made.items = [
        plan("01", "2023-07-27", "2023-07-28", actors=(party("Li", "CHN"),), where=PYONGYANG),
        plan("02", "2023-07-25", "2023-07-28", "happened",
             ("happened", "12", "2023-07-26", "2023-07-25", "2023-07-26")),
        plan("03", "2023-09-01", "2023-09-02", "postponed",
             ("postponed", "13", "2023-07-22", "2023-09-01", "2023-09-02")),
        plan("04", "2023-07-30", "2023-07-31", "cancelled", ("cancelled", "14", "2023-07-29", None, None)),
        visit("05", "2023-07-26", "2023-07-27"),
        plan("06", "2023-08-30", "2023-08-31"),
    ]  # fmt: skip
    old = replace(made.items[2], turns=(replace(made.items[2].turns[0], begin="2023-07-21", end="2023-07-22"),
                                        made.items[2].turns[1]))  # fmt: skip
    made.items[2] = old
    for number in ("01", "02", "03", "04", "06"):
        said = telling(number, f"He will come, {number}.", status="planned", speaker="KCNA", day="2023-07-20")
        made.tellings[number] = said
    made.tellings["12"] = telling("12", "He came.")
    made.tellings["14"] = telling("14", "He stays at home.", day="2023-07-29")
    return made


def test_plans_of_the_period_are_listed_by_day_with_what_became_of_them(july):
    found = list(ahead(july, JULY))
    assert [(plan.event, plan.stage) for plan in found] == [
        ("e-02", "happened"), ("e-01", "announced"), ("e-04", "cancelled"), ("e-03", "postponed")
    ]  # fmt: skip
    assert [(plan.by, plan.announced, plan.words) for plan in found[:1]] == [
        (("KCNA",), "2023-07-20", "He will come, 02.")
    ]
    assert [plan.outcome for plan in found] == ["He came.", "", "He stays at home.", ""]
    assert found[3].formerly == (("2023-07-21", "2023-07-22"),)


def test_a_calendar_is_read_back_as_it_was_meant(july):
    data = calendar(ahead(july, JULY))
    read = Calendar.from_ical(data)
    events = {str(event["uid"]): event for event in read.walk("VEVENT")}
    assert list(events) == ["e-02@dragoman", "e-01@dragoman", "e-04@dragoman", "e-03@dragoman"]
    li = events["e-01@dragoman"]
    assert (li["dtstart"].dt, li["dtend"].dt) == (date(2023, 7, 27), date(2023, 7, 28))
    assert li["dtstamp"].dt == datetime(2023, 7, 20, tzinfo=UTC)
    assert (str(li["summary"]), str(li["location"])) == ("CONSULT/visit: Li (CHN) → North Korea (PRK)", "Pyongyang")
    assert "Announced 2023-07-20 by KCNA\n“He will come, 01.”" in str(li["description"])
    assert [str(event["status"]) for event in events.values()] == ["CONFIRMED", "TENTATIVE", "CANCELLED", "TENTATIVE"]
    assert read.errors == []
    assert all(event.errors == [] for event in events.values())
    assert data == calendar(ahead(july, JULY))


def test_lines_of_a_calendar_are_folded_and_end_as_the_standard_says(july):
    data = calendar(ahead(july, JULY))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")


def test_what_has_no_day_or_more_than_a_year_is_in_the_list_but_not_in_the_calendar(made):
    made.items = [plan("01", "2023-01-01", "2025-01-01"), plan("02", None, None)]
    plans = list(ahead(made, Question()))
    assert [found.event for found in plans] == ["e-01"]
    assert Calendar.from_ical(calendar(plans)).walk("VEVENT") == []


def test_moments_are_days_of_the_calendar(made):
    made.items = [plan("01", "2023-07-26T18:00", "2023-07-27T00:00")]
    (event,) = Calendar.from_ical(calendar(ahead(made, JULY))).walk("VEVENT")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2023, 7, 26), date(2023, 7, 27))
