"""What a user looks for in the words of reports, read without ever failing, and as FTS5 wants it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..errors import UsageError

MOST = 64  # words and phrases in one search
_PARTS = re.compile(r'(-?)"([^"]*)"?(\*?)|([^\s"]+)')
_TOKENS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase, as folded tokens and as it is given; with ``prefix`` the last one may go on."""

    tokens: tuple[str, ...]
    words: str
    prefix: bool = False

    def at(self, tokens: Sequence[str], start: int) -> bool:
        """True if the term stands at a position among folded tokens."""
        size = len(self.tokens)
        here = tuple(tokens[start : start + size])
        if not self.prefix:
            return here == self.tokens
        return len(here) == size and here[:-1] == self.tokens[:-1] and here[-1].startswith(self.tokens[-1])


@dataclass(frozen=True, slots=True)
class Wording:
    """Every group must be found, by one of its terms; none of ``without`` may be."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()

    def fts5(self) -> str:
        """The expression for MATCH; every word is quoted, so that nothing in it is read as syntax."""
        wanted = " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in self.groups)
        return f"({wanted}) NOT ({' OR '.join(map(_quoted, self.without))})" if self.without else wanted

    def spots(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in a text the words that are looked for stand, in order, as character offsets; they do not overlap."""
        found = list(_TOKENS.finditer(text))
        tokens = [fold(each.group()) for each in found]
        terms = [term for group in self.groups for term in group]
        firsts: dict[str, list[Term]] = {}
        for term in terms:
            firsts.setdefault(term.tokens[0][:1], []).append(term)
        at = 0
        while at < len(tokens):
            fitting = [term for term in firsts.get(tokens[at][:1], ()) if term.at(tokens, at)]
            size = max((len(term.tokens) for term in fitting), default=0)
            if size:
                yield found[at].start(), found[at + size - 1].end()
            at += size or 1


def wording_of(text: str) -> Wording:
    """Reads a search: words and "phrases" that must all be there, OR between two that may stand for each other, NOT
    or - before one that must not be there, * after the beginning of a word.

    Whatever else is in it is passed over. UsageError if nothing is left to look for.
    """
    groups: list[list[Term]] = []
    without: list[Term] = []
    joining = refusing = False
    for word, term, minus in _parts(text):
        if word == "OR":
            joining = bool(groups)
        elif word == "NOT":
            refusing = True
        elif term is not None:
            if minus or refusing:
                without.append(term)
            elif joining:
                groups[-1].append(term)
            else:
                groups.append([term])
            joining = refusing = False
    if not groups:
        raise UsageError(f'text is {text[:60]!r}; allowed are words, "phrases", OR, NOT and beginnings such as nucl*')
    if sum(map(len, groups)) + len(without) > MOST:
        raise UsageError(f"text has more than {MOST} words or phrases; ask with fewer")
    return Wording(tuple(map(tuple, groups)), tuple(without))


def _parts(text: str) -> Iterator[tuple[str, Term | None, bool]]:
    """Operators, or terms and whether a minus stands before them."""
    for part in _PARTS.finditer(text):
        minus, phrase, star, word = part.groups()
        if word in ("OR", "NOT", "AND", "|"):
            yield "OR" if word == "|" else word, None, False
            continue
        bare = phrase if word is None else word
        words = _TOKENS.findall(bare)
        if words:
            prefix = bool(star) if word is None else word.endswith("*")
            yield (
                "",
                Term(tuple(map(fold, words)), " ".join(words), prefix),
                bool(minus) if word is None else word.startswith("-"),
            )


def fold(word: str) -> str:
    """A word in lower case and without accents, as the index holds it."""
    if word.isascii():
        return word.lower()
    spread = unicodedata.normalize("NFKD", word.lower())
    return "".join(char for char in spread if not unicodedata.combining(char))


def _quoted(term: Term) -> str:
    words = term.words.encode("utf-8", "replace").decode()  # without quotation marks: they are no letters
    return f'"{words}"' + (" *" if term.prefix else "")
