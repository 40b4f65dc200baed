"""``dragoman explain``: one event, field by field, with the words and the rules behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import dragoman

from ..errors import InputError, RecordError, UsageError
from ..flow.failure import Failure
from ..model import SCHEMA, Event, Party, Reading, Span
from ..model.page import title_of
from ..model.page.phrases import (
    act_phrase,
    dyad_phrase,
    interval_phrase,
    number_phrase,
    origin_phrase,
    party_phrase,
    size_phrase,
    squeezed,
    where_phrase,
)
from .brief import STATUS_STYLES
from .inputs import reports_of
from .settings import Published, Settings, Source, config_with
from .terminal import data_console, visible

STEPS = {"trigger": "entry", "compose": "stance on act", "status": "status", "code": "row of acts"}
AROUND = 48  # characters of context on either side
Field = tuple[str, str, Span | None]
Found = tuple[int, Reading, Event]


def explain(
    file: Annotated[Path, typer.Argument(help="Readings (JSON or JSON Lines of dragoman read), or a report to read.")],
    event: Annotated[
        str | None, typer.Argument(help="Id of the event, or its number in the brief; none lists the events.")
    ] = None,
    published: Published = None,
    source: Source = None,
    config: Settings = None,
) -> None:
    """Explain one event: each field, its words, and the rules that fired."""
    found: list[Found] = []
    for reading in readings_of(file, published, source, config):
        found.extend((at, reading, each) for at, each in enumerate(reading.events, len(found) + 1))
    console = data_console()
    if event is None and len(found) != 1:
        _list(console, found)
        return
    number, reading, chosen = found[0] if event is None else _choose(found, event)
    _show(console, number, reading, chosen)


def readings_of(file: Path, published: str | None, source: str | None, config: Path | None) -> Iterator[Reading]:
    """The readings that a file holds, or that are made of the reports that it holds."""
    records = list(_records(file))
    if records:
        yield from map(Reading.from_dict, records)
        return
    settings = config_with(config)
    for result in dragoman.Reader(settings).read_many(reports_of([file], published, source, settings)):
        if isinstance(result, Failure):
            raise InputError(f"{result.where}: {result.reason}")
        yield result


def _records(file: Path) -> Iterator[dict[str, Any]]:
    """The public records in a file of JSON or JSON Lines; none if it holds something else."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError as problem:
        raise InputError(f"{file}: {problem.strerror or problem}") from problem
    if SCHEMA.split("/")[0] not in text[:400]:
        return
    try:
        whole = json.loads(text)
        yield from whole if isinstance(whole, list) else [whole]
        return
    except ValueError:
        pass
    for number, line in enumerate(text.splitlines(), 1):
        try:
            if line.strip():
                yield json.loads(line)
        except ValueError as problem:
            raise RecordError(f"{file}:{number}: not JSON: {problem}") from problem


def _choose(found: list[Found], wanted: str) -> Found:
    for item in found:
        if wanted in (item[2].id, str(item[0])):
            return item
    known = f"ids or numbers 1 to {len(found)}" if found else "none: no events were found"
    raise UsageError(f"no event {wanted!r}; allowed are {known}")


def _list(console: Console, found: list[Found]) -> None:
    if not found:
        console.print("No events found.")
    for number, _, event in found:
        line = f"{number:3}  {event.id}  {act_phrase(event)}  {event.status}  {dyad_phrase(event)}"
        console.print(Text(visible(line)), soft_wrap=True)


def _show(console: Console, number: int, reading: Reading, event: Event) -> None:
    text = reading.report.text
    console.print(Text.assemble((f"Event {number}", "bold"), f"  {event.id}"))
    console.print(Text(visible(squeezed(title_of(reading), 160)), style="dim"))
    console.print()
    console.print(Padding(_in_context(text, event.trigger, event.sentence), (0, 2)))
    console.print()
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value, span in _fields(event):
        cell = Text(visible(value), style=STATUS_STYLES.get(value, "") if name == "status" else "")
        table.add_row(name, cell)
        if span is not None and span != event.trigger:
            table.add_row("", _in_context(text, span))
    console.print(table)
    _show_composition(console, text, event)
    console.print(Text("\nRules that fired", style="bold"))
    if not event.why:
        console.print(Text("  none recorded", style="dim"))
    for step, reason in enumerate(event.why, 1):
        words = Text.assemble("  ", _in_context(text, reason.span)) if reason.span else Text()
        console.print(Text.assemble(f"  {step}. ", (visible(reason.rule), "cyan"), words))


def _show_composition(console: Console, text: str, event: Event) -> None:
    """Prints which trigger, stance, status rule and row of the act table led to the codes."""
    steps = [
        (STEPS[kind], rule, reason.span)
        for kind, rule, reason in ((*reason.rule.partition(":")[::2], reason) for reason in event.why)
        if kind in STEPS
    ]
    if not steps:
        return
    console.print(Text("\nHow its codes came about", style="bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for name, rule, span in steps:
        table.add_row(f"  {name}", visible(rule), Text(_flat(span.of(text)), style="dim") if span else "")
    console.print(table)


def _fields(event: Event) -> Iterator[Field]:
    yield "act", act_phrase(event), event.trigger
    yield "status", event.status, None
    yield "official", _official(event), None
    yield from _parties("who", event.actors)
    yield from _parties("to whom", event.recipients)
    when = event.when
    if when is None:
        yield "when", "not known", None
    else:
        origin = origin_phrase(when) or "the text"
        yield "when", f"{interval_phrase(when.begin, when.end)}, from {origin}", when.span
    yield "where", _where(event), event.where.span if event.where else None
    yield (
        "told by",
        event.speaker.name if event.speaker else "the report itself",
        event.speaker.span if event.speaker else None,
    )
    if event.size:
        yield "size", size_phrase(event.size), None
    if event.contexts:
        yield "contexts", ", ".join(event.contexts), None
    yield "confidence", f"{event.confidence:.2f}", None


def _official(event: Event) -> str:
    quad = f"quad class {event.quad}" if event.quad else ""
    scale = f"Goldstein {number_phrase(event.goldstein)}" if event.goldstein is not None else ""
    plover = f"PLOVER {event.plover}" if event.plover else "no PLOVER category"
    return ", ".join(filter(None, (plover, f"CAMEO {event.cameo}" if event.cameo else "", quad, scale)))


def _parties(name: str, parties: tuple[Party, ...]) -> Iterator[Field]:
    if not parties:
        yield name, "nobody", None
    for party in parties:
        yield name, ", ".join(filter(None, (party_phrase(party), party.role))), party.span


def _where(event: Event) -> str:
    where = event.where
    if where is None:
        return "not known"
    point = f"{where.lat:.2f}, {where.lon:.2f}" if where.lat is not None and where.lon is not None else ""
    id_ = f"GeoNames {where.geonameid}" if where.geonameid is not None else ""
    return ", ".join(filter(None, (where_phrase(where), where.kind, point, id_)))


def _in_context(text: str, span: Span, within: Span | None = None) -> Text:
    """The words of a span, marked, with what stands around them."""
    low, high = within or (max(0, span.start - AROUND), min(len(text), span.end + AROUND))
    before, after = text[low : span.start], text[span.end : high]
    if within is None and low > 0:
        before = "…" + before.partition(" ")[2]
    if within is None and high < len(text):
        after = after.rpartition(" ")[0] + "…"
    return Text.assemble(
        (_flat(before), "dim"), (f"[{_flat(span.of(text))}]", "bold"), (_flat(after), "dim"), overflow="fold"
    )


def _flat(words: str) -> str:
    """White space made plain, but kept at the ends."""
    return visible("".join(" " if char in "\n\r\t" else char for char in words))
