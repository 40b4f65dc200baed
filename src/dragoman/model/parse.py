"""The grammatical analysis of a report, as columns.

One parser or another fills these columns; nothing of the parser's own types leaks out. Part-of-speech tags are
Penn Treebank tags, dependency labels those of the CLEAR style that spaCy's English models use.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .span import Span


@dataclass(frozen=True, slots=True)
class Parse:
    """Columns over the tokens of a report, in order of the text.

    ``heads[i]`` is the index of the governor of token i, i itself for the root of a sentence. ``ents[i]`` is the
    entity type or ""; ``ent_starts[i]`` is True on the first token of an entity. ``sentences`` are half-open token
    ranges. Tokens that are white space only do not appear.
    """

    words: tuple[str, ...]
    lower: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    ents: tuple[str, ...]
    ent_starts: tuple[bool, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False)
    parser: str = ""

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Characters from token ``first`` to token ``last``, both included."""
        return Span(self.starts[first], self.ends[last])

    def token_at(self, char: int) -> int:
        """Index of the token that covers a character, or of the last one before it (-1 if there is none)."""
        return bisect_right(self.starts, char) - 1

    def tokens_in(self, span: tuple[int, int]) -> range:
        """Indices of the tokens that share characters with a span."""
        first = max(0, bisect_right(self.ends, span[0]))
        last = bisect_right(self.starts, span[1] - 1)
        return range(first, last)

    def sentence_of(self, token: int) -> int:
        """Index of the sentence that holds a token."""
        return bisect_right(self.sentences, (token, len(self.words))) - 1

    def head_in(self, tokens: Sequence[int]) -> int:
        """The token of a stretch that governs the others: the first whose head lies outside."""
        low, high = tokens[0], tokens[-1]
        for token in tokens:
            head = self.heads[token]
            if head == token or not low <= head <= high:
                return token
        return tokens[-1]

    def children_by(self, token: int, *labels: str) -> list[int]:
        """Children of a token with one of the dependency labels, in order of the text."""
        return [child for child in self.children[token] if self.deps[child] in labels]

    def child(self, token: int, *labels: str) -> int | None:
        """The first child with one of the labels, or None."""
        for child in self.children[token]:
            if self.deps[child] in labels:
                return child
        return None

    def subtree(self, token: int) -> list[int]:
        """A token and all that hangs on it, in order of the text."""
        found, open_ = [token], [token]
        while open_:
            for child in self.children[open_.pop()]:
                found.append(child)
                open_.append(child)
        return sorted(found)

    def edges(self, token: int) -> tuple[int, int]:
        """First and last token of the subtree."""
        tokens = self.subtree(token)
        return tokens[0], tokens[-1]

    def ancestors(self, token: int) -> Iterator[int]:
        """The governors of a token, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def conjuncts(self, token: int) -> list[int]:
        """A token that heads a coordination and all that is coordinated with it, in order of the text."""
        found = [token]
        for member in found:
            found.extend(child for child in self.children[member] if self.deps[child] == "conj")
        return sorted(found)

    def entities(self) -> Iterator[tuple[int, int, str]]:
        """Named entities as (first token, last token included, type)."""
        at, size = 0, len(self.words)
        while at < size:
            label = self.ents[at]
            if not label:
                at += 1
                continue
            last = at
            while last + 1 < size and self.ents[last + 1] == label and not self.ent_starts[last + 1]:
                last += 1
            yield at, last, label
            at = last + 1


def children_of(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The children of every token, in order of the text."""
    lists: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            lists[head].append(token)
    return tuple(map(tuple, lists))
