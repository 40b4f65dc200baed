"""Times the record on many made reports: ingest, resolve, size by table, memory, and the program's questions.

    python eval/bench_record.py 100000 [--store FILE] [--keep]

Readings come from ``made_record`` without the parser, so that only the record's own work is timed.
"""

from __future__ import annotations

import argparse
import os
import resource
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import batched
from pathlib import Path

from dragoman.flow.keep import BATCH_READINGS, SETTLED
from dragoman.flow.settle import settle
from dragoman.store import open_store
from made_record import Made

PARSED_MS = 13.0  # of reading a report of this size on the same machine, for the share of the ingest in it


def main() -> None:
    """Builds a store and prints what it cost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("reports", type=int, nargs="?", default=100_000)
    options.add_argument("--store", type=Path)
    options.add_argument("--keep", action="store_true", help="leave the store there")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.store or Path(folder) / "made.dragoman"
        if not path.exists():
            build(path, asked.reports)
        sizes(path)
        if asked.store and not asked.keep:
            path.unlink()


def build(path: Path, count: int) -> None:
    """Fills a store and prints the rates."""
    made = Made()
    with open_store(path, create=True) as store:
        spent = {"make": 0.0, "ingest": 0.0, "settle": 0.0}
        mentions = done = waiting = 0
        for batch in _batches(made, count, spent):
            start = time.perf_counter()
            with store.writing():
                for reading in batch:
                    store.add(reading, "made")
            spent["ingest"] += time.perf_counter() - start
            mentions += sum(len(reading.events) for reading in batch)
            done += len(batch)
            waiting += sum(len(reading.events) for reading in batch)
            if waiting >= SETTLED or done == count:
                start = time.perf_counter()
                settle(store)
                spent["settle"] += time.perf_counter() - start
                waiting = 0
            if done % 4_800 == 0:
                print(f"  {done:>8,} reports  {spent['ingest'] / done * 1e3:.2f} ms  {_rss():.0f} MB", flush=True)
        events = store.totals()["events"]
    print(f"reports {count:,}, mentions {mentions:,}, events {events:,}; made in {spent['make']:.0f} s")
    print(f"ingest  {count / spent['ingest']:,.0f} reports/s, {spent['ingest'] / count * 1e3:.2f} ms a report")
    print(f"resolve {mentions / max(spent['settle'], 1e-9):,.0f} mentions/s")
    print(f"memory  {_rss():.0f} MB at most")


def _batches(made: Made, count: int, spent: dict[str, float]) -> Iterator[list[object]]:
    source = batched(made.readings(count), BATCH_READINGS)
    while True:
        start = time.perf_counter()
        batch = next(source, None)
        spent["make"] += time.perf_counter() - start
        if batch is None:
            return
        yield list(batch)


def sizes(path: Path) -> None:
    """Prints the size of the file by table, as multiples of the text."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (text,) = connection.execute("SELECT sum(bytes) FROM texts").fetchone()
        total = os.path.getsize(path)
        print(f"size    {total / 1e6:,.1f} MB, {total / text:.2f} times the text of {text / 1e6:,.1f} MB")
        rows = connection.execute(
            "SELECT name, sum(pgsize), sum(unused), count(*) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 32"
        )
        for name, size, unused, pages in rows:
            print(f"  {name:32} {size / text:6.3f} x text   {unused / size:4.0%} unused   {pages:,} pages")


def _rss() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
