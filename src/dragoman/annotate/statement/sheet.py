"""What all rules for one report look at, and the statements that they draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...model import Parse, Span
from .cues import Cue
from .quotes import Quote

_EDGES = frozenset((",", ";", ":", ".", "-", "–", "—", "--", "(", ")", "...", "…", "and", "but", "or", "/", "as"))


@dataclass(slots=True)
class Draft:
    """A statement in the making, in tokens; ``spans`` holds stretches that are given as characters (quotations)."""

    cue: Cue
    rule: str
    head: int
    words: tuple[int, ...]
    source: tuple[int, int] | None
    tokens: frozenset[int] = frozenset()
    spans: list[Span] = field(default_factory=list)
    source_head: int | None = None


_SMALL = frozenset(("of", "the", "a", "an", "and", "in", "on", "for", "to", "at", "with", "from"))


def _is_title(words: str) -> bool:
    """True for names in quotation marks: a few words, each with a capital (*"Victory Day"*)."""
    found = words.split()
    return (
        0 < len(found) <= 6
        and words[-1:] not in ".,?!"
        and all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in found)
    )


class Sheet:
    """One report: its parse, its quotations, to which of them each token belongs, the lemmas that tell of speech."""

    __slots__ = ("closed", "inherits", "inner", "naming", "parse", "quote_of", "quotes", "speaking", "text", "titles")

    def __init__(
        self, text: str, parse: Parse, quotes: Sequence[Quote], speaking: frozenset[str], naming: frozenset[str]
    ) -> None:
        self.text, self.parse, self.speaking, self.naming = text, parse, speaking, naming
        self.closed: dict[int, int] = {}  # sentence to the comma before the cue that closes it
        self.inherits: dict[int, int] = {}  # cue to the cue before it whose source goes on speaking
        self.quotes = [quote for quote in quotes if quote.depth == 0]
        self.inner = [quote for quote in quotes if quote.depth > 0]
        self.titles = [_is_title(quote.inner(text)) for quote in self.quotes]
        self.quote_of = [-1] * len(parse)
        for index, quote in enumerate(self.quotes):
            for token in parse.tokens_in((quote.start, quote.end)):
                self.quote_of[token] = index

    def sentence(self, token: int) -> tuple[int, int]:
        """Token range of the sentence that holds a token."""
        return self.parse.sentences[self.parse.sentence_of(token)]

    def trimmed(self, tokens: Iterable[int]) -> list[int]:
        """Tokens without the punctuation and conjunctions at their edges."""
        kept = sorted(tokens)
        lower = self.parse.lower
        while kept and lower[kept[0]] in _EDGES:
            kept.pop(0)
        while kept and lower[kept[-1]] in _EDGES:
            if lower[kept[-1]] == ")" and any(lower[token] == "(" for token in kept):
                break
            kept.pop()
        return kept

    def runs(self, tokens: Iterable[int]) -> list[Span]:
        """Spans of the stretches that some tokens make; a stretch of edge words alone makes none."""
        found: list[Span] = []
        run: list[int] = []
        for token in [*sorted(tokens), len(self.parse) + 1]:
            if run and token != run[-1] + 1:
                kept = self.trimmed(run)
                if kept and (len(kept) > 1 or self.parse.lower[kept[0]] != "that"):
                    found.append(self.parse.span(kept[0], kept[-1]))
                run = []
            run.append(token)
        return found
