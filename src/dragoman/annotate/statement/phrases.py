"""Statements whose cue is a phrase: *according to X*, *in X's view*, *reportedly*."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...lexicon import load, words_of
from ...model import Parse
from .cues import Cue
from .sheet import Draft, Sheet
from .source import phrase_of

_EMBEDDED = frozenset(("relcl", "ccomp", "parataxis"))
_OWNERS = ("poss",)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A form as words, with the cue and how it names its source."""

    words: tuple[str, ...]
    cue: Cue
    names: str


@cache
def phrase_table() -> dict[str, tuple[Phrase, ...]]:
    """The phrases of the table by their first word."""
    found: dict[str, list[Phrase]] = {}
    for entry in load("statement_phrases").entries:
        cue = Cue(entry.id, entry.value["strength"], entry.value["act"])
        for form in entry.forms:
            words = tuple(form.split())
            found.setdefault(words[0], []).append(Phrase(words, cue, entry.value["names"]))
    return {first: tuple(forms) for first, forms in found.items()}


def phrase_draft(sheet: Sheet, at: int, phrase: Phrase) -> Draft | None:
    """The statement of a phrase that begins at a token, or None where the words there are others."""
    if phrase.names == "none":
        return _adverb(sheet, at, phrase)
    return _owned(sheet, at, phrase) if phrase.names == "owner" else _named(sheet, at, phrase)


def _adverb(sheet: Sheet, at: int, phrase: Phrase) -> Draft | None:
    parse = sheet.parse
    verb = parse.heads[at]
    while parse.deps[verb] in ("xcomp", "acomp", "aux") and parse.heads[verb] != verb:
        verb = parse.heads[verb]
    tokens = set(parse.subtree(verb)) - {at}
    if parse.tags[verb][0] != "V":
        return None
    return Draft(phrase.cue, f"{phrase.cue.id}: adverb", at, (at,), None, frozenset(tokens))


def _named(sheet: Sheet, at: int, phrase: Phrase) -> Draft | None:
    parse = sheet.parse
    last = at + len(phrase.words) - 1
    if last + 1 >= len(parse) or parse.lower[at : last + 1] != phrase.words:
        return None
    noun = parse.child(last, "pobj")
    start, end = sheet.sentence(at)
    if noun is None or noun < last or not _names_somebody(parse, noun):
        return None
    source = phrase_of(sheet, noun, last + 1, _stop(sheet, last + 1, end))
    tokens = _clause_around(sheet, at, source[1], start, end)
    words = tuple(range(at, last + 1))
    return Draft(phrase.cue, f"{phrase.cue.id}: phrase", at, words, source, frozenset(tokens), [], noun)


def _stop(sheet: Sheet, at: int, end: int) -> int:
    """Where a quotation begins after the phrase, or the end of the sentence."""
    return next((token for token in range(at, end) if sheet.quote_of[token] >= 0), end)


def _names_somebody(parse: Parse, noun: int) -> bool:
    """False for measures and manners: *according to size*, *according to plan*."""
    alone = not parse.children_by(noun, "det", "poss", "compound", "amod", "prep", "acl", "relcl")
    return parse.tags[noun] != "VBG" and not (alone and parse.lemmas[noun] in words_of("statement_standards"))


def _clause_around(sheet: Sheet, at: int, last: int, start: int, end: int) -> set[int]:
    """The whole sentence for a phrase at its edge or set off by commas; the clause that holds it otherwise."""
    parse = sheet.parse
    own = set(range(at, last + 1))
    before = [token for token in range(start, at) if parse.words[token][0].isalnum()]
    after = [token for token in range(last + 1, end) if parse.words[token][0].isalnum()]
    top = parse.heads[at]
    while top != parse.heads[top] and not (before and after and _holds(sheet, top, at)):
        top = parse.heads[top]
    for kid in parse.children_by(top, "ccomp"):
        if before and after and _holds(sheet, kid, at):
            top = kid
    tokens = set(parse.subtree(top))
    if not before or not after:
        tokens = set(range(start, end))
    return tokens - own


def _holds(sheet: Sheet, clause: int, at: int) -> bool:
    """True for an embedded clause that begins before the phrase and ends after it."""
    if sheet.parse.deps[clause] not in _EMBEDDED:
        return False
    first, last = sheet.parse.edges(clause)
    return first < at < last


def _owned(sheet: Sheet, at: int, phrase: Phrase) -> Draft | None:
    parse = sheet.parse
    noun = next((kid for kid in parse.children_by(at, "pobj") if parse.lemmas[kid] == phrase.words[1]), None)
    if noun is None:
        noun = next((kid for kid in parse.children_by(at, "pobj") if parse.lower[kid] == phrase.words[1]), None)
    owner = None if noun is None else parse.child(noun, *_OWNERS)
    if noun is None or owner is None or noun - at > 12:
        return None
    start, end = sheet.sentence(at)
    source = phrase_of(sheet, owner, at + 1, noun)
    tokens = _clause_around(sheet, at, noun, start, end)
    return Draft(
        phrase.cue, f"{phrase.cue.id}: phrase", at, tuple(range(at, noun + 1)), source, frozenset(tokens), [], owner
    )
