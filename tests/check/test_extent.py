"""Whether silence means anything: how densely reports cover a period."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.check.extent import speaks
from histories import Seen, extent_of, monthly


def test_a_period_with_a_report_of_two_sources_in_every_month_is_covered():
    extent = extent_of(monthly("2020-05", "2023-07", "A", "B"), 500, "2020-05-01", "2023-07-26", ("PRK",))
    assert (extent.step, extent.steps, extent.covered) == ("month", 39, 39)
    assert (extent.reports, extent.naming, extent.independent) == (500, 78, 2)
    assert extent.sources == (("A", 39), ("B", 39))
    assert speaks(extent)


def test_a_wire_and_its_copies_alone_do_not_cover_a_period():
    seen = [Seen(f"2023-0{month}-10", source, "A Wire") for month in range(1, 8) for source in ("A Wire", "B")]
    extent = extent_of(seen, 14, "2023-01-01", "2023-07-26")
    assert extent.share == 1
    assert not speaks(extent)


def test_a_gap_of_more_than_one_month_in_ten_leaves_a_period_open():
    extent = extent_of(monthly("2022-03", "2023-07", "A", "B"), 500, "2022-01-01", "2023-08-01")
    assert (extent.steps, extent.covered) == (19, 17)
    assert not speaks(extent)


def test_without_a_first_day_nothing_found_means_nothing():
    extent = extent_of(monthly("2020-05", "2023-07", "A", "B"), 500, None, "2023-07-26")
    assert extent.share == 1
    assert not speaks(extent)


def test_no_report_covers_nothing():
    extent = extent_of((), 12, "2023-01-01", "2023-07-26", ("PRK",))
    assert (extent.reports, extent.naming, extent.first, extent.covered) == (12, 0, None, 0)
    assert not speaks(extent)


def test_short_periods_are_cut_into_weeks_and_days():
    steps = [extent_of((), 0, "2023-07-01", until).step for until in ("2023-07-10", "2023-08-10", "2023-12-10")]
    assert steps == ["day", "week", "month"]


def test_reports_outside_the_period_do_not_count():
    extent = extent_of(monthly("2019-01", "2024-12", "A"), 99, "2023-01-01", "2023-03-01")
    assert (extent.naming, extent.first, extent.last) == (2, "2023-01-10", "2023-02-10")


days = st.dates().map(lambda day: day.isoformat())


@given(st.lists(days, max_size=8), st.none() | days, st.none() | days)
def test_no_more_steps_are_covered_than_there_are_and_order_does_not_matter(found, since, until):
    seen = [Seen(day, "A", day) for day in found]
    if (since and until and since > until) or (since and int((until or "9999")[:4]) - int(since[:4]) > 50):
        return
    if not since and found and int((until or max(found))[:4]) - int(min(found)[:4]) > 50:
        return
    extent = extent_of(seen, len(seen), since, until)
    assert 0 <= extent.covered <= max(extent.steps, 0)
    assert extent == extent_of(seen[::-1], len(seen), since, until)
