"""One sentence as the grammar sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Parse
from .item import Item
from .pattern import letters


@dataclass(frozen=True, slots=True)
class Sentence:
    """The items of one sentence of a report."""

    parse: Parse
    items: Sequence[Item | None]
    text: str

    @staticmethod
    def of(parse: Parse, items: Sequence[Item | None]) -> Sentence:
        """A sentence ready to be read."""
        return Sentence(parse, items, letters(items))


def around(sentence: Sentence, at: int, stop: int) -> tuple[str, str, str]:
    """The word before an expression, the tag of the token after it, and the next two words."""
    parse = sentence.parse
    first, last = sentence.items[at], sentence.items[stop - 1]
    if first is None or last is None:
        return "", "", ""
    token = parse.token_at(last.end - 1) + 1
    before = parse.lower[first.token - 1] if at else ""
    if token >= len(parse) or stop >= len(sentence.items):
        return before, "", ""
    return before, parse.tags[token], " ".join(parse.lower[token : token + 2])
