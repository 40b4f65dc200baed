"""One mention of an act, as the choice of its date and place sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Parse, Party
from .acts import Act
from .grammar.attach import Web, saying
from .grammar.clause import climb, definite, tense
from .grammar.slots import PASSIVE_SUBJECTS, SUBJECTS, is_verb

PHYSICAL = frozenset(
    ("CONSULT", "COOPERATE", "AID", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "SANCTION", "SUPPORT")
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A trigger (``token``, in sentence ``number``) with its act, status and parties.

    ``carrier`` and ``turned`` are as in the draft.
    """

    parse: Parse
    web: Web
    token: int
    number: int
    act: Act
    status: str
    carrier: int | None
    actors: Sequence[Party]
    recipients: Sequence[Party]
    turned: bool = False

    @property
    def physical(self) -> bool:
        """True for what happens at a place and not only in words."""
        return self.act.act in PHYSICAL

    @property
    def is_noun(self) -> bool:
        """True for an event noun."""
        return not is_verb(self.parse, self.token)

    @property
    def definite(self) -> bool:
        """True for an event noun that points back: *the attack*."""
        return self.is_noun and definite(self.parse, self.token)

    @property
    def main(self) -> bool:
        """True for what a main clause tells, as its verb or as what its verb is said of."""
        at = self.token
        if self.is_noun:
            way = climb(self.parse, at)
            subject = way.role in SUBJECTS or way.role in PASSIVE_SUBJECTS
            if way.verb is None or not (subject or way.verb == self.carrier):
                return False
            at = way.verb
        while self.parse.deps[at] == "conj":
            at = self.parse.heads[at]
        return self.parse.heads[at] == at or self.parse.deps[at] == "ccomp"

    @property
    def told(self) -> bool:
        """True for what is told as one past act: by its verb, or by a noun that is known or that a verb brings in."""
        if self.tense != "past":
            return False
        if not self.is_noun or self.carrier is not None or self.definite:
            return True
        way = climb(self.parse, self.token)
        return way.verb is not None and way.role == "dobj" and self.parse.lemmas[way.verb] not in saying()

    @property
    def tense(self) -> str:
        """The tense in which the act is told; that of the verb that carries it for an indefinite event noun."""
        if not self.is_noun:
            return tense(self.parse, self.token)
        way = climb(self.parse, self.token)
        if self.carrier is not None:
            return tense(self.parse, self.carrier)
        if way.verb is None or (way.links[-1] and self.parse.deps[self.token] != "pobj"):
            return "present"
        return tense(self.parse, way.verb)
