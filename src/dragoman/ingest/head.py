"""What stands above the first sentence of a report: title, byline, date line, dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..model import Dateline, Span
from .calendar import BYLINE, DATE, LABEL, day_of
from .dateline import Found, dateline_at

_LINES = 7  # that are not blank and may stand above the dateline, the dateline's own included
_REACH = 1_500  # characters in which a line of the head must begin
_TITLE = 200  # characters of the longest line that is taken for a title or a rubric
_AFFILIATION = 60  # characters of a line such as *Associated Press Writer* under a byline
_FEW = 4  # lines further down are no bylines or dates, and a bare place before a dash is a rubric
_LINE = re.compile(r"[^\S\n]*(\S[^\n]*)")
_NO_HEAD = re.compile(r"[\d(/_:—–―‒-]")  # a line without any of these signs holds no dateline and no date
_CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[apAP]\.?[mM]\.?)?|T\d{2}:\d{2}\S{0,16})?"
_ZONE = r"(?: \(?[A-Z]{1,5}(?:[+-]\d{1,4})?\)?)?"
_WHEN = rf"(?P<date>{DATE}){_CLOCK}{_ZONE}[.,]?"
_DATE_LINE = re.compile(rf"(?:{LABEL}:?\s+)?{_WHEN}\s*$")
_AUTHOR_WORD = r"[^\W\d_](?:[^\W_]|['’.]|-(?=[^\W_]))*,?"
_BYLINE = re.compile(
    rf"{BYLINE}:? (?P<author>{_AUTHOR_WORD}(?: (?:{_AUTHOR_WORD}|&)){{0,11}}?)(?:\s*[|•·—–,-]?\s*{_WHEN})?\s*$"
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s+(?=[A-ZÀ-Ý])")
_JOINERS = frozenset(["and", "of", "the", "for", "in", "at", "de", "la", "van", "von", "bin", "al", "el", "with", "&"])


@dataclass(frozen=True, slots=True)
class Head:
    """``title`` is the first line where a byline, a date or a dateline stands under it, else None."""

    title: str | None = None
    author: str | None = None
    dateline: Dateline | None = None


class _Line(NamedTuple):
    """A line that is not blank. ``kind`` is dateline, about (it tells day or author) or other."""

    kind: str
    start: int
    words: str
    found: Found | None = None
    day: str | None = None
    author: str | None = None


def head_of(text: str, published: str | None = None) -> Head:
    """The head of a report. ``published`` (ISO 8601) gives the year of a date without one."""
    near = date.fromisoformat(published[:10]) if published else None
    above: list[_Line] = []
    for line in _lines(text, near):
        if line.kind == "dateline":
            return _with_dateline(text, above, line)
        above.append(line)
    return _without_dateline(above)


def _lines(text: str, near: date | None) -> Iterator[_Line]:
    """The first lines of a text, classified, as far as a head can reach."""
    at = 0
    for number in range(_LINES):
        match = _LINE.search(text, at, at + _REACH)
        if match is None or match.start(1) > _REACH:
            return
        words, start, at = text[match.start(1) : match.end()].rstrip(), match.start(1), match.end()
        line = _classified(words, start, number, near)
        yield line
        if line.kind == "dateline" or (line.kind == "other" and len(words) > _TITLE):
            return


def _classified(words: str, start: int, number: int, near: date | None) -> _Line:
    if _NO_HEAD.search(words[:_TITLE]) is None and not words[:3].lower().startswith("by"):
        return _Line("other", start, words)
    found = dateline_at(words, near)
    if found is not None and (found.certain or number < _FEW):
        return _Line("dateline", start, words, found)
    if number < _FEW and len(words) <= _TITLE:
        about = _about(words, start, near)
        if about is not None:
            return about
    if number == 0:
        for end in _SENTENCE_END.finditer(words, 0, _TITLE):
            found = dateline_at(words[end.end() :], near)
            if found is not None and found.place and (found.certain or words[end.end() :][:4].isupper()):
                return _Line("dateline", start + end.end(), words[: end.start() + 1], found)
    return _Line("other", start, words)


def _about(words: str, start: int, near: date | None) -> _Line | None:
    """A line that holds nothing but a date, a byline, or both."""
    dated = _DATE_LINE.match(words)
    if dated is not None:
        return _Line("about", start, words, day=day_of(dated["date"], near))
    match = _BYLINE.match(words)
    if match is None:
        return None
    names = match["author"].rstrip(",").split()
    plain = all(name[0].isupper() or name.rstrip(",").lower() in _JOINERS for name in names)
    if not plain or len(names) < 2 or names[0][0].islower():
        return None
    day = day_of(match["date"], near) if match["date"] else None
    return _Line("about", start, words, day=day, author=" ".join(names))


def _with_dateline(text: str, above: list[_Line], line: _Line) -> Head:
    """The dateline with the date and author lines that stand right above it, the title further up."""
    found = line.found or Found(0)
    start = line.start
    for at, item in reversed(list(enumerate(above))):
        affiliation = at > 0 and above[at - 1].author and len(item.words) <= _AFFILIATION
        if item.kind == "other" and not affiliation:
            break
        start = item.start
    inline = line.words if line.author is None and not _opens_line(text, line.start) else None
    title = _title([item for item in above if item.start < start]) or inline
    day = found.day or _first(item.day for item in above)
    span = Span(start, line.start + found.length)
    return Head(title, _first(item.author for item in above), Dateline(span, found.place, found.agency, day))


def _without_dateline(above: list[_Line]) -> Head:
    """A date line alone serves as dateline; a byline alone only names the author."""
    about = [at for at, item in enumerate(above) if item.kind == "about"]
    author, day = _first(item.author for item in above), _first(item.day for item in above)
    if not about:
        return Head()
    title = _title(above[: about[0]])
    if day is None:
        return Head(title, author)
    first = last = next(at for at in about if above[at].day)
    while first - 1 in about:
        first -= 1
    while last + 1 in about:
        last += 1
    span = Span(above[first].start, above[last].start + len(above[last].words))
    return Head(title, author, Dateline(span, None, None, day))


def _opens_line(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _title(above: list[_Line]) -> str | None:
    return next((item.words for item in above if item.kind == "other"), None)
