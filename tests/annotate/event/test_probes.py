"""Probes: one act told in nine ways, each with what must be read out of it."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

GROUPS = tomllib.loads(Path(__file__).with_name("probes.toml").read_text(encoding="utf-8"))["group"]
CASES = [(group["name"], case) for group in GROUPS for case in group["case"]]
SIDES = {"actor": "actors", "recipient": "recipients"}
OFFICIAL = ("asserted", "planned", "background")


def fits(event, wanted) -> bool:
    """True if an event has all that a case asks of it."""
    for key, value in wanted.items():
        if key in SIDES:
            if value not in {party.country for party in getattr(event, SIDES[key])}:
                return False
        elif getattr(event, key) != value:
            return False
    return True


def right(reading, expect) -> bool:
    """True if each wanted event is there, and, where nothing is wanted, nothing is told as done or planned."""
    if not expect:
        return not [event for event in reading.events if event.plover and event.status in OFFICIAL]
    return all(any(fits(event, wanted) for event in reading.events) for wanted in expect)


@pytest.fixture(scope="module")
def results(read_layers):
    return [
        (name, case, right(read_layers(case["text"], "events", published=case["published"]), case["expect"]))
        for name, case in CASES
    ]


def test_most_probes_are_read_right(results):
    wrong = [f"{case['kind']} {name}: {case['text']}" for name, case, ok in results if not ok]
    assert 1 - len(wrong) / len(results) >= 0.8, "\n".join(wrong)


def test_each_way_of_telling_is_read_better_than_by_chance(results):
    total, good = Counter(), Counter()
    for _, case, ok in results:
        total[case["kind"]] += 1
        good[case["kind"]] += ok
    assert {kind: good[kind] / total[kind] for kind in total if good[kind] / total[kind] < 0.5} == {}
