from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from any_reading import readings
from dragoman.errors import RecordError
from dragoman.model import Reading, Report, Told
from dragoman.store import open_store
from dragoman.store.packing import pieces
from dragoman.store.packing.atoms import of_period, to_period
from dragoman.store.packing.pack import _words, joined, parted, plain, squeezed, stretched
from dragoman.store.packing.slim import slim
from dragoman.store.packing.unslim import Body, full
from made import made_reading


def through_lists(reading: Reading) -> Reading:
    """A reading through the packed form, without a file."""
    report, text = reading.report, reading.report.text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    parts: list[str] = []
    columns, ids = slim(reading, digest, lambda row: parts.append(plain(row)) or len(parts) - 1)

    def again(dateline, media, sha256):
        return replace(report, dateline=dateline, media=media, sha256=digest if sha256 is None else sha256)

    lists, rest = parted(joined(columns, text, ids), "it", text)
    return full(Body(lists, rest, lambda part: json.loads(parts[part]), text), again)


@given(readings())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_reading_comes_out_of_its_packed_form_as_it_went_in(reading):
    assert through_lists(reading) == reading


@given(readings())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_reading_comes_out_of_a_store_as_it_went_in(tmp_path_factory, reading):
    path = tmp_path_factory.mktemp("any") / "any.dragoman"
    with open_store(path, create=True) as store:
        assert store.add(reading, "a pipeline")
        assert store.known(reading.report)
        assert not store.add(reading, "a pipeline")
    with open_store(path) as store:
        assert store.reading(reading.report.id) == reading
        assert store.report(reading.report.id) == reading.report
        assert len(store.pending(1000)) == len(reading.events)
        assert list(store.report_names()) == [reading.report.id]


def test_what_repeats_something_else_in_the_reading_is_given_back_whole():
    assert through_lists(made_reading()) == made_reading()
    assert through_lists(made_reading()).to_dict() == made_reading().to_dict()


def test_the_demo_reports_come_out_as_they_went_in(demo_store, demo_readings):
    assert [demo_store.reading(name) for name in demo_store.report_names()] == demo_readings


def test_a_mention_tells_what_its_reading_tells(demo_store, demo_readings):
    expected = {told.id: told for reading in demo_readings for told in Told.each(reading)}
    assert demo_store.told(expected) == expected


@pytest.mark.parametrize("text", ["", "\x00", "\ud83d\ude00", "\ud83d \ude00", "x" * 100_000, "ascii", "é\u202e"])
def test_any_text_can_be_squeezed(text):
    assert stretched(squeezed(text), "it") == text


@pytest.mark.parametrize("blob", [b"", b"\x00", b"\x07abc", b"\x01", squeezed("whole")[:-3], b"\x00\xff\xff", None])
def test_a_damaged_blob_is_an_error_that_names_it(blob):
    with pytest.raises(RecordError, match="report 7 is damaged"):
        stretched(blob, "report 7")


def test_the_words_that_blobs_are_packed_against_never_change():
    """Stores hold blobs that need exactly these; new words want new numbers in ``pack``."""
    assert [hashlib.sha256(_words(form)).hexdigest()[:16] for form in (1, 2)] == [
        "7b569236d93e742a",
        "1cce2c37cd05a17d",
    ]


def test_a_long_text_is_kept_whole(tmp_path):
    text = "A minister arrived. " * 50_000
    with open_store(tmp_path / "s", create=True) as store:
        store.add(Reading(Report.of(text, id="long")), "p")
        assert store.report("long").text == text


def test_a_blob_comes_out_of_its_pieces_as_it_went_in(tmp_path):
    blobs = [b"", b"x", b"y" * pieces.SHORT, bytes(range(256)) * 9, b"long" * pieces.MOST * pieces.SHORT]
    with open_store(tmp_path / "s", create=True) as store, store.writing():
        for owner, blob in enumerate(blobs):
            pieces.put(store.connection, "reading_pieces", owner, blob)
        assert [pieces.whole(store.connection, "reading_pieces", owner) for owner in range(len(blobs))] == blobs
        pieces.drop(store.connection, "reading_pieces", 3)
        assert [len(pieces.whole(store.connection, "reading_pieces", owner)) for owner in (2, 3)] == [pieces.SHORT, 0]


@pytest.mark.parametrize("table", ["reading_pieces", "text_pieces", "parts"])
@pytest.mark.parametrize(
    "change", ["DELETE FROM {}", "UPDATE {} SET body = substr(body, 1, 3)", "UPDATE {} SET body = 'x'"]
)
def test_a_damaged_reading_is_an_error_that_names_its_report(tmp_path, table, change):
    with open_store(tmp_path / "s", create=True) as store:
        store.add(made_reading(), "p")
        with store.writing():
            store.connection.execute(change.format(table))
    with open_store(tmp_path / "s") as store:
        with pytest.raises(RecordError, match=r"damaged|missing"):
            store.reading(made_reading().report.id)
        with pytest.raises(RecordError, match=r"damaged|missing"):
            store.told([event.id for event in made_reading().events])


@pytest.mark.parametrize(
    ("period", "atom"),
    [
        ((None, None, None, None), None),
        (("2023-07-26", "2023-07-26", "2023-07-27", "2023-07-26"), 2),
        (("2023-12", "2023-12-01", "2024-01-01", "2023-12"), "2023-12"),
        (("2023", "2023-01-01", "2024-01-01", "2023"), "2023"),
        (("PAST_REF", None, None, None), "PAST_REF"),
        (("2023-W30", "2023-07-24", "2023-07-31", "2023-07-24/2023-07-30"), ["2023-W30", 0, 7, 1]),
        (("2023-SU", "2023-06-01", "2023-09-01", "2023-22"), ["2023-SU", -53, 92, "2023-22"]),
        (("9999-12-31", "9999-12-31", None, "9999-12-31"), 2913334),
        (("2023-7-1", "2023-07-26T09:30", "", None), ["2023-7-1", "2023-07-26T09:30", "", None]),
    ],
)
def test_a_period_becomes_what_does_not_follow_from_its_value(period, atom):
    base = date(2023, 7, 24).toordinal()
    assert of_period(*period, base) == atom
    assert to_period(atom, base) == period
