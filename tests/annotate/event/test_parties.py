"""Who does what to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import read_marks

LINES = Path(__file__).with_name("parties.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if line and not line.startswith(("#", "=="))]
SIDES = {"by": "actors", "to": "recipients"}


def side(event, key):
    """One side of an event in the words of a mark."""
    parties = getattr(event, SIDES[key])
    return "+".join((party.country or party.name).replace(" ", "_") for party in parties) or "none"


@pytest.mark.parametrize("case", CASES)
def test_both_sides_of_an_act(case, read_layers):
    text, marks = read_marks(case)
    events = read_layers(text, "events", published="2023-05-12").events
    found, wanted = [], []
    for mark in marks:
        at = [event for event in events if event.trigger.start < mark.end and mark.start < event.trigger.end]
        wanted.append((text[mark.start : mark.end], *mark.says))
        found.append((text[mark.start : mark.end], *((key, side(at[0], key)) for key, _ in mark.says if at)))
    assert found == wanted
