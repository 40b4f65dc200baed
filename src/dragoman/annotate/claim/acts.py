"""What a claim of record is about: from nouns and verbs to an act and its mode."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...lexicon import load, words_of
from ...model import Parse

_LONGEST = 3  # words of a noun in the table
_BEFORE = ("compound", "amod", "nmod")


class Act(NamedTuple):
    """A PLOVER act and mode; ``possessor`` tells whether *X's visit* makes X its actor or its recipient."""

    act: str
    mode: str | None
    possessor: str


@dataclass(frozen=True, slots=True)
class Acts:
    """Nouns by their lemmas, verbs by their lemma and that of their object."""

    nouns: Mapping[tuple[str, ...], Act]
    verbs: Mapping[tuple[str, ...], Act]
    refused: frozenset[str]

    @staticmethod
    def load() -> Acts:
        """The table that ships."""
        nouns: dict[tuple[str, ...], Act] = {}
        verbs: dict[tuple[str, ...], Act] = {}
        for entry in load("claim_act").entries:
            said = entry.value
            act = Act(said["act"], said["mode"], said["possessor"])
            nouns.update((tuple(form.split()), act) for form in said["nouns"] or ())
            verbs.update((tuple(form.split()), act) for form in said["verbs"] or ())
        return Acts(nouns, verbs, words_of("claim_act_not"))

    def __call__(self, parse: Parse, tokens: Iterable[int]) -> tuple[int, Act] | None:
        """The first of some tokens that stands for an act, with the act."""
        for token in tokens:
            act = self._noun(parse, token) if parse.tags[token][:1] == "N" else self._verb(parse, token)
            if act is not None:
                return token, act
        return None

    def _noun(self, parse: Parse, token: int) -> Act | None:
        for size in range(_LONGEST, 0, -1):
            first = token - size + 1
            if first < 0:
                continue
            found = self.nouns.get((*parse.lower[first:token], parse.lemmas[token]))
            if found is not None:
                modified = size == 1 and token > 0 and parse.deps[token - 1] in _BEFORE
                return None if modified and parse.lower[token - 1] in self.refused else found
        return None

    def _verb(self, parse: Parse, token: int) -> Act | None:
        if parse.tags[token][:1] != "V":
            return None
        lemma = parse.lemmas[token]
        for child in parse.children[token]:
            if parse.deps[child] in ("dobj", "nsubjpass", "prep", "prt"):
                found = self.verbs.get((lemma, parse.lemmas[child]))
                if found is not None:
                    return found
        return self.verbs.get((lemma,))
