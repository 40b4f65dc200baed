"""The calendar: periods, their values and bounds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dragoman.annotate.time.calendar import (
    Period,
    civil,
    day_number,
    easter,
    iso_minutes,
    month_of,
    nth_weekday,
    orthodox_easter,
    part_of,
)
from dragoman.annotate.time.holidays import holiday

GRAINS = ("century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day")


@given(some.dates())
def test_day_numbers_are_those_of_the_standard_library(day):
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert civil(day.toordinal()) == (day.year, day.month, day.day)


@given(some.integers(-2_000_000, 4_000_000))
def test_day_numbers_run_without_a_gap_before_the_first_year_too(number):
    assert day_number(*civil(number)) == number


@given(some.dates(min_value=date(2, 1, 1)))
def test_weeks_are_iso_weeks(day):
    year, week, _ = day.isocalendar()
    assert Period("day", day.toordinal()).to("week").value == f"{year:04d}-W{week:02d}"


@given(some.dates(), some.sampled_from([grain for grain in GRAINS if grain != "weekend"]))
def test_a_period_holds_the_day_it_was_made_from(day, grain):
    period = Period("day", day.toordinal()).to(grain)
    assert period.first <= day.toordinal() < period.stop
    assert period.stop == period.shift(1).first


@given(some.integers(-500, 3000), some.sampled_from(GRAINS), some.sampled_from(["START", "MID", "END"]))
def test_a_third_lies_inside_its_period(index, grain, mod):
    first, stop = part_of(Period(grain, index), mod)
    assert Period(grain, index).first <= first < stop <= Period(grain, index).stop


def test_values_are_those_of_timex3():
    values = [Period("year", -479), Period("decade", 199), Period("century", 18), Period("quarter", 2020 * 4 + 3)]
    assert [period.value for period in values] == ["BC0480", "199", "18", "2020-Q4"]
    assert month_of(2020, 2).bounds() == ("2020-02-01", "2020-03-01")
    assert Period("year", 0).bounds() is None


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [(2023, date(2023, 4, 9), date(2023, 4, 16)), (2024, date(2024, 3, 31), date(2024, 5, 5))],
)
def test_easter_falls_on_its_known_days(year, western, orthodox):
    assert (easter(year), orthodox_easter(year)) == (western.toordinal(), orthodox.toordinal())


def test_holidays_follow_their_rules():
    assert nth_weekday(2023, 5, 0, -1) == date(2023, 5, 29).toordinal()
    days = [holiday(rule, 2023) for rule in ("12-25", "11/3/4", "11/3/4+1", "easter-2")]
    assert [day.value for day in days] == ["2023-12-25", "2023-11-23", "2023-11-24", "2023-04-07"]
    assert holiday("?", 2023) is None


def test_minutes_run_into_the_next_day():
    assert iso_minutes(date(2023, 12, 31).toordinal(), 1800) == "2024-01-01T06:00"
    assert iso_minutes(date.max.toordinal(), 1800) is None
