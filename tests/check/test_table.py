"""The long table in which a user gives series."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.check.table import Row, points_in, points_of
from dragoman.errors import InputError
from dragoman.model import Point

HEAD = "series,of,with,period,value,unit\n"


def test_a_line_is_a_point():
    text = HEAD + "Trade,CHN,PRK,2023-06,166.0,USD million\nexports,CHN,,2023-Q1,8.2e5,USD million\n"
    assert list(points_in(text)) == [
        Point("trade", "CHN", "PRK", "2023-06-01", "2023-07-01", 166.0, "USD million"),
        Point("exports", "CHN", "", "2023-01-01", "2023-04-01", 820000.0, "USD million"),
    ]


@pytest.mark.parametrize("mark", [";", "\t"])
def test_columns_stand_in_any_order_with_other_delimiters(mark):
    text = 'period,value,series,of,with,unit,note\n2023,5,trade,CHN,PRK,USD,"a, b"\n'.replace(",", mark)
    assert next(iter(points_in(text))) == Point(
        "trade", "CHN", "PRK", "2023-01-01", "2024-01-01", 5.0, "USD", " ".join(f"a{mark} b".split())
    )


def test_lines_that_hold_no_point_are_told_by_number_and_the_rest_goes_on():
    text = HEAD + (
        "trade,CHN,PRK,2023-06,166,USD\n"
        "\n"
        "trade,CHN,PRK,June,166,USD\n"
        "trade,CHN,PRK,2023-07,many,USD\n"
        "trade,CHN,PRK,2023-08,inf,USD\n"
        "trade,CHN,PRK,2023-09,1\n"
        ",CHN,PRK,2023-09,1,USD\n"
        "trade,CHN,PRK,2023-06,170,USD\n"
        "trade,CHN,PRK,2023-10,7,USD\n"
    )
    found = list(points_in(text))
    assert [item.line for item in found if isinstance(item, Row)] == [4, 5, 6, 7, 8, 9]
    assert [item.reason.partition(";")[0] for item in found if isinstance(item, Row)] == [
        "period 'June' is none",
        "value 'many' is no number",
        "value 'inf' is no number",
        "has 5 cells, the first line names 6 columns",
        "series is empty",
        "value is 170, line 2 gives another for the same period",
    ]
    assert [item.value for item in found if isinstance(item, Point)] == [166.0, 7.0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        ("series,of,with,period,value\n", "lacks unit"),
        ("series,of,with,period,value,unit,colour\n", "has 'colour'"),
        ("a report\n", "lacks series"),
    ],
)
def test_what_is_no_such_table_is_an_error(text, told):
    with pytest.raises(InputError, match=told):
        list(points_in(text))


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(("\ufeff" + HEAD + "trade,CHN,PRK,2023,1,USD\r\n").encode())
    assert [point.value for point in points_of(path)] == [1.0]


def test_a_file_that_is_not_utf_8_or_not_there_is_an_error(tmp_path):
    path = tmp_path / "t.csv"
    with pytest.raises(InputError, match="No such file"):
        list(points_of(path))
    path.write_bytes(b"series\xff")
    with pytest.raises(InputError, match="not UTF-8 at byte 6"):
        list(points_of(path))


@given(st.text(max_size=80))
def test_any_line_is_a_point_or_is_told(line):
    for item in points_in(HEAD + line):
        assert isinstance(item, Point | Row)
