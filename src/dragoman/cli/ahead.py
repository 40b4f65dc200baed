"""``dragoman ahead``: what is announced, by whom, and whether it happened; as a table or a calendar."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from ..check.ahead import Plan, ahead
from ..check.stored import Stored
from ..model import Question
from ..model.page.phrases import interval_phrase, squeezed
from ..model.record import to_record
from ..query import question
from ..store import open_store
from .asking import EVENTS, asking
from .settings import StoreFile
from .terminal import data_console, visible
from .verdicts import put

_OPTIONS = tuple(name for name in EVENTS if name not in ("since", "until", "status"))
_STYLES = {"announced": "cyan", "happened": "green", "postponed": "yellow", "cancelled": "red"}


class AheadForm(StrEnum):
    """How plans are shown."""

    TABLE = "table"
    JSON = "json"
    ICS = "ics"


@asking(_OPTIONS)
def look_ahead(
    asked: Question,
    *,
    store: StoreFile,
    begin: Annotated[str | None, typer.Option("--from", metavar="DAY", help="From this day, month or year on.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Before this day, month or year.")] = None,
    form: Annotated[AheadForm, typer.Option("--format", "-f", help="table, json, or ics.")] = AheadForm.TABLE,
) -> None:
    """List what was announced for some days: by whom, and whether it happened, was put off or called off."""
    asked = question(asked, since=begin, until=end)
    with open_store(store) as opened:
        plans = list(ahead(Stored(opened), asked))
    if form is AheadForm.ICS:
        ics = import_module("..check.ics", __package__)  # its library would slow down the other forms
        sys.stdout.write(ics.calendar(plans).decode("utf-8"))
    elif form is AheadForm.JSON:
        typer.echo(json.dumps([to_record(plan) for plan in plans], ensure_ascii=False, indent=1))
    else:
        console = data_console()
        for plan in plans:
            _show(console, plan)
        if not plans:
            console.print("Nothing announced for these days in the record.")


def _show(console: Console, plan: Plan) -> None:
    when = interval_phrase(plan.begin, plan.end) if plan.begin else "no date"
    head = Text.assemble(when, "  ", (plan.stage, f"bold {_STYLES.get(plan.stage, '')}"), "  ", visible(plan.what))
    console.print(head + Text(f"  {plan.event}", style="dim"), soft_wrap=True)
    if plan.by:
        put(console, Text(visible(f"announced {plan.announced} by {', '.join(plan.by[:3])}"), style="dim"))
    for begin, end in plan.formerly:
        put(console, Text(f"announced before for {interval_phrase(begin, end)}", style="dim"))
    if plan.words:
        put(console, Text(f"“{visible(squeezed(plan.words, 200))}”", style="italic"))
    if plan.outcome:
        put(console, Text.assemble(f"{plan.stage}: ", (f"“{visible(squeezed(plan.outcome, 200))}”", "italic")))
