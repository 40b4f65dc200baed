"""``dragoman explain``: one event, field by field, with the words and the rules behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import dragoman

from ..errors import InputError, RecordError, UsageError
from ..flow.failure import Failure
from ..model import SCHEMA, Event, Reading
from ..model.page import title_of
from ..model.page.phrases import act_phrase, dyad_phrase, squeezed
from .brief import STATUS_STYLES
from .explain_event import explain_event
from .fields import fields_of, in_context, show_rules
from .inputs import reports_of
from .settings import Published, Settings, Source, config_with
from .terminal import data_console, visible

Found = tuple[int, Reading, Event]


def explain(
    file: Annotated[
        Path,
        typer.Argument(
            help="Readings (JSON or JSON Lines of dragoman read), or a report to read; with --store the event's id."
        ),
    ],
    event: Annotated[
        str | None, typer.Argument(help="Id of the event, or its number in the brief; none lists the events.")
    ] = None,
    published: Published = None,
    source: Source = None,
    config: Settings = None,
    store: Annotated[
        Path | None,
        typer.Option(
            "--store",
            "-s",
            metavar="FILE",
            envvar="DRAGOMAN_STORE",
            help="Explain an event of this store: every mention, every merge.",
        ),
    ] = None,
) -> None:
    """Explain one event: each field, its words, and the rules that fired."""
    if store is not None and not (event is not None or file.exists()):  # a file goes before an event of its name
        explain_event(str(file), store)
        return
    found: list[Found] = []
    for reading in readings_of(file, published, source, config):
        found.extend((at, reading, each) for at, each in enumerate(reading.events, len(found) + 1))
    console = data_console()
    if event is None and len(found) != 1:
        _list(console, found)
        return
    number, reading, chosen = found[0] if event is None else _choose(found, event)
    _show(console, number, reading, chosen)


def readings_of(file: Path, published: str | None, source: str | None, config: Path | None) -> Iterator[Reading]:
    """The readings that a file holds, or that are made of the reports that it holds."""
    records = list(_records(file))
    if records:
        yield from map(Reading.from_dict, records)
        return
    settings = config_with(config)
    for result in dragoman.Reader(settings).read_many(reports_of([file], published, source, settings)):
        if isinstance(result, Failure):
            raise InputError(f"{result.where}: {result.reason}")
        yield result


def _records(file: Path) -> Iterator[dict[str, Any]]:
    """The public records in a file of JSON or JSON Lines; none if it holds something else."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError as problem:
        raise InputError(f"{file}: {problem.strerror or problem}") from problem
    if SCHEMA.split("/")[0] not in text[:400]:
        return
    try:
        whole = json.loads(text)
        yield from whole if isinstance(whole, list) else [whole]
        return
    except ValueError:
        pass
    for number, line in enumerate(text.splitlines(), 1):
        try:
            if line.strip():
                yield json.loads(line)
        except ValueError as problem:
            raise RecordError(f"{file}:{number}: not JSON: {problem}") from problem


def _choose(found: list[Found], wanted: str) -> Found:
    for item in found:
        if wanted in (item[2].id, str(item[0])):
            return item
    known = f"ids or numbers 1 to {len(found)}" if found else "none: no events were found"
    raise UsageError(f"no event {wanted!r}; allowed are {known}")


def _list(console: Console, found: list[Found]) -> None:
    if not found:
        console.print("No events found.")
    for number, _, event in found:
        line = f"{number:3}  {event.id}  {act_phrase(event)}  {event.status}  {dyad_phrase(event)}"
        console.print(Text(visible(line)), soft_wrap=True)


def _show(console: Console, number: int, reading: Reading, event: Event) -> None:
    text = reading.report.text
    console.print(Text.assemble((f"Event {number}", "bold"), f"  {event.id}"))
    console.print(Text(visible(squeezed(title_of(reading), 160)), style="dim"))
    console.print()
    console.print(Padding(in_context(text, event.trigger, event.sentence), (0, 2)))
    console.print()
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value, span in fields_of(event):
        cell = Text(visible(value), style=STATUS_STYLES.get(value, "") if name == "status" else "")
        table.add_row(name, cell)
        if span is not None and span != event.trigger:
            table.add_row("", in_context(text, span))
    console.print(table)
    show_rules(console, text, event)
