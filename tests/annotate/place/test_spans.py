"""Marked sentences: which words are places, which place, and whether the place or an actor is meant.

A mark says what it asks for: ``name``, ``country``, ``kind``, ``admin1`` (the region's English name), and
``means=actor`` where the name stands for an actor. Without ``means`` the place itself must be meant.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import read_marks

CASES = Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()


def says(place, mark):
    """What a place says on the points that a mark asks about."""
    values = {"name": place.name, "country": place.country, "kind": place.kind, "admin1": place.admin1}
    values["means"] = None if place.literal else "actor"
    return {key: values[key] for key, _ in mark.says} | {"means": values["means"]}


@pytest.mark.parametrize("case", CASES)
def test_places_of_a_sentence(case, read_layers):
    text, marks = read_marks(case)
    places = read_layers(text, "places").places
    assert [text[slice(*place.span)] for place in places] == [text[mark.start : mark.end] for mark in marks]
    assert [tuple(place.span) for place in places] == [(mark.start, mark.end) for mark in marks]
    found = [says(place, mark) for place, mark in zip(places, marks, strict=True)]
    assert found == [{"means": None} | dict(mark.says) for mark in marks]


def test_there_are_cases_enough():
    assert len(CASES) >= 60
