"""Files, folders, tables and standard input; what cannot be read is a value in its place."""

import io
import json
import os
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.ingest import Rejected, reports
from dragoman.ingest.table import rows_of
from dragoman.model import Report


def shown(found):
    """Texts of reports, and places and kinds of rejects."""
    return [one.text if isinstance(one, Report) else (os.path.basename(one.where), one.kind) for one in found]


def rows(data: bytes, **options):
    return list(rows_of(io.BytesIO(data), "t", **options))


def test_every_kind_of_file_is_read_by_its_ending_or_its_content(tmp_path):
    for name, data in {
        "a.txt": b"Plain words.",
        "b.md": b"# Marked words.",
        "c.htm": b"<p>The words of a page are here.</p>",
        "d.jsonl": b'{"text": "A row."}\n{"text": "Another row."}\n',
        "e.json": b'[{"text": "In an array."},\n {"text": "Second."}]',
        "f": b"<!doctype html><p>A page without an ending.</p>",
        "g": b'{"text": "A row without an ending."}',
        "h.data": b"Words without a known ending.",
        "i.json": b'{\n  "text": "One object."\n}',
    }.items():
        tmp_path.joinpath(name).write_bytes(data)
    assert shown(reports([tmp_path])) == [
        "Plain words.",
        "# Marked words.",
        "The words of a page are here.",
        "A row.",
        "Another row.",
        "In an array.",
        "Second.",
        "A page without an ending.",
        "A row without an ending.",
        "Words without a known ending.",
        "One object.",
    ]


def test_a_folder_is_read_to_its_depth_in_order_without_hidden_files_and_circles(tmp_path):
    for name in ("b/2.txt", "b/1.txt", "a/z.txt", ".git/x.txt", "b/.hidden.txt", "c.txt"):
        tmp_path.joinpath(name).parent.mkdir(exist_ok=True)
        tmp_path.joinpath(name).write_text(name)
    tmp_path.joinpath("a", "loop").symlink_to(tmp_path)
    assert shown(reports([tmp_path])) == ["c.txt", "a/z.txt", "b/1.txt", "b/2.txt"]


def test_what_cannot_be_read_stands_in_its_place(tmp_path):
    tmp_path.joinpath("a.txt").write_bytes(b"")
    tmp_path.joinpath("b.txt").write_bytes(b"\x7fELF\0\0\0")
    tmp_path.joinpath("c.html").write_bytes(b"<html><body></body></html>")
    tmp_path.joinpath("d.txt").write_bytes(b"Good.")
    tmp_path.joinpath("e.txt").symlink_to(tmp_path / "gone")
    tmp_path.joinpath("f.jsonl").write_bytes(b" \n")
    os.mkfifo(tmp_path / "g")
    assert shown(reports([tmp_path, tmp_path / "none.txt", "https://a.example/x"])) == [
        ("a.txt", "content"),
        ("b.txt", "content"),
        ("c.html", "content"),
        "Good.",
        ("e.txt", "missing"),
        ("f.jsonl", "content"),
        ("g", "unreadable"),
        ("none.txt", "missing"),
        ("x", "missing"),
    ]


def test_an_address_is_not_fetched_and_the_reject_says_the_remedy():
    (reject,) = reports(["https://a.example/x"])
    assert reject.reason == "no such file or folder; addresses are not fetched: save the page first"


def test_a_file_of_50_mb_is_refused_without_being_read_to_its_end(tmp_path):
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        for _ in range(50):
            file.write(b"word " * 200_000 + b"\n")
    tracemalloc.start()
    start = time.perf_counter()
    (reject,) = reports([big])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reject.reason == "too long: more than 4,000,000 bytes, allowed are 1,000,000 characters"
    assert time.perf_counter() - start < 3
    assert peak < 20e6


def test_a_long_table_takes_the_memory_of_a_row(tmp_path):
    table = tmp_path / "long.jsonl"
    line = json.dumps({"text": "The same words again and again. " * 300}) + "\n"
    with table.open("w") as file:
        for _ in range(2_000):
            file.write(line)
    tracemalloc.start()
    with table.open("rb") as stream:
        count = sum(1 for _ in rows_of(stream, "t", language="en"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2_000
    assert peak < 5e6


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (b"Plain words.", "Plain words."),
        (b'{"text": "A row."}', "A row."),
        (b"<html><body><p>The words of a page.</p></body></html>", "The words of a page."),
        ("Mots simples.".encode("utf-16"), "Mots simples."),
    ],
)
def test_standard_input_is_told_by_its_content(monkeypatch, given, text):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert shown(reports(["-"])) == [text]


def test_empty_standard_input_is_rejected(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert list(reports(["-"])) == [Rejected("-", "empty: there is no text to read", "content")]


def test_options_hold_where_an_input_does_not_say_otherwise(tmp_path):
    table = tmp_path / "a.jsonl"
    table.write_text('{"text": "One."}\n{"text": "Two.", "published": "2020-01-02", "source": "Own"}\n')
    found = list(reports([table], published="2021-03-04", source="Given"))
    assert [(one.published, one.source) for one in found] == [("2021-03-04", "Given"), ("2020-01-02", "Own")]
    with pytest.raises(InputError, match="published is 'soon'"):
        reports([table], published="soon")


def test_broken_rows_are_values_with_their_lines_and_the_rest_goes_on():
    found = rows(
        b'{"text": "One."}\n'
        b'{"text": \n'
        b"\n"
        b'["a list"]\n'
        b'{"text": 5}\n'
        b'{"text": "x", "published": "26 July"}\n'
        b'{"text": "x", "language": "English please"}\n'
        b'\xff\xfe{"text": "x"}\n'
        b'{"words": "x"}\n'
        b'{"text": " "}\n' + b"[" * 50_000 + b"\n"
        b'{"text": "Last.", "extra": {"kept": "out"}}'
    )
    assert [one.text if isinstance(one, Report) else (one.where, one.reason.partition(":")[0]) for one in found] == [
        "One.",
        ("t:2", "broken line"),
        ("t:4", "a row is list, allowed is an object with text or html"),
        ("t:5", "text is 5, allowed is a string"),
        ("t:6", found[4].reason.partition(":")[0]),
        ("t:7", "language is 'English please', allowed is a code such as 'en' or 'pt-BR'"),
        ("t:8", "broken encoding"),
        ("t:9", "text or html is missing; the row has words"),
        ("t:10", "empty"),
        ("t:11", "broken line"),
        "Last.",
    ]
    assert found[4].reason.startswith("published is '26 July', allowed is an ISO 8601 day")


def test_a_line_that_is_too_long_is_rejected_and_skipped():
    found = rows(b'{"text": "' + b"a" * 200_000 + b'"}\n{"text": "Next."}', max_chars=1_000)
    assert shown(found) == [("t:1", "row"), "Next."]
    assert found[0].reason == "too long: a line of more than 71,536 characters"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"[]", []),
        (b'[{"text": "One."}', ["One.", ("t:1", "row")]),
        (b'[{"text": "One."},\n 3,\n {"text": "Three."}]', ["One.", ("t:2", "row"), "Three."]),
        (b'[{"text": "One."}, oops, {"text": "Three."}]', ["One.", ("t:1", "row")]),
        (b'{\n"text": "One."\n}\n{\n"text": "Two."\n}', ["One.", "Two."]),
        (b'\xef\xbb\xbf[{"text": "One."}]', ["One."]),
        ('{"text": "One."}\n{"text": "Two."}'.encode("utf-16"), ["One.", "Two."]),
        (b'{"text": "One."}\r\n{"text": "Two."}\r\n', ["One.", "Two."]),
        (b'[{"text": "\xff"}, {"text": "Two."}]', [("t:1", "row"), "Two."]),
        (b"[" * 50_000, [("t:1", "row")]),
    ],
)
def test_arrays_and_objects_over_lines_are_read_as_a_stream(data, expected):
    assert shown(rows(data)) == expected


def test_a_long_array_is_read_in_pieces():
    data = json.dumps([{"text": f"Row {number}. " + "x" * 1_000} for number in range(500)]).encode()
    assert [one.text.partition(".")[0] for one in rows(data)] == [f"Row {number}" for number in range(500)]


def test_rows_may_share_an_id_and_a_number_is_one():
    assert [one.id for one in rows(b'{"id": 7, "text": "One."}\n{"id": "7", "text": "Two."}')] == ["7", "7"]


@given(st.lists(st.sampled_from([b'{"text": "a"}', b"[", b"]", b"{", b"}", b",", b"\n", b'"', b"\xff", b" 1 ", b"\\"])))
def test_any_table_gives_reports_and_rejects(pieces):
    assert all(isinstance(one, Report | Rejected) for one in rows(b"".join(pieces)))
