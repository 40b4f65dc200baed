"""Readings to public records and back, and the schema that ships with the package."""

import json
from copy import deepcopy
from dataclasses import fields, is_dataclass
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from made_reading import made_reading

from dragoman.errors import RecordError
from dragoman.model import LAYERS, SCHEMA, Figure, Media, Reading, Report, Span, Statement, Time
from dragoman.model.record import from_record, to_record

SCHEMA_FILE = json.loads(files("dragoman.model").joinpath("schema.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA_FILE)
READING = made_reading()
RECORD = READING.to_dict()

words = st.text(min_size=1, max_size=8)
spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: Span(min(pair), max(pair)))
numbers = st.floats(allow_nan=False, allow_infinity=False)
times = st.builds(Time, spans, st.sampled_from(["DATE", "SET"]), st.none() | words, st.just("START") | st.none())
figures = st.builds(
    Figure, spans, numbers, st.none() | numbers, st.none() | numbers, st.none() | words, st.just("count")
)
statements = st.builds(
    Statement, st.none() | spans, st.none() | spans, st.lists(spans, min_size=1).map(tuple), st.just("direct")
)
media = st.builds(Media, st.none() | spans, words, words, st.none() | words)


def lists(items):
    return st.lists(items, max_size=4).map(tuple)


def errors(record):
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:90]}" for error in VALID.iter_errors(record)]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA_FILE)
    assert SCHEMA_FILE["properties"]["schema"]["const"] == SCHEMA


def test_a_full_reading_is_valid_and_comes_back_the_same():
    assert errors(RECORD) == []
    assert Reading.from_dict(json.loads(json.dumps(RECORD))) == READING


def test_an_empty_reading_is_valid_and_comes_back_the_same():
    reading = Reading(Report.of("Nothing."))
    assert errors(reading.to_dict()) == []
    assert Reading.from_dict(reading.to_dict()) == reading


def test_the_full_reading_leaves_no_layer_and_no_kind_of_part_out():
    def parts(value):
        if is_dataclass(value):
            yield type(value).__name__
            for item in fields(value):
                yield from parts(getattr(value, item.name))
        elif isinstance(value, tuple) and not isinstance(value, Span):
            for item in value:
                yield from parts(item)

    assert all(getattr(READING, layer) for layer in LAYERS)
    assert set(SCHEMA_FILE["$defs"]) & {name.lower() for name in parts(READING)} >= {
        "candidate", "claim", "dateline", "event", "figure", "party", "place", "reason", "relation", "report", "since",
        "size", "speaker", "statement", "time", "when", "where", "actor",
    }  # fmt: skip


def test_a_real_reading_is_valid(read_layers):
    text = (
        "The defence minister of Norway arrived in Warsaw on Tuesday and met his Polish host, the ministry said. "
        '"We agreed to train 200 soldiers," he told reporters. Both countries will send ships in May, t.co/Ab12 shows.'
    )
    reading = read_layers(text, published="2023-07-26", source="Coast Wire", language="en")
    record = json.loads(json.dumps(reading.to_dict()))
    assert errors(record) == []
    assert Reading.from_dict(record) == reading


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "dragoman.reading/2"),
        (("report", "text"), ""),
        (("report", "title"), ""),
        (("report", "published"), "May 2021"),
        (("report", "dateline", "span"), [0]),
        (("sentences", 0), [0, -1]),
        (("times", 0, "type"), "DAY"),
        (("places", 0, "country"), "EC"),
        (("places", 0, "lat"), 91.0),
        (("statements", 0, "manner"), "loud"),
        (("figures", 0, "kind"), "number"),
        (("events", 0, "status"), "true"),
        (("events", 0, "cameo"), 42),
        (("events", 0, "quad"), 5),
        (("events", 0, "confidence"), 1.5),
        (("claims", 0, "kind"), "last"),
        (("media", 0, "url"), None),
    ],
)
def test_what_breaks_the_contract_is_not_valid(path, value):
    record = deepcopy(RECORD)
    part = record
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    assert errors(record)


@pytest.mark.parametrize("key", [*LAYERS, "report", "schema"])
def test_no_key_of_the_contract_may_be_missing(key):
    assert errors({name: value for name, value in RECORD.items() if name != key})


def test_more_keys_are_allowed():
    record = deepcopy(RECORD)
    record["more"] = record["report"]["more"] = record["events"][0]["more"] = {"any": 1}
    assert errors(record) == []
    assert Reading.from_dict(record) == READING


def test_what_a_page_embedded_stands_in_the_layer_alone():
    report = Report.of("Words.", media=(Media(None, "x", "https://t.co/a1"),))
    assert "media" not in Reading(report, media=report.media).to_dict()["report"]


def test_keys_that_python_reserves_have_their_public_name():
    assert RECORD["events"][0]["when"]["from"] == "text"
    assert RECORD["figures"][0]["relation"]["with"] == "2020"


@given(lists(times), lists(figures), lists(statements), lists(media))
def test_any_layers_come_back_the_same_through_json(times, figures, statements, media):
    reading = Reading(Report.of("Words."), times=times, figures=figures, statements=statements, media=media)
    assert Reading.from_dict(json.loads(json.dumps(reading.to_dict()))) == reading


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "other/1"}, r"reading: schema is 'other/1', allowed is an object of schema 'dragoman.reading/1'"),
        ({"report": 5}, r"reading.report: expected an object, not int"),
        ({"report": {"id": "x"}}, r"reading.report: text missing"),
        ({"times": {}}, r"reading.times: expected a list, not dict"),
        (
            {"sentences": [[5, 2]]},
            r"reading.sentences\[0\]: a span is \[start, end\) with 0 <= start <= end, not \[5, 2\]",
        ),
        ({"sentences": [[True, 2]]}, r"a span is"),
        ({"sentences": [[0, 1, 2]]}, r"a span is"),
        ({"sentences": ["01"]}, r"a span is"),
        ({"sentences": [5]}, r"a span is"),
        ({"times": [{"span": [0, 1], "type": 3, "value": None}]}, r"reading.times\[0\].type: 3 is not of type str"),
        ({"times": [{"type": "DATE"}]}, r"reading.times\[0\]: span, value missing"),
        ({"actors": [{"span": [0, 1], "name": "x", "sectors": "GOV"}]}, r"sectors: expected a list, not str"),
        (
            {"claims": [{"span": [0, 1], "kind": "record", "of": [["a", 1]]}]},
            r"claims\[0\].of: expected an object, not list",
        ),
        (
            {"report": {"id": "x", "text": "y", "published": "soon"}},
            r"report.published is 'soon', allowed is an ISO 8601 day",
        ),
    ],
)
def test_what_is_no_reading_is_refused_with_its_part(change, message):
    with pytest.raises(RecordError, match=message):
        Reading.from_dict({**RECORD, **change})


@pytest.mark.parametrize("other", [None, [], "x", 3, {}])
def test_what_is_no_object_is_refused(other):
    with pytest.raises(RecordError, match="reading: schema is"):
        Reading.from_dict(other)


def test_a_pair_needs_two_values():
    with pytest.raises(RecordError, match="pair: expected 2 values, not 3"):
        from_record(tuple[float, float], [1, 2, 3], "pair")
    assert from_record(tuple[float, float], [1, 2]) == (1.0, 2.0)


def test_scalars_keep_their_type():
    assert to_record((1, 2.5, "x", None, True)) == [1, 2.5, "x", None, True]
    with pytest.raises(RecordError, match="True is not of type int"):
        from_record(int, True)
