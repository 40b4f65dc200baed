"""A store several times as large as one that ``bench_record.py --keep`` left, for the timing of questions.

    python eval/grown_record.py FROM TO TIMES

Reports with their mentions and events stand in it several times, each time under other names and a year later.
What only the resolver asks for (keys, sketches, pairs) is left out, and no report is read or compared: what a question
costs follows from the rows that there are, not from how they were merged.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from dragoman.store import Store, open_store
from dragoman.store.packing import pieces
from dragoman.store.readings import text_of

APART = 12 * 31 * 1_441  # a year in the numbers of store/days.py
WHOLE = (
    "words", "texts", "text_pieces", "actors", "places", "spots", "parts", "pipelines",
    "kinds", "casts", "outlets", "voices",
)  # fmt: skip
# of each table: the columns that are numbered anew, by the table whose numbers they are; others stay as they are
MOVED = {
    "reports": {"id": "reports", "origin": "reports"},
    "readings": {"report": "reports"},
    "reading_pieces": {"id": "pieces"},
    "statements": {"report": "reports"},
    "figures": {"report": "reports"},
    "claims": {"report": "reports"},
    "mentions": {"id": "mentions", "report": "reports", "happening": "mentions"},
    "happenings": {"id": "mentions"},
    "bodies": {"happening": "mentions"},
    "sides": {"happening": "mentions"},
    "plans": {"happening": "mentions"},
    "disputes": {"happening": "mentions"},
}
NAMED = {"reports": ("name",), "mentions": ("hash",), "happenings": ("hash",)}
SHIFTED = {"happenings": ("begin", "end"), "plans": ("begin", "end")}


def main() -> None:
    """Makes the store and prints how large it is."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("source", type=Path, metavar="FROM")
    options.add_argument("target", type=Path, metavar="TO")
    options.add_argument("times", type=int)
    asked = options.parse_args()
    start = time.perf_counter()
    with open_store(asked.target, create=True) as store:
        store.connection.execute("ATTACH ? AS old", (str(asked.source),))
        with store.writing():
            grow(store, asked.times)
        print(store.totals(), f"{time.perf_counter() - start:.0f} s")


def grow(store: Store, times: int) -> None:
    """Fills a new store from the one that is attached to it as ``old``."""
    run = store.connection.execute
    run("PRAGMA defer_foreign_keys = ON")
    there = {name for (name,) in run("SELECT name FROM old.sqlite_master WHERE type = 'table'")}
    for table in WHOLE:
        if table in there:
            run(f"INSERT INTO main.{table} SELECT * FROM old.{table}")
    step = {table: run(f"SELECT max(id) FROM old.{table}").fetchone()[0] for table in ("reports", "mentions")}
    step["pieces"] = step["reports"] * pieces.MOST
    for turn in range(times):
        for table in MOVED:
            if table in there:
                names = columns(store, table, turn, step)
                run(
                    f"INSERT INTO main.{table} ({', '.join(names)}) SELECT {', '.join(names.values())} FROM old.{table}"
                )
    for table in ("kinds", "casts", "outlets", "voices"):
        run(f"UPDATE main.{table} SET uses = uses * {times}")
    run(
        "INSERT INTO main.tallies SELECT kind, ifnull(begin, 0) / 44671, count(*), sum(reports), sum(independent) "
        "FROM main.happenings GROUP BY 1, 2"
    )
    for number, title in run("SELECT id, title FROM reports").fetchall():
        row = (number, title, text_of(store, number))
        run("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", row)


def columns(store: Store, table: str, turn: int, step: dict[str, int]) -> dict[str, str]:
    """The columns of a table and what stands in them the next time."""
    found = {}
    for row in store.connection.execute(f"PRAGMA old.table_info({table})").fetchall():
        name = f'"{row[1]}"'
        if row[1] in MOVED[table]:
            found[name] = f"{name} + {turn * step[MOVED[table][row[1]]]}"
        elif row[1] in NAMED.get(table, ()):
            found[name] = f"{name} || '{f'-{turn}' if turn else ''}'" if row[1] == "name" else f"{name} + {turn}"
        elif row[1] in SHIFTED.get(table, ()):
            found[name] = f"{name} + {turn * APART}"
        elif row[1] in ("day", "published"):
            later = f"{name} + {turn * 365}" if table == "mentions" else f"date({name}, '+{turn} years')"
            found[name] = later
        else:
            found[name] = name
    return found


if __name__ == "__main__":
    main()
