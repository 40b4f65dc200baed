"""``dragoman count`` and ``dragoman series show``: how many events there are, and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.console import Console

from .. import query
from ..export import Table, counts_table, series_table
from ..model import Question
from ..store import open_store
from .asking import EVENTS, AnswerFormat, Form, Output, asking
from .deliver import deliver
from .listing import show_counts
from .settings import StoreFile

By = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WHAT",
        help=f"Count by one or several, with commas between: {', '.join(query.DIMENSIONS)}.",
        autocompletion=lambda incomplete: [name for name in query.DIMENSIONS if name.startswith(incomplete)],
    ),
]


@asking(EVENTS)
def count(
    *,
    asked: Question,
    store: StoreFile,
    by: By = None,
    sums: Annotated[bool, typer.Option("--sums", help="Add up reports and independent sources too.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=0, help="At most so many rows; 0: all.")] = 0,
    form: Form = AnswerFormat.TABLE,
    output: Output = None,
) -> None:
    """Count events, by one thing or several."""
    names = query.dimensions(by or ())
    with open_store(store) as kept:
        found = query.count(kept, asked, names, sums)
    table = counts_table(names, sums)
    deliver(found[: limit or None], table, _shown(table), form, output)


@asking(EVENTS)
def show_series(
    *,
    asked: Question,
    store: StoreFile,
    period: Annotated[str, typer.Option(metavar="PERIOD", help=f"One of {', '.join(query.PERIODS)}.")] = "month",
    by: By = None,
    form: Form = AnswerFormat.TABLE,
    output: Output = None,
) -> None:
    """Count events in each period from the first to the last, zeros included."""
    names = query.dimensions(by or ())
    with open_store(store) as kept:
        found = query.series(kept, asked, period, names)
    table = series_table(period, names)
    deliver(found, table, _shown(table, ("begin", "end")), form, output)


def _shown(table: Table, left_out: Sequence[str] = ()) -> Any:
    """Shows rows of counts without some columns that only programs need."""
    kept = [at for at, name in enumerate(table.names) if name not in left_out]

    def show(console: Console, items: list[Any]) -> None:
        rows = [tuple(row[at] for at in kept) for row in map(table.row, items)]
        show_counts(console, [table.names[at] for at in kept], rows)

    return show
