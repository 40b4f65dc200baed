"""Periods as people write them in tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.check.period import period
from dragoman.errors import InputError


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("2023", "2023-01-01", "2024-01-01"),
        ("2023-06", "2023-06-01", "2023-07-01"),
        ("2023-12", "2023-12-01", "2024-01-01"),
        ("2023-Q2", "2023-04-01", "2023-07-01"),
        ("2023-Q4", "2023-10-01", "2024-01-01"),
        ("2023-H2", "2023-07-01", "2024-01-01"),
        ("2023-W05", "2023-01-30", "2023-02-06"),
        (" 2024-02-29 ", "2024-02-29", "2024-03-01"),
        ("2023-06-01/2023-06-15", "2023-06-01", "2023-06-16"),
    ],
)
def test_a_period_is_a_half_open_interval_of_days(words, begin, end):
    assert period(words) == (begin, end)


@pytest.mark.parametrize(
    "words", ["", "23", "2023-13", "2023-Q5", "2023-W54", "2023-02-30", "June 2023", "2023/2024", "9999-12-31",
              "2023-06-15/2023-06-01", "２０２３", "0000"]
)  # fmt: skip
def test_what_is_no_period_is_told_with_what_is_allowed(words):
    with pytest.raises(InputError, match=r"is none; allowed are 2023, 2023-H1"):
        period(words)


@given(st.text(max_size=20))
def test_any_words_are_a_period_or_an_error(words):
    try:
        begin, end = period(words)
    except InputError:
        return
    assert begin < end
