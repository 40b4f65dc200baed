"""What holds for the reading of any text whatever."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.flow import Reader
from dragoman.model import Reading

PIECES = (
    "The foreign minister",
    "North Korea",
    " said on Tuesday ",
    "that ",
    '"',
    "“",
    "”",
    " 12 people ",
    " were killed ",
    " in ",
    "Paris",
    ", ",
    ". ",
    "\n\n",
    " will visit ",
    " Xi Jinping ",
    " had not ",
    " if ",
    " 3.5 million ",
    " since 2019",
    " (AP) -- ",
    "SEOUL, July 26 ",
    " $5bn ",
    " first ",
    "(",
    ")",
    "'s ",
    " and ",
    " talks with ",
    "\x00",
    "\u202e",
    "\ud800",
    "https://t.co/x ",
    " 30 February ",
    "the day before yesterday",
    " 99999999999999999999 ",
    "—",
    "é",
    "\U0001f600",
)
TEXTS = st.one_of(
    st.text(st.characters(), max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)
DAYS = st.sampled_from([None, "2024-02-29", "0001-01-01", "9999-12-31"])


@pytest.fixture(scope="module")
def reader():
    loaded = Reader()
    loaded.read("Talks opened.")
    return loaded


def spans(value: Any, key: str = "") -> Iterator[list[int]]:
    """Every span in a public record."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from spans(inner, name)
    elif isinstance(value, list):
        pair = len(value) == 2 and all(type(edge) is int for edge in value)
        if pair and key not in ("killed", "injured", "arrested", "people"):
            yield value
        else:
            for inner in value:
                yield from spans(inner, key)


@given(TEXTS, DAYS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_a_reading_or_a_clear_error(reader, text, published):
    try:
        reading = reader.read(text, published=published)
    except InputError:
        return
    record = reading.to_dict()
    assert all(0 <= start <= end <= len(reading.report.text) for start, end in spans(record))
    assert Reading.from_dict(json.loads(json.dumps(record))) == reading
    assert reader.read(text, published=published).to_dict() == record
    reading.to_html().encode("utf-8")
    assert len(reading.events_table()) == len(reading.events)
