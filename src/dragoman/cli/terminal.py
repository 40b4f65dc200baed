"""The two streams: data on standard output, everything else on standard error."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from rich.console import Console
from rich.progress import (
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

# control characters and bidirectional overrides, with which a report could repaint the reader's terminal
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class DataConsole(Console):
    """A console whose reader may go away, which is no error."""

    def on_broken_pipe(self) -> None:
        """Left to the program, which ends quietly."""
        raise BrokenPipeError


def data_console(stream: IO[str] | None = None) -> DataConsole:
    """The console for data; colours only at a terminal and where NO_COLOR does not forbid them."""
    return DataConsole(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=stream is not None)


def talk_console() -> Console:
    """The console for messages and progress."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def complain(message: str) -> None:
    """One message on standard error."""
    talk_console().print(Text.assemble(("dragoman: ", "bold"), visible(message)), soft_wrap=True)


def visible(text: str) -> str:
    """Text that cannot steer a terminal."""
    return _UNSEEN.sub("\ufffd", text)


def let_go_of_stdout() -> None:
    """Points standard output at nothing, so that the interpreter's last flush finds no broken pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def progress(unit: str, about: str = "") -> Iterator[Progress]:
    """A bar on standard error, at a terminal only, with one task that counts ``unit``."""
    console = talk_console()
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.completed:,.0f}"),
        TextColumn(unit + " {task.fields[about]}"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        bar.add_task(unit, total=None, about=about)
        yield bar


class _Rate(ProgressColumn):
    """How many a second, over the last half minute."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f}/s" if speed else "")


@contextmanager
def long_progress(unit: str, total: int | None) -> Iterator[Progress]:
    """A bar like ``progress`` with the rate, and the remaining time where the total is known."""
    console = talk_console()
    known = (MofNCompleteColumn(), TimeRemainingColumn()) if total else (TextColumn("{task.completed:,.0f}"),)
    bar = Progress(
        SpinnerColumn(),
        known[0],
        TextColumn(unit),
        _Rate(),
        TimeElapsedColumn(),
        *known[1:],
        TextColumn("{task.fields[about]}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        bar.add_task(unit, total=total, about="(loading)")
        yield bar
