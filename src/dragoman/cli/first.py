"""``dragoman first``: the earliest events of a kind, and how much was searched to say so."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from ..check.answer import best_told, evidence_of
from ..check.claims import earliest
from ..check.stored import Stored
from ..model import Question
from ..model.record import to_record
from ..store import open_store
from .asking import EVENTS, asking
from .settings import StoreFile
from .terminal import data_console, visible
from .verdicts import extent_phrase, extent_record, show_event


class FirstForm(StrEnum):
    """How the earliest events are shown."""

    TABLE = "table"
    JSON = "json"


@asking(EVENTS)
def first(
    asked: Question,
    *,
    store: StoreFile,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=1000, help="How many of the earliest.")] = 5,
    form: Annotated[FirstForm, typer.Option("--format", "-f", help="table or json.")] = FirstForm.TABLE,
) -> None:
    """Show what happened first: the earliest events of a question, and how many reports were searched for them."""
    with open_store(store) as opened:
        history = Stored(opened)
        found, extent = earliest(history, asked, limit)
        told = history.told(name for item in found for name in item.mentions)
    events = [
        evidence_of(item, best_told([told[name] for name in item.mentions if name in told]), item.stage, "")
        for item in found
    ]
    if form is FirstForm.JSON:
        rows = [{**to_record(item), "stage": item.bears} for item in events]
        for row in rows:
            del row["bears"], row["reason"]
        typer.echo(json.dumps({"events": rows, "extent": extent_record(extent)}, ensure_ascii=False, indent=1))
        return
    console = data_console()
    for number, item in enumerate(events, 1):
        show_event(console, item, f"{number:2}")
    if not events:
        console.print("No such event in the record.")
    console.print(visible(extent_phrase(extent)), style="dim", soft_wrap=True)
