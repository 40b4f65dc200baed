"""The gold record keeps the form that scoring relies on: its triggers are in the texts and its parts stay apart."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

RECORD = Path(__file__).parents[2] / "eval" / "record"
DEMO = files("dragoman.demo").joinpath("reports.jsonl")
KEYS = ["id", "title", "text", "published", "source", "url"]
STAGES = {"announced", "happened", "postponed", "cancelled", "denied", "possible", "none"}
FIRST = 72  # reports of the parts dev and aside; those of the others follow
PARTS = ("dev", "aside", "third", "fresh", "last")
COLUMNS = {
    "mentions": ["report", "trigger", "nth", "event", "stage"],
    "events": ["event", "part", "what", "begin", "end", "country"],
    "copies": ["report", "original"],
    "stories": ["report", "story", "part"],
}


def table(name):
    with (RECORD / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        assert reader.fieldnames == COLUMNS[name]
        return list(reader)


def lines_of(text):
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def new():
    return lines_of((RECORD / "reports.jsonl").read_text("utf-8"))


@pytest.fixture(scope="module")
def reports(new):
    return {report["id"]: report for report in lines_of(DEMO.read_text("utf-8")) + new}


@pytest.fixture(scope="module")
def mentions():
    return table("mentions")


@pytest.fixture(scope="module")
def events():
    return {row["event"]: row for row in table("events")}


@pytest.fixture(scope="module")
def copies():
    return {row["report"]: row["original"] for row in table("copies")}


@pytest.fixture(scope="module")
def stories():
    return {row["report"]: row for row in table("stories")}


def places(text, trigger):
    return [found.start() for found in re.finditer(rf"(?<!\w){re.escape(trigger)}(?!\w)", text)]


def sentences(text):
    cut = re.split(r"(?<=[.!?\"])\s+(?=[A-Z\"])|\n+", text.partition(" — ")[2] or text)
    return {" ".join(sentence.split()) for sentence in cut if len(sentence.split()) > 3}


def words(text):
    found = re.findall(r"\w+", text.lower())
    return {tuple(found[at : at + 5]) for at in range(len(found) - 4)}


def test_ids_and_addresses_are_unique_and_reports_have_the_keys_of_the_demo(new, reports):
    assert [report["id"] for report in new[:FIRST]] == [f"rec-{number:03}" for number in range(1, FIRST + 1)]
    assert all(re.fullmatch(r"rec-\d{3}", report["id"]) for report in new)
    assert len({report["id"] for report in new}) == len(new)
    assert [list(report) for report in new] == [KEYS] * len(new)
    assert len({report["url"] for report in reports.values()}) == len(reports)
    assert [report["id"] for report in new if not 2012 <= date.fromisoformat(report["published"]).year <= 2024] == []
    assert {r["id"]: len(r["text"].split()) for r in new if not 80 <= len(r["text"].split()) <= 270} == {}


def test_every_trigger_stands_in_its_report_at_its_nth_occurrence(reports, mentions):
    lacking = [
        (row["report"], row["trigger"], row["nth"])
        for row in mentions
        if not 1 <= int(row["nth"]) <= len(places(reports[row["report"]]["text"], row["trigger"]))
    ]
    assert lacking == []
    assert [row["trigger"] for row in mentions if not 1 <= len(row["trigger"].split()) <= 3] == []


def test_no_two_mentions_of_a_report_overlap(reports, mentions):
    spans = defaultdict(list)
    for row in mentions:
        begin = places(reports[row["report"]]["text"], row["trigger"])[int(row["nth"]) - 1]
        spans[row["report"]].append((begin, begin + len(row["trigger"])))
    ordered = {report: sorted(found) for report, found in spans.items()}
    overlapping = [
        report for report, found in ordered.items() if any(one[1] > other[0] for one, other in pairwise(found))
    ]
    assert overlapping == []


def test_every_report_has_mentions_and_every_key_of_an_event_is_used(reports, mentions, events):
    assert {row["report"] for row in mentions} == set(reports)
    assert {row["event"] for row in mentions} == set(events)
    assert {row["stage"] for row in mentions} == STAGES


def test_events_have_a_line_a_place_and_days_in_order(events):
    assert [key for key in events if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", key)] == []
    assert [key for key, row in events.items() if not row["what"].strip() or len(row["what"]) > 100] == []
    assert [key for key, row in events.items() if not re.fullmatch(r"([A-Z]{3})?", row["country"])] == []
    assert [key for key, row in events.items() if bool(row["begin"]) != bool(row["end"])] == []
    dated = {key: row for key, row in events.items() if row["begin"]}
    backwards = [key for key, row in dated.items() if date.fromisoformat(row["begin"]) > date.fromisoformat(row["end"])]
    assert backwards == []


def test_no_story_and_no_happening_is_in_two_parts(reports, mentions, events, stories, copies):
    assert set(stories) == set(reports)
    held = {row["part"] for row in stories.values()}
    assert {row["part"] for row in events.values()} == held
    assert {"dev", "aside"} <= held <= set(PARTS)
    parts = defaultdict(set)
    told_in = defaultdict(set)
    for row in stories.values():
        parts[row["story"]].add(row["part"])
    for row in mentions:
        told_in[row["event"]].add(stories[row["report"]]["story"])
    assert [story for story, found in parts.items() if len(found) != 1] == []
    assert [event for event, found in told_in.items() if len(found) != 1] == []
    strays = [row for row in mentions if stories[row["report"]]["part"] != events[row["event"]]["part"]]
    assert strays == []
    assert [one for one, other in copies.items() if stories[one]["story"] != stories[other]["story"]] == []


def test_dev_and_aside_are_about_as_large(mentions, events):
    sizes = Counter(events[row["event"]]["part"] for row in mentions)
    assert 0.45 < sizes["dev"] / (sizes["dev"] + sizes["aside"]) < 0.55


def test_copies_are_near_copies_and_their_originals_are_no_copies(reports, copies):
    assert set(copies) | set(copies.values()) <= set(reports)
    assert set(copies) & set(copies.values()) == set()
    alike = {}
    for one, other in copies.items():
        left, right = words(reports[one]["text"]), words(reports[other]["text"])
        alike[one] = len(left & right) / len(left | right)
    assert {report: share for report, share in alike.items() if not 0.3 < share < 1.0} == {}


def test_no_sentence_of_a_new_report_is_repeated_but_in_its_copies(new, reports, copies):
    tellers = defaultdict(set)
    for report in reports.values():
        for sentence in sentences(report["text"]):
            tellers[sentence].add(copies.get(report["id"], report["id"]))
    ours = set().union(*(sentences(report["text"]) for report in new))
    assert [sentence for sentence in ours if len(tellers[sentence]) > 1] == []


def test_reports_that_are_no_copies_share_little_wording(new, reports, copies):
    own = {name: words(report["text"]) for name, report in reports.items() if name not in copies}
    alike = [
        (one["id"], other)
        for one in new
        if one["id"] in own
        for other in own
        if other != one["id"] and len(own[one["id"]] & own[other]) / len(own[one["id"]] | own[other]) > 0.05
    ]
    assert alike == []


def counts(part, mentions, stories, copies):
    """The row of the table in the README for one part."""
    names = [report for report, row in stories.items() if row["part"] == part]
    told = defaultdict(list)
    for row in mentions:
        if stories[row["report"]]["part"] == part:
            told[row["event"]].append(row)
    stages = [{row["stage"] for row in rows} for rows in told.values()]
    independent = [{copies.get(row["report"], row["report"]) for row in rows} for rows in told.values()]
    figures = [
        len({stories[name]["story"] for name in names}),
        len(names),
        sum(map(len, told.values())),
        len(told),
        sum(len(rows) > 1 for rows in told.values()),
        sum(len(reports) > 1 for reports in independent),
        sum("happened" in found and bool(found & {"announced", "possible"}) for found in stages),
        sum(bool(found & {"postponed", "cancelled"}) for found in stages),
        sum(name in copies for name in names),
    ]
    return f"| {part} | " + " | ".join(map(str, figures)) + " |"


@pytest.mark.parametrize("part", PARTS)
def test_the_readme_counts_what_is_there(part, mentions, stories, copies):
    if not any(row["part"] == part for row in stories.values()):
        pytest.skip(f"there is no part {part}")
    assert counts(part, mentions, stories, copies) in (RECORD / "README.md").read_text("utf-8").splitlines()
