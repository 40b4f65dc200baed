"""Whose words they are: the subject of a cue, and the stretch of its noun phrase."""

from __future__ import annotations

from ...model import Parse
from .sheet import Sheet

SUBJECTS = ("nsubj", "csubj")
_CLIMB = ("conj", "xcomp", "advcl", "pcomp", "prep", "acl", "ccomp", "parataxis", "dep")
_FAR = 6
_LONGEST = 45
_TO_SOMEBODY = ("tell", "inform", "assure", "remind")  # what follows them hears, and does not say
_ASIDE = 14  # tokens; a longer relative clause after a comma is left out of the source


def subject_of(parse: Parse, verb: int) -> int | None:
    """The token that heads the subject of a verb, found through coordination, infinitives and participles."""
    token = verb
    for _ in range(_FAR):
        own = [child for child in parse.children_by(token, *SUBJECTS) if child < token]
        if own:
            return own[-1]
        after = parse.child(token, *SUBJECTS)
        if after is not None:
            return after
        dep, head = parse.deps[token], parse.heads[token]
        if head == token:
            return None
        if dep in ("relcl", "acl"):
            return head
        if dep not in _CLIMB or (dep == "ccomp" and parse.tags[token] not in ("VBG", "VBN")):
            return None
        if parse.child(token, "nsubjpass") is not None and dep != "conj":
            return None
        found = _from_above(parse, token, dep, head)
        if found is not None:
            return found
        token = head
    return None


def _from_above(parse: Parse, token: int, dep: str, head: int) -> int | None:
    """The noun above a subjectless verb that is its subject though it is none of the verb above."""
    if dep == "prep" and parse.lower[token] == "as":  # quoted the ministry as saying
        quoted = parse.child(head, "dobj", "nsubjpass")
        if quoted is not None or parse.deps[head] == "relcl":
            return parse.heads[head] if quoted is None else quoted
    if dep == "xcomp" and parse.tags[token] == "VB":  # told the crew to say
        controlled = parse.child(head, "dobj", "dative")
        if controlled is not None and controlled < token:
            return controlled
    return parse.child(head, "nsubjpass") if dep in ("advcl", "conj") else None


def agent_of(parse: Parse, verb: int) -> int | None:
    """The noun after *by* that a passive names as its doer."""
    by = parse.child(verb, "agent")
    if by is None:
        by = next((child for child in parse.children_by(verb, "prep") if parse.lower[child] == "by"), None)
    return None if by is None else parse.child(by, "pobj")


def phrase_of(sheet: Sheet, head: int, low: int, high: int) -> tuple[int, int]:
    """First and last token of the noun phrase of a token, kept within ``[low, high)``."""
    parse = sheet.parse
    tokens = [token for token in parse.subtree(head) if low <= token < high] or [head]
    first, last = _around(tokens, head)
    for child in parse.children[head]:
        if child <= head or parse.deps[child] not in ("relcl", "appos", "acl", "advcl"):
            continue
        start = parse.edges(child)[0]
        participle = parse.deps[child] == "acl" and parse.lower[start - 1] == ","
        aside = parse.deps[child] == "relcl" and parse.lower[start - 1] == "," and last - start > _ASIDE
        if head < start <= last and (aside or participle or last - first > _LONGEST):
            last = start - 1
    first = _without_participle(parse, head, _with_description(parse, head, max(low, 0), first))
    kept = sheet.trimmed(range(first, last + 1)) or [head]
    return kept[0], kept[-1]


def _without_participle(parse: Parse, head: int, first: int) -> int:
    """A phrase without *Speaking in Geneva,* before it."""
    if parse.tags[first] not in ("VBG", "VBN"):
        return first
    return next((at + 1 for at in range(first, head) if parse.lower[at] == ","), first)


def _with_description(parse: Parse, head: int, low: int, first: int) -> int:
    """Where *a member of the council, Ana Ruiz* begins, which the parser takes for two subjects."""
    verb = parse.heads[head]
    if parse.deps[head] != "nsubj" or first <= low or parse.lower[first - 1] != "," or verb < head:
        return first
    for other in parse.children_by(verb, "nsubj"):
        edges = parse.edges(other)
        if other < head and edges[1] in (first - 1, first - 2) and edges[0] >= low:
            return edges[0]
    return first


def _around(tokens: list[int], head: int) -> tuple[int, int]:
    """The unbroken stretch of sorted tokens that holds the head."""
    at = tokens.index(head) if head in tokens else 0
    first = last = at
    while first > 0 and tokens[first - 1] == tokens[first] - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] == tokens[last] + 1:
        last += 1
    return tokens[first], tokens[last]


def outside(sheet: Sheet, token: int, low: int, high: int) -> tuple[int, int]:
    """The stretch around a token, within ``[low, high)``, that no quotation mark interrupts."""
    index = sheet.quote_of[token]
    first, end = token, token + 1
    while first > low and sheet.quote_of[first - 1] == index:
        first -= 1
    while end < high and sheet.quote_of[end] == index:
        end += 1
    return first, end


def beside(sheet: Sheet, verb: int, last: int, start: int, end: int) -> tuple[int | None, tuple[int, int] | None]:
    """The noun phrase next to a cue whose subject the parser has not found: *said X*, or *X said*."""
    parse = sheet.parse
    low, high = outside(sheet, verb, start, end)
    named = verb - 2 if parse.lower[verb - 1] == "," else verb - 1  # the envoy, Ana Ruiz, told reporters
    if named > low and named < verb - 1 and parse.deps[named] == "appos":
        top = _top(sheet, named, low, verb)
        return top, phrase_of(sheet, top, low, verb)
    for at in range(verb - 1, low - 1, -1):
        if parse.tags[at][0] in ("N", "P") and parse.tags[at] != "POS":
            top = _top(sheet, at, low, verb)
            return top, phrase_of(sheet, top, low, verb)
        if parse.lower[at] in (",", ".", ":", ";"):
            break
    for at in range(last + 1, min(high, last + 8)):
        if parse.deps[at] in ("dobj", "dative") and parse.lemmas[verb] in _TO_SOMEBODY:
            break  # told reporters
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
