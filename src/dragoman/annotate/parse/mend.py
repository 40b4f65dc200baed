"""Slips of the parser that the rest of the sentence gives away, mended before anything else reads the parse.

*Semicolons.* A semicolon parts main clauses. Where the parser has made the clause before it a complement of the verb
after it (*Kyiv blames Moscow; the Kremlin denies it*), the first would count as what the second says or denies. The
clause before takes the place of the verb after, which becomes its conjunct.

*Garden paths.* *Gunmen on motorbikes killed eleven villagers*: English past tense and participle look alike. A
participle that hangs on a noun and has a direct object of its own, in a sentence without another verb for that noun,
is the verb of the sentence.

*Ellipsis.* *Nine people have been detained and four killed*: what is joined to a passive, without a helper or an object
of its own, is passive too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...model import Parse, children_of

_HUNG = ("ccomp", "advcl", "dep")
_FINITE = ("VBD", "VBZ", "VBP")
_TWO_OBJECTS = frozenset(("give", "award", "grant", "hand", "send", "offer", "tell", "deny", "pay", "call", "name"))


@dataclass(slots=True)
class _Change:
    """A new governor, label and tag (None: as before) of one token."""

    token: int
    head: int
    dep: str
    tag: str | None = None


def mended(parse: Parse) -> Parse:
    """The same parse, its clauses parted at semicolons and its garden paths left; itself where all is well."""
    changes = [*_clauses_parted(parse), *_paths_left(parse), *_passives_joined(parse)]
    if not changes:
        return parse
    heads, deps, tags = list(parse.heads), list(parse.deps), list(parse.tags)
    for change in changes:
        heads[change.token], deps[change.token] = change.head, change.dep
        tags[change.token] = change.tag or tags[change.token]
    return replace(parse, heads=tuple(heads), deps=tuple(deps), tags=tuple(tags), children=children_of(heads))


def _clauses_parted(parse: Parse) -> Iterator[_Change]:
    if ";" not in parse.lower:
        return
    moved: set[int] = set()
    for at in (token for token, word in enumerate(parse.lower) if word == ";"):
        clause = _hung_on_what_follows(parse, at)
        if clause is None or parse.heads[clause] in moved:
            continue
        after = parse.heads[clause]
        moved |= {clause, after}
        top = parse.heads[after] == after
        yield _Change(clause, clause if top else parse.heads[after], parse.deps[after])
        yield _Change(after, clause, "conj")
        for kid in parse.children[after]:
            if kid <= at and kid != clause:
                yield _Change(kid, clause, parse.deps[kid])


def _hung_on_what_follows(parse: Parse, semicolon: int) -> int | None:
    """The finite clause before a semicolon that hangs on a finite verb after it."""
    start = parse.sentences[parse.sentence_of(semicolon)][0]
    for token in range(semicolon - 1, start - 1, -1):
        after = parse.heads[token]
        if after > semicolon and parse.deps[token] in _HUNG and _is_clause(parse, token) and _is_clause(parse, after):
            return token
    return None


def _is_clause(parse: Parse, verb: int) -> bool:
    """True for a verb with a subject of its own and a finite form or helper."""
    if parse.child(verb, "nsubj", "nsubjpass", "expl") is None or parse.child(verb, "mark") is not None:
        return False
    return parse.tags[verb] in _FINITE or any(
        parse.tags[kid] in ("MD", *_FINITE) for kid in parse.children_by(verb, "aux", "auxpass")
    )


def _paths_left(parse: Parse) -> Iterator[_Change]:
    for verb, dep in enumerate(parse.deps):
        if dep != "acl" or parse.tags[verb] != "VBN" or parse.child(verb, "dobj") is None:
            continue
        if parse.lemmas[verb] in _TWO_OBJECTS:  # a man given a medal
            continue
        noun = _subject(parse, verb)
        if noun is None:
            continue
        above, parted = parse.heads[noun], parse.deps[noun] == "nsubj"
        yield _Change(verb, above if parted else verb, "ccomp" if parted else "ROOT", "VBD")
        yield _Change(noun, verb, "nsubj")
        for kid in parse.children[noun] if not parted else ():
            if parse.deps[kid] == "punct" and kid > verb:
                yield _Change(kid, verb, "punct")


def _passives_joined(parse: Parse) -> Iterator[_Change]:
    for verb, dep in enumerate(parse.deps):
        if dep != "conj" or parse.tags[verb] not in ("VBN", "VBD"):
            continue
        subject, above = parse.child(verb, "nsubj"), parse.heads[verb]
        alone = parse.child(verb, "aux", "auxpass", "dobj", "ccomp", "xcomp") is None
        joined = parse.tags[above] == "VBN" and parse.child(above, "auxpass") is not None
        if joined and alone and subject is not None and (parse.tags[subject] == "CD" or parse.tags[verb] == "VBN"):
            yield _Change(subject, verb, "nsubjpass")


def _subject(parse: Parse, verb: int) -> int | None:
    """The noun without a verb of its own on which a participle hangs: the root, or the first of two subjects."""
    noun = verb
    while parse.tags[noun][:2] != "NN" or parse.deps[noun] == "pobj":
        above = parse.heads[noun]
        if above == noun or above > noun:
            return None
        noun = above
    if parse.deps[noun] == "ROOT":
        return noun
    if parse.deps[noun] != "nsubj" or parse.heads[noun] < verb:
        return None
    second = [kid for kid in parse.children_by(parse.heads[noun], "nsubj") if kid > verb]
    return noun if second and "," in parse.lower[verb : second[0]] else None
