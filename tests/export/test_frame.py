from __future__ import annotations

import pytest

from dragoman.errors import MissingData
from dragoman.export import events_frame, frame
from dragoman.flow import Failure
from dragoman.model import Reading, Report
from dragoman.model.rows import COLUMNS
from made import made_reading


def test_rows_are_flat_and_have_every_column():
    rows = made_reading().events_table()
    assert [tuple(row) for row in rows] == [COLUMNS] * 3
    assert all(isinstance(value, str | int | float | None) for row in rows for value in row.values())


def test_a_row_tells_who_did_what_to_whom_where_and_when():
    row = made_reading().events_table()[1]
    wanted = {
        "report": "made-1",
        "begin": "2024-03-14",
        "end": "2024-03-15",
        "status": "planned",
        "act": "CONSULT",
        "mode": "meet",
        "plover": "AGREE",
        "actors": "Ilma Raud",
        "actor_codes": "KRL GOV",
        "recipients": "Tomas Oyo",
        "speaker": "Halvan",
        "trigger": "meet",
        "where": None,
        "killed_low": None,
    }
    assert {key: row[key] for key in wanted} == wanted


def test_sizes_stand_as_low_and_high():
    row = made_reading().events_table()[2]
    assert (row["killed_low"], row["killed_high"], row["injured_low"]) == (8.0, 12.0, None)


def test_a_frame_holds_the_events_of_all_readings_and_leaves_failures_out():
    frame = events_frame([made_reading(), Failure("x", "gone", "missing"), made_reading()])
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["mode"]) == ["visit", "meet", "heavy-weapons"] * 2
    assert len(events_frame(made_reading())) == 3


def test_a_frame_without_events_has_the_same_columns():
    assert list(events_frame([Reading(Report.of("Nothing."))]).columns) == list(COLUMNS)


def test_without_pandas_the_error_names_the_command_that_mends_it(monkeypatch):
    def absent(name):
        raise ImportError(name)

    monkeypatch.setattr(frame, "import_module", absent)
    with pytest.raises(MissingData, match=r"pip install 'dragoman\[pandas\]'"):
        events_frame([])
