"""The fields of an event of a reading with their words, and the rules that gave them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..model import Event, Party, Span
from ..model.page.phrases import (
    act_phrase,
    interval_phrase,
    number_phrase,
    origin_phrase,
    party_phrase,
    size_phrase,
    where_phrase,
)
from .terminal import visible

STEPS = {"trigger": "entry", "compose": "stance on act", "status": "status", "code": "row of acts"}
AROUND = 48  # characters of context on either side
Field = tuple[str, str, Span | None]


def show_rules(console: Console, text: str, event: Event) -> None:
    """Prints how an event came by its codes, and the rules that fired, in their order, with their words."""
    _show_composition(console, text, event)
    console.print(Text("\nRules that fired", style="bold"))
    if not event.why:
        console.print(Text("  none recorded", style="dim"))
    for step, reason in enumerate(event.why, 1):
        words = Text.assemble("  ", in_context(text, reason.span)) if reason.span else Text()
        line = Text.assemble(f"  {step}. ", (visible(reason.rule), "cyan"), words)
        console.print(line, soft_wrap=not console.is_terminal)


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


def fields_of(event: Event) -> Iterator[Field]:
    """The fields of an event: name, value in words, and the span that they come from."""
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


def in_context(text: str, span: Span, within: Span | None = None) -> Text:
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
