from __future__ import annotations

import pickle

import pytest

from dragoman.errors import InputError, PipelineError, UsageError
from dragoman.flow import Config, Failure, Reader
from dragoman.flow.config import config_of
from dragoman.ingest import Rejected
from dragoman.model import Report

FRAGILE = '''
"""A stage that breaks on some words."""
import os
from typing import ClassVar

from dragoman.errors import InputError, MissingData


class Fragile:
    name: ClassVar[str] = "fragile"
    needs: ClassVar[tuple[str, ...]] = ("sentences",)
    gives: ClassVar[str] = "claims"

    @staticmethod
    def build(settings):
        return Fragile()

    def __call__(self, reading):
        text = reading.report.text
        if "divide" in text:
            1 / 0
        if "die" in text:
            os._exit(9)
        if "data" in text:
            raise MissingData("no table")
        if "refuse" in text:
            raise InputError("not that")
        return ()
'''
TEXTS = ["Talks opened.", "We divide.", "All quiet.", "I refuse.", "They left.", "He came."]


@pytest.fixture
def fragile(tmp_path, monkeypatch):
    """A configuration whose plug-in stage breaks on some words; no parser is loaded."""
    (tmp_path / "fragile_stage.py").write_text(FRAGILE)
    facts = tmp_path / "fragile-1.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: fragile\nVersion: 1\n")
    (facts / "entry_points.txt").write_text("[dragoman.stages]\nfragile = fragile_stage:Fragile\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    return config_of({"stages": {"add": ["fragile"], "without": ["claim"]}, "reader": {"layers": ["claims"]}})


def kinds(results):
    return [result.kind if isinstance(result, Failure) else "reading" for result in results]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_in_a_stage_is_a_failure_that_names_the_stage_and_the_rest_goes_on(fragile, workers):
    results = list(Reader(fragile).read_many([{"id": str(at), "text": text} for at, text in enumerate(TEXTS)], workers))
    assert kinds(results) == ["reading", "stage", "reading", "stage", "reading", "reading"]
    assert results[1] == Failure("report 1", "stage 'fragile' failed: ZeroDivisionError: division by zero", "stage")
    assert results[3].reason == "stage 'fragile' failed: not that"
    assert [result.report.text for result in results if not isinstance(result, Failure)] == [*TEXTS[::2], TEXTS[5]]


def test_a_report_that_kills_its_worker_is_a_failure_and_the_rest_goes_on(fragile):
    texts = ["One.", "Some die here.", "Three.", "Four.", "Five.", "Six."]
    results = list(Reader(fragile).read_many(texts, workers=2))
    assert kinds(results) == ["reading", "worker", "reading", "reading", "reading", "reading"]
    assert "exit code 9" in results[1].reason


@pytest.mark.parametrize("workers", [1, 2])
def test_missing_data_is_raised_because_every_report_would_fail(fragile, workers):
    with pytest.raises(Exception, match="no table"):
        list(Reader(fragile).read_many(["no data"], workers))


def test_what_was_refused_before_keeps_its_place_and_its_reason(fragile):
    items = [Rejected("a.bin", "binary", "content"), "Talks opened.", Failure("b", "gone", "missing")]
    results = list(Reader(fragile).read_many(items))
    assert results[::2] == [Failure("a.bin", "binary", "content"), Failure("b", "gone", "missing")]
    assert kinds(results) == ["content", "reading", "missing"]


def test_reports_mappings_and_texts_are_read_alike(fragile):
    items = [Report.of("One.", id="a"), {"text": "One.", "id": "a"}]
    one, two = Reader(fragile).read_many(items)
    assert one.report.text == two.report.text
    assert one.sentences == two.sentences


def test_a_text_that_is_too_long_is_a_failure_in_a_batch_and_an_error_alone(fragile):
    config = Config(reader=type(fragile.reader)(("claims",), 1, 10), stages=fragile.stages)
    (failure,) = Reader(config).read_many(["more than ten characters"])
    assert failure.kind == "content"
    assert "allowed are 10" in failure.reason
    with pytest.raises(InputError, match="allowed are 10"):
        Reader(config).read("more than ten characters")


def test_an_error_in_a_single_reading_is_raised_with_a_note_of_the_stage(fragile):
    with pytest.raises(ZeroDivisionError) as caught:
        Reader(fragile).read("We divide.", id="x")
    assert caught.value.__notes__ == ["in stage 'fragile', while reading report x"]


def test_readings_do_not_carry_the_parse_and_can_be_pickled(fragile):
    reading = Reader(fragile).read("Talks opened.")
    assert reading.parse is None
    assert pickle.loads(pickle.dumps(reading)) == reading


def test_the_input_is_read_lazily(fragile):
    def texts():
        yield "One."
        raise AssertionError("nobody asked for a second one")

    results = Reader(fragile).read_many(texts())
    assert next(results).report.text == "One."


def test_the_origin_belongs_to_a_text_not_to_a_report(fragile):
    assert Reader(fragile).read("One.", published="2024-03-12", source="Wire").report.source == "Wire"
    with pytest.raises(UsageError, match="published"):
        Reader(fragile).read(Report.of("One."), published="2024-03-12")


def test_unknown_layers_and_too_few_workers_are_refused(fragile):
    with pytest.raises(PipelineError, match="unknown layer 'event'"):
        Reader(fragile, ["event"]).read("One.")
    with pytest.raises(UsageError, match="at least 1"):
        Reader(fragile).read_many([], workers=0)


def test_workers_change_nothing():
    texts = [
        "KARVEL, March 3 (Northern Wire) -- A delegation led by the foreign minister arrived in Karvel on Sunday.",
        "The ministry said on Monday that 12 people had been killed in two attacks since January.",
        "\ud800 odd \u202e signs \x00 and 😀",
        "Er sagte nichts.",
        "The president will meet the prime minister next week, the agency reported.",
    ] * 2
    items = [{"id": str(at), "text": text, "published": "2024-03-04"} for at, text in enumerate(texts)]
    reader = Reader()
    alone, together = (list(reader.read_many(items, workers)) for workers in (1, 2))
    assert alone == together
    assert kinds(alone) == ["reading"] * len(items)
    assert [result.report.id for result in alone] == [str(at) for at in range(len(items))]
