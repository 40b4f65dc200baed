"""Links to posts, pictures and videos in running text, by a table of providers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...lexicon import Entry, load
from ...model import Span

_LONGEST = 500  # characters of a link's path
_TAIL = re.compile(r"[.,;:!?'\"”’»…]+$")  # punctuation of the sentence that holds the link
_CLOSERS = {")": "(", "]": "["}


class Link(NamedTuple):
    """A link: where it stands, whose it is, and its whole address."""

    span: Span
    provider: str
    url: str


@dataclass(frozen=True, slots=True)
class Links:
    """``pattern`` finds any link to a known host; ``paths`` tells by host what the path of an item looks like."""

    pattern: re.Pattern[str]
    paths: dict[str, tuple[tuple[re.Pattern[str], str], ...]]

    @staticmethod
    def shipped() -> Links:
        """The links of the table that comes with Dragoman."""
        return Links.of(load("media").entries)

    @staticmethod
    def of(entries: tuple[Entry, ...]) -> Links:
        """The links of some entries."""
        paths: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for entry in entries:
            path = re.compile(entry.value["path"])
            for host in entry.forms:
                paths.setdefault(host, []).append((path, str(entry.value["provider"])))
        hosts = "|".join(re.escape(host) for host in sorted(paths, key=lambda host: (-len(host), host)))
        pattern = re.compile(
            rf"(?:(?P<scheme>https?)://)?(?<![\w.@-])(?:(?:www|m|mobile|web)\.)?(?P<host>{hosts})"
            rf"(?P<path>/[^\s<>\"“”«»|\\^`{{}}]{{1,{_LONGEST}}})",
            re.IGNORECASE,
        )
        return Links(pattern, {host: tuple(found) for host, found in paths.items()})

    def find(self, text: str) -> Iterator[Link]:
        """The links of a text, in order."""
        if "/" not in text:
            return
        for match in self.pattern.finditer(text):
            path = _trimmed(match["path"])
            for pattern, provider in self.paths[match["host"].lower()]:
                if pattern.match(path):
                    end = match.start("path") + len(path)
                    words = text[match.start() : end]
                    yield Link(Span(match.start(), end), provider, words if match["scheme"] else "https://" + words)
                    break


def _trimmed(path: str) -> str:
    """A path without the punctuation and the closing brackets of the sentence around it."""
    while True:
        shorter = _TAIL.sub("", path)
        if shorter and shorter[-1] in _CLOSERS and _CLOSERS[shorter[-1]] not in shorter:
            shorter = shorter[:-1]
        if shorter == path:
            return path
        path = shorter
