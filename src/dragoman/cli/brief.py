"""A reading as a brief that a person reads at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ..model import Event, Reading, Span
from ..model.page import title_of
from ..model.page.phrases import (
    act_phrase,
    day_phrase,
    dyad_phrase,
    figure_phrase,
    since_phrase,
    size_phrase,
    source_phrase,
    speaker_phrase,
    squeezed,
    time_phrase,
    when_phrase,
    where_phrase,
)
from .terminal import visible

DEFAULT = ("events", "statements", "figures", "claims")
WIDE = 130  # columns from which an event has room on one line
ORIGINS = {"published": "pub.", "dateline": "dateline"}  # where a date comes from, if not from the text
STATUS_STYLES = {
    "asserted": "green",
    "planned": "cyan",
    "denied": "red",
    "hypothetical": "yellow",
    "background": "dim",
}
Row = tuple[Text, ...]
_QUOTES = ' \n"“”„‟«»'


@dataclass(frozen=True, slots=True)
class Brief:
    """Prints readings on a console; ``layers`` are those to list (empty: the ones that tell the story)."""

    console: Console
    layers: Sequence[str] = ()

    def show(self, reading: Reading, first: int = 1) -> None:
        """Prints one reading, its events numbered from ``first``."""
        if self.console.is_terminal:
            self.console.print(Rule(style="dim"))
        for line in _head(reading):
            self.console.print(line)
        for layer in self.layers or DEFAULT:
            self._section(reading, layer, first)
        self.console.print()

    def _section(self, reading: Reading, layer: str, first: int) -> None:
        if layer == "events":
            rows = [_event(reading, number, event) for number, event in enumerate(reading.events, first)]
        else:
            rows = list(_ROWS[layer](reading))
        if rows:
            self.console.print(Text(f"\n{layer.capitalize()}", style="bold"))
            self._rows(layer, rows)
        elif layer == "events" and not reading.note:
            self.console.print(Text("\nNo events found.", style="dim"))

    def _rows(self, layer: str, rows: list[Row]) -> None:
        if not self.console.is_terminal:
            for row in rows:
                self.console.print(_joined(row, 2 if layer == "events" else 1), soft_wrap=True)
        elif layer == "events" and self.console.width >= WIDE:
            self.console.print(_table(rows))
        else:
            self.console.print(_stack(rows, 3 if layer == "events" else 1))


def _head(reading: Reading) -> Iterator[Text]:
    report = reading.report
    parts = (source_phrase(report), day_phrase(report), report.id)
    yield Text(" · ".join(visible(part) for part in parts if part), style="dim")
    yield Text(visible(squeezed(title_of(reading), 160)), style="bold")
    if reading.note:
        yield Text(visible(reading.note), style="yellow")


def _event(reading: Reading, number: int, event: Event) -> Row:
    who, size = dyad_phrase(event), size_phrase(event.size)
    origin = ORIGINS.get(event.when.origin, "") if event.when else ""
    return (
        Text(str(number), style="dim"),
        Text.assemble(when_phrase(event.when) or "no date", (f" {origin}" if origin else "", "dim")),
        _cell(f"{who} [{size}]" if size else who),
        _cell(act_phrase(event), "bold"),
        _cell(where_phrase(event.where)),
        Text(event.status, style=STATUS_STYLES.get(event.status, "")),
        _cell(f"according to {squeezed(event.speaker.name, 50)}" if event.speaker else ""),
        _words(reading, event.trigger),
    )


def _statements(reading: Reading) -> Iterator[Row]:
    for at, statement in enumerate(reading.statements):
        cue = squeezed(statement.cue.of(reading.report.text), 40) if statement.cue else ""
        who = squeezed(speaker_phrase(reading, at), 60) or ("" if cue else "nobody named")
        said = "… ".join(squeezed(span.of(reading.report.text)) for span in statement.content)
        yield (
            Text.assemble((visible(who), "bold"), f" {visible(cue)}" if who and cue else visible(cue)),
            _said(said, 240),
        )


def _figures(reading: Reading) -> Iterator[Row]:
    for figure in reading.figures:
        yield _cell(figure_phrase(figure), "bold"), _words(reading, figure.span)


def _claims(reading: Reading) -> Iterator[Row]:
    for claim in reading.claims:
        yield _cell(", ".join(filter(None, (claim.kind, since_phrase(claim)))), "bold"), _words(reading, claim.span)


def _times(reading: Reading) -> Iterator[Row]:
    for time in reading.times:
        yield _cell(time_phrase(time), "bold"), Text(time.anchor, style="dim"), _words(reading, time.span)


def _places(reading: Reading) -> Iterator[Row]:
    for place in reading.places:
        about = f"{place.kind}, {'place' if place.literal else 'actor'}"
        yield _cell(where_phrase(place), "bold"), Text(about, style="dim"), _words(reading, place.span)


def _actors(reading: Reading) -> Iterator[Row]:
    for actor in reading.actors:
        about = ", ".join(filter(None, (actor.role, actor.plover or actor.country)))
        yield _cell(actor.name, "bold"), _cell(about), _words(reading, actor.span)


def _sentences(reading: Reading) -> Iterator[Row]:
    for number, sentence in enumerate(reading.sentences, 1):
        yield Text(str(number), style="dim"), _cell(squeezed(sentence.of(reading.report.text)))


def _media(reading: Reading) -> Iterator[Row]:
    for media in reading.media:
        yield _cell(media.provider, "bold"), _cell(" ".join(filter(None, (media.date, media.author)))), _cell(media.url)


_ROWS: dict[str, Callable[[Reading], Iterator[Row]]] = {
    "sentences": _sentences,
    "times": _times,
    "places": _places,
    "actors": _actors,
    "statements": _statements,
    "figures": _figures,
    "claims": _claims,
    "media": _media,
}


def _cell(words: str, style: str = "") -> Text:
    return Text(visible(words), style=style)


def _said(words: str, most: int = 120) -> Text:
    """Words between quotation marks; those that the words bring along are not doubled."""
    return Text("“" + visible(squeezed(words.strip(_QUOTES), most)) + "”", style="italic")


def _words(reading: Reading, span: Span) -> Text:
    return _said(span.of(reading.report.text))


def _joined(row: Row, lead: int) -> Text:
    """One line for a pipe; the first cells stand apart, the others are set off by points."""
    cells = [cell for cell in row if cell.plain]
    return Text("  ") + Text("  ").join([*cells[: lead - 1], Text(" · ").join(cells[lead - 1 :])])


def _table(rows: list[Row]) -> RenderableType:
    """One line an event, in columns."""
    table = Table.grid(padding=(0, 2))
    for may_wrap in (False, False, True, False, True, False, True, True):
        table.add_column(no_wrap=not may_wrap, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return Padding(table, (0, 0, 0, 1))


def _stack(rows: list[Row], lead: int) -> RenderableType:
    """The leading cells on one line and the others below them, for a narrow terminal."""
    table = Table.grid(padding=(0, 1))
    table.add_column()
    table.add_column(overflow="fold")
    for number, row in enumerate(rows, 1):
        cells = [cell for cell in (row[1:] if lead > 1 else row) if cell.plain]
        head, rest = Text("  ").join(cells[: lead - 1] or cells[:1]), Text(" · ").join(cells[max(1, lead - 1) :])
        mark = row[0] if lead > 1 else Text("·", style="dim")
        table.add_row(mark, Text("\n").join((head, rest)) if lead > 1 else Text("  ").join((head, rest)))
        if lead > 1 and number < len(rows):
            table.add_row()
    return Padding(table, (0, 0, 0, 1))
