"""The status of an act: down from the whole sentence through every clause and word that embeds it.

The climb (``climb.py``) goes from the trigger up to where things are told as a fact. From there the state of each
clause is worked out from that of the one above: what the embedding word makes of its complement (``operators.toml``),
then what the clause says itself (``own.py``). So two denials make a fact, and an imagined denial stays imagined.
"""

from __future__ import annotations

from dataclasses import dataclass

from ....model import Parse, Reason
from ..grammar.slots import is_verb
from .climb import Step, way_up
from .own import of_clause, of_noun
from .state import State, bound


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status of an act and the reasons for it; ``refused`` where the one who would act is said not to want to."""

    status: str
    why: tuple[Reason, ...]
    refused: bool = False


def judge(parse: Parse, token: int, carrier: int | None, past_speech: bool) -> Judgement:
    """The status of the act at a trigger.

    ``carrier``: the verb that carries an event noun (*launched an attack*). ``past_speech``: the trigger stands in the
    content of a statement, so that *would* tells the future.
    """
    state, below = State(), -1
    steps = way_up(parse, token, carrier)
    for place in range(len(steps) - 1, -1, -1):
        step = steps[place]
        below = steps[place - 1].token if place else -1
        state = _own(parse, step, state, below, past_speech)
        if place:
            for bond in step.bonds:
                state = bound(state, bond)
    at = state.token if state.token >= 0 else token
    return Judgement(state.status, (Reason("status:" + state.rule, parse.span(at, at)),), state.refused)


def _own(parse: Parse, step: Step, state: State, below: int, past_speech: bool) -> State:
    """What a word on the way says itself."""
    if is_verb(parse, step.token) or parse.tags[step.token].startswith("JJ"):
        return of_clause(parse, step.token, state, below, past_speech, step.scope)
    return state if step.scope == "frame" else of_noun(parse, step.token, state)
