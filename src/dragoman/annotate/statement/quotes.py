"""Quotations: stretches between quotation marks, paragraph by paragraph.

Double, single, straight, curly, angled (French), low (German) and corner (Chinese, Japanese) marks are read. A
quotation that its paragraph leaves open ends with the paragraph, or goes on in the next one if that opens with a mark
again: the printer's custom for a speech of several paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_MARKS = re.compile(r"``|''|[\"“”„‟«»‘’‹›「」『』']")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_BLOCK = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
_PAIRS = {"“": "”“", "„": "“”‟", "«": "»", "»": "«", "‘": "’", "「": "」", "『": "』", "‹": "›", "``": "''", "‟": "”"}
_ELISIONS = re.compile(r"(?:em|til|tis|twas|cause|n|bout|round)\b|\d", re.IGNORECASE)
_SINGLE = ("'", "’", "‘")
_FAR = 600  # characters that a quotation between straight single marks may span
_DEEPEST = 4  # quotations inside each other; deeper marks are noise


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation of one paragraph, marks included.

    ``closed`` is False where the paragraph ended first; ``follows`` is True where it carries on the quotation that
    the paragraph before left open; ``depth`` counts the quotations around it.
    """

    start: int
    end: int
    closed: bool
    follows: bool
    depth: int

    def inner(self, text: str) -> str:
        """The words between the marks."""
        return text[self.start + 1 : self.end - 1 if self.closed else self.end].strip("\"'“”„«»‘’`「」『』 ")


def find_quotes(text: str, start: int = 0, wrapped: bool = False) -> list[Quote]:
    """All quotations of a text from a character on, in order; inner ones follow the one that holds them.

    A paragraph is a line; with ``wrapped``, for text broken to a width, it ends at a blank line.
    """
    found: list[Quote] = []
    if _MARKS.search(text, start) is None:
        return found
    open_before = False
    for paragraph in (_BLOCK if wrapped else _PARAGRAPH).finditer(text, start):
        here = _in_paragraph(text, paragraph.start(), paragraph.end(), open_before)
        found.extend(here)
        open_before = any(not quote.closed and quote.depth == 0 for quote in here)
    return found


def _in_paragraph(text: str, start: int, end: int, open_before: bool) -> list[Quote]:
    found: list[Quote] = []
    open_: list[tuple[str, int]] = []
    closers = [mark.start() for mark in _CLOSING_SINGLE.finditer(text, start, end)] if "'" in text[start:end] else []
    for mark in _MARKS.finditer(text, start, end):
        sign, at = mark.group(), mark.start()
        depth = _closes(open_, sign, text, at)
        if depth is not None:
            while len(open_) > depth:
                _, opened = open_.pop()
                found.append(Quote(opened, mark.end(), True, False, len(open_)))
        elif len(open_) < _DEEPEST and _opens(sign, text, at, (start, end), closers):
            open_.append((sign, at))
    for level, (sign, opened) in enumerate(open_):
        if sign not in _SINGLE and level == 0:
            found.append(Quote(opened, end, False, False, 0))
    found.sort(key=lambda quote: (quote.start, -quote.end))
    if open_before and found and not text[start : found[0].start].strip():
        first = found[0]
        found[0] = Quote(first.start, first.end, first.closed, True, first.depth)
    return found


def _closes(open_: list[tuple[str, int]], sign: str, text: str, at: int) -> int | None:
    """The depth to which a mark closes what is open, or None if it closes nothing."""
    for depth in range(len(open_) - 1, -1, -1):
        opener = open_[depth][0]
        closers = opener if opener in ('"', "'", "''") else _PAIRS.get(opener, "")
        if sign not in closers and not (opener == "“" and sign == '"') and not (opener == '"' and sign == "”"):
            continue
        if sign == opener and sign in "“„«»" and not _ends_word(text, at):
            continue
        if sign in _SINGLE and not _ends_word(text, at):
            return None
        return depth
    return None


def _opens(sign: str, text: str, at: int, paragraph: tuple[int, int], closers: list[int]) -> bool:
    """True if a mark opens a quotation; ``closers`` are the straight single marks that may close one."""
    start, end = paragraph
    if sign in ("”", "」", "』", "›"):
        return False
    if sign == "’":
        return False
    if sign == "'":
        before = text[at - 1] if at > start else " "
        if not (before.isspace() or before in '("“[—–') or _ELISIONS.match(text, at + 1) or at + 1 >= end:
            return False
        return text[at + 1].isalnum() and _closes_soon(closers, at)
    if sign == "»":
        return at + 1 < end and (text[at + 1].isalnum() and (at == start or text[at - 1].isspace()))
    if sign == '"':
        return not (at > start and at + 1 < end and text[at - 1].isdigit() and not text[at + 1].isalnum())
    return True


_CLOSING_SINGLE = re.compile(r"(?<=[\w.,!?…])'(?=[\s.,;:!?)\"”—–]|$)")


def _closes_soon(closers: list[int], at: int) -> bool:
    """True if a closing single mark follows within the length of a long sentence or two."""
    next_ = bisect_right(closers, at + 1)
    return next_ < len(closers) and closers[next_] - at <= _FAR


def _ends_word(text: str, at: int) -> bool:
    """True if a single mark may close: nothing of a word follows it."""
    after = text[at + 1] if at + 1 < len(text) else " "
    return not after.isalnum() and at > 0 and not text[at - 1].isspace()
