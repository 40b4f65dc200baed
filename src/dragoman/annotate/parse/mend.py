"""Slips of the parser that punctuation gives away, mended before anything else reads the parse.

A semicolon parts main clauses. Where the parser has made the clause before it a complement of the verb after it
(*Kyiv blames Moscow; the Kremlin denies it*), the first would count as what the second says or denies. The clause
before takes the place of the verb after, which becomes its conjunct.
"""

from __future__ import annotations

from dataclasses import replace

from ...model import Parse, children_of

_HUNG = ("ccomp", "advcl", "dep")
_FINITE = ("VBD", "VBZ", "VBP")


def mended(parse: Parse) -> Parse:
    """The same parse, its clauses parted at semicolons."""
    if ";" not in parse.lower:
        return parse
    heads, deps = list(parse.heads), list(parse.deps)
    changed = False
    for at in (token for token, word in enumerate(parse.lower) if word == ";"):
        clause = _hung_on_what_follows(parse, at)
        if clause is None:
            continue
        after = heads[clause]
        heads[clause] = clause if heads[after] == after else heads[after]
        deps[clause] = deps[after]
        heads[after], deps[after] = clause, "conj"
        for kid in parse.children[after]:
            if kid <= at and kid != clause:
                heads[kid] = clause
        changed = True
    return replace(parse, heads=tuple(heads), deps=tuple(deps), children=children_of(heads)) if changed else parse


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
