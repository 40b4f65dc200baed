from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

EVAL = Path(__file__).parents[2] / "eval"


@pytest.fixture(autouse=True)
def evaluation(monkeypatch):
    """The scripts of the evaluation can be imported."""
    monkeypatch.syspath_prepend(str(EVAL))


def test_an_ingest_that_is_killed_loses_and_doubles_nothing_and_can_be_finished(demo_readings, tmp_path):
    results = list(import_module("kill").trials(demo_readings, tmp_path, moments=4))
    assert [wrong for _, _, wrong in results] == [[]] * 4


def test_two_processes_read_while_one_writes(tmp_path):
    waits = import_module("together").processes(tmp_path / "t.dragoman", 2.0)
    assert all(waits.values())
