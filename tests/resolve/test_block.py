"""Mentions that may be of one happening meet under a key; others seldom do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from dragoman.resolve import Seen, keys_of
from small_records import RAID, TALKS, VISIT, records
from telling import Line, one, told

TURNED = replace(VISIT, words="Mr Oyo put off his visit.", trigger="put", act="REJECT", mode="meet", rule="refuse.meet")
THERE = replace(RAID, where="Ostra")
MAY = "2024-05-01/2024-06-01"
UNREAD = replace(TURNED, actors=(), recipients=(), words="The trip of Tomas Oyo is off, they put it off.")
LATE = ("2024-05-02", "2024-05-24")
CLOSED = Line("Peru closed its border.", "closed", "SANCTION", "discontinue", actors=("PER",), rule="border.close")

SIGNED = Line("Peru signed a treaty.", "signed", "SUPPORT", actors=("PER",), rule="sign")
AGREED = replace(SIGNED, words="Peru agreed to a sale.", trigger="agreed", act="AGREE", rule="agree")
MAY_SIGN = replace(SIGNED, status="hypothetical")

SHOT = replace(
    RAID, words="Four men were put to death.", trigger="put", actors=(), recipients=(), where="Velm", mode="execute"
)


def met(first: Line, second: Line, days: tuple[str, str] = ("2024-05-02", "2024-05-02")) -> bool:
    mine, yours = (
        Seen.of(one(line, name, day)) for line, name, day in zip((first, second), ("r-1", "r-2"), days, strict=True)
    )
    return not set(keys_of(mine)).isdisjoint(keys_of(yours))


@pytest.mark.parametrize(
    ("first", "second", "days", "expected"),
    [
        (RAID, replace(RAID, when=None), ("2024-05-02", "2024-05-02"), True),
        (RAID, replace(RAID, when="2024-04-01"), ("2024-05-02", "2024-05-02"), False),
        (RAID, replace(RAID, actors=("rebels [PER]",)), ("2024-05-02", "2024-05-02"), False),
        (RAID, TALKS, ("2024-05-02", "2024-05-02"), False),
        (SHOT, replace(SHOT, words="Four men died before a wall.", trigger="died"), ("2024-05-02", "2024-05-03"), True),
        (THERE, replace(THERE, actors=(), when=MAY), ("2024-05-02", "2024-07-02"), True),
        (TALKS, replace(TALKS, when="2024-05-01/2024-06-01"), ("2024-05-02", "2024-11-02"), True),
        (replace(VISIT, status="planned"), replace(VISIT, when="2024-06-10"), ("2024-05-02", "2024-06-11"), True),
        (replace(VISIT, status="planned"), replace(VISIT, when="2025-01-10"), ("2024-05-02", "2025-01-11"), True),
        (replace(VISIT, status="planned"), replace(VISIT, when="2026-01-10"), ("2024-05-02", "2026-01-11"), False),
        (MAY_SIGN, replace(SIGNED, when="2024-05-22"), LATE, True),
        (replace(AGREED, status="hypothetical"), replace(AGREED, when="2024-05-22"), LATE, False),
        (TURNED, replace(VISIT, when="2024-08-10"), ("2024-05-02", "2024-08-11"), True),
        (UNREAD, replace(VISIT, when="2024-05-10"), ("2024-05-02", "2024-05-11"), True),
        (CLOSED, replace(CLOSED, when="2024-04-01/2024-07-01"), ("2024-05-02", "2024-07-02"), True),
        (replace(CLOSED, status="planned"), replace(CLOSED, when="2024-12-10"), ("2024-05-02", "2024-12-11"), True),
        (replace(TALKS, status="planned", when="2024-05-20"), replace(TALKS, when="2024-05-23"), LATE, True),
        (replace(TALKS, when="2024-05-20"), replace(TALKS, when="2024-08-23"), ("2024-05-21", "2024-08-24"), False),
        (replace(RAID, status="planned", when="2024-05-03/2024-05-12"), replace(RAID, when="2024-05-08"), LATE, True),
    ],
)  # fmt: skip
def test_mentions_meet_by_what_two_tellings_of_one_happening_share(first, second, days, expected):
    assert met(first, second, days) is expected


@given(records())
def test_keys_are_few_44_bit_numbers_in_order(held):
    for mention in told(*held):
        keys = keys_of(Seen.of(mention))
        assert list(keys) == sorted(set(keys))
        assert len(keys) <= 40
        assert all(0 <= key < 1 << 44 for key in keys)
