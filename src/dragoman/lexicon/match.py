"""Finding the forms of a table in a text's tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .load import Entry


class Hit(NamedTuple):
    """A form found: tokens ``first`` to ``last`` (included) and its entry."""

    first: int
    last: int
    entry: Entry


class Matcher:
    """All forms of some entries, found by their first word; the longest form wins, matches do not overlap.

    A form's words are separated by blanks and compared with lower-case words and with lemmas.
    """

    __slots__ = ("_by_first",)

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for entry in entries:
            for form in entry.forms:
                words = tuple(form.lower().split())
                by_first.setdefault(words[0], []).append((words, entry))
        for forms in by_first.values():
            forms.sort(key=lambda item: -len(item[0]))
        self._by_first = by_first

    def __call__(self, lower: Sequence[str], lemmas: Sequence[str] | None = None) -> Iterator[Hit]:
        """The matches, in order."""
        lemmas = lower if lemmas is None else lemmas
        at, size = 0, len(lower)
        while at < size:
            hit = self._at(at, lower, lemmas)
            if hit is None:
                at += 1
            else:
                yield hit
                at = hit.last + 1

    def _at(self, at: int, lower: Sequence[str], lemmas: Sequence[str]) -> Hit | None:
        best: Hit | None = None
        for key in {lower[at], lemmas[at]}:
            for words, entry in self._by_first.get(key, ()):
                last = at + len(words) - 1
                if best is not None and last <= best.last:
                    break
                if last < len(lower) and all(
                    word in (lower[at + step], lemmas[at + step]) for step, word in enumerate(words)
                ):
                    best = Hit(at, last, entry)
                    break
        return best
