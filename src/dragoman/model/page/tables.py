"""The lists below the text: events, statements, figures and claims."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..event import Event
from .escape import element, escaped, link
from .phrases import (
    act_phrase,
    figure_phrase,
    origin_phrase,
    parties_phrase,
    since_phrase,
    size_phrase,
    speaker_phrase,
    squeezed,
    when_phrase,
    where_phrase,
)

if TYPE_CHECKING:
    from ..claim import Claim
    from ..media import Media
    from ..reading import Reading

_MOST = 160


def tables_of(reading: Reading) -> str:
    """One section for each layer that has something to list."""
    text = reading.report.text
    sections = (
        _section("Events", _EVENTS, (_event(reading, at, event) for at, event in enumerate(reading.events, 1))),
        _section("Statements", _STATEMENTS, (_statement(reading, at) for at in range(len(reading.statements)))),
        _section("Figures", _FIGURES, ((figure_phrase(f), f.kind, _quoted(f.span.of(text))) for f in reading.figures)),
        _section("Claims", _CLAIMS, (_claim(claim, text) for claim in reading.claims)),
        _section("Embedded", _MEDIA, (_media(media) for media in reading.media)),
    )
    return "\n".join(filter(None, sections))


_EVENTS = ("", "When", "Who → whom", "Act", "Status", "Where", "According to", "Words")
_STATEMENTS = ("Who", "Says", "What")
_FIGURES = ("Figure", "Kind", "Words")
_CLAIMS = ("Claim", "Since", "Words")
_MEDIA = ("From", "By", "Day", "Link")


def _section(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    body = "\n".join(_row(heads, row) for row in rows)
    if not body:
        return ""
    head = "".join(element("th", escaped(name), scope="col") for name in heads)
    table = f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
    name = title.lower()
    return f'<section class="list" id="{name}"><h2>{title}</h2><div class="scroll">{table}</div></section>'


def _row(heads: tuple[str, ...], cells: tuple[str, ...]) -> str:
    return (
        "<tr>"
        + "".join(f'<td data-head="{head}">{cell}</td>' for head, cell in zip(heads, cells, strict=True))
        + "</tr>"
    )


def _event(reading: Reading, number: int, event: Event) -> tuple[str, ...]:
    who = escaped(parties_phrase(event.actors, 9) or "—")
    if event.recipients:
        who += f' <span class="arrow">→</span> {escaped(parties_phrase(event.recipients, 9))}'
    size = size_phrase(event.size)
    return (
        element("a", str(number), href=f"#e{number}"),
        _with_note(when_phrase(event.when), origin_phrase(event.when)),
        who + (f"<small>{escaped(size)}</small>" if size else ""),
        element("b", escaped(act_phrase(event)).replace("/", "/<wbr>")) + f"<small>{escaped(_codes(event))}</small>",
        element("span", escaped(event.status), class_=f"status {event.status}"),
        escaped(where_phrase(event.where)),
        escaped(squeezed(event.speaker.name, 60)) if event.speaker else '<span class="none">the report</span>',
        _quoted(event.trigger.of(reading.report.text)),
    )


def _codes(event: Event) -> str:
    plover = event.plover if event.plover and event.plover != event.act else None
    scale = f"{event.goldstein:+g}" if event.goldstein is not None else None
    return " · ".join(filter(None, (plover, f"CAMEO {event.cameo}" if event.cameo else None, scale)))


def _statement(reading: Reading, at: int) -> tuple[str, ...]:
    statement, text = reading.statements[at], reading.report.text
    who = escaped(squeezed(speaker_phrase(reading, at), 80)) or '<span class="none">not named</span>'
    cue = _quoted(statement.cue.of(text)) if statement.cue else ""
    what = " … ".join(_quoted(span.of(text), 2 * _MOST) for span in statement.content)
    inside = f"within statement {statement.within + 1}" if statement.within is not None else ""
    return who, _with_note(cue, f"{statement.manner}, {statement.strength}", raw=True), what + _note(inside)


def _claim(claim: Claim, text: str) -> tuple[str, ...]:
    return escaped(claim.kind), escaped(since_phrase(claim)), _quoted(claim.span.of(text))


def _media(media: Media) -> tuple[str, ...]:
    return escaped(media.provider), escaped(media.author or ""), escaped(media.date or ""), link(media.url, media.url)


def _quoted(words: str, most: int = _MOST) -> str:
    """Words between quotation marks; those that the words bring along are not doubled."""
    return element("q", escaped(squeezed(words.strip(' \n"“”„‟«»'), most)))


def _note(note: str) -> str:
    return element("small", escaped(note)) if note else ""


def _with_note(words: str, note: str, raw: bool = False) -> str:
    return (words if raw else escaped(words)) + _note(note)
