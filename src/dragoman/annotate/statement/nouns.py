"""Statements whose cue is a noun or an adjective: *the claim that*, *a report by X that*, *is confident of*."""

from __future__ import annotations

from ...model import Parse
from .cues import Cue, CueForm, CueTable
from .sheet import Draft, Sheet
from .source import phrase_of, subject_of
from .verbs import cue_words, draft

_BY = ("by", "from", "among")
_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP"))


def noun_draft(sheet: Sheet, noun: int, form: CueForm, light: frozenset[str]) -> Draft | None:
    """The statement that a noun makes of its complement, for its owner, its author or the subject of *make*."""
    parse = sheet.parse
    found = _complement(parse, noun, form)
    if found is None:
        return None
    rule, cue, tokens = found
    verb = _light_verb(parse, noun, light)
    if verb is not None:
        made = draft(sheet, verb, verb, cue, f"noun {rule}", subject_of(parse, verb), tokens)
        if made is not None:
            made.words = tuple(range(made.words[0], noun + 1)) if 0 < noun - made.words[0] < 12 else made.words
            made.tokens = made.tokens - set(made.words)
            made.head = noun
        return made if made is not None and made.source is not None else None
    owner = _owner(parse, noun)
    if owner is None and not (rule == "clause" and cue.act == "speech"):
        return None
    made = draft(sheet, noun, noun, cue, f"noun {rule}", None, tokens)
    if made is not None and owner is not None:
        start, end = sheet.sentence(noun)
        low, high = (start, noun) if owner < noun else (noun + 1, end)
        made.source, made.source_head = phrase_of(sheet, owner, low, high), owner
        made.tokens = made.tokens - set(range(made.source[0], made.source[1] + 1))
        if not made.tokens:
            return None
    return made


def _complement(parse: Parse, noun: int, form: CueForm) -> tuple[str, Cue, set[int]] | None:
    for kid in parse.children[noun]:
        if kid < noun:
            continue
        dep = parse.deps[kid]
        if dep in ("acl", "ccomp", "relcl", "xcomp", "advcl"):
            marks = {parse.lower[mark] for mark in parse.children_by(kid, "mark", "aux")}
            if "clause" in form.frames and marks & {"that", "whether", "if"} and dep != "relcl":
                return "clause", form.frames["clause"], set(parse.subtree(kid))
            if "infinitive" in form.frames and "to" in marks:
                return "infinitive", form.frames["infinitive"], set(parse.subtree(kid))
        if dep == "prep" and parse.lower[kid] in form.frames and parse.child(kid, "pobj", "pcomp") is not None:
            return parse.lower[kid], form.frames[parse.lower[kid]], set(parse.subtree(kid)) - {kid}
    return _predicated(parse, noun, form)


def _predicated(parse: Parse, noun: int, form: CueForm) -> tuple[str, Cue, set[int]] | None:
    """*Their hope is that ...*, *his message was that ...*"""
    verb = parse.heads[noun]
    if "clause" not in form.frames or parse.deps[noun] != "nsubj" or parse.lemmas[verb] != "be":
        return None
    for kid in parse.children_by(verb, "ccomp"):
        if kid > verb and any(parse.lower[mark] in ("that", "whether") for mark in parse.children_by(kid, "mark")):
            return "clause", form.frames["clause"], set(parse.subtree(kid))
    return None


def _light_verb(parse: Parse, noun: int, light: frozenset[str]) -> int | None:
    verb = parse.heads[noun]
    if parse.deps[noun] == "dobj" and parse.lemmas[verb] in light and verb < noun:
        return verb
    return None


def _owner(parse: Parse, noun: int) -> int | None:
    """Whose claim it is: *their claim*, *claims by X*, *the Biden plan*, *Russian claims*."""
    owner = parse.child(noun, "poss")
    if owner is not None:
        return owner
    for kid in parse.children[noun]:
        if parse.deps[kid] in ("prep", "agent") and parse.lower[kid] in _BY:
            return parse.child(kid, "pobj")
        if parse.deps[kid] in ("compound", "amod") and parse.ents[kid] in _NAMED and kid < noun:
            return kid
    return None


def adjective_draft(sheet: Sheet, word: int, form: CueForm, table: CueTable) -> Draft | None:
    """The statement of a predicate adjective (*is sure that*) or of a participle used as one (*is worried about*)."""
    parse = sheet.parse
    predicate = parse.deps[word] in ("acomp", "oprd", "attr")
    verb = parse.heads[word] if predicate else word
    if not predicate and parse.tags[word][0] != "V":
        return None
    if verb == word and parse.tags[word] != "VBN":
        return None
    found = _complement_of_adjective(parse, word, verb, form)
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        subject = subject_of(parse, verb)
    if found is None or subject is None or parse.lower[subject] in ("it", "there"):
        return None
    rule, cue, tokens = found
    made = draft(sheet, word, word, cue, f"adjective {rule}", subject, tokens)
    if made is not None:
        words = cue_words(parse, verb, verb)
        made.words = tuple(range(words[0], word + 1)) if 0 <= word - words[0] < 6 else made.words
    return made if made is not None and made.source is not None else None


def _complement_of_adjective(parse: Parse, word: int, verb: int, form: CueForm) -> tuple[str, Cue, set[int]] | None:
    for kid in sorted({*parse.children[word], *parse.children[verb]}):
        if kid <= word:
            continue
        dep = parse.deps[kid]
        if dep in ("ccomp", "xcomp", "advcl", "acl"):
            to = any(parse.tags[mark] == "TO" for mark in parse.children_by(kid, "aux"))
            if to and "infinitive" in form.frames:
                return "infinitive", form.frames["infinitive"], set(parse.subtree(kid))
            if not to and dep == "ccomp" and "clause" in form.frames:
                return "clause", form.frames["clause"], set(parse.subtree(kid))
        noun = parse.child(kid, "pobj", "pcomp")
        if dep in ("prep", "agent") and parse.lower[kid] in form.frames and noun is not None:
            return parse.lower[kid], form.frames[parse.lower[kid]], set(parse.subtree(kid)) - {kid}
    return None
