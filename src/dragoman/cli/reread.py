"""``dragoman reread``: stored texts read again, and what that gains and loses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

import dragoman

from ..flow.collecting import seldom
from ..flow.failure import Failure
from ..flow.reread import Reread, reread
from ..model import Event, Reading
from ..model.page.phrases import act_phrase, dyad_phrase, squeezed, when_phrase
from ..store import open_store
from .brief import STATUS_STYLES
from .exits import DONE
from .rejects import Rejects
from .settings import Settings, StoreFile, Workers, config_with
from .terminal import data_console, long_progress, talk_console, visible

GAINED, LOST = "gained", "lost"
_SIGNS = {GAINED: ("+", "green"), LOST: ("-", "red")}
Change = tuple[str, Reading, Event]


class Form(StrEnum):
    """How gained and lost events are shown."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def reread_store(
    store: StoreFile,
    only_outdated: Annotated[
        bool, typer.Option("--only-outdated", help="Only reports that another version or configuration has read.")
    ] = False,
    form: Annotated[Form, typer.Option("--format", "-f", help="table, json, or jsonl (a change a line).")] = Form.TABLE,
    workers: Workers = None,
    rejects: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to list what could not be read.")] = None,
    config: Settings = None,
) -> None:
    """Read the stored texts again with the pipeline of today; show the events gained and lost."""
    settings = config_with(config, workers)
    with open_store(store, write=True) as kept, Rejects(rejects, Path()) as log, seldom():
        total = None if only_outdated else kept.totals()["reports"]
        results = reread(kept, settings, only_outdated=only_outdated, reader=dragoman.Reader(settings))
        counts = _shown(_changes(_followed(results, log, total)), form)
        code = log.conclude() if log.read + log.failed else DONE
    talk_console().print(
        f"{log.read:,} reports read again: {counts[GAINED]:,} events gained, {counts[LOST]:,} lost", soft_wrap=True
    )
    if code != DONE:
        raise typer.Exit(code)


def _followed(results: Iterator[Reread | Failure], log: Rejects, total: int | None) -> Iterator[Reread]:
    """Passes on what was read again; tells what was not, and how far it is."""
    with long_progress("reports", total) as bar:
        for result in results:
            bar.update(bar.task_ids[0], advance=1, about=f"({log.failed} not read)" if log.failed else "")
            if isinstance(result, Failure):
                log.failure(result)
            else:
                log.reading()
                yield result


def _changes(done: Iterator[Reread]) -> Iterator[Change]:
    for one in done:
        yield from ((LOST, one.reading, event) for event in one.lost)
        yield from ((GAINED, one.reading, event) for event in one.gained)


def _shown(changes: Iterator[Change], form: Form) -> dict[str, int]:
    """Writes the changes as they come; how many there were of each kind."""
    counts, console = {GAINED: 0, LOST: 0}, data_console()
    for change in changes:
        if form is Form.TABLE:
            _line(console, change)
        else:
            before = ("[\n" if not any(counts.values()) else ",\n") if form is Form.JSON else ""
            after = "\n" if form is Form.JSONL else ""
            typer.echo(before + json.dumps(_record(change), ensure_ascii=False) + after, nl=False)
        counts[change[0]] += 1
    if form is Form.JSON:
        typer.echo("\n]" if any(counts.values()) else "[]")
    return counts


def _line(console: Console, change: Change) -> None:
    kind, reading, event = change
    sign, style = _SIGNS[kind]
    cells = (
        Text(sign, style=style),
        Text(visible(reading.report.id)),
        Text(when_phrase(event.when) or "no date"),
        Text(visible(squeezed(dyad_phrase(event)))),
        Text(act_phrase(event), style="bold"),
        Text(event.status, style=STATUS_STYLES.get(event.status, "")),
        Text(visible(squeezed(event.sentence.of(reading.report.text), 100)), style="dim"),
    )
    console.print(Text("  ").join(cells), soft_wrap=True)


def _record(change: Change) -> dict[str, Any]:
    kind, reading, event = change
    when = event.when
    return {
        "change": kind,
        "report": reading.report.id,
        "event": event.id,
        "begin": when.begin if when else None,
        "end": when.end if when else None,
        "act": event.act,
        "mode": event.mode,
        "status": event.status,
        "plover": event.plover,
        "cameo": event.cameo,
        "actors": [party.name for party in event.actors],
        "recipients": [party.name for party in event.recipients],
        "words": event.sentence.of(reading.report.text),
    }
