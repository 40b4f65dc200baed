"""Sentences by punctuation, line structure and a table of abbreviations.

Boundaries are found before the parse, so that the parser gets one sentence at a time and a sentence's analysis
depends on nothing but its own report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...lexicon import words_of
from ...model import Reading, Span

LONGEST = 1_500  # characters; a longer stretch without an end is cut at white space, so that no parse explodes
_CLOSERS = "\"'”’»)]\u300d"
_CLOSING = "[" + re.escape(_CLOSERS) + "]*"
_END = re.compile(rf"[.!?…]+{_CLOSING}(?=\s|$)|[。！？]{_CLOSING}")
_BLOCK = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LAST_WORD = re.compile(r"[\w.&'’-]*$")
_INITIALS = re.compile(r"(?:^|[^\w])(?:[A-Za-z]\.)+$")
_OPENING = re.compile(r"\s*[\"'“‘«(\[\u300c]*([^\s])")
_WRAP_LINES, _WRAP_WIDTH = 4, 100


@dataclass(frozen=True, slots=True)
class SentenceStage:
    """Splits the body of a report into sentences."""

    abbreviations: frozenset[str]
    name: ClassVar[str] = "sentence"
    needs: ClassVar[tuple[str, ...]] = ()
    gives: ClassVar[str] = "sentences"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> SentenceStage:
        """The stage with its table of abbreviations."""
        return SentenceStage(words_of("abbreviations"))

    def __call__(self, reading: Reading) -> Iterator[Span]:
        report = reading.report
        for start, end in report.prose:
            yield from split(report.text, self.abbreviations, start, end)


def split(text: str, abbreviations: frozenset[str], start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The sentences of a stretch of a text (all of it if not said), without the white space around them."""
    unit = _BLOCK if _hard_wrapped(text) else _LINE
    for block in unit.finditer(text, start, len(text) if end is None else end):
        for first, last in _sentences(text, block.start(), block.end(), abbreviations):
            yield from _pieces(text, first, last)


def _hard_wrapped(text: str) -> bool:
    """True if lines were broken to fit a width, so that a single line break ends nothing."""
    lines = [line for line in text.split("\n", 400) if line.strip()]
    if len(lines) < _WRAP_LINES or max(map(len, lines)) > _WRAP_WIDTH:
        return False
    broken = sum(1 for line in lines if line.rstrip()[-1:] not in ".!?:" + _CLOSERS)
    return broken * 2 > len(lines)


def _sentences(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    at = start
    for mark in _END.finditer(text, start, end):
        stop = mark.end()
        if stop <= at or stop >= end:
            continue
        if _ends(text, mark.start(), stop, abbreviations):
            yield at, stop
            at = stop
    yield at, end


def _ends(text: str, mark: int, stop: int, abbreviations: frozenset[str]) -> bool:
    """True if the punctuation at ``mark`` closes a sentence, judged by the words on both sides."""
    opening = _OPENING.match(text, stop)
    if opening is None:
        return True
    follows = opening.group(1)
    if follows.islower():
        return False
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return True
    word = _last_word(text, mark)
    if _INITIALS.search(text[max(0, mark - 12) : mark + 1]):
        return len(word) > 1 and follows.isupper() and _starts_sentence(text, stop)
    return word.lower() not in abbreviations


def _last_word(text: str, mark: int) -> str:
    found = _LAST_WORD.search(text[max(0, mark - 20) : mark])
    return found.group().lstrip(".'’") if found else ""


_STARTERS = re.compile(
    r"\s*[\"'“‘(]*(?:The|This|That|These|Those|He|She|It|They|We|In|On|At|But|And|For|As|If|When|While|After|Before|"
    r"Since|However|Meanwhile|A|An|There|His|Her|Its|Their|Our|Some|Many|Most|Both|One|Two|What|Who|How|No|Not|Now)\b"
)


def _starts_sentence(text: str, stop: int) -> bool:
    """After initials (*the U.S.*) only a word that opens sentences starts a new one."""
    return _STARTERS.match(text, stop) is not None


def _pieces(text: str, first: int, last: int) -> Iterator[Span]:
    while last - first > LONGEST:
        cut = text.rfind(" ", first + LONGEST // 2, first + LONGEST)
        cut = cut if cut > first else first + LONGEST
        yield from _trimmed(text, first, cut)
        first = cut
    yield from _trimmed(text, first, last)


def _trimmed(text: str, first: int, last: int) -> Iterator[Span]:
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    if first < last:
        yield Span(first, last)
