"""``dragoman demo``: reads the reports that ship with the package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

import dragoman

from ..errors import MissingData
from ..flow.failure import Failure
from .brief import Brief
from .settings import Settings, Workers, config_with
from .sinks import Format, open_sink
from .terminal import complain, data_console


def demo(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the HTML pages go.")] = Path(
        "dragoman-demo"
    ),
    workers: Workers = None,
    config: Settings = None,
) -> None:
    """Read the demo reports that ship with the package and show the record."""
    console = data_console()
    brief, number, failed, read = Brief(console), 1, 0, 0
    readings = dragoman.Reader(config_with(config, workers)).read_many(list(demo_reports()))
    with open_sink(Format.HTML, output) as sink:
        for reading in readings:
            if isinstance(reading, Failure):
                complain(f"{reading.where}: {reading.reason}")
                failed += 1
                continue
            brief.show(reading, number)
            number += len(reading.events)
            sink.put(reading)
            read += 1
    console.print(Text(f"{read} reports read, {number - 1} mentions of events found.", style="bold"))
    console.print(Text(f"The pages are in {(output / 'index.html').resolve()}", style="bold"), soft_wrap=True)
    if failed:
        raise typer.Exit(1)


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
