"""Embedded posts, pictures and videos: those of the page, and those whose links stand in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Media, Reading, Time
from .links import Link, Links

_AUTHOR = re.compile(r"\s{0,4}[—–-]{1,2}\s?(?P<author>[^\s—–][^—–\n()]{0,80}\(@\w{1,30}\))")
_GAP = re.compile(r"[ \t\xa0]*[,|·—–-]?[ \t\xa0]*")
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\S)")


@dataclass(frozen=True, slots=True)
class MediaStage:
    """Finds links to single items of the providers in its table, with the author and day that stand after them.

    The form is that in which posts are copied into text: ``… pic.twitter.com/Ab12 — Name (@handle) July 25, 2023``.
    """

    links: Links
    name: ClassVar[str] = "media"
    needs: ClassVar[tuple[str, ...]] = ("times",)
    gives: ClassVar[str] = "media"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> MediaStage:
        """The stage with its table of providers."""
        return MediaStage(Links.shipped())

    def __call__(self, reading: Reading) -> Iterator[Media]:
        yield from reading.report.media
        found = list(self.links.find(reading.report.text))
        yield from _with_words_after(reading, found) if found else ()


def _with_words_after(reading: Reading, links: list[Link]) -> list[Media]:
    """The media of some links in order. Of links in a row, all belong to the post that ends after the last."""
    text, found = reading.report.text, list[Media]()
    author, day, next_start = None, None, -1
    for link in reversed(links):
        in_a_row = next_start >= 0 and not text[link.span.end : next_start].strip(" \t\xa0,")
        if not in_a_row:
            author, day = _words_after(text, link.span.end, reading.times)
        found.append(Media(link.span, link.provider, link.url, author, day))
        next_start = link.span.start
    return found[::-1]


def _words_after(text: str, end: int, times: tuple[Time, ...]) -> tuple[str | None, str | None]:
    """Author and day that stand directly after a link."""
    match = _AUTHOR.match(text, end)
    author = " ".join(match["author"].split()) if match else None
    at = match.end() if match else end
    gap = _GAP.match(text, at)
    start = gap.end() if gap else at
    return author, _day_at(start, times)


def _day_at(start: int, times: tuple[Time, ...]) -> str | None:
    """The day of the time expression that begins at a character, if it is one whole day."""
    at = bisect_left(times, start, key=_start_of)
    while at < len(times) and times[at].span.start == start:
        if times[at].type in ("DATE", "TIME") and _WHOLE_DAY.match(_day_part(times[at].value)):
            return _day_part(times[at].value)
        at += 1
    return None


def _start_of(time: Time) -> int:
    return time.span.start


def _day_part(value: str | None) -> str:
    return (value or "").partition("T")[0]
