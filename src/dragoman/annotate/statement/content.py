"""What a cue verb attributes: one function a kind of content, each giving tokens.

Every finder takes the sheet, the verb, the last token of the cue's form, the cue, and whether the verb is passive.
"""

from __future__ import annotations

from collections.abc import Callable

from ...lexicon import words_of
from ...model import Parse
from .clip import clipped, without_rejoinder
from .cues import Cue
from .sheet import Sheet
from .source import SUBJECTS, agent_of, subject_of

Finder = Callable[[Sheet, int, int, Cue, bool], set[int]]
_TAIL_PREPS = frozenset(("as", "for", "from", "of", "with", "about", "over", "to", "on", "against", "in", "at"))
_OBJECTS = ("dobj",)
_AFTER_CUE = ("prep", "npadvmod", "punct", "advmod", "dative", "prt")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_REST = ("oprd", "xcomp", "acl", "relcl", "ccomp")


def _clause(sheet: Sheet, verb: int, last: int, cue: Cue, passive: bool) -> set[int]:
    parse = sheet.parse
    comma = _closing_comma(sheet, verb, cue)
    if comma is not None:
        sheet.closed[parse.sentence_of(verb)] = comma
        return set(range(sheet.sentence(verb)[0], comma))
    kids = [kid for kid in parse.children_by(verb, "ccomp") if not _participle(parse, kid)]
    kids = kids or [kid for kid in parse.children_by(verb, "advcl") if _embedded_question(parse, kid, last)]
    if not kids:
        return _after_that(sheet, verb, last, cue) or _around_parenthesis(sheet, verb, cue)
    later = [kid for kid in kids if kid > verb]
    kid = (later or kids)[0]
    tokens = {token for each in later or kids[:1] for token in parse.subtree(each)}
    noun = parse.child(verb, "dobj")
    if noun is not None and verb < noun < kid and parse.child(kid, *SUBJECTS, "nsubjpass") is None:
        tokens.update(parse.subtree(noun))  # the parser took the clause's subject for the cue's object
    return clipped(sheet, verb, kid, _to_the_end(sheet, verb, _without_day(parse, last, kid, tokens)))


def _without_day(parse: Parse, last: int, kid: int, tokens: set[int]) -> set[int]:
    """Content without the day of the telling: *said on Tuesday it would cut aid*."""
    at, mark = last + 1, parse.child(kid, "mark")
    if mark is not None and parse.lower[mark] == "that" and last < mark < kid:
        return {token for token in tokens if token >= mark}  # the hearer was taken for a part of the clause
    if at not in tokens or mark is not None:
        return tokens
    at += parse.tags[at] == "IN" and parse.ents[at] == ""
    first = at
    while at < kid and parse.ents[at] in ("DATE", "TIME"):
        at += 1
    if at == first or at not in tokens or not parse.words[at][0].isalnum():
        return tokens
    return {token for token in tokens if token >= at}


def _closing_comma(sheet: Sheet, verb: int, cue: Cue) -> int | None:
    """The comma before a cue that closes its sentence: *Ali said he had doubts, the radio reported.*"""
    parse = sheet.parse
    own = parse.child(verb, "nsubj")
    if cue.act != "speech" or own is None or own > verb or parse.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    start, end = sheet.sentence(verb)
    comma = parse.edges(own)[0] - 1
    if comma < start + 2 or parse.lower[comma] != "," or parse.child(verb, "mark", "cc") is not None:
        return None
    if parse.heads[verb] == verb and not any(kid < comma for kid in parse.children_by(verb, "ccomp")):
        return None
    allowed = (*_AFTER_CUE, "dobj") if cue.hearer else _AFTER_CUE
    if any(kid > verb and parse.deps[kid] not in allowed for kid in parse.children[verb]):
        return None
    last = max((kid for kid in parse.subtree(verb) if kid > verb), default=verb)
    if any(parse.words[token][0].isalnum() for token in range(last + 1, end)):
        return None
    return comma if any(parse.tags[token] in _FINITE for token in range(start, comma)) else None


def _to_the_end(sheet: Sheet, verb: int, tokens: set[int]) -> set[int]:
    """Content with the rest of its sentence, where that goes on after a colon or dash, or is coordinated with it."""
    parse = sheet.parse
    _, end = sheet.sentence(verb)
    at = max(tokens) + 1
    if at >= end or at <= verb:
        return tokens
    after = at + 1 if parse.lower[at] == "," else at
    if parse.lower[at] in (":", "–", "—", "--", ";") or (after < end and parse.lower[after] in ("and", "but", "or")):
        rest = range(at, end)
        if not any(parse.lemmas[token] in sheet.speaking and parse.tags[token][0] == "V" for token in rest):
            own = any(
                parse.heads[token] == verb and parse.deps[token] == "conj" and parse.child(token, *SUBJECTS) is None
                for token in rest
            )
            if not own and all(sheet.quote_of[token] < 0 for token in rest):
                return tokens | set(rest)
    return tokens


def _embedded_question(parse: Parse, kid: int, last: int) -> bool:
    """*did not specify if the trips ...*: an *if* right after the cue brings a question, no condition."""
    first = parse.edges(kid)[0]
    return first == last + 1 and parse.lower[first] in ("if", "whether")


def _quoting(sheet: Sheet, verb: int, last: int, cue: Cue, passive: bool) -> set[int]:
    """*KCNA quoted the ministry as saying that ...*: the quoted source with all that it is quoted as saying."""
    parse = sheet.parse
    quoted = parse.child(verb, "dobj", "nsubjpass")
    if quoted is None:
        return set()
    tokens = set(parse.subtree(quoted))
    for kid in parse.children_by(verb, "prep", "ccomp", "advcl"):
        if kid > verb:
            tokens.update(parse.subtree(kid))
    for token in sorted(tokens):
        if parse.lower[token] == "as" and token > verb:
            said = parse.child(token, "pcomp")
            if said is not None and parse.tags[said] == "VBG" and parse.lemmas[said] in sheet.speaking:
                return tokens
    return set()


def _participle(parse: Parse, verb: int) -> bool:
    """True for a bare *-ing* form, which is no clause of its own."""
    return parse.tags[verb] == "VBG" and parse.child(verb, "aux") is None


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
    if cue.act == "stance" or (parse.child(verb, "dobj", "xcomp", "acomp") is not None and not cue.hearer):
        return set()
    if _as_told(sheet, verb):
        head = parse.heads[verb]
        return clipped(sheet, verb, head, set(parse.subtree(head)) - set(parse.subtree(verb)))
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


def _as_told(sheet: Sheet, verb: int) -> bool:
    """True for *as the minister said* and *as claimed by X*, set off from the clause that was said."""
    parse = sheet.parse
    mark = parse.child(verb, "mark", "advmod")
    if mark is None or parse.lower[mark] != "as" or parse.deps[verb] != "advcl":
        return False
    first, last = parse.edges(verb)
    after = last + 1 < len(parse) and parse.lower[last + 1] == ","
    return mark == first and (after or parse.lower[last] == "," or parse.lower[first - 1] == ",")


def _infinitive(sheet: Sheet, verb: int, last: int, cue: Cue, passive: bool) -> set[int]:
    parse = sheet.parse
    for kid in parse.children_by(verb, "xcomp", "ccomp", "advcl"):
        if kid > verb and _to(parse, kid):
            if parse.deps[kid] == "advcl" and not cue.hearer:
                continue
            return set() if _anonymous(parse, kid) else set(parse.subtree(kid))
    for noun in parse.children_by(verb, "dobj"):
        for kid in parse.children_by(noun, "acl", "relcl"):
            if cue.hearer and _to(parse, kid):
                return set(parse.subtree(kid))
    return set()


def _anonymous(parse: Parse, verb: int) -> bool:
    """*who asked not to be named*: how a source wants to be called is nothing that it tells."""
    return parse.lemmas[verb] in words_of("statement_anonymity") and parse.child(verb, "auxpass") is not None


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
        reduced = parse.deps[verb] == "acl" and cue.strength == "report"  # the mayor, quoted by X, said ...
        return set() if cue.hearer or reduced else _passive_object(sheet, verb)
    end = sheet.sentence(verb)[1]
    if parse.deps[verb] == "relcl" and parse.child(verb, *_OBJECTS) is None and not cue.hearer:
        return _before_relative(sheet, verb)
    if last > verb and parse.child(verb, *_OBJECTS) is None:
        return _after_particle(parse, verb, last)
    found: set[int] = set()
    for kid in parse.children[verb]:
        dep = parse.deps[kid]
        if dep in _OBJECTS or (dep in ("ccomp", "oprd") and kid > last):
            found.update(parse.subtree(kid))
        elif found and (dep in _REST or (dep == "prep" and parse.lower[kid] in _TAIL_PREPS)) and kid > last:
            found.update(parse.subtree(kid) if parse.edges(kid)[0] == max(found) + 1 else ())
    return without_rejoinder(sheet, verb, {token for token in found if token < end})


def _before_relative(sheet: Sheet, verb: int) -> set[int]:
    """*a claim Kyiv denied*: the noun before a clause that has a subject but no relative word."""
    parse = sheet.parse
    own, noun = parse.child(verb, *SUBJECTS), parse.heads[verb]
    if own is None or parse.tags[own] in ("WP", "WDT") or parse.lower[own] == "that" or own < noun:
        return set()
    first = parse.edges(verb)[0]
    return {token for token in parse.subtree(noun) if token < first}


def _after_particle(parse: Parse, verb: int, last: int) -> set[int]:
    """What follows the last word of *call for*, *call on*: its noun, and the infinitive that goes with it."""
    found = {token for token in parse.subtree(last) if token > last}
    for kid in parse.children_by(verb, "ccomp", "xcomp", "advcl", "dobj"):
        first = parse.edges(kid)[0]
        if first in (last, last + 1) or (found and first == max(found) + 1 and _to(parse, kid)):
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
        if parse.deps[kid] in ("oprd", "prep") and parse.lower[kid] in ("as", "for", "of", "with", "over") and found:
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


FINDERS: tuple[tuple[str, Finder], ...] = (
    ("quoting", _quoting),
    ("clause", _clause),
    ("whole", _whole),
    ("passive", _passive),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("object", _object),
    ("as-object", _as_object),
)
