"""Where the words of one speaker end and another act of speech begins.

The parser draws into a clause what follows it: *..., adding that*, *... and called it a scandal*, *..., while others
said*, *..., a claim that the army denied*.
"""

from __future__ import annotations

from ...model import Parse
from .sheet import Sheet
from .source import SUBJECTS

_CONTRASTS = ("while", "whereas", "as")
_FINITE = ("VBD", "VBZ", "VBP")


def clipped(sheet: Sheet, verb: int, kid: int, tokens: set[int]) -> set[int]:
    """The content ``tokens`` of a cue, whose clause is headed by ``kid``, up to the next act of speech."""
    parse = sheet.parse
    for token in sorted(tokens):
        if token <= max(kid, verb) or parse.lemmas[token] not in sheet.speaking or parse.tags[token][0] != "V":
            continue
        stop = _stop(sheet, verb, kid, token)
        if stop is not None:
            sheet.inherits[token] = verb
            tokens = {each for each in tokens if each < stop}
            break
    return without_rejoinder(sheet, verb, tokens)


def _stop(sheet: Sheet, verb: int, kid: int, token: int) -> int | None:
    """Where the content ends because of a verb of speech in it, or None if that verb belongs to the content."""
    parse = sheet.parse
    dep, own = parse.deps[token], parse.child(token, *SUBJECTS)
    first = _left_edge(parse, token)
    if dep == "conj" and parse.heads[token] in (kid, parse.heads[kid]):
        another = own is not None and own > kid
        return first if another or (own is None and _goes_on(sheet, verb, kid, token)) else None
    if dep != "advcl":
        return None
    if own is None:
        return token if parse.tags[token] == "VBG" and parse.lower[token - 1] == "," else None
    contrast = parse.lower[first] in _CONTRASTS and parse.lower[first - 1] in (",", ";")
    return first if contrast or parse.lower[first] == "while" else None


def _left_edge(parse: Parse, token: int) -> int:
    """The first token that hangs on a token, found without looking at the whole subtree."""
    while parse.children[token] and parse.children[token][0] < token:
        token = parse.children[token][0]
    return token


def _goes_on(sheet: Sheet, verb: int, kid: int, token: int) -> bool:
    """True if a verb coordinated with the content carries on the cue: *said he had met them but denied that ...*"""
    parse = sheet.parse
    if parse.tags[token] not in _FINITE or parse.tags[token] != parse.tags[verb]:
        return False
    if parse.child(kid, "aux") is not None:
        return parse.child(token, "aux") is None
    return parse.tags[kid] == parse.tags[verb] and parse.lemmas[kid] not in sheet.speaking


def without_rejoinder(sheet: Sheet, verb: int, tokens: set[int]) -> set[int]:
    """Content without what another says of it: *..., a claim that Kyiv denied*, *..., which Tehran denies*."""
    parse = sheet.parse
    for token in sorted(tokens):
        if token <= verb or parse.lower[token] != "," or token - 1 not in tokens or token + 2 >= len(parse):
            continue
        if _rejoins(sheet, token + 1, parse):
            return {each for each in tokens if each < token}
    return tokens


def _rejoins(sheet: Sheet, at: int, parse: Parse) -> bool:
    if parse.lower[at] in ("a", "an"):
        noun = parse.heads[at]
        told = parse.child(noun, "relcl", "acl")
        return parse.lemmas[noun] in sheet.naming and told is not None and parse.lemmas[told] in sheet.speaking
    clause = parse.heads[at]
    if parse.lower[at] != "which" or parse.deps[at] != "dobj" or parse.deps[clause] != "relcl":
        return False
    return parse.lemmas[clause] in sheet.speaking and parse.child(clause, *SUBJECTS) is not None
