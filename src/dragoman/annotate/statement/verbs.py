"""Statements whose cue is a verb, read off the dependency parse.

One small function a kind of content (clause, infinitive, object ...); they are tried in that order, and the first
that finds content makes the statement. What the parser gets wrong in inverted speech is repaired by punctuation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...model import Parse
from .cues import Cue, CueForm, CueTable
from .sheet import Draft, Sheet
from .source import SUBJECTS, agent_of, phrase_of, subject_of

Frames = Mapping[str, Cue]
_HELD = ("aux", "auxpass", "neg", "prt")
_TAIL_PREPS = frozenset(("as", "for", "from", "of", "with", "about", "over", "to", "on", "against", "in", "at"))
_OPENERS = frozenset(("that", "whether", "if", "how", "why", "what", "who", "when", "where", "which"))
_OBJECTS = ("dobj",)
_REST = ("oprd", "xcomp", "acl", "relcl", "ccomp")


def match(parse: Parse, verb: int, table: CueTable) -> tuple[CueForm, int] | None:
    """The longest form that starts at a token, and the last token of it."""
    for key in (parse.lemmas[verb], parse.lower[verb]):
        for form in table.get(key, ()):
            last = verb + len(form.rest)
            if last < len(parse) and all(
                word in (parse.lower[verb + step], parse.lemmas[verb + step])
                for step, word in enumerate(form.rest, 1)
            ):
                return form, last
    return None


def verb_draft(sheet: Sheet, verb: int, form: CueForm, last: int) -> Draft | None:
    """The statement that a cue verb makes, or None where it takes no content of its kinds."""
    passive = is_passive(sheet.parse, verb)
    for rule, finder in _FINDERS:
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
    """True for passive verbs, finite or reduced (*a plan backed by X*)."""
    if parse.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return parse.tags[verb] == "VBN" and parse.deps[verb] in ("acl", "relcl", "amod", "advcl") and not (
        parse.child(verb, "aux", *SUBJECTS)
    )


def _source_head(sheet: Sheet, verb: int, cue: Cue, rule: str, passive: bool) -> int | None:
    if rule == "whole" or cue.id == "seem":
        return None
    return agent_of(sheet.parse, verb) if passive else subject_of(sheet.parse, verb)


# --- kinds of content -----------------------------------------------------------------------------------------------


def _clause(sheet: Sheet, verb: int, last: int, cue: Cue, passive: bool) -> set[int]:
    parse = sheet.parse
    kids = [kid for kid in parse.children_by(verb, "ccomp") if not _participle(parse, kid)]
    if not kids:
        return _after_that(sheet, verb, last, cue) or _around_parenthesis(sheet, verb, cue)
    later = [kid for kid in kids if kid > verb]
    kid = (later or kids)[0]
    tokens = {token for each in later or kids[:1] for token in parse.subtree(each)}
    noun = parse.child(verb, "dobj")
    if noun is not None and verb < noun < kid and parse.child(kid, *SUBJECTS, "nsubjpass") is None:
        tokens.update(parse.subtree(noun))  # the parser took the clause's subject for the cue's object
    return clipped(sheet, verb, kid, _to_the_end(sheet, verb, tokens))


def _to_the_end(sheet: Sheet, verb: int, tokens: set[int]) -> set[int]:
    """Content with the rest of its sentence, where that goes on after a colon or dash, or is coordinated with it."""
    parse = sheet.parse
    _, end = sheet.sentence(verb)
    at = max(tokens) + 1
    if at >= end or at <= verb:
        return tokens
    after = at + 1 if parse.lower[at] == "," else at
    if parse.lower[at] in (":", "–", "—", "--", ";") or after < end and parse.lower[after] in ("and", "but", "or"):
        rest = range(at, end)
        if not any(parse.lemmas[token] in sheet.speaking and parse.tags[token][0] == "V" for token in rest):
            own = any(parse.heads[token] == verb and parse.deps[token] == "conj" and
                      parse.child(token, *SUBJECTS) is None for token in rest)
            if not own and all(sheet.quote_of[token] < 0 for token in rest):
                return tokens | set(rest)
    return tokens


def _participle(parse: Parse, verb: int) -> bool:
    """True for a bare *-ing* form, which is no clause of its own."""
    return parse.tags[verb] == "VBG" and parse.child(verb, "aux") is None


def clipped(sheet: Sheet, verb: int, kid: int, tokens: set[int]) -> set[int]:
    """Content without the next act of speech that the parser has drawn into it.

    *He said the road was closed, adding that ...*, *... and called it a scandal*, *..., while others said ...*
    """
    parse, stop = sheet.parse, None
    for token in sorted(tokens):
        if token <= max(kid, verb) or parse.lemmas[token] not in sheet.speaking or parse.tags[token][0] != "V":
            continue
        dep = parse.deps[token]
        own = parse.child(token, *SUBJECTS)
        if dep == "conj" and parse.heads[token] in (kid, parse.heads[kid]):
            same = own is None and parse.tags[token] == parse.tags[verb] == parse.tags[kid]
            if (same and parse.lemmas[kid] not in sheet.speaking) or (own is not None and own > kid):
                stop = parse.edges(token)[0]
        elif dep == "advcl" and own is None and parse.tags[token] == "VBG" and parse.lower[token - 1] == ",":
            stop = token
        elif dep == "advcl" and own is not None and parse.child(token, "mark") is not None:
            stop = parse.edges(token)[0] if parse.lower[parse.edges(token)[0]] in ("while", "whereas") else None
        if stop is not None:
            return {token for token in tokens if token < stop}
    return tokens


def _after_that(sheet: Sheet, verb: int, last: int, cue: Cue) -> set[int]:
    """What follows *that* near the cue, where the parser has hung it elsewhere."""
    parse = sheet.parse
    _, end = sheet.sentence(verb)
    if not cue.hearer and parse.child(verb, "dobj") is not None:
        return set()
    for at in range(last + 1, min(last + 9, end)):
        if parse.lower[at] == "that" and parse.tags[at] in ("IN", "WDT") and at + 2 < end:
            stop = min([end, *(parse.edges(kid)[0] for kid in parse.children_by(verb, "conj") if kid > at + 1)])
            return set(range(at, stop))
        if parse.lower[at] in (",", ";", ":") or parse.tags[at] in ("VBD", "VBZ", "VBP"):
            break
    return set()


def _around_parenthesis(sheet: Sheet, verb: int, cue: Cue) -> set[int]:
    """The clause into which *, officials said,* is set, or which it closes."""
    parse = sheet.parse
    if cue.act == "stance" or parse.child(verb, "dobj", "xcomp", "acomp") is not None and not cue.hearer:
        return set()
    if parse.deps[verb] in ("parataxis", "ccomp", "advcl", "conj", "dep") and parse.child(verb, "mark", "cc") is None:
        own = set(parse.subtree(verb))
        edge = min(token for token in own if parse.words[token][0].isalnum()) - 1
        while edge >= 0 and parse.lower[edge] in ("as", "like"):
            edge -= 1
        if edge < 0 or parse.lower[edge] not in (",", "–", "—", "-", "--", "(") or parse.child(verb, *SUBJECTS) is None:
            return set()
        head = parse.heads[verb]
        return clipped(sheet, verb, head, set(parse.subtree(head)) - own)
    return set()


def _infinitive(sheet: Sheet, verb: int, last: int, cue: Cue, passive: bool) -> set[int]:
    parse = sheet.parse
    for kid in parse.children_by(verb, "xcomp", "ccomp", "advcl"):
        if kid > verb and _to(parse, kid):
            if parse.deps[kid] == "advcl" and not cue.hearer:
                continue
            return set(parse.subtree(kid))
    for noun in parse.children_by(verb, "dobj"):
        for kid in parse.children_by(noun, "acl", "relcl"):
            if cue.hearer and _to(parse, kid):
                return set(parse.subtree(kid))
    return set()


def _to(parse: Parse, verb: int) -> bool:
    return any(parse.tags[kid] == "TO" for kid in parse.children_by(verb, "aux"))


def _gerund(sheet: Sheet, verb: int, last: int, cue: Cue, passive: bool) -> set[int]:
    parse = sheet.parse
    for kid in parse.children_by(verb, "xcomp", "ccomp", "pcomp"):
        if kid > verb and parse.tags[kid] == "VBG":
            return set(parse.subtree(kid))
    return set()


def _object(sheet: Sheet, verb: int, last: int, cue: Cue, passive: bool) -> set[int]:
    parse = sheet.parse
    if passive:
        return set() if cue.hearer else _passive_object(sheet, verb)
    end = sheet.sentence(verb)[1]
    if last > verb and parse.child(verb, *_OBJECTS) is None:
        return _after_particle(parse, verb, last)
    found: set[int] = set()
    for kid in parse.children[verb]:
        dep = parse.deps[kid]
        if dep in _OBJECTS or (dep in ("ccomp", "oprd") and kid > last):
            found.update(parse.subtree(kid))
        elif found and (dep in _REST or (dep == "prep" and parse.lower[kid] in _TAIL_PREPS)) and kid > last:
            if parse.edges(kid)[0] == max(found) + 1:
                found.update(parse.subtree(kid))
    return {token for token in found if token < end}


def _after_particle(parse: Parse, verb: int, last: int) -> set[int]:
    """What follows the last word of *call for*, *call on*: its noun, and the infinitive that goes with it."""
    found = {token for token in parse.subtree(last) if token > last}
    for kid in parse.children_by(verb, "ccomp", "xcomp", "advcl", "dobj"):
        first = parse.edges(kid)[0]
        if first in (last, last + 1) or found and first == max(found) + 1 and _to(parse, kid):
            found.update(token for token in parse.subtree(kid) if token > last)
    return found


def _as_object(sheet: Sheet, verb: int, last: int, cue: Cue, passive: bool) -> set[int]:
    parse = sheet.parse
    found = _object(sheet, verb, last, cue, passive)
    return found if any(parse.lower[token] == "as" and parse.heads[token] == verb for token in found) else set()


def _passive_object(sheet: Sheet, verb: int) -> set[int]:
    parse = sheet.parse
    found: set[int] = set()
    subject = parse.child(verb, "nsubjpass")
    if subject is not None:
        found.update(parse.subtree(subject))
    elif parse.deps[verb] == "acl" and agent_of(parse, verb) is not None:
        found.update(set(parse.subtree(parse.heads[verb])) - set(parse.subtree(verb)))
    for kid in parse.children[verb]:
        if parse.deps[kid] in ("oprd", "prep") and parse.lower[kid] in ("as", "for") and found:
            found.update(parse.subtree(kid))
    return found


def _passive(sheet: Sheet, verb: int, last: int, cue: Cue, passive: bool) -> set[int]:
    """*The gunman is believed to have fled*: subject and infinitive are what is believed."""
    parse = sheet.parse
    subject = parse.child(verb, "nsubjpass")
    if not passive or subject is None:
        return set()
    for kid in parse.children_by(verb, "xcomp", "oprd", "prep"):
        if kid > verb and (_to(parse, kid) or parse.deps[kid] == "oprd" or parse.lower[kid] == "as"):
            return {*parse.subtree(subject), *parse.subtree(kid)}
    return set()


def _whole(sheet: Sheet, verb: int, last: int, cue: Cue, passive: bool) -> set[int]:
    """*The rebels seem to be losing*: all but the verb."""
    parse = sheet.parse
    subject = subject_of(parse, verb)
    kid = parse.child(verb, "xcomp", "oprd", "acomp", "attr", "ccomp")
    if kid is None or kid < verb or subject is None:
        return set()
    return {*parse.subtree(subject), *parse.subtree(kid)}


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


_FINDERS: tuple[tuple[str, Callable[[Sheet, int, int, Cue, bool], set[int]]], ...] = (
    ("clause", _clause),
    ("whole", _whole),
    ("passive", _passive),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("object", _object),
    ("as-object", _as_object),
)
