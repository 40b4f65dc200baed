"""The demo reports keep the form that everything built on them relies on."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib.resources import files
from itertools import product

import pytest

from dragoman.cli.demo import demo_reports, demo_series

DEMO = files("dragoman.demo")
KEYS = ["id", "title", "text", "published", "source", "url"]
DAY = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, (20\d\d) \("


@pytest.fixture(scope="module")
def reports():
    return list(demo_reports())


@pytest.fixture(scope="module")
def outlets():
    return {row["name"]: row for row in tomllib.loads(DEMO.joinpath("outlets.toml").read_text("utf-8"))["outlet"]}


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def likeness(one, other):
    return len(one & other) / len(one | other)


def test_every_report_has_the_six_keys_and_an_id_of_its_own(reports):
    assert len(reports) >= 48
    assert all(list(report) == KEYS for report in reports)
    assert len({report["id"] for report in reports}) == len(reports)
    assert len({report["url"] for report in reports}) == len(reports)


def test_no_report_is_empty_or_out_of_size(reports):
    sizes = {report["id"]: len(report["text"].split()) for report in reports}
    assert {name: size for name, size in sizes.items() if not 60 <= size <= 220} == {}
    assert all(report["title"].strip() == report["title"] != "" for report in reports)
    assert not [report["id"] for report in reports if re.search(r"  |\n\n\n|[^\n]\n[^\n]", report["text"])]


def test_reports_are_of_2020_to_2024_and_a_missing_date_stands_in_the_dateline(reports):
    dated = [date.fromisoformat(report["published"]) for report in reports if report["published"]]
    undated = [report for report in reports if report["published"] is None]
    assert min(dated).year == 2020
    assert max(dated).year == 2024
    assert len(undated) >= 5
    assert [report["id"] for report in undated if not re.search(DAY, report["text"][:80])] == []


def test_six_outlets_write_and_each_address_is_its_outlets_own(reports, outlets):
    assert len(outlets) == 6
    assert {report["source"] for report in reports} == set(outlets)
    wrong = [r["id"] for r in reports if not r["url"].startswith(f"https://{outlets[r['source']]['domain']}/20")]
    assert wrong == []
    assert all(outlet["domain"].endswith(".example") for outlet in outlets.values())


def test_reprints_are_near_copies_of_reports_of_the_outlet_they_name(reports, outlets):
    copiers = {name: outlet["reprints"] for name, outlet in outlets.items() if outlet["reprints"]}
    copies = [report for report in reports if report["source"] in copiers]
    marks = {report["id"]: shingles(report["text"]) for report in reports}
    alike = [
        max(
            likeness(marks[copy["id"]], marks[report["id"]])
            for report in reports
            if report["source"] in copiers[copy["source"]]
        )
        for copy in copies
    ]
    assert len(copies) >= 8
    assert min(alike) > 0.6
    assert max(alike) < 1.0


def test_outlets_that_reprint_nobody_write_reports_of_their_own(reports, outlets):
    own = [(report["id"], shingles(report["text"])) for report in reports if not outlets[report["source"]]["reprints"]]
    assert [(a, b) for (a, one), (b, other) in product(own, own) if a < b and likeness(one, other) > 0.1] == []


def test_the_reports_to_check_come_after_the_others(reports):
    assert [report["id"] for report in reports] == [f"demo-{number:03}" for number in range(1, len(reports) + 1)]


def test_every_line_of_the_trade_figures_is_a_value():
    lines = DEMO.joinpath("trade.csv").read_text("utf-8").splitlines()
    assert len(demo_series()) == len(lines) - 1
    assert {(point.series, point.of, point.with_) for point in demo_series()} == {
        ("exports", "CHN", "PRK"),
        ("trade", "CHN", "PRK"),
    }
