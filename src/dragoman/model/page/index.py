"""A list of pages as a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .build import document, title_of
from .escape import element, escaped
from .phrases import day_phrase, source_phrase, squeezed

if TYPE_CHECKING:
    from ..reading import Reading


@dataclass(frozen=True, slots=True)
class Entry:
    """What the list says of one page."""

    href: str
    title: str
    source: str
    day: str
    events: int

    @staticmethod
    def of(href: str, reading: Reading) -> Entry:
        """The entry of a reading whose page is at ``href``."""
        report = reading.report
        title = squeezed(title_of(reading), 120)
        return Entry(href, title, source_phrase(report), day_phrase(report), len(reading.events))


def index_of(entries: Sequence[Entry]) -> str:
    """A page that lists other pages by day, source and title."""
    rows = "\n".join(map(_row, sorted(entries, key=lambda entry: (entry.day, entry.source, entry.title, entry.href))))
    heads = "".join(element("th", name, scope="col") for name in ("Day", "Source", "Report", "Events"))
    body = (
        f'<header><p class="origin">{len(entries)} reports, {sum(entry.events for entry in entries)} event mentions</p>'
        "<h1>Reports read</h1></header>\n"
        f'<section class="list" id="reports"><div class="scroll"><table><thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div></section>"
    )
    return document("Reports read", "en", body)


def _row(entry: Entry) -> str:
    cells = (
        ("Day", escaped(entry.day)),
        ("Source", escaped(entry.source)),
        ("Report", element("a", escaped(entry.title), href=entry.href)),
        ("Events", str(entry.events)),
    )
    return element("tr", "".join(f'<td data-head="{head}">{cell}</td>' for head, cell in cells))
