"""Words that bound a number or make it approximate: *at least*, *up to*, *nearly*, *or so*."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...lexicon import load, words_of
from ...model import Parse


class Sense(NamedTuple):
    """What a bounding expression does (min, max, about) and whether the parse must hang it on the number."""

    name: str
    attached: bool


class Bound(NamedTuple):
    """A number's bound: its sense and the tokens that it adds before and after the number."""

    sense: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounding expressions by their words, those before the number and those after it."""

    before: Mapping[tuple[str, ...], Sense]
    after: Mapping[tuple[str, ...], Sense]
    closers: frozenset[str]
    takers: frozenset[str]

    @staticmethod
    def load() -> Bounds:
        """The table that ships."""
        sides: dict[str, dict[tuple[str, ...], Sense]] = {"before": {}, "after": {}}
        for entry in load("figure_bound").entries:
            sense = Sense(entry.value["sense"], entry.value["attached"])
            sides[entry.value["place"]].update((tuple(form.split()), sense) for form in entry.forms)
        takers = words_of("figure_bound_takers")
        return Bounds(sides["before"], sides["after"], frozenset(form[-1] for form in sides["before"]), takers)

    def __call__(self, parse: Parse, first: int, last: int, noun: int | None, limits: tuple[int, int]) -> Bound | None:
        """The bound of a number in tokens ``first`` to ``last``, or None; ``limits`` are those of its sentence."""
        start, end = limits
        lower = parse.lower
        if first > start and lower[first - 1] in self.closers:
            for size in range(min(5, first - start), 0, -1):
                sense = self.before.get(lower[first - size : first])
                if sense is not None and (not sense.attached or _hangs(parse, first - size, first, last, self.takers)):
                    return Bound(sense.name, first - size, last)
        for size in range(min(3, end - last - 1), 0, -1):
            sense = self.after.get(lower[last + 1 : last + 1 + size])
            if sense is not None:
                return Bound(sense.name, first, last + size)
        return self._behind_noun(parse, first, last, noun, end)

    def _behind_noun(self, parse: Parse, first: int, last: int, noun: int | None, end: int) -> Bound | None:
        """*30 soldiers or fewer*: the bound stands after what is counted."""
        if noun is None or noun <= last or parse.lower[noun + 1 : noun + 2] != ("or",):
            return None
        sense = self.after.get(parse.lower[noun + 1 : min(end, noun + 3)])
        return None if sense is None else Bound(sense.name, first, last)


def _hangs(parse: Parse, word: int, first: int, last: int, verbs: frozenset[str]) -> bool:
    """True if a word that may be a preposition belongs to the number after it.

    It does not after a word that takes the preposition (*spoke about four issues*, *dispute over three islands*).
    """
    before = word - 1
    if before >= 0 and parse.lemmas[before] in verbs:
        return False
    if parse.deps[word] == "quantmod":
        return True
    head = parse.heads[word]
    number = parse.head_in(range(first, last + 1))
    noun = parse.heads[number]
    subject = number if parse.deps[number][:5] == "nsubj" else noun
    if parse.deps[subject][:5] == "nsubj" and head == parse.heads[subject]:
        return True  # "Over 30 people were killed": the verb's preposition, to a parser that reads from the left
    if first <= head <= last or (parse.deps[word] == "advmod" and head in (noun, noun + 1)):
        return True
    return before >= 0 and parse.tags[before][:1] == "V" and head == before and parse.child(before, "dobj") is None


def apply(sense: str, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """The bounds of a number once a bounding expression has been read; a range keeps its own ends."""
    if low is not None and high is not None and low != high and sense == "about":
        return low, high
    if sense == "min":
        return low, None
    if sense == "max":
        return None, high if high is not None else low
    return None, None
