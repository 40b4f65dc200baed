"""Reads one development set and prints the shared scorer's figures and errors.

python eval/layer.py timebank --errors 30
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from typing import Any

from dragoman.annotate import Pipeline
from dragoman.flow import Config
from dragoman.flow.registry import pipeline_of
from dragoman.ingest import report_of
from parses import RememberingParser
from sets import GoldSet, gold_sets, show


def pipeline(layers: tuple[str, ...]) -> Pipeline:
    """The standard pipeline for some layers, with the parser that remembers."""
    return pipeline_of(Config(), layers, parser=RememberingParser())


def readings_of(gold: GoldSet, spent: dict[str, float] | None = None) -> Iterator[dict[str, Any]]:
    """The public records of a set's readings; ``spent`` collects seconds by stage."""
    run = pipeline(tuple(gold.layers))
    last = time.perf_counter()

    def watch(name: str) -> None:
        nonlocal last
        now = time.perf_counter()
        if spent is not None:
            spent[name] = spent.get(name, 0.0) + now - last
        last = now

    for row in gold.inputs():
        report = report_of(row)
        last = time.perf_counter()
        yield run(report, watch).to_dict()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=sorted(gold_sets()))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--boot", type=int, default=0)
    options = parser.parse_args()
    gold, spent = gold_sets()[options.set], {}
    readings = list(readings_of(gold, spent))
    result, errors = gold.score(readings, options.boot)
    for line in errors[: options.errors]:
        print(" ", line)
    print(show(result))
    sentences = sum(len(reading["sentences"]) for reading in readings)
    costs = ", ".join(f"{name} {1000 * cost / max(1, sentences):.3f}" for name, cost in spent.items())
    print(f"ms a sentence ({sentences} sentences): {costs}")


if __name__ == "__main__":
    main()
