"""``dragoman read``: reports in, readings out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

import dragoman

from ..errors import UsageError
from ..flow.failure import Failure
from ..model import LAYERS, Reading
from .exits import DONE, UNREADABLE
from .inputs import reports_of
from .rejects import Rejects
from .settings import Layers, MinConfidence, Published, Settings, Source, Workers, config_with
from .sinks import Format, Sink, open_sink
from .terminal import progress, talk_console

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATHS", help='Text, HTML or JSON Lines files, or folders of them; none or "-" is standard input.'
    ),
]
Form = Annotated[
    Format,
    typer.Option("--format", "-f", help="table: a brief for people; json, jsonl: the public record; html: pages."),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="PATH", help="A file, or for several pages a folder (default: standard output)."
    ),
]
RejectsFile = Annotated[
    Path | None,
    typer.Option(
        "--rejects",
        metavar="FILE",
        help="Where to list what could not be read (default: rejects.jsonl beside the output or here, if need be).",
    ),
]


def read(
    paths: Paths = None,
    form: Form = Format.TABLE,
    published: Published = None,
    source: Source = None,
    layer: Layers = None,
    workers: Workers = None,
    output: Output = None,
    rejects: RejectsFile = None,
    config: Settings = None,
    min_confidence: MinConfidence = None,
) -> None:
    """Read reports: who did what to whom, where, when, and according to whom."""
    settings = config_with(config, workers, min_confidence)
    layers = _known(layer or [])
    paths = paths or [Path("-")]
    if paths == [Path("-")] and sys.stdin.isatty():
        talk_console().print("reading standard input; end it with Ctrl-D")
    results = dragoman.Reader(settings, layers).read_many(reports_of(paths, published, source, settings))
    with Rejects(rejects, _beside(output, form)) as log, open_sink(form, output, layers) as sink:
        _pass_on(results, sink, log, quiet=output is None and sys.stdout.isatty())
        code = log.conclude()
        if code == UNREADABLE:  # inside, so that no empty output is left
            raise typer.Exit(code)
    if code != DONE:
        raise typer.Exit(code)


def _pass_on(results: Iterator[Reading | Failure], sink: Sink, log: Rejects, quiet: bool) -> None:
    """Hands each result on as it comes; ``quiet`` where a bar would run through the readings on the screen."""
    with progress("reports", about="(loading)") as bar:
        for result in results:
            if quiet:
                bar.stop()  # it has bridged the loading of the model
            if isinstance(result, Failure):
                log.failure(result)
            else:
                sink.put(result)
                log.reading()
            bar.update(bar.task_ids[0], advance=1, about=f"({log.failed} not read)" if log.failed else "")


def _known(layers: list[str]) -> tuple[str, ...]:
    for layer in layers:
        if layer not in LAYERS:
            raise UsageError(f"unknown layer {layer!r}; allowed are {', '.join(LAYERS)}")
    return tuple(dict.fromkeys(layers))


def _beside(output: Path | None, form: Format) -> Path:
    """The folder in which the output lies."""
    if output is None:
        return Path()
    return output if form is Format.HTML and not output.suffix else output.parent
