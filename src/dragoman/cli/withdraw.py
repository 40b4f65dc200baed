"""``dragoman withdraw``: a report taken out of the record, or brought back; never in silence."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from ..errors import UsageError
from ..flow.settle import settle
from ..store import open_store
from .settings import StoreFile
from .terminal import data_console, visible

Reason = Annotated[str, typer.Option(metavar="WORDS", help="Why.")]
By = Annotated[str, typer.Option(metavar="NAME", help="Who says so.")]
On = Annotated[str | None, typer.Option("--on", metavar="DAY", help="The day of the decision (default: today).")]


def withdraw(
    report: Annotated[str, typer.Argument(help="Id of the report.")],
    store: StoreFile,
    reason: Reason,
    by: By,
    on: On = None,
    undo: Annotated[bool, typer.Option("--undo", help="Bring a withdrawn report back.")] = False,
) -> None:
    """Withdraw a report: its events leave the record, the report stays in the file and the log tells why."""
    day = day_of(on)
    with open_store(store, write=True) as kept:
        (kept.restore if undo else kept.withdraw)(report, reason, by, day)
        settle(kept)
        totals = kept.totals()
    told = "restored" if undo else "withdrawn"
    data_console().print(
        f"{visible(report)} {told}; the store holds {totals['reports']:,} reports, {totals['events']:,} events",
        soft_wrap=True,
    )


def day_of(on: str | None) -> str:
    """The ISO 8601 day that the option --on names, or today; UsageError if it is none."""
    if on is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(on).isoformat()
    except ValueError as problem:
        raise UsageError(f"option --on: {on!r} is no day; allowed is YYYY-MM-DD") from problem
