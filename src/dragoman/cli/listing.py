"""Answers of the record as lists that people read at a terminal, however narrow it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..model import Happening, Span, Told
from ..model.page.phrases import (
    interval_phrase,
    number_phrase,
    parties_phrase,
    size_phrase,
    squeezed,
    where_phrase,
)
from ..query import Found, Given, Said, Snippet, Telling
from .brief import STATUS_STYLES
from .terminal import visible

STAGE_STYLES = {"happened": "green", "announced": "cyan", "postponed": "yellow", "cancelled": "red", "denied": "red"}
Item = tuple[Text, list[Text]]  # what it is about, and the lines below


def show_items(console: Console, items: Iterable[Item]) -> None:
    """Prints a head for each item and its lines below it; one line each in a pipe."""
    for head, lines in items:
        if not console.is_terminal:
            console.print(Text(" · ").join(part for part in (head, *lines) if part.plain), soft_wrap=True)
            continue
        console.print(head, overflow="fold")
        for line in lines:
            if line.plain:
                console.print(Padding(line, (0, 0, 0, 2)), overflow="fold")


def show_events(console: Console, items: Sequence[Happening]) -> None:
    """Prints events: day, who to whom, what, where, how far it has come, and by how many it is told."""
    show_items(console, map(_event, items))


def show_mentions(console: Console, items: Sequence[Telling]) -> None:
    """Prints mentions with their sentences."""
    show_items(console, map(_mention, items))


def show_reports(console: Console, items: Sequence[Found]) -> None:
    """Prints reports, with the words that were looked for marked."""
    show_items(console, map(_report, items))


def show_statements(console: Console, items: Sequence[Said]) -> None:
    """Prints who says what."""
    show_items(console, map(_statement, items))


def show_figures(console: Console, items: Sequence[Given]) -> None:
    """Prints figures with their sentences."""
    show_items(console, map(_figure, items))


def show_counts(console: Console, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Prints rows of labels and then numbers; at a terminal with a bar for the first number."""
    labels = sum(1 for name in names if name not in ("events", "reports", "independent"))
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for at, name in enumerate(names):
        table.add_column(name, justify="left" if at < labels else "right", no_wrap=at >= labels, overflow="fold")
    most = max((row[labels] for row in rows), default=0)
    room = min(40, console.width - 60) if console.is_terminal else 0
    if room > 4 and labels:
        table.add_column("")
    for row in rows:
        cells = [Text(visible("—" if value is None else str(value))) for value in row[:labels]]
        cells += [Text(f"{value:,}") for value in row[labels:]]
        if room > 4 and labels:
            cells.append(Text("█" * round(room * row[labels] / most) if most else "", style="cyan"))
        table.add_row(*cells)
    console.print(table, soft_wrap=not console.is_terminal)


def act_words(item: Happening | Told) -> str:
    """*CONSULT/visit*; an act outside PLOVER's categories is a comment or has a mode alone: *election*."""
    if item.act is None:
        return f"comment (CAMEO {item.cameo})" if item.cameo else item.mode or "comment"
    return f"{item.act}/{item.mode}" if item.mode else item.act


def dyad_words(item: Happening | Told) -> str:
    """Who to whom."""
    who = parties_phrase(item.actors) or "—"
    return f"{who} → {parties_phrase(item.recipients)}" if item.recipients else who


def told_words(item: Happening) -> str:
    """*3 reports, 2 independent sources*."""
    if item.reports == 1:
        return "1 report"
    own = f"{item.independent} independent source{'' if item.independent == 1 else 's'}"
    return f"{item.reports} reports, {own}"


def marked(words: str, marks: Iterable[Span], style: str = "bold") -> Text:
    """Words with some stretches of them set off, in brackets too where there are no colours."""
    text, at = Text(), 0
    for mark in marks:
        text.append(visible(words[at : mark.start]))
        text.append("[" + visible(mark.of(words)) + "]", style=style)
        at = mark.end
    text.append(visible(words[at:]))
    return text


def _event(item: Happening) -> Item:
    size = size_phrase(item.size)
    days = interval_phrase(item.begin, item.end) if item.begin else "no date"
    head = Text.assemble(f"{days}  ", (visible(dyad_words(item)), "bold"), f"  [{size}]" if size else "")
    parts = [Text(act_words(item)), Text(item.stage, style=STAGE_STYLES.get(item.stage, "")),
             Text(visible(where_phrase(item.where))), Text(told_words(item))]  # fmt: skip
    if item.disputes:
        parts.append(Text("disputed: " + ", ".join(each.field for each in item.disputes), style="yellow"))
    return head, [_line([*parts, Text(item.id, style="dim")])]


def _mention(item: Telling) -> Item:
    told = item.told
    days = interval_phrase(told.begin, told.end) if told.begin else "no date"
    head = Text.assemble(f"{days}  ", (visible(dyad_words(told)), "bold"))
    said = Text(f"according to {visible(squeezed(told.speaker, 50))}" if told.speaker else "")
    parts = [Text(act_words(told)), Text(told.status, style=STATUS_STYLES.get(told.status, "")),
             Text(visible(where_phrase(told.where))), said, *_origin(told.source, told.day, told.report),
             Text(told.id, style="dim")]  # fmt: skip
    return head, [_line(parts), Text("“" + visible(squeezed(told.words, 240)) + "”", style="italic")]


def _report(item: Found) -> Item:
    head = Text.assemble(f"{item.day or 'no date'}  ", (visible(squeezed(item.title or item.id, 160)), "bold"))
    parts = [Text(visible(item.source or "")), Text(f"{item.mentions} events"), Text(visible(item.id), style="dim")]
    return head, [_line(parts), _snippet(item.snippet) if item.snippet else Text()]


def _statement(item: Said) -> Item:
    who = item.speaker or ("" if item.cue else "nobody named")
    code = f" ({item.country})" if item.country else ""
    head = Text.assemble(
        (visible(squeezed(who, 60)), "bold"), code, "  " if who and item.cue else "", visible(item.cue or "")
    )
    words = "… ".join(squeezed(part) for part in item.words)
    said = Text("“" + visible(squeezed(words.strip(' "“”„‟«»'), 300)) + "”", style="italic")
    return head, [said, _line(list(_origin(item.source, item.day, item.report)))]


def _figure(item: Given) -> Item:
    value = number_phrase(item.value)
    if item.low is not None and item.high is not None and item.low != item.high:
        value = f"{number_phrase(item.low)} – {number_phrase(item.high)}"
    sides = " against ".join(side for side in (item.compares, item.with_) if side)
    about = ", ".join(filter(None, (sides, f"of {item.of}" if item.of else "")))
    head = Text.assemble(
        (visible(f"{value} {item.unit or ''}".strip()), "bold"),
        f"  {item.kind}",
        visible(f"  {about}") if about else "",
    )
    sentence = Text("“" + visible(squeezed(item.sentence, 240)) + "”", style="italic")
    return head, [sentence, _line(list(_origin(item.source, item.day, item.report)))]


def _origin(*parts: str | None) -> Iterator[Text]:
    return (Text(visible(part), style="dim") for part in parts if part)


def _snippet(snippet: Snippet) -> Text:
    return marked(snippet.words, snippet.marks)


def _line(parts: Sequence[Text]) -> Text:
    return Text(" · ").join([part for part in parts if part.plain])
