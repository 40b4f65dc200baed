"""Times questions to a store: for each kind of question how long its first page takes.

    python eval/bench_questions.py STORE [--times 3]

The store is one that ``bench_record.py --keep`` left. Questions are made of the codes, countries, outlets and words
that the store itself holds most and least often, so that common and rare ones both occur.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman import query
from dragoman.model import Question
from dragoman.store import Store, open_store

Job = tuple[str, Callable[[], object]]


def main() -> None:
    """Prints the slowest questions and the percentiles."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("store", type=Path)
    options.add_argument("--times", type=int, default=3)
    asked = options.parse_args()
    with open_store(asked.store) as store:
        spent = sorted(((best(job, asked.times), name) for name, job in jobs(store)), reverse=True)
    for wall, name in spent[:150]:
        print(f"{wall * 1000:8.1f} ms  {name}")
    walls = sorted(wall * 1000 for wall, _ in spent)
    marks = {share: walls[min(len(walls) - 1, int(len(walls) * share / 100))] for share in (50, 90, 95, 99)}
    print(f"{len(walls)} questions: " + ", ".join(f"p{share} {wall:.0f} ms" for share, wall in marks.items()))


def best(job: Callable[[], object], times: int) -> float:
    """The shortest of some runs, in seconds."""
    walls = []
    for _ in range(times):
        start = time.process_time()
        job()
        walls.append(time.process_time() - start)
    return min(walls)


def jobs(store: Store) -> Iterator[Job]:
    """Every kind of question with every filter that has values in this store."""
    for name, asked in questions(store):
        for order in ("newest", "oldest", "most-told"):
            yield f"events {order} {name}", lambda asked=asked, order=order: query.events(store, asked, order)
        yield f"mentions {name}", lambda asked=asked: query.mentions(store, asked)
        yield f"reports {name}", lambda asked=asked: query.reports(store, asked)
        yield f"count {name}", lambda asked=asked: query.count(store, asked)
        yield f"count month,act {name}", lambda asked=asked: query.count(store, asked, "month,act")
        yield f"series week {name}", lambda asked=asked: query.series(store, asked, "week")
        yield f"first {name}", lambda asked=asked: query.first(store, asked)
    for by in query.DIMENSIONS:
        yield f"count by {by}", lambda by=by: query.count(store, by=by)
        actor = query.question(actor=most(store, "actor", 0))
        yield f"count by {by} of an actor", lambda by=by, actor=actor: query.count(store, actor, by)
    for text in texts(store):
        yield f"search {text!r}", lambda text=text: query.search(store, query.question(text=text))
        yield f"statements {text!r}", lambda text=text: query.statements(store, query.question(text=text))
        yield f"figures {text!r}", lambda text=text: query.figures(store, query.question(text=text))
    yield "statements", lambda: query.statements(store)
    yield "statements speaker", lambda: query.statements(store, query.question(speaker=most(store, "actor", 0)))
    yield "figures people", lambda: query.figures(store, unit="people")


def questions(store: Store) -> Iterator[tuple[str, Question]]:
    """Questions by what narrows them: common values, rare ones, and several together."""
    yield "all", Question()
    common = {by: most(store, by, 0) for by in ("act", "mode", "actor", "recipient", "country", "source", "sector")}
    rare = {by: most(store, by, -1) for by in common}
    for kind, values in (("common", common), ("rare", rare)):
        for by, value in values.items():
            if value is not None:
                yield f"{kind} {by} {value}", query.question(**{"place" if by == "country" else by: value})
    low, high = days(store)
    middle = f"{(int(low[:4]) + int(high[:4])) // 2}-06"
    yield "status planned", query.question(status="planned")
    yield "disputed", query.question(disputed=True)
    yield "two sources", query.question(min_sources=2)
    yield "since the middle", query.question(since=middle)
    yield "a month", query.question(since=middle, until=middle[:4] + "-07")
    yield "area", query.question(area="40,20,60,60")
    for text in texts(store):
        yield f"text {text!r}", query.question(text=text)
    yield "dyad and act", query.question(actor=common["actor"], recipient=common["recipient"], act=common["act"])
    yield "party and period", query.question(party=common["actor"], since=middle, status="asserted")
    yield "actor, act and text", query.question(actor=common["actor"], act=common["act"], text=texts(store)[0])
    yield "a name", query.question(actor="ministry")


def most(store: Store, by: str, at: int) -> str | None:
    """The most (0) or least (-1) frequent value of something."""
    found = [tally.labels[0] for tally in query.count(store, by=by) if tally.labels[0] is not None]
    return str(found[at]) if found else None


def days(store: Store) -> tuple[str, str]:
    """The first and the last day of publication."""
    held = query.searched(store, Question())
    return held.begin or "2020-01-01", held.end or "2021-01-01"


def texts(store: Store) -> list[str]:
    """Words of some titles: one, a phrase, alternatives, a beginning."""
    titles = [found.title or "" for found in query.reports(store, limit=200)]
    words = [word for title in titles for word in title.split() if len(word) > 4 and word.isalpha()]
    first, second = words[0], words[len(words) // 2]
    phrase = " ".join(titles[-1].split()[:2])
    return [first, f'"{phrase}"', f"{first} OR {second}", f"{second[:3]}* NOT {first}"]


if __name__ == "__main__":
    main()
