"""Statements whose cue is a verb, read off the dependency parse.

One small function a kind of content (clause, infinitive, object ...); they are tried in that order, and the first
that finds content makes the statement. What the parser gets wrong in inverted speech is repaired by punctuation.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Parse
from .content import FINDERS
from .cues import Cue, CueForm, CueTable
from .sheet import Draft, Sheet
from .source import SUBJECTS, agent_of, beside, phrase_of, subject_of

Frames = Mapping[str, Cue]
_HELD = ("aux", "auxpass", "neg", "prt")


def match(parse: Parse, verb: int, table: CueTable) -> tuple[CueForm, int] | None:
    """The longest form that starts at a token, and the last token of it."""
    for key in (parse.lemmas[verb], parse.lower[verb]):
        for form in table.get(key, ()):
            last = verb + len(form.rest)
            if last < len(parse) and all(
                word in (parse.lower[verb + step], parse.lemmas[verb + step]) for step, word in enumerate(form.rest, 1)
            ):
                return form, last
    return None


def verb_draft(sheet: Sheet, verb: int, form: CueForm, last: int) -> Draft | None:
    """The statement that a cue verb makes, or None where it takes no content of its kinds."""
    passive = is_passive(sheet.parse, verb)
    for rule, finder in FINDERS:
        cue = form.frames.get(rule.partition(" ")[0])
        if cue is None:
            continue
        tokens = finder(sheet, verb, last, cue, passive)
        if tokens:
            source = _source_head(sheet, verb, cue, rule, passive)
            return draft(sheet, verb, last, cue, rule, source, tokens)
    return _by_preposition(sheet, verb, last, form.frames, passive)


def draft(
    sheet: Sheet, verb: int, last: int, cue: Cue, rule: str, source: int | None, tokens: set[int]
) -> Draft | None:
    """A draft with its spans kept apart: content without cue, source without content."""
    words = cue_words(sheet.parse, verb, last)
    tokens = tokens - set(words)
    phrase = None
    if source is not None:
        low, high = sheet.sentence(source)
        phrase = _source_phrase(sheet, source, low, high, verb, tokens)
        if phrase is not None:
            tokens = tokens - set(range(phrase[0], phrase[1] + 1))
    if not sheet.trimmed(tokens):
        return None
    return Draft(cue, f"{cue.id}: {rule}", verb, words, phrase, frozenset(tokens), [], source)


def _source_phrase(
    sheet: Sheet, source: int, low: int, high: int, verb: int, tokens: set[int]
) -> tuple[int, int] | None:
    first, last = phrase_of(sheet, source, low, high)
    if source < verb:
        last = min(last, verb - 1)
    elif source > verb:
        first = max(first, verb + 1)
    inside = [token for token in range(first, last + 1) if token in tokens]
    if source in tokens:
        return (source, source) if len(inside) < len(tokens) else None
    for token in inside:
        if token < source:
            first = max(first, token + 1)
        else:
            last = min(last, token - 1)
    kept = sheet.trimmed(range(first, last + 1)) or [source]
    return kept[0], kept[-1]


def cue_words(parse: Parse, verb: int, last: int) -> tuple[int, ...]:
    """The verb with its auxiliaries, negation and particle, and adverbs between them."""
    held = {verb, *range(verb, last + 1), *parse.children_by(verb, *_HELD)}
    first, end = min(held), max(held)
    if end - first > 6:
        first, end = verb, last
    return tuple(range(first, end + 1))


def is_passive(parse: Parse, verb: int) -> bool:
    """True for passive verbs, finite or reduced (*a plan backed by X*, *asked why*)."""
    subject = parse.child(verb, "nsubjpass")
    if subject is not None or parse.child(verb, "auxpass") is not None:
        return True
    if parse.child(verb, "aux", *SUBJECTS) is not None:
        return False
    dep, tag = parse.deps[verb], parse.tags[verb]
    return (tag == "VBN" and dep in ("acl", "relcl", "amod", "advcl")) or (tag == "VBD" and dep in ("acl", "advcl"))


def _source_head(sheet: Sheet, verb: int, cue: Cue, rule: str, passive: bool) -> int | None:
    if rule == "whole" or cue.id == "seem":
        return None
    if passive:
        return agent_of(sheet.parse, verb)
    source = subject_of(sheet.parse, verb)
    if sheet.parse.tags[verb] not in ("VBD", "VBZ", "VBP") or sheet.quote_of[verb] >= 0:
        return source
    if source is None or sheet.quote_of[source] >= 0:
        start, end = sheet.sentence(verb)
        return beside(sheet, verb, verb, start, end)[0]
    return source


def _by_preposition(sheet: Sheet, verb: int, last: int, frames: Frames, passive: bool) -> Draft | None:
    parse = sheet.parse
    for kid in parse.children_by(verb, "prep", "dative", "agent"):
        cue = frames.get(parse.lower[kid])
        if cue is None or kid < verb or parse.child(kid, "pobj", "pcomp") is None:
            continue
        tokens = set(parse.subtree(kid)) - {kid}
        source = agent_of(parse, verb) if passive else subject_of(parse, verb)
        return draft(sheet, verb, last, cue, parse.lower[kid], source, tokens)
    return None
