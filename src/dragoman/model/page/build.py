"""Putting the page together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..span import Span
from .escape import element, escaped, link
from .marks import marks_of
from .phrases import day_phrase, source_phrase, squeezed
from .segments import Mark, Segment, paragraphs, segments
from .tables import tables_of

if TYPE_CHECKING:
    from ..reading import Reading

LEGEND = (
    ("event", "Events"),
    ("actor", "Actors"),
    ("place", "Places"),
    ("time", "Times"),
    ("figure", "Figures"),
    ("statement", "Statements"),
    ("claim", "Claims"),
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page_of(reading: Reading) -> str:
    """The page, a whole HTML document; its size grows linearly with the reading."""
    title = squeezed(title_of(reading), 120)
    switches = "".join(
        f'<input class="switch" type="checkbox" id="show-{layer}" checked aria-label="show {name.lower()}">'
        for layer, name in LEGEND
    )
    body = f"""<header>
<p class="origin">{_origin(reading)}</p>
<h1 dir="auto">{escaped(title)}</h1>
{_note(reading)}</header>
{_legend(reading)}
<article dir="auto">
{_text(reading, marks_of(reading))}
</article>
{tables_of(reading)}
<footer>Report {escaped(reading.report.id)} · read by Dragoman</footer>"""
    return document(title, reading.report.language or "en", body, switches)


def document(title: str, language: str, body: str, before: str = "") -> str:
    """A whole document around the HTML of its body; ``before`` stands before the main part."""
    return f"""<!DOCTYPE html>
<html lang="{escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{escaped(title)}</title>
<style>
{_style()}</style>
</head>
<body>
{before}
<main>
{body}
</main>
</body>
</html>
"""


def title_of(reading: Reading) -> str:
    """The title of the report, or its first words."""
    report = reading.report
    return (
        report.title or squeezed(report.text[report.body : report.body + 400], 90).lstrip("\ufeff") or "An empty report"
    )


@cache
def _style() -> str:
    return files(__package__).joinpath("page.css").read_text(encoding="utf-8")


def _origin(reading: Reading) -> str:
    report = reading.report
    day = day_phrase(report)
    parts = [escaped(source_phrase(report)), element("time", escaped(day), datetime=day) if day else ""]
    parts += [escaped(report.author or ""), link(report.url, report.url) if report.url else ""]
    return " · ".join(filter(None, parts)) or "Source and day not given"


def _note(reading: Reading) -> str:
    return f'<p class="note">{escaped(reading.note)}</p>\n' if reading.note else ""


def _legend(reading: Reading) -> str:
    items = "".join(
        f'<li><label for="show-{layer}" class="key key-{layer}"><span class="swatch m {layer}">{name}</span>'
        f" <small>{len(getattr(reading, layer + 's'))}</small></label></li>"
        for layer, name in LEGEND
    )
    return f'<nav aria-label="Legend: choose what is marked"><ul>{items}</ul></nav>'


def _text(reading: Reading, marks: list[Mark]) -> str:
    text = reading.report.text
    stretches = list(paragraphs(text))
    cuts = [edge for stretch in stretches for edge in stretch]
    runs = segments(len(text), marks, cuts)
    return "\n".join(element("p", inside) for inside in _paragraphs(text, runs, stretches) if inside)


def _paragraphs(text: str, runs: Iterator[Segment], stretches: list[Span]) -> Iterator[str]:
    """The inside of each paragraph; the empty lines between them are left out."""
    begun: set[Mark] = set()
    segment = next(runs, None)
    for start, end in stretches:
        pieces = []
        while segment is not None and segment.span.end <= end:
            if segment.span.start >= start:
                pieces.append(_run(text, segment, begun))
            segment = next(runs, None)
        yield "".join(pieces)


def _run(text: str, segment: Segment, begun: set[Mark]) -> str:
    """A segment with all its layers; an anchor stands where its mark begins."""
    words = escaped(segment.span.of(text))
    if not segment.marks:
        return words
    layers = " ".join(dict.fromkeys(mark.layer for mark in segment.marks))
    says = "\n".join(dict.fromkeys(mark.says for mark in reversed(segment.marks)))
    fresh = [mark for mark in segment.marks if mark.anchor and mark not in begun]
    begun.update(fresh)
    anchors = "".join(f'<a class="anchor" id="{mark.anchor}"></a>' for mark in fresh)
    return f'{anchors}<span class="m {layers}" data-says="{escaped(says)}">{words}</span>'
