"""What is known of an act while the climb comes down to it, and how a word changes it."""

from __future__ import annotations

from typing import NamedTuple


class State(NamedTuple):
    """A status, the rule and the token that gave it; ``refused`` where those who would act do not want to."""

    status: str = "asserted"
    rule: str = "told as a fact"
    token: int = -1
    refused: bool = False


class Signature(NamedTuple):
    """What holds of a complement where its word is told as done, and where it is negated (``operators.toml``)."""

    affirmed: str
    negated: str
    refusing: bool = False


class Bond(NamedTuple):
    """A signature at work: the word that has it and the rule's name. ``past``: the word tells of what was."""

    signature: Signature
    rule: str
    token: int
    past: bool = False


SAME = Signature("same", "same")
ALONG = Signature("along", "fact")
FACT = Signature("fact", "fact")
PLANNED = Signature("planned", "denied")
DENIED = Signature("denied", "fact")
IMAGINED = Signature("hypothetical", "hypothetical")


def bound(state: State, bond: Bond) -> State:
    """The state of a complement whose word has a state."""
    signature = bond.signature
    answer = signature.negated if state.status == "denied" else signature.affirmed
    if answer == "ahead":
        answer = "same" if state.status == "planned" else "fact"
    if answer in ("same", "along"):
        return state
    if answer == "past":
        if state.status == "planned":
            return state
        answer = "asserted" if bond.past else "hypothetical"
    if answer == "fact":
        return State("asserted", bond.rule + ", told as a fact", bond.token)
    if state.status == "hypothetical":
        return state
    if state.status == "planned" and answer == "asserted":
        return state
    if answer == state.status:
        return state
    refused = signature.refusing and answer == "denied"
    rule = "double negation, " + bond.rule if state.status == "denied" and answer == "asserted" else bond.rule
    return State(answer, rule, bond.token, refused)
