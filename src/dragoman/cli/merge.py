"""``dragoman merge`` and ``dragoman split``: a person's judgement outweighs the machine's, and can be undone."""

from __future__ import annotations

from typing import Annotated

import typer

from ..flow.judge import Became, merge_events, split_event, undo_merge, undo_split
from ..store import open_store
from .settings import StoreFile
from .terminal import data_console, visible
from .verdicts import counted
from .withdraw import By, On, day_of

Note = Annotated[str | None, typer.Option(metavar="WORDS", help="Why.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take the judgement back.")]


def merge(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="Id of an event, or of one of its mentions.")],
    other: Annotated[str, typer.Argument(metavar="EVENT", help="Id of the event that is the same.")],
    store: StoreFile,
    by: By,
    note: Note = None,
    on: On = None,
    undo: Undo = False,
) -> None:
    """Judge two events to be one; later reports of either join both."""
    day = day_of(on)
    with open_store(store, write=True) as kept:
        became = undo_merge(kept, event, other) if undo else merge_events(kept, event, other, by, day, note)
    _tell(became)


def split(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="Id of an event.")],
    mentions: Annotated[list[str], typer.Argument(metavar="MENTION...", help="Its mentions that tell of another.")],
    store: StoreFile,
    by: By,
    note: Note = None,
    on: On = None,
    undo: Undo = False,
) -> None:
    """Judge mentions of an event to tell of another; they stay apart from the rest whatever is reported later."""
    day = day_of(on)
    with open_store(store, write=True) as kept:
        became = undo_split(kept, event, mentions) if undo else split_event(kept, event, mentions, by, day, note)
    _tell(became)


def _tell(became: Became) -> None:
    """One line for each event that there is now."""
    for item in became.events:
        words = (
            f"{item.act or 'comment'}{' ' + item.mode if item.mode else ''}, {item.stage}, {item.begin or 'undated'}"
        )
        told = f"{counted(len(item.mentions), 'mention')} in {counted(item.reports, 'report')}"
        data_console().print(f"{visible(item.id)} {visible(words)}: {told}", soft_wrap=True)
