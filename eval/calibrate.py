"""Fits the weights of an event's confidence on the development sets, and prints a reliability table.

    python eval/calibrate.py            # the table of the shipped weights
    python eval/calibrate.py --fit      # fits new weights and writes them

A mention counts as right where the exam has the same act in the same sentence, or where a sentence set has its
category. The sentence sets name one event a sentence, so the figures are on the low side.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.annotate.event import coder as coding
from dragoman.annotate.event.confidence import features, weights
from dragoman.ingest import report_of
from layer import pipeline
from sets import SHARED, GoldSet, gold_sets, scorer

TABLE = Path(__file__).parent.parent / "src/dragoman/lexicon/data/ontology/confidence.csv"
SETS = ("exam", "zsp", "plover_gsr", "osorio")
seen: list[dict[str, float]] = []


def watching(draft: Any, status: str, told: bool, refused: bool) -> float:
    """Stands in for the coder's own function and keeps the features."""
    seen.append(features(draft, status, told, refused))
    return 1.0  # so that every mention gets its official code


def mentions(gold: GoldSet) -> Iterator[tuple[dict[str, float], bool]]:
    """The features of each mention of a set, and whether it is right."""
    run = pipeline(tuple(gold.layers))
    records = {str(row["id"]): row for row in gold.records()}
    for row in gold.inputs():
        seen.clear()
        reading = run(report_of(row))
        labels = right_labels(gold.name, records[str(row["id"])], reading.to_dict())
        for found, ok in zip(list(seen), labels, strict=True):
            if ok is not None:
                yield found, ok


def right_labels(name: str, record: dict[str, Any], reading: dict[str, Any]) -> list[bool | None]:
    """Whether each event of a reading is right; None where the gold of single events says nothing of it."""
    events = reading["events"]
    if name == "exam":
        exam = scorer("exam")
        text = record["text"]
        wanted = [(exam.find_sentence(text, item["sentence"]) or (-1, -1), item["act"]) for item in record["events"]]
        return [
            any(act == event["act"] and home[0] <= event["trigger"][0] < home[1] for home, act in wanted)
            for event in events
        ]
    options = {"label": "cameo" if name == "osorio" else "plover"}
    root = scorer("events").root_of
    wanted_roots = {root(item, options) for item in record["gold"]} - {None}
    return [root(event, options) in wanted_roots if event["plover"] or event["cameo"] else None for event in events]


NO_SURER = ("recalled", "spoken of", "refused", "noun", "composed")


def fit(rows: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Weights by penalised logistic regression.

    What is taken over from elsewhere or told at one remove makes no mention surer, even where the gold, which names
    the act and not its parties, would have it so: such a feature gets no weight above 0.
    """
    names = ["bias", *rows[0][0]]
    barred: set[str] = set()
    while True:
        table = _newton(rows, names, barred)
        above = {name for name in NO_SURER if table[name] > 0}
        if not above:
            return table
        barred |= above


def _newton(rows: list[tuple[dict[str, float], bool]], names: list[str], barred: set[str]) -> dict[str, float]:
    kept = np.array([name not in barred for name in names], dtype=float)
    x = np.array([[1.0, *found.values()] for found, _ in rows]) * kept
    y = np.array([float(ok) for _, ok in rows])
    w = np.zeros(len(names))
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + 0.5 * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 0.5 * np.eye(len(names))
        w -= np.linalg.solve(hessian, gradient)
    return dict(zip(names, np.round(w, 2).tolist(), strict=True))


def reliability(rows: list[tuple[dict[str, float], bool]], table: dict[str, float]) -> None:
    """Prints how often mentions of each confidence are right."""
    scored = [
        (1 / (1 + math.exp(-table["bias"] - sum(table[key] * value for key, value in found.items()))), ok)
        for found, ok in rows
    ]
    print("| confidence | mentions | mean | right |\n|---|---|---|---|")
    for low in range(0, 10, 1):
        part = [(score, ok) for score, ok in scored if low / 10 <= score < (low + 1) / 10]
        if part:
            mean, right = (sum(item[at] for item in part) / len(part) for at in (0, 1))
            print(f"| {low / 10:.1f}-{(low + 1) / 10:.1f} | {len(part)} | {mean:.2f} | {right:.2f} |")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("no development data")
        return
    coding.confidence = watching  # type: ignore[assignment]
    rows = [item for name in SETS for item in mentions(gold_sets()[name])]
    table = fit(rows) if options.fit else dict(weights())
    if options.fit:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("feature", "weight"))
            writer.writerows(table.items())
    reliability(rows, table)


if __name__ == "__main__":
    main()
