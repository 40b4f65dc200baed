"""When and where an act happened, and how many people it concerned."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.lexicon import load
from dragoman.model import Dateline, Span
from marked import read_marks

LINES = Path(__file__).with_name("when_where.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if line and not line.startswith(("#", "=="))]
PUBLISHED = "2023-05-12"


def said(event, key):
    """What an event says for one key of a mark, in the words of a mark."""
    if key == "when":
        if event.when is None or event.when.origin == "published":
            return event.when and "published"
        return f"{event.when.begin[:10]}/{event.when.end[:10]}"
    if key == "where":
        return f"{event.where.name},{event.where.country}" if event.where else "none"
    pair = getattr(event.size, key) if event.size else None
    return "none" if pair is None else f"{pair[0]:g}" if pair[0] == pair[1] else f"{pair[0]:g}-{pair[1]:g}"


def dateline(text):
    """The dateline of a report that has one: ``NAIROBI, May 12 (Reuters) - ``."""
    place, dash, _ = text.partition(" (Reuters) - ")
    return Dateline(Span(0, len(place + dash)), place.partition(",")[0], "Reuters", PUBLISHED) if dash else None


@pytest.mark.parametrize("case", CASES)
def test_date_place_and_size(case, read_layers):
    text, marks = read_marks(case)
    events = read_layers(text, "events", published=PUBLISHED, dateline=dateline(text)).events
    found, wanted = [], []
    for mark in marks:
        at = [event for event in events if event.trigger.start < mark.end and mark.start < event.trigger.end]
        wanted.append((text[mark.start : mark.end], *mark.says))
        found.append((text[mark.start : mark.end], *((key, said(at[0], key)) for key, _ in mark.says if at)))
    assert found == wanted


def test_every_date_place_and_size_has_its_reason(read_layers):
    text = "Rebels killed 12 soldiers near Gao on Monday. The attack was condemned by France."
    for event in read_layers(text, "events", published=PUBLISHED).events:
        rules = [reason.rule.partition(":")[0] for reason in event.why]
        assert rules.count("when") == 1
        assert rules.count("where") == (event.where is not None)
        assert rules.count("size") == (event.size is not None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "On Monday.",
        "in in in in",
        "killed killed killed",
        "Attack! Attack! Attack on Monday",
        "攻撃 月曜日",
    ],
)
def test_any_text_has_a_reading(text, read_layers):
    read_layers(text, "events", published=PUBLISHED)
    read_layers(text, "events")


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", None])
def test_stretches_and_distances_stay_within_the_calendar(published, read_layers):
    text = "Rebels killed two men two days after they attacked the army on Monday. The army has shelled Gao for 3 days."
    for event in read_layers(text, "events", published=published).events:
        assert event.when is None or event.when.begin < event.when.end


def holds(parse, forms):
    """True if one of some forms stands among the words or lemmas of a sentence."""
    words, lemmas = (f" {' '.join(column)} " for column in (parse.lower, parse.lemmas))
    return any(f" {form} " in words or f" {form} " in lemmas for form in forms)


@pytest.mark.parametrize("table", ["event_when", "event_where", "event_size"])
def test_every_entry_is_matched_by_its_examples_and_by_no_other_sentence(table, read_layers):
    for entry in load(table).entries:
        for example in entry.examples:
            assert holds(read_layers(example, "events").parse, entry.forms), (entry.id, example)
        for other in entry.but_not:
            assert not holds(read_layers(other, "events").parse, entry.forms), (entry.id, other)
