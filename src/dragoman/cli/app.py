"""The program, its commands, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import dragoman

from ..errors import DragomanError
from ..flow.pool import ONE_THREAD
from .ahead import look_ahead
from .answer import events, figures, mentions, reports, search, statements
from .check import check_claims
from .codebook import codebook
from .conflicts import list_conflicts
from .counting import count, show_series
from .demo import demo
from .doctor import doctor
from .exits import DONE, INTERRUPTED, code_of
from .explain import explain
from .first import first
from .gazetteer import gazetteer
from .ingest import ingest
from .merge import merge, split
from .points import series
from .read import read
from .reread import reread_store
from .show import show
from .terminal import complain, let_go_of_stdout
from .withdraw import withdraw


class Commands(TyperGroup):
    """Turns the errors that Dragoman raises on purpose into a message and an exit code; others are faults."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            let_go_of_stdout()
            raise typer.Exit(DONE) from None
        except KeyboardInterrupt:
            complain("interrupted")
            raise typer.Exit(INTERRUPTED) from None
        except DragomanError as problem:
            complain(str(problem))
            raise typer.Exit(code_of(problem)) from None


app = typer.Typer(
    cls=Commands,
    name="dragoman",
    help="Reads news reports: who did what to whom, where, when, and according to whom.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {dragoman.__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Reads news reports: who did what to whom, where, when, and according to whom."""


app.command()(read)
app.command()(ingest)
app.command("reread")(reread_store)
app.command()(withdraw)
app.command()(merge)
app.command()(split)
app.command()(first)
app.command("check")(check_claims)
app.command("conflicts")(list_conflicts)
app.command("ahead")(look_ahead)
series.command("show")(show_series)
app.add_typer(series, name="series")
app.command()(events)
app.command()(mentions)
app.command()(reports)
app.command()(statements)
app.command()(figures)
app.command()(search)
app.command()(count)
app.command()(show)
app.command()(explain)
app.command()(codebook)
app.command()(demo)
app.command()(doctor)
app.add_typer(gazetteer, name="gazetteer")


def main() -> None:
    """The entry point of the program ``dragoman``."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a lone surrogate, which UTF-8 lacks, comes out as JSON writes it
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    app(prog_name="dragoman")
