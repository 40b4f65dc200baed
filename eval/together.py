"""Two processes read a store while one writes to it; nobody may fail or wait.

python eval/together.py [SECONDS]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from dragoman.flow.settle import settle
from dragoman.model import Event, Party, Reading, Report, Span, When
from dragoman.store import open_store

BATCH = 20  # reports in a transaction


def write(path: Path, until: float) -> list[float]:
    """Adds, corrects and withdraws reports; gives the seconds that each transaction took."""
    waits = []
    with open_store(path, write=True) as store:
        for number in count():
            if time.monotonic() > until:
                return waits
            start = time.monotonic()
            with store.writing():
                for each in range(BATCH):
                    store.add(reading(f"{number}-{each}"), "p")
                store.add(reading(f"{number}-0", "A second telling."), "p")
                store.withdraw(f"{number}-1", "of no use", "the writer", None)
            waits.append(time.monotonic() - start)
            settle(store)
            time.sleep(0.02)
    return waits


def read(path: Path, until: float) -> list[float]:
    """Asks for this and that; gives the seconds that each question took."""
    waits, asks = [], (_names, _pending, _search)
    with open_store(path) as store:
        while time.monotonic() < until:
            for ask in asks:
                start = time.monotonic()
                ask(store)
                waits.append(time.monotonic() - start)
            time.sleep(0.005)
    return waits


def _names(store) -> None:  # type: ignore[no-untyped-def]
    totals = store.totals()
    for name, _ in zip(store.report_names(), range(50), strict=False):
        store.reading(name)
    assert store.totals()["reports"] >= totals["reports"]


def _pending(store) -> None:  # type: ignore[no-untyped-def]
    assert all(told.words for told in store.told(told.id for told in store.pending(50)).values())


def _search(store) -> None:  # type: ignore[no-untyped-def]
    question = "SELECT r.name FROM search s JOIN reports r ON r.id = s.rowid WHERE search MATCH 'minister' LIMIT 20"
    assert all(name for (name,) in store.connection.execute(question))


def reading(name: str, more: str = "") -> Reading:
    """A small reading; what it tells of is its own affair."""
    text = f"The minister of {name} arrived. {more}"
    number = int(_id(name, 0)[:6], 16)
    day = date.fromordinal(730_000 + number % 8_000)
    when = When(day.isoformat(), (day + timedelta(1)).isoformat(), day.isoformat(), "text")
    land = "".join(chr(65 + number // step % 26) for step in (1, 26, 676))
    events = tuple(
        Event(
            _id(name, at), Span(0, len(text)), Span(4, 12), "CONSULT", "visit", "asserted", "CONSULT",
            actors=(Party(Span(16, 18), name, land, ("GOV",)),), when=when,
        )
        for at in range(4)
    )  # fmt: skip
    return Reading(Report.of(text, id=name, published=day.isoformat(), source="Wire"), events=events)


def _id(name: str, at: int) -> str:
    return hashlib.sha256(f"{name} {at}".encode()).hexdigest()[:16]


def processes(path: Path, seconds: float) -> dict[str, list[float]]:
    """Runs a writer and two readers; gives the waits of each, or raises what one of them said."""
    with open_store(path, create=True) as store:
        store.add(reading("first"), "p")
    crew = {
        name: subprocess.Popen(
            [sys.executable, __file__, "--role", name.split()[0], "--seconds", str(seconds), str(path)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for name in ("write", "read 1", "read 2")
    }  # fmt: skip
    waits = {}
    for name, process in crew.items():
        out, errors = process.communicate()
        if process.returncode:
            raise RuntimeError(f"{name}: {errors.decode()}")
        waits[name] = json.loads(out)
    return waits


def main() -> None:
    """Prints how many questions and transactions there were and how long they took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("what", nargs="?", default="300")
    options.add_argument("--role", choices=("write", "read"))
    options.add_argument("--seconds", type=float)
    asked = options.parse_args()
    if asked.role:
        work: Callable[[Path, float], list[float]] = write if asked.role == "write" else read
        print(json.dumps(work(Path(asked.what), time.monotonic() + asked.seconds)))
        return
    longest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "together.dragoman"
        for name, waits in processes(path, float(asked.what)).items():
            waits.sort()
            longest = max(longest, waits[-1])
            middle, late = waits[len(waits) // 2], waits[int(len(waits) * 0.99)]
            print(f"{name:7} {len(waits):7,} times  median {middle:.4f} s  p99 {late:.4f} s  longest {waits[-1]:.4f} s")
        with open_store(path) as store:
            print("integrity", store.connection.execute("PRAGMA integrity_check").fetchone()[0], store.totals())
    sys.exit(longest > 1)


if __name__ == "__main__":
    main()
