"""``dragoman demo``: what ships with the package becomes a record, and five questions are put to it."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

import dragoman

from ..check.table import points_in
from ..errors import MissingData
from ..flow.config import Config
from ..flow.keep import keep
from ..flow.reread import reread
from ..model import Point
from ..query import events
from ..store import Store, open_store
from .brief import Brief
from .settings import Settings, Workers, config_with
from .sinks import Format, open_sink
from .terminal import complain, data_console, long_progress

STORE = "record.dragoman"
SERIES = "trade.csv"


def demo(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the store and the HTML pages go.")
    ] = Path("dragoman-demo"),
    briefs: Annotated[bool, typer.Option("--briefs/--no-briefs", help="Print what is found in each report.")] = True,
    workers: Workers = None,
    config: Settings = None,
) -> None:
    """Read the demo reports that ship with the package into a store, and ask it five questions."""
    console = data_console()
    path = output / STORE
    output.mkdir(parents=True, exist_ok=True)
    with open_store(path, create=True) as store:
        failed = _fill(store, config_with(config, workers))
        _show(console, store, output, briefs)
        asked = list(questions(store, path))
    for number, (about, words) in enumerate(asked, 1):
        console.print(Text(f"\n{number}. {about}", style="bold"), soft_wrap=True)
        console.print(Text(f"$ {shlex.join(['dragoman', *words])}", style="cyan"), soft_wrap=True)
        _answer(context, words)
    if failed:
        raise typer.Exit(1)


def _fill(store: Store, settings: Config) -> int:
    """Brings the store up to date: what is new is read, what an older version has read is read again."""
    reader, failed = dragoman.Reader(settings), 0
    reports = list(demo_reports())
    with long_progress("reports", len(reports)) as bar:
        for step in keep(reports, store, settings, reader=reader):
            for failure in step.failures:
                complain(f"{failure.where}: {failure.reason}")
                failed += 1
            bar.update(bar.task_ids[0], completed=step.done)
    for _ in reread(store, settings, only_outdated=True, reader=reader):
        pass
    with store.writing():
        store.put_points(demo_series())
    return failed


def _show(console: Console, store: Store, output: Path, briefs: bool) -> None:
    """Prints the briefs, writes the pages, and counts."""
    brief, number = Brief(console), 1
    with open_sink(Format.HTML, output) as sink:
        for name in store.report_names():
            reading = store.reading(name)
            if briefs:
                brief.show(reading, number)
            number += len(reading.events)
            sink.put(reading)
    totals = store.totals()
    line = (
        f"{totals['reports']:,} reports read, {totals['mentions']:,} mentions of {totals['events']:,} events found; "
        f"{len(demo_series())} trade figures loaded from {SERIES}."
    )
    console.print(Text(line, style="bold"), soft_wrap=True)
    console.print(Text(f"The pages are in {(output / 'index.html').resolve()}", style="bold"), soft_wrap=True)
    console.print(Text(f"The record is in {store.path.resolve()}", style="bold"), soft_wrap=True)


def questions(store: Store, path: Path) -> Iterator[tuple[str, list[str]]]:
    """Five questions in words, each with the words of the command that answers it."""
    end = ["--store", str(path)]
    yield (
        "Who were the first foreign visitors to North Korea since it closed its border in early 2020?",
        ["first", "--act", "CONSULT", "--mode", "visit", "--recipient", "PRK", "--since", "2020-01", *end],
    )
    for event in events(store, order="most-told", limit=1):
        told = f"{event.reports} reports of {event.independent} independent sources"
        yield f"What do {told} tell of one and the same event?", ["show", event.id, *end]
    yield "What do sources tell differently?", ["conflicts", "--field", "killed", *end]
    yield (
        "What was announced for summer 2023, by whom, and did it happen?",
        ["ahead", "--from", "2023-06-01", "--to", "2023-08-01", *end],
    )
    yield (
        "Which records that reports claim can be decided: firsts, numbers, what rose and fell?",
        ["check", "--verdict", "contradicted", "--verdict", "supported", *end],
    )


def _answer(context: typer.Context, words: list[str]) -> None:
    """Runs a command as if it had been typed."""
    program = context.find_root().command
    with program.make_context("dragoman", list(words), parent=None) as inner:
        program.invoke(inner)


def demo_series() -> list[Point]:
    """The trade figures that ship with the demo reports."""
    text = files("dragoman.demo").joinpath(SERIES).read_text(encoding="utf-8")
    return [item for item in points_in(text, SERIES) if isinstance(item, Point)]


def demo_reports() -> Iterator[dict[str, Any]]:
    """The demo reports as JSON objects, in the order of their files; MissingData if there are none."""
    try:
        names = sorted(item.name for item in files("dragoman.demo").iterdir() if item.name.endswith(".jsonl"))
    except ModuleNotFoundError:
        names = []
    if not names:
        raise MissingData("the demo reports are not installed; mend it with: pip install --force-reinstall dragoman")
    for name in names:
        for line in files("dragoman.demo").joinpath(name).read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)
