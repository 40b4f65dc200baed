"""``dragoman events``, ``mentions``, ``reports``, ``statements``, ``figures`` and ``search``: what the record holds."""

from __future__ import annotations

from typing import Annotated

import typer

from .. import query
from ..export import table
from ..model import Question
from ..store import Store, open_store
from .asking import EVENTS, REPORTS, STATEMENTS, After, AnswerFormat, Form, Limit, Order, Output, asking
from .deliver import Flow, deliver_pages
from .listing import show_events, show_figures, show_mentions, show_reports, show_statements
from .settings import StoreFile


@asking(EVENTS)
def events(
    *,
    asked: Question,
    store: StoreFile,
    order: Order = "newest",
    limit: Limit = query.LIMIT,
    after: After = None,
    form: Form = AnswerFormat.TABLE,
    output: Output = None,
) -> None:
    """List the events of the record that answer a question: each once, however many reports tell it."""
    with open_store(store) as kept:
        flow = Flow(lambda at, most: query.events(kept, asked, order, at, most), after, limit)
        deliver_pages(flow, table("events"), show_events, form, output, lambda: _nothing(kept, asked, "event"))


@asking(EVENTS)
def mentions(
    *,
    asked: Question,
    store: StoreFile,
    order: Order = "newest",
    limit: Limit = query.LIMIT,
    after: After = None,
    form: Form = AnswerFormat.TABLE,
    output: Output = None,
) -> None:
    """List each telling of such events, with its sentence."""
    with open_store(store) as kept:
        flow = Flow(lambda at, most: query.mentions(kept, asked, order, at, most), after, limit)
        deliver_pages(flow, table("mentions"), show_mentions, form, output, lambda: _nothing(kept, asked, "mention"))


@asking(EVENTS)
def reports(
    *,
    asked: Question,
    store: StoreFile,
    order: Order = "newest",
    limit: Limit = query.LIMIT,
    after: After = None,
    form: Form = AnswerFormat.TABLE,
    output: Output = None,
) -> None:
    """List the reports that tell of such events; --since and --until are days of publication here."""
    with open_store(store) as kept:
        flow = Flow(lambda at, most: query.reports(kept, asked, order, at, most), after, limit)
        deliver_pages(flow, table("reports"), show_reports, form, output, lambda: _nothing(kept, asked, "report"))


@asking(STATEMENTS)
def statements(
    *,
    asked: Question,
    store: StoreFile,
    order: Order = "newest",
    limit: Limit = query.LIMIT,
    after: After = None,
    form: Form = AnswerFormat.TABLE,
    output: Output = None,
) -> None:
    """List who says what; --speaker takes a name, or the country of the speaker."""
    with open_store(store) as kept:
        flow = Flow(lambda at, most: query.statements(kept, asked, order, at, most), after, limit)
        deliver_pages(
            flow, table("statements"), show_statements, form, output, lambda: _nothing(kept, asked, "statement")
        )


@asking(REPORTS)
def figures(
    *,
    asked: Question,
    store: StoreFile,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help=f"One of {', '.join(query.FIGURES)}.")] = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help="Such as people or USD.")] = None,
    order: Order = "newest",
    limit: Limit = query.LIMIT,
    after: After = None,
    form: Form = AnswerFormat.TABLE,
    output: Output = None,
) -> None:
    """List the numbers that reports give, with their sentences."""
    with open_store(store) as kept:
        flow = Flow(lambda at, most: query.figures(kept, asked, kind, unit, order, at, most), after, limit)
        deliver_pages(flow, table("figures"), show_figures, form, output, lambda: _nothing(kept, asked, "figure"))


@asking(tuple(name for name in REPORTS if name != "text"))
def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='Words, "phrases", OR, NOT, and beginnings such as nucl*.')
    ],
    *,
    asked: Question,
    store: StoreFile,
    limit: Limit = 20,
    after: After = None,
    form: Form = AnswerFormat.TABLE,
    output: Output = None,
) -> None:
    """Find the reports that hold some words, the best match first."""
    wanted = query.question(asked, text=" ".join(words))
    with open_store(store) as kept:
        flow = Flow(lambda at, most: query.search(kept, wanted, at, most), after, limit)
        deliver_pages(flow, table("reports"), show_reports, form, output, lambda: _nothing(kept, asked, "report"))


def _nothing(store: Store, asked: Question, what: str) -> str:
    """What is said where nothing answers: how much was searched."""
    held = query.searched(store, asked)
    days = f", {held.begin} to {held.end}" if held.begin else ""
    return f"no {what} answers; searched {held.reports:,} report{'' if held.reports == 1 else 's'}{days}"
