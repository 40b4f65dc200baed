"""``dragoman conflicts``: what sources tell differently."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from ..check.conflicts import Conflict, Side, conflicts
from ..check.stored import Stored
from ..model import Question
from ..model.page.phrases import interval_phrase, squeezed
from ..model.record import to_record
from ..store import open_store
from .asking import EVENTS, asking
from .settings import StoreFile
from .terminal import data_console, visible
from .verdicts import counted, put


class ConflictForm(StrEnum):
    """How conflicts are shown."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


@asking(EVENTS)
def list_conflicts(
    asked: Question,
    *,
    store: StoreFile,
    field: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD", help="Only this field: when, where, killed, people, status … May be repeated."),
    ] = None,
    form: Annotated[ConflictForm, typer.Option("--format", "-f", help="table, json, or jsonl.")] = ConflictForm.TABLE,
) -> None:
    """List what sources tell differently of one event: each value, who gives it, and in which sentence."""
    with open_store(store) as opened:
        found = conflicts(Stored(opened), asked, tuple(field or ()))
        if form is ConflictForm.JSON:
            typer.echo(json.dumps([to_record(item) for item in found], ensure_ascii=False, indent=1))
        elif form is ConflictForm.JSONL:
            for item in found:
                typer.echo(json.dumps(to_record(item), ensure_ascii=False))
        else:
            _table(data_console(), found)


def _table(console: Console, found: Iterator[Conflict]) -> None:
    events = fields = 0
    last = ""
    for item in found:
        if item.event != last:
            when = interval_phrase(item.begin, item.end) if item.begin else "no date"
            head = Text.assemble(when, "  ", (visible(item.what), "bold"), (f"  {item.event}", "dim"))
            console.print(head, soft_wrap=True)
            events, last = events + 1, item.event
        fields += 1
        put(console, Text(item.field, style="red"))
        for side in item.sides:
            _side(console, side)
    if not events:
        console.print("No such conflict in the record.")
    else:
        console.print(f"{counted(fields, 'conflict')} in {counted(events, 'event')}", style="bold")


def _side(console: Console, side: Side) -> None:
    who = ", ".join(side.sources[:4]) or ", ".join(side.reports[:4])
    said = f", according to {', '.join(side.speakers[:3])}" if side.speakers else ""
    number = counted(side.independent, "independent source")
    day = f", {side.day}" if side.day else ""
    put(console, Text.assemble((visible(side.value), "bold"), f"  {number}: {visible(who + said)}{day}"), 4)
    put(console, Text(f"“{visible(squeezed(side.words, 220))}”", style="italic"), 6)
