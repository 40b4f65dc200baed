"""Times reading against the parser alone, in one run on the same reports, and each layer's share; and peak memory.

    python eval/bench.py            # the demo reports, several times over

Ratios within one run are what counts: this machine's absolute times change with its neighbours.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import importlib

import spacy

from dragoman.annotate.parse import SpacyParser, installed_model
from dragoman.flow import Config
from dragoman.flow.registry import pipeline_of
from dragoman.ingest import report_of
from dragoman.model import Report

ROUNDS = 5
COPIES = 3  # of the demo reports in a round


def demo_reports() -> list[Report]:
    """The reports that the timing reads."""
    lines = files("dragoman.demo").joinpath("reports.jsonl").read_text(encoding="utf-8").splitlines()
    return [report_of(json.loads(line)) for line in lines if line.strip()]


def stock_pipeline() -> Callable[[str], object]:
    """The model package as it ships, with every component, on the kernels that Dragoman chooses."""
    module = importlib.import_module(installed_model())
    if hasattr(module, "model_path"):
        return spacy.load(module.model_path())
    load: Callable[[], Callable[[str], object]] = module.load
    return load()


def stock_seconds(texts: list[str]) -> float:
    """Processor seconds of the package as it ships, with the kernels that it chooses, in a process of its own."""
    code = """
import importlib, json, sys, time, spacy
module = importlib.import_module(sys.argv[1])
nlp = spacy.load(module.model_path()) if hasattr(module, "model_path") else module.load()
texts = json.load(sys.stdin)
for text in texts[:20]: nlp(text)
start = time.process_time()
for text in texts: nlp(text)
print(time.process_time() - start)
"""
    command = [sys.executable, "-c", code, installed_model()]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    return float(done.stdout)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def first_reading() -> float:
    """Wall seconds from the start of a new process to its first reading."""
    start = time.perf_counter()
    code = "import dragoman; dragoman.read('Defence Minister Suzuki arrived in Manila.', published='2024-01-05')"
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Command line."""
    reports = demo_reports() * COPIES
    words = sum(len(report.text.split()) for report in reports)
    whole = pipeline_of(Config(), parser=SpacyParser())
    stock = stock_pipeline()
    parse_only = pipeline_of(Config(), ("sentences",))
    trimmed = whole.stages[1]
    split = [parse_only(report) for report in reports]
    for report in reports[:20]:
        whole(report)
        stock(report.text)
    spent: dict[str, float] = {}
    ratios: dict[str, list[float]] = {"stock": [], "trimmed": []}
    rates: dict[str, list[float]] = {"whole": [], "stock": [], "trimmed": []}
    for _ in range(ROUNDS):
        times = {
            "whole": seconds(lambda: [whole.together(reports[at : at + 16]) for at in range(0, len(reports), 16)]),
            "stock": seconds(lambda: [stock(report.text) for report in reports]),
            "trimmed": seconds(lambda: [trimmed(reading) for reading in split]),
        }
        for name, taken in times.items():
            rates[name].append(words / taken)
        for name in ratios:
            ratios[name].append(times["whole"] / times[name])
    for report in reports:
        last = time.process_time()

        def watch(name: str) -> None:
            nonlocal last
            now = time.process_time()
            spent[name] = spent.get(name, 0.0) + now - last
            last = now

        whole(report, watch)
    sentences = sum(len(reading.sentences) for reading in split)
    print(f"{len(reports)} reports, {words} words, {sentences} sentences, {ROUNDS} rounds, {sys.version.split()[0]}")
    for name, values in rates.items():
        print(f"{name:8} {statistics.median(values):8.0f} words a CPU second")
    shipped = stock_seconds([report.text for report in reports])
    print(
        f"whole reading / parser as its package ships it   {words / rates['whole'][-1] / shipped:.2f}   (at most 1.0)"
    )
    print(f"whole reading / the same on the faster kernels   {statistics.median(ratios['stock']):.2f}")
    print(
        f"whole reading / trimmed parse alone              {statistics.median(ratios['trimmed']):.2f}   (at most 1.5)"
    )
    total = sum(spent.values())
    for name, taken in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:10} {100 * taken / total:5.1f} %   {1000 * taken / sentences:.3f} ms a sentence")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB (this process holds two parsers)")
    print(f"start to first reading {first_reading():.1f} s")


if __name__ == "__main__":
    main()
