"""``dragoman ingest``: reports into the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

import dragoman

from ..flow.collecting import seldom
from ..flow.keep import Kept, keep
from ..store import open_store
from .amount import amount_of
from .exits import DONE
from .inputs import reports_of
from .rejects import Rejects
from .settings import Published, Settings, Source, StoreFile, Workers, config_with
from .terminal import data_console, long_progress


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATHS", help='Text, HTML or JSON Lines files, or folders; "-": standard input.'),
    ],
    store: StoreFile,
    published: Published = None,
    source: Source = None,
    workers: Workers = None,
    rejects: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to list what could not be read (default: rejects.jsonl, if need be)."),
    ] = None,
    config: Settings = None,
) -> None:
    """Read reports into a store; what is there already is skipped, so it can be interrupted and run again."""
    settings = config_with(config, workers)
    reports = reports_of(paths, published, source, settings)
    with open_store(store, create=True) as kept, Rejects(rejects, Path()) as log, seldom():
        steps = keep(reports, kept, settings, reader=dragoman.Reader(settings))
        last = _followed(steps, log, amount_of(paths))
        totals = kept.totals()
        code = log.conclude()
    if last.done:
        data_console().print(
            f"{last.new:,} new, {last.known:,} already there, {last.corrected:,} corrected, {last.failed:,} rejected; "
            f"{last.mentions:,} mentions read; the store holds {totals['reports']:,} reports, "
            f"{totals['mentions']:,} mentions, {totals['events']:,} events",
            soft_wrap=True,
        )
    if code != DONE:
        raise typer.Exit(code)


def _followed(steps: Iterator[Kept], log: Rejects, total: int | None) -> Kept:
    """Shows how far it is, tells what fails, and gives the last counts."""
    last = Kept()
    with long_progress("reports", total) as bar:
        for last in steps:
            for failure in last.failures:
                log.failure(failure)
            log.read = last.done - last.failed
            bar.update(bar.task_ids[0], completed=last.done, about=f"({log.failed} not read)" if log.failed else "")
    return last
