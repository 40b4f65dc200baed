"""What a speaker says that another must do is a demand: *the minister said Israel must end the attacks*.

An obligation is a modal verb (must, should, ought to, need to, have to) over an act in the content of a statement whose
speaker is not the one obliged.
"""

from __future__ import annotations

from typing import NamedTuple

from ...model import Parse

WEAK = frozenset(("should", "ought"))


class Obligation(NamedTuple):
    """The verb that is obliged, the word that obliges, and the stance it amounts to (ask, demand)."""

    verb: int
    word: int
    stance: str


def obliged(parse: Parse, token: int) -> Obligation | None:
    """The obligation under which a verb stands, or None. Past obligations (*should have*) are regrets."""
    verb = token
    for _ in range(3):
        aux = parse.children_by(verb, "aux")
        if any(parse.lower[child] == "have" for child in aux) or parse.child(verb, "neg") is not None:
            return None
        for child in aux:
            if parse.lower[child] in WEAK:
                return Obligation(verb, child, "ask")
            if parse.lower[child] == "must":
                return Obligation(verb, child, "demand")
        head = parse.heads[verb]
        if (
            parse.deps[verb] == "xcomp"
            and parse.lemmas[head] in ("need", "have")
            and parse.tags[head] in ("VBP", "VBZ")
        ):
            return Obligation(head, head, "demand" if parse.lemmas[head] == "need" else "ask")
        if parse.deps[verb] not in ("conj", "xcomp") or head == verb:
            return None
        verb = head
    return None
