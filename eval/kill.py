"""Kills an ingest at random moments and looks at what is left.

    python eval/kill.py [MOMENTS] [--reports N] [--workers N]

With --workers the command itself is killed while that many processes read for it: texts, parser and all, so that each
trial takes as long as two ingests; a worker that outlives its parent is a fault too.

After each kill -9 the store must pass SQLite's integrity check, hold every report whole or not at all and none twice,
and a second run must finish it to the same record as a run that nobody disturbed. Readings are made beforehand, so
that the moments fall into the writing and the resolving and not into the parser's work.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from dragoman.flow import keep
from dragoman.model import Reading
from dragoman.store import Store, open_store

PAUSE = 0.001  # seconds that the stand-in for a reader takes for a report
BATCH = 5  # readings in a transaction: many transactions, many moments


class Prepared:
    """Stands in for a reader: gives readings that are there already."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = {reading.report.id: reading for reading in readings}

    def read_many(self, items: Iterable[Any], workers: int | None = None) -> Iterator[Reading]:
        for report in items:
            time.sleep(PAUSE)
            yield self._readings[report.id]


def child(store: Path, prepared: Path) -> None:
    """The ingest that is killed."""
    keep.BATCH_READINGS, keep.SETTLED = BATCH, 10 * BATCH
    readings: list[Reading] = pickle.loads(prepared.read_bytes())
    print("ready", flush=True)
    with open_store(store, create=True) as kept:
        for _ in keep.keep([reading.report for reading in readings], kept, reader=Prepared(readings), pipeline="p"):
            pass


def run(store: Path, prepared: Path, seconds: float | None = None) -> float:
    """Runs the child, to its end or for some seconds; gives the seconds that it ran."""
    process = subprocess.Popen(
        [sys.executable, __file__, "--child", store, prepared], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    start = time.monotonic()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    _, errors = process.communicate()
    if process.returncode not in (0, -signal.SIGKILL):
        raise RuntimeError(errors.decode())
    return time.monotonic() - start


def real(
    folder: Path, readings: list[Reading], workers: int, moments: int, seed: int = 1
) -> Iterator[tuple[float, int, list[str]]]:
    """As `trials`, with the command itself; it is killed when a share of the reports, drawn by lot, is kept."""
    texts = folder / "reports.jsonl"
    lines = (
        {"id": one.id, "text": one.text, "published": one.day.isoformat() if one.day else None, "source": one.source}
        for one in (reading.report for reading in readings)
    )
    texts.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    command = [
        sys.executable,
        "-c",
        "from dragoman.cli import main; main()",
        "ingest",
        texts,
        "--workers",
        str(workers),
        "--store",
    ]
    subprocess.run([*command, folder / "whole.dragoman"], check=True, capture_output=True)
    expected, luck = content(folder / "whole.dragoman"), random.Random(seed)
    for number in range(moments):
        path, least, start = folder / f"{number}.dragoman", luck.randrange(len(readings)), time.monotonic()
        process = subprocess.Popen([*command, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and _kept(path) < max(1, least):
            time.sleep(0.02)
        children = _children(process.pid)
        process.send_signal(signal.SIGKILL)
        process.wait()
        moment, kept = time.monotonic() - start, _kept(path)
        time.sleep(1)
        wrong = [f"worker {child} lives on" for child in children if _lives(child)]
        subprocess.run([*command, path], check=True, capture_output=True)
        if content(path) != expected:
            wrong.append("the second run does not end at the same record")
        yield moment, kept, wrong


def _kept(path: Path) -> int:
    """The reports that a store holds; none if it cannot be opened yet."""
    try:
        with open_store(path) as store:
            return store.totals()["reports"]
    except Exception:
        return 0


def _children(parent: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def content(path: Path) -> dict[str, Any]:
    """All of the record that does not depend on when what was written."""
    with open_store(path) as store:
        pending = [told.id for told in store.pending(1_000_000)]
        events = [store.happening(name) for name in sorted(set(_mentions(store)) - set(pending))]
        return {
            "reports": {name: store.reading(name) for name in store.report_names()},
            "mentions": _mentions(store),
            "pending": pending,
            "events": sorted({(event.id, event.mentions, event.stage, event.independent) for event in events}),
        }


def _mentions(store: Store) -> list[str]:
    names = [event.id for name in store.report_names() for event in store.reading(name).events]
    return sorted(store.told(names))


def faults(path: Path, readings: dict[str, Reading]) -> list[str]:
    """What is wrong with a store that may be unfinished."""
    if not path.exists():
        return []
    found = []
    try:
        store = open_store(path)
    except Exception as problem:  # before the first transaction there is no store yet
        return [] if "none" in str(problem) or "no store" in str(problem) else [str(problem)]
    with store:
        for check in ("PRAGMA integrity_check", "PRAGMA foreign_key_check"):
            said = store.connection.execute(check).fetchall()
            if said not in ([("ok",)], []):
                found.append(f"{check}: {said}")
        names = list(store.report_names())
        if len(names) != len(set(names)):
            found.append("a report is there twice")
        found.extend(f"report {name} differs" for name in names if store.reading(name) != readings[name])
        wanted = sorted(event.id for name in names for event in readings[name].events)
        if _mentions(store) != wanted or store.totals()["mentions"] != len(wanted):
            found.append("mentions are lost or doubled")
        searched = {row[0] for row in store.connection.execute("SELECT rowid FROM search")}
        if searched != {row[0] for row in store.connection.execute("SELECT id FROM reports")}:
            found.append("the search does not hold the reports")
    return found


def trials(
    readings: list[Reading], folder: Path, moments: int, seed: int = 1
) -> Iterator[tuple[float, int, list[str]]]:
    """For each kill: the moment in seconds, the reports that were kept by then, and what was wrong."""
    prepared = folder / "readings.pickle"
    prepared.write_bytes(pickle.dumps(readings))
    whole = run(folder / "whole.dragoman", prepared)
    expected, by_name = content(folder / "whole.dragoman"), {one.report.id: one for one in readings}
    luck = random.Random(seed)
    for number in range(moments):
        path = folder / f"{number}.dragoman"
        moment = run(path, prepared, luck.uniform(0, whole))
        wrong, kept = faults(path, by_name), 0
        if path.exists() and not wrong:
            try:
                with open_store(path) as store:
                    kept = store.totals()["reports"]
            except Exception:
                kept = 0
        run(path, prepared)
        if content(path) != expected:
            wrong.append("the second run does not end at the same record")
        yield moment, kept, wrong


def main() -> None:
    """Prints each moment and what was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("moments", type=int, nargs="?", default=50)
    options.add_argument("--reports", type=int, default=400)
    options.add_argument("--workers", type=int, help="kill the command itself while so many processes read")
    options.add_argument("--child", nargs=2, type=Path)
    asked = options.parse_args()
    if asked.child:
        child(*asked.child)
        return
    readings = list(import_module("made_record").Made().readings(asked.reports))
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        at_work = (
            real(Path(folder), readings, asked.workers, asked.moments)
            if asked.workers
            else trials(readings, Path(folder), asked.moments)
        )
        for moment, kept, wrong in at_work:
            bad += bool(wrong)
            told = f"killed after {moment:5.2f} s with {kept:4} of {len(readings)} reports kept"
            print(f"{told}: {wrong or 'sound'}", flush=True)
    print(f"{asked.moments} kills, {bad} with faults")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
