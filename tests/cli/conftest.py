"""The command line in an empty folder, with a reader that answers at once."""

from __future__ import annotations

import json

import pytest
from quick_reader import QuickReader
from typer.testing import CliRunner

import dragoman
from dragoman.cli import app
from made import made_reading


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Runs the program in an empty folder with the quick reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dragoman, "Reader", QuickReader)
    monkeypatch.setattr(QuickReader, "asked", [])
    (tmp_path / "made.txt").write_text("A made report.")
    (tmp_path / "plain.txt").write_text("A plain report without anything.")
    (tmp_path / "fail.txt").write_text("This will zzfail.")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "readings.jsonl").write_text(json.dumps(made_reading().to_dict()) + "\n")
    runner = CliRunner()
    return lambda *words, **more: runner.invoke(app, list(words), prog_name="dragoman", **more)
