"""The program, its commands, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.main
from typer.core import TyperGroup

import dragoman

from ..errors import DragomanError
from ..flow.threads import ONE_THREAD
from .exits import DONE, INTERRUPTED, code_of
from .terminal import complain, let_go_of_stdout

COMMANDS = {  # in the order of the help: the module and what in it is the command; loaded when it is called
    "read": "read:read",
    "ingest": "ingest:ingest",
    "reread": "reread:reread_store",
    "withdraw": "withdraw:withdraw",
    "merge": "merge:merge",
    "split": "merge:split",
    "first": "first:first",
    "check": "check:check_claims",
    "conflicts": "conflicts:list_conflicts",
    "ahead": "ahead:look_ahead",
    "events": "answer:events",
    "mentions": "answer:mentions",
    "reports": "answer:reports",
    "statements": "answer:statements",
    "figures": "answer:figures",
    "search": "answer:search",
    "count": "counting:count",
    "show": "show:show",
    "explain": "explain:explain",
    "codebook": "codebook:codebook",
    "demo": "demo:demo",
    "doctor": "doctor:doctor",
    "series": "series:series",
    "gazetteer": "gazetteer:gazetteer",
}


class Loading(Mapping[str, Any]):
    """The commands by their names; each is loaded when it is looked up."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded:
            self._loaded[name] = _loaded(name)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Commands(TyperGroup):
    """The commands, loaded when they are called, so that a question does not wait for what others need.

    Turns the errors that Dragoman raises on purpose into a message and an exit code; others are faults.
    """

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.commands = Loading()  # type: ignore[assignment]  # nothing is added to it

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

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


def _loaded(name: str) -> Any:
    """The command of a name, or the group of commands that go by it."""
    module, _, what = COMMANDS[name].partition(":")
    found = getattr(import_module(f".{module}", __package__), what)
    if not isinstance(found, typer.Typer):
        found, command = typer.Typer(add_completion=False), found
        found.command(name)(command)
    made = typer.main.get_command(found)
    made.name = name
    return made


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


def main() -> None:
    """The entry point of the program ``dragoman``."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a lone surrogate, which UTF-8 lacks, comes out as JSON writes it
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    app(prog_name="dragoman")
