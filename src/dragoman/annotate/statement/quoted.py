"""Quotations and the cues that bring them.

A quotation belongs to the cue that stands next to it, judged by punctuation before grammar: *"...," X said*,
*said X*, *X said: "..."*. One without a cue of its own goes on with the statement of the sentence before.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Span
from .cues import Cue, CueTable
from .quotes import Quote
from .sheet import Draft, Sheet
from .source import phrase_of, subject_of
from .verbs import cue_words, is_passive, match

UNKNOWN = Cue("quotation", "say", "speech")
COLON = Cue("colon", "say", "speech")
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

    def spans(self) -> list[Span]:
        """One span a paragraph, marks included."""
        return [Span(quote.start, quote.end) for quote in self.quotes]


def quoted_drafts(sheet: Sheet, table: CueTable, drafts: dict[int, Draft]) -> list[Draft]:
    """All drafts, those that bring quotations completed; ``drafts`` are those of the verbs, by verb."""
    loose: list[Draft] = []
    owners: dict[int, Draft] = {}
    _keep_inside(sheet, drafts)
    for group in _groups(sheet):
        owner = _owner(sheet, table, drafts, group)
        if owner is None and _is_speech(sheet, group):
            owner = _after_colon(sheet, group)
            if owner is not None:
                loose.append(owner)
        if owner is None:
            owner = _before(sheet, group, owners, drafts)
        if owner is None and _is_speech(sheet, group) and _opens_sentence(sheet, group.first):
            owner = Draft(UNKNOWN, "quotation: alone", group.first, (), None)
            loose.append(owner)
        if owner is None:
            continue
        owner.spans.extend(group.spans())
        for index in group.indices:
            owners[index] = owner
        _withdraw(sheet, group, owner, drafts)
    return [*drafts.values(), *loose]


def _groups(sheet: Sheet) -> list[Group]:
    groups: list[Group] = []
    for index, quote in enumerate(sheet.quotes):
        tokens = sheet.parse.tokens_in((quote.start, quote.end))
        if not len(tokens) or sheet.quote_of[tokens[0]] != index:
            continue
        if quote.follows and groups and groups[-1].indices[-1] == index - 1:
            old = groups.pop()
            groups.append(Group((*old.quotes, quote), (*old.indices, index), old.first, tokens[-1]))
        else:
            groups.append(Group((quote,), (index,), tokens[0], tokens[-1]))
    return groups


def _owner(sheet: Sheet, table: CueTable, drafts: dict[int, Draft], group: Group) -> Draft | None:
    claims = [draft for draft in drafts.values() if _claims(sheet, draft, group)]
    opens = _opens_sentence(sheet, group.first)
    verb = None
    if opens or _is_speech(sheet, group):
        verb = _tail_cue(sheet, table, group) if opens or not claims else None
        if verb is None:
            verb = _lead_cue(sheet, table, group)
    if verb is None:
        return max(claims, key=lambda draft: draft.head, default=None)
    owner = drafts.get(verb)
    if owner is None or owner.cue.act != "speech":
        owner = drafts[verb] = _new_draft(sheet, table, verb, group)
    return owner


def _claims(sheet: Sheet, draft: Draft, group: Group) -> bool:
    if sheet.quote_of[draft.head] in group.indices:
        return False
    return group.first in draft.tokens or (group.first + 1) in draft.tokens


def _opens_sentence(sheet: Sheet, first: int) -> bool:
    start, _ = sheet.sentence(first)
    return first == start or all(not sheet.parse.words[token][0].isalnum() for token in range(start, first))


def _is_speech(sheet: Sheet, group: Group) -> bool:
    """True for quoted sentences; False for scare quotes, titles and fragments."""
    parse = sheet.parse
    words = [token for token in range(group.first, group.last + 1) if parse.words[token][0].isalnum()]
    if len(words) < 3 or len(group.quotes) == 1 and not _ends_like_speech(sheet, group):
        return False
    return any(parse.tags[token] in ("VBD", "VBZ", "VBP", "MD", "VB", "PRP") for token in words)


def _ends_like_speech(sheet: Sheet, group: Group) -> bool:
    quote = group.quotes[-1]
    inner = quote.inner(sheet.text)
    after = sheet.text[quote.end : quote.end + 1]
    return inner.endswith((".", *_TAIL_SIGNS)) or after in (",", ".") or not quote.closed


def _tail_cue(sheet: Sheet, table: CueTable, group: Group) -> int | None:
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
        if parse.tags[token] == "VBG" and not _opens_sentence(sheet, group.first):
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


def _lead_cue(sheet: Sheet, table: CueTable, group: Group) -> int | None:
    """The cue before a quotation: *X said: "..."*, also at the end of the line before."""
    parse = sheet.parse
    start, _ = sheet.sentence(group.first)
    before = group.first - 1
    if before < 0:
        return None
    if group.first == start or _opens_sentence(sheet, group.first):
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
    return deps[verb] in _ASIDE or deps[verb] == "conj" and deps[sheet.parse.heads[verb]] in _ASIDE


def _new_draft(sheet: Sheet, table: CueTable, verb: int, group: Group) -> Draft:
    parse = sheet.parse
    found = match(parse, verb, table)
    assert found is not None
    form, last = found
    cue = form.frames["quote"]
    head = None if is_passive(parse, verb) else subject_of(parse, verb)
    phrase: tuple[int, int] | None = None
    start, end = sheet.sentence(verb)
    if head is not None and sheet.quote_of[head] < 0:
        low, high = _outside(sheet, head, start, end)
        phrase = phrase_of(sheet, head, low, high)
    else:
        head, phrase = _beside(sheet, verb, last, start, end)
    if phrase is not None and phrase[0] <= verb <= phrase[1]:
        phrase = (phrase[0], verb - 1) if phrase[0] < verb and head is not None and head < verb else (last + 1, phrase[1])
    words = cue_words(parse, verb, last)
    return Draft(cue, f"{cue.id}: quote", verb, words, phrase, frozenset(), [], head)


def _outside(sheet: Sheet, token: int, low: int, high: int) -> tuple[int, int]:
    """The stretch without quotations around a token, within ``[low, high)``."""
    first, end = token, token + 1
    while first > low and sheet.quote_of[first - 1] < 0:
        first -= 1
    while end < high and sheet.quote_of[end] < 0:
        end += 1
    return first, end


def _beside(sheet: Sheet, verb: int, last: int, start: int, end: int) -> tuple[int | None, tuple[int, int] | None]:
    """The noun phrase next to a cue whose subject the parser has not found: *said X*, or *X said*."""
    parse = sheet.parse
    low, high = _outside(sheet, verb, start, end)
    for at in range(verb - 1, low - 1, -1):
        if parse.tags[at][0] in ("N", "P") and parse.tags[at] != "POS":
            top = _top(sheet, at, low, verb)
            return top, phrase_of(sheet, top, low, verb)
        if parse.lower[at] in (",", ".", ":", ";"):
            break
    for at in range(last + 1, min(high, last + 8)):
        if parse.tags[at][0] in ("N", "P") and parse.tags[at] != "POS":
            top = _top(sheet, at, last + 1, high)
            return top, phrase_of(sheet, top, last + 1, high)
        if parse.lower[at] in (",", ".", ":", ";"):
            break
    return None, None


def _top(sheet: Sheet, token: int, low: int, high: int) -> int:
    parse = sheet.parse
    while low <= parse.heads[token] < high and parse.heads[token] != token and parse.tags[parse.heads[token]][0] == "N":
        token = parse.heads[token]
    return token


def _before(sheet: Sheet, group: Group, owners: dict[int, Draft], drafts: dict[int, Draft]) -> Draft | None:
    """The statement of the sentence before, which a quotation without a cue carries on."""
    parse = sheet.parse
    if not _opens_sentence(sheet, group.first):
        return None
    start, end = sheet.sentence(group.first)
    if start == 0:
        return None
    breaks = "\n" in sheet.text[parse.ends[start - 1] : parse.starts[start]]
    if breaks and any(sheet.quote_of[token] < 0 and parse.words[token][0].isalnum() for token in range(start, end)):
        return None
    first, stop = sheet.sentence(start - 1)
    for token in range(stop - 1, first - 1, -1):
        owner = owners.get(sheet.quote_of[token])
        if owner is not None:
            return owner
    spoken = [token for token in range(first, stop) if token in drafts and drafts[token].cue.act == "speech"]
    free = [token for token in spoken if not any(token in drafts[other].tokens for other in spoken)]
    return drafts[free[-1]] if free else None


def _after_colon(sheet: Sheet, group: Group) -> Draft | None:
    """*He returned to his old line: "..."*: the subject of what stands before the colon speaks."""
    parse = sheet.parse
    before = group.first - 1
    if before < 1 or parse.words[before] != ":":
        return None
    start, _ = sheet.sentence(before)
    top = parse.head_in(range(start, before))
    head = parse.child(top, "nsubj", "nsubjpass") if parse.tags[top][0] == "V" else top
    if head is None or parse.tags[head][0] not in ("N", "P"):
        return None
    phrase = phrase_of(sheet, head, start, before)
    return Draft(COLON, "colon: quote", before, (before,), phrase, frozenset(), [], head)


def _withdraw(sheet: Sheet, group: Group, owner: Draft, drafts: dict[int, Draft]) -> None:
    """A quotation belongs to one statement: others lose it."""
    held = frozenset(range(group.first, group.last + 1))
    for verb, draft in list(drafts.items()):
        if draft is owner or sheet.quote_of[verb] in group.indices or not _claims(sheet, draft, group):
            continue
        if owner.head in draft.tokens:
            continue
        draft.tokens = draft.tokens - held
        if not sheet.trimmed(draft.tokens) and not draft.spans:
            del drafts[verb]


def _keep_inside(sheet: Sheet, drafts: dict[int, Draft]) -> None:
    """A cue in a quotation attributes words of that quotation only."""
    for verb, draft in list(drafts.items()):
        index = sheet.quote_of[verb]
        if index < 0:
            continue
        draft.tokens = frozenset(token for token in draft.tokens if sheet.quote_of[token] == index)
        if draft.source is not None and sheet.quote_of[draft.source[0]] != index:
            draft.source = draft.source_head = None
        if not sheet.trimmed(draft.tokens):
            del drafts[verb]
