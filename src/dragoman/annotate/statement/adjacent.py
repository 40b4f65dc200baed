"""Which cue stands next to a quotation, judged by punctuation: *"...," X said*, *said X*, *X said: "..."*."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Span
from .cues import CueTable
from .quotes import Quote
from .sheet import Sheet
from .verbs import is_passive, match

_TAIL_SIGNS = (",", "?", "!", "—", "–", "-", "…")
_FAR_TAIL, _FAR_LEAD = 30, 30
_SHORT = 12  # tokens of a sentence that holds a cue and its source only
_ASIDE = frozenset(("relcl", "acl", "aux", "auxpass", "amod"))


@dataclass(frozen=True, slots=True)
class Group:
    """A quotation with those that carry it on in the next paragraphs; tokens ``first`` to ``last``."""

    quotes: tuple[Quote, ...]
    indices: tuple[int, ...]
    first: int
    last: int

    def tokens(self) -> range:
        """All tokens from the first mark to the last."""
        return range(self.first, self.last + 1)

    def spans(self) -> list[Span]:
        """One span a paragraph, marks included."""
        return [Span(quote.start, quote.end) for quote in self.quotes]


def right_before(sheet: Sheet, table: CueTable, first: int) -> int | None:
    """A cue with nothing but a comma or colon between it and the quotation: *shouted "get out"*."""
    before = first - 1
    if before > 0 and sheet.parse.lower[before] in (",", ":"):
        before -= 1
    if before < 0 or not _brings(sheet, table, before) or is_passive(sheet.parse, before):
        return None
    return before


def follows_quote(sheet: Sheet, first: int) -> bool:
    """True for a quotation right after another one of its sentence."""
    before = first - 1
    while before >= 0 and sheet.quote_of[before] < 0 and not sheet.parse.words[before][0].isalnum():
        before -= 1
    return before >= sheet.sentence(first)[0] and sheet.quote_of[before] >= 0


def opens_sentence(sheet: Sheet, first: int) -> bool:
    """True for a quotation with no word of its sentence before it."""
    start, _ = sheet.sentence(first)
    return first == start or all(not sheet.parse.words[token][0].isalnum() for token in range(start, first))


def is_speech(sheet: Sheet, group: Group) -> bool:
    """True for quoted sentences; False for scare quotes, titles and fragments."""
    parse = sheet.parse
    words = [token for token in range(group.first, group.last + 1) if parse.words[token][0].isalnum()]
    if len(words) < 3 or (len(group.quotes) == 1 and not _ends_like_speech(sheet, group)):
        return False
    return any(parse.tags[token] in ("VBD", "VBZ", "VBP", "MD", "VB", "PRP") for token in words)


def _ends_like_speech(sheet: Sheet, group: Group) -> bool:
    quote = group.quotes[-1]
    inner = quote.inner(sheet.text)
    after = sheet.text[quote.end : quote.end + 1]
    return inner.endswith((".", *_TAIL_SIGNS)) or after in (",", ".") or not quote.closed


def tail_cue(sheet: Sheet, table: CueTable, group: Group) -> int | None:
    """The cue after a quotation: *"...," X said* or *"...," said X*."""
    parse, quote = sheet.parse, group.quotes[-1]
    at = group.last + 1
    if at >= len(parse) or "\n" in sheet.text[quote.end : parse.starts[at]] or not quote.closed:
        return None
    inner = quote.inner(sheet.text)
    comma = inner.endswith(_TAIL_SIGNS) or sheet.text[quote.end : quote.end + 1] in _TAIL_SIGNS
    start, end = sheet.sentence(at)
    if not comma and at != start:
        return None
    if at == start and not inner.endswith(("?", "!", "…", ",") if end - start > _SHORT else ("?", "!", "…", ".", ",")):
        return None
    stop = min(end, at + _FAR_TAIL)
    aside = None
    for token in range(at, stop):
        if sheet.quote_of[token] >= 0:
            break
        if not _brings(sheet, table, token):
            continue
        if at == start and not _short_cue(sheet, token, end):
            return None
        if parse.tags[token] == "VBG" and not opens_sentence(sheet, group.first):
            return None
        if parse.deps[token] not in _ASIDE or token <= at + 1:
            return token
        aside = token if aside is None else aside
    return aside


def _short_cue(sheet: Sheet, verb: int, end: int) -> bool:
    """True if a sentence holds a cue without content of its own: *Smith asked.*, *Smith told reporters.*"""
    parse = sheet.parse
    kid = parse.child(verb, "ccomp", "xcomp", "acomp")
    return (kid is None or kid < verb) and (parse.child(verb, "dobj") is None or parse.lemmas[verb] in ("tell", "ask"))


def _brings(sheet: Sheet, table: CueTable, token: int) -> bool:
    parse = sheet.parse
    if parse.tags[token][0] != "V" or parse.lemmas[token] not in table:
        return False
    found = match(parse, token, table)
    return found is not None and "quote" in found[0].frames and found[0].frames["quote"].act != "stance"


def lead_cue(sheet: Sheet, table: CueTable, group: Group) -> int | None:
    """The cue before a quotation: *X said: "..."*, also at the end of the line before."""
    parse = sheet.parse
    start, _ = sheet.sentence(group.first)
    before = group.first - 1
    if before < 0:
        return None
    if group.first == start or opens_sentence(sheet, group.first):
        if parse.words[before] != ":":
            return None
        start, _ = sheet.sentence(before)
    if parse.lower[before] not in (",", ":", "that") and not _brings(sheet, table, before):
        return None
    aside = None
    for token in range(before, max(start, before - _FAR_LEAD) - 1, -1):
        if sheet.quote_of[token] >= 0:
            break
        if _brings(sheet, table, token):
            if token >= before - 1 or not _in_aside(sheet, token):
                return token
            aside = token if aside is None else aside
    return aside


def _in_aside(sheet: Sheet, verb: int) -> bool:
    """True for a verb of a relative clause: not the one that brings what follows, if there is another."""
    deps = sheet.parse.deps
    return deps[verb] in _ASIDE or (deps[verb] == "conj" and deps[sheet.parse.heads[verb]] in _ASIDE)
