"""At whom an act is aimed by what a clause beside it wants: *marched to demand reforms by the government*."""

from __future__ import annotations

from collections.abc import Iterator

from ....model import Parse

WANTING = frozenset(
    (
        *("demand", "call", "urge", "press", "force", "ask", "protest", "denounce", "condemn", "oppose", "oust"),
        *("topple", "overthrow", "accuse", "blame", "convince", "persuade", "pressure", "push"),
    )
)
_CLAUSES = ("advcl", "xcomp", "acl", "conj", "relcl")
_AT = frozenset(("on", "for", "against", "at", "over", "with", "by", "from"))
_SUBJECTS = ("nsubj", "nsubjpass")


def aimed_at(parse: Parse, act: int) -> list[int]:
    """The nouns in what a clause on a verb or a noun wants, in order of the text."""
    return [noun for clause in _wanting(parse, act) for noun in _wanted(parse, clause)]


def _wanting(parse: Parse, act: int) -> Iterator[int]:
    for child in parse.children_by(act, *_CLAUSES):
        if child > act and parse.lemmas[child] in WANTING and parse.tags[child] in ("VB", "VBG"):
            yield child
    for noun in parse.children_by(act, "dobj"):  # staged a march to demand
        for child in parse.children_by(noun, *_CLAUSES):
            if parse.lemmas[child] in WANTING and parse.tags[child] in ("VB", "VBG"):
                yield child


def _wanted(parse: Parse, clause: int) -> Iterator[int]:
    yield from parse.children_by(clause, "dobj")
    for child in parse.children_by(clause, "prep"):
        if parse.lower[child] in _AT:
            yield from parse.children_by(child, "pobj")
    for inner in parse.children_by(clause, "ccomp", "xcomp"):
        yield from parse.children_by(inner, *_SUBJECTS)
