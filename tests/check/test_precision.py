"""How close a number must come to what words say."""

from __future__ import annotations

import pytest

from dragoman.check.precision import agree, fits, half_unit
from dragoman.model import Figure, Span


def figure(value, low=..., high=...):
    low, high = (value if bound is ... else bound for bound in (low, high))
    return Figure(Span(0, 1), value, low, high, "times", "ratio")


@pytest.mark.parametrize(
    ("value", "words", "half"),
    [
        (8, "eight times", 0.5),
        (8.3, "8.3 times", 0.05),
        (2, "twice", 0.25),
        (0.5, "half", 0.0625),
        (15, "15 percent", 0.5),
        (20, "20 percent", 1),
        (10_000, "10,000", 500),
        (10_250, "10,250", 5),
        (1_200_000, "1.2 million", 50_000),
        (0, "0 percent", 0.0),
    ],
)
def test_words_commit_to_half_a_unit_of_their_last_place(value, words, half):
    assert half_unit(value, words) == pytest.approx(half)


@pytest.mark.parametrize(
    ("low", "high", "value", "ok"),
    [
        (8, 8, 7.5, True),
        (8, 8, 8.26, True),
        (8, 8, 8.6, False),
        (8, 8, 7.4, False),
        (None, None, 8.7, True),
        (None, None, 9, False),
        (None, 8, 8.4, True),
        (None, 8, 6, True),
        (None, 8, 3, None),
        (None, 8, 9, False),
        (8, None, 7.6, True),
        (8, None, 12, True),
        (8, None, 30, None),
        (8, None, 7, False),
        (7, 9, 6.6, True),
        (7, 9, 10, False),
    ],
)
def test_a_number_fits_eight_times_and_its_bounds(low, high, value, ok):
    assert fits(figure(8, low, high), "eight times", value) is ok


def test_a_coarse_figure_agrees_with_a_finer_one():
    assert agree(figure(8), "eight times", figure(8.3), "8.3 times")
    assert agree(figure(8.3), "8.3 times", figure(8), "eight times")
    assert not agree(figure(8), "eight times", figure(9.3), "9.3 times")
