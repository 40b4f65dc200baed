"""Whose words they are: the subject of a cue, and the stretch of its noun phrase."""

from __future__ import annotations

from ...model import Parse
from .sheet import Sheet

SUBJECTS = ("nsubj", "csubj")
_CLIMB = ("conj", "xcomp", "advcl", "pcomp", "prep", "acl", "ccomp", "parataxis", "dep")
_FAR = 6
_LONGEST = 45


def subject_of(parse: Parse, verb: int) -> int | None:
    """The token that heads the subject of a verb, found through coordination, infinitives and participles."""
    token = verb
    for _ in range(_FAR):
        own = parse.child(token, *SUBJECTS)
        if own is not None:
            return own
        dep, head = parse.deps[token], parse.heads[token]
        if head == token or dep not in _CLIMB:
            return head if dep == "relcl" and head != token else None
        if dep == "acl":
            return head
        if dep == "ccomp" and parse.tags[token] not in ("VBG", "VBN"):
            return None
        if parse.child(token, "nsubjpass") is not None and dep != "conj":
            return None
        if dep == "xcomp":
            controlled = parse.child(head, "dobj", "dative")
            if controlled is not None and controlled < token and parse.tags[token] == "VB":
                return controlled
        if dep in ("advcl", "conj", "xcomp") and token != verb or dep in ("advcl", "conj"):
            passive = parse.child(head, "nsubjpass")
            if passive is not None:
                return passive
        token = head
    return None


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
    if last - first > _LONGEST:
        cut = [child for child in parse.children[head] if parse.deps[child] in ("relcl", "appos", "acl", "advcl")]
        later = [parse.edges(child)[0] for child in cut if child > head]
        last = max(head, min([last, *(at - 1 for at in later)]))
    kept = sheet.trimmed(range(first, last + 1)) or [head]
    return kept[0], kept[-1]


def _around(tokens: list[int], head: int) -> tuple[int, int]:
    """The unbroken stretch of sorted tokens that holds the head."""
    at = tokens.index(head) if head in tokens else 0
    first = last = at
    while first > 0 and tokens[first - 1] == tokens[first] - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] == tokens[last] + 1:
        last += 1
    return tokens[first], tokens[last]
