"""The words around names, by what they tell."""

from __future__ import annotations

from dataclasses import dataclass

from ...lexicon import words_of
from ...lexicon.load import load


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Sets of words; those that stand inside names keep their capitals, the others are lower case.

    ``locative`` holds single words and, under their closing *of*, pairs such as *north of*.
    """

    locative: frozenset[str]
    locative_of: frozenset[str]
    after: frozenset[str]
    direction: frozenset[str]
    head: frozenset[str]
    street: frozenset[str]
    front: frozenset[str]
    civic: frozenset[str]
    trade: frozenset[str]
    title: frozenset[str]
    person_verb: frozenset[str]
    actor_verb: frozenset[str]
    actor_noun: frozenset[str]
    relation_noun: frozenset[str]
    facing: frozenset[str]
    stop: frozenset[str]
    generic: frozenset[str]  # words that tell the kind of a place or an institution
    leverage: frozenset[str]  # what is used on somebody: *sanctions on*, *influence over*
    heading: frozenset[str]  # directions and what else stands before a name as a part of it
    shortened: frozenset[str]  # abbreviations that end in a full stop

    @staticmethod
    def load() -> Cues:
        """The tables that ship with Dragoman."""
        forms = {entry.id: frozenset(entry.forms) for entry in load("place_words").entries}
        locative = forms["locative"]
        return Cues(
            locative=frozenset(word for word in locative if " " not in word),
            locative_of=frozenset(word.removesuffix(" of") for word in locative if word.endswith(" of")),
            after=forms["after"],
            direction=forms["direction"],
            head=forms["head"],
            street=forms["street"],
            front=forms["front"],
            civic=forms["civic"],
            trade=forms["trade"],
            title=forms["title"],
            person_verb=forms["person-verb"],
            actor_verb=forms["actor-verb"],
            actor_noun=forms["actor-noun"],
            relation_noun=forms["relation-noun"],
            facing=forms["facing"],
            stop=words_of("place_stop"),
            generic=forms["civic"] | forms["head"] | forms["street"] | forms["front"],
            leverage=forms["leverage"],
            heading=forms["direction"] | {"n", "s", "e", "w"},
            shortened=frozenset(
                word for role in ("street", "head", "front") for word in forms[role] if word.endswith(".")
            ),
        )
