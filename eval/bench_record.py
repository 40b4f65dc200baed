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
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from dragoman import query
from dragoman.flow.collecting import seldom
from dragoman.flow.keep import BATCH_READINGS, SETTLED
from dragoman.flow.settle import Settler
from dragoman.store import Store, open_store
from made_record import Made

PARSED_MS = 13.0  # of reading a report of this size on the same machine, for the share of the ingest in it


def main() -> None:
    """Builds a store and prints what it cost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("reports", type=int, nargs="?", default=100_000)
    options.add_argument("--joined", type=int, default=5, help="demo reports in one made report, at most")
    options.add_argument("--store", type=Path)
    options.add_argument("--keep", action="store_true", help="leave the store there")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.store or Path(folder) / "made.dragoman"
        if not path.exists():
            build(path, asked.reports, asked.joined)
        sizes(path)
        questions(path)
        if asked.store and not asked.keep:
            path.unlink()


def build(path: Path, count: int, joined: int) -> None:
    """Fills a store and prints the rates."""
    made = Made(joined)
    with open_store(path, create=True) as store, seldom():
        settler = Settler(store)
        spent = {"make": 0.0, "ingest": 0.0, "settle": 0.0, "busy": 0.0}
        mentions = done = waiting = settled = 0
        last = (0, 0.0)
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
                start, used = time.perf_counter(), time.process_time()
                settled += settler.settle()
                spent["settle"] += time.perf_counter() - start
                spent["busy"] += time.process_time() - used
                waiting = 0
            if done % 4_800 == 0:
                rate = (settled - last[0]) / max(spent["busy"] - last[1], 1e-9)
                last = settled, spent["busy"]
                adding = spent["ingest"] / done * 1e3
                print(
                    f"  {done:>8,} reports  {adding:.2f} ms, {rate:,.0f} mentions/s of CPU  {_rss():.0f} MB", flush=True
                )
        events = store.totals()["events"]
    print(f"reports {count:,}, mentions {mentions:,}, events {events:,}; made in {spent['make']:.0f} s")
    print(f"ingest  {count / spent['ingest']:,.0f} reports/s, {spent['ingest'] / count * 1e3:.2f} ms a report")
    print(f"resolve {settled / spent['settle']:,.0f} mentions/s, {settled / spent['busy']:,.0f} a second of CPU")
    print(f"memory  {_rss():.0f} MB at most")


def _batches(made: Made, count: int, spent: dict[str, float]) -> Iterator[list[object]]:
    source = iter(made.readings(count))
    while True:
        start = time.perf_counter()
        batch: list[object] = list(islice(source, BATCH_READINGS))
        spent["make"] += time.perf_counter() - start
        if not batch:
            return
        yield batch


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


def questions(path: Path) -> None:
    """Asks the record many questions, each twice after another order; prints the slow ones and the 95th percentile."""
    took: dict[str, list[float]] = {}
    with open_store(path) as store:
        for name, ask in 2 * list(_questions()):
            start = time.perf_counter()
            ask(store)
            took.setdefault(name, []).append((time.perf_counter() - start) * 1e3)
    times = sorted(time_ for each in took.values() for time_ in each)
    print(f"queries {len(times)}, median {times[len(times) // 2]:.0f} ms, p95 {times[int(len(times) * 0.95)]:.0f} ms")
    for name, each in sorted(took.items(), key=lambda pair: -max(pair[1]))[:12]:
        print(f"  {', '.join(f'{one:.0f}' for one in each):>12} ms  {name}")


def _questions() -> Iterator[tuple[str, Callable[[Store], object]]]:
    """What the commands of the program ask, with values that many, some and few events have."""
    narrow: list[dict[str, Any]] = [
        {}, {"act": "CONSULT"}, {"act": "ASSAULT", "since": "2022-03"}, {"mode": "visit", "recipient": "PRK"},
        {"actor": "USA"}, {"actor": "USA", "recipient": "CHN"}, {"party": "RUS", "act": ["COERCE", "ASSAULT"]},
        {"sector": "MIL"}, {"actor": "FRA MIL"}, {"party": "Kim Jong Un"}, {"place": "Pyongyang"}, {"place": "DEU"},
        {"area": [40, 20, 60, 50]}, {"since": "2021-05-01", "until": "2021-06-01"}, {"stage": "announced"},
        {"sources": 2}, {"disputed": True}, {"status": "planned", "party": "JPN"}, {"speaker": "KCNA"},
        {"source": "Outlet 7"}, {"text": "border"}, {"text": "talks border", "act": "CONSULT"}, {"context": "military"},
        {"cameo": "19"}, {"quad": 4, "actor": "IRN"}, {"confidence": 0.9}, {"actor": "ZWE", "sources": 3},
    ]  # fmt: skip
    for asked in narrow:
        yield f"events {asked}", partial(_asked, asked, query.events)
        yield f"count by month, act {asked}", partial(_asked, asked, partial(query.count, by=("month", "act")))
    for asked in ({"text": "border"}, {"text": "talks OR minister"}, {"text": '"foreign minister"'}):
        yield f"search {asked}", partial(_asked, asked, query.search)
    for asked in ({}, {"speaker": "KCNA"}, {"text": "minister"}, {"source": "Outlet 1"}):
        yield f"statements {asked}", partial(_asked, asked, query.statements)
    for asked in ({}, {"text": "minister"}):
        yield f"figures {asked}", partial(_asked, asked, query.figures)
    for asked in ({}, {"actor": "USA"}, {"since": "2022-01-01", "source": "Outlet 2"}):
        yield f"reports {asked}", partial(_asked, asked, query.reports)
    visit = {"act": "CONSULT", "mode": "visit", "recipient": "PRK", "since": "2020-01-01"}
    yield "first visit", partial(_asked, visit, query.first)


def _asked(asked: dict[str, Any], ask: Callable[[Store, Any], object], store: Store) -> object:
    return ask(store, query.question(**asked))


def _rss() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
