"""Patterns over items, written with the names of their kinds.

Each kind has a letter, a sentence is a string of letters, and a pattern is a regular expression over them::

    (weekday comma?)? month (day | ordinal)

Names stand apart by blanks; ``?``, ``*``, ``|`` and brackets mean what they mean in a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .item import Expression, Item

KINDS = (
    "weekday weekdays month season seasons part parts noon deictic tonight decadeword unit units hour hours weekend "
    "weekends half period often early earlier later edge ordinal approx only the indefinite of this these that same "
    "last past next previous following coming current latest recent ago after before hence and or to in on at during "
    "per every other fiscal more long poss comma dash oclock ampm hrs then ahead all yearend adera "
    "bcera vague ref refadj word fraction zone regnal holiday isodate numdate clock decade shortyear quartertag year "
    "day num"
).split()
NOTHING = "."
LETTER = {kind: chr(0xC0 + at) if 0xC0 + at < 0xD7 else chr(0x100 + at) for at, kind in enumerate(KINDS)}
_NAME = re.compile(r"[a-z]+")


def translate(pattern: str) -> str:
    """The regular expression over letters of a pattern over names."""
    named = _NAME.sub(lambda name: LETTER[name.group()], pattern)
    return re.sub(r"\s+", "", named).replace("(", "(?:")


def letters(items: Sequence[Item | None]) -> str:
    """A sentence as a string of letters."""
    return "".join([NOTHING if item is None else LETTER[item.kind] for item in items])


class Match:
    """The items that a pattern matched and what stands around them in the sentence.

    ``before`` is the word before them in lower case, ``after`` the tag of the token after them, ``follows`` the next
    two words; "" at the ends of the sentence.
    """

    __slots__ = ("after", "before", "follows", "items")

    def __init__(self, items: Sequence[Item], before: str = "", after: str = "", follows: str = "") -> None:
        self.items = items
        self.before = before
        self.after = after
        self.follows = follows

    def get(self, *kinds: str) -> Item | None:
        """The first item of one of the kinds."""
        for item in self.items:
            if item.kind in kinds:
                return item
        return None

    def the(self, *kinds: str) -> Item:
        """The first item of one of the kinds, which the pattern demands."""
        found = self.get(*kinds)
        if found is None:
            raise LookupError(f"no {' or '.join(kinds)} among {', '.join(item.kind for item in self.items)}")
        return found

    def all(self, *kinds: str) -> list[Item]:
        """All items of some kinds."""
        return [item for item in self.items if item.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """True if there is an item of one of the kinds."""
        return self.get(*kinds) is not None


Maker = Callable[[Match], "Expression | None"]


class Rule(NamedTuple):
    """A name, a pattern, and what makes an expression of the items; it may refuse."""

    name: str
    pattern: str
    make: Maker


Matches = tuple[tuple[int, Rule], ...]
_RUN = 24  # letters up to which a run is remembered; no pattern reaches over a word that has no letter
_RUNS = 20_000  # runs remembered


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules tried together, the longest match first; what matches a run of letters is remembered by the run."""

    rules: tuple[Rule, ...]
    tried: re.Pattern[str]
    known: dict[str, Matches] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def of(rules: Sequence[Rule]) -> Rules:
        """Rules compiled into one expression that says in one call which of them match where they are tried."""
        joined = "".join("(?=(" + translate(rule.pattern) + ")|)" for rule in rules)
        return Rules(tuple(rules), re.compile(joined))

    def at(self, text: str, position: int) -> Matches:
        """The rules that match at a position with the length of their match, longest first."""
        stop = text.find(NOTHING, position, position + _RUN)
        if stop < 0 and len(text) - position > _RUN:
            return self._matches(text, position)
        run = text[position:stop] if stop >= 0 else text[position:]
        found = self.known.get(run)
        if found is None:
            if len(self.known) >= _RUNS:
                self.known.clear()
            found = self.known[run] = self._matches(run, 0)
        return found

    def _matches(self, text: str, position: int) -> Matches:
        found = self.tried.match(text, position)
        if found is None:
            return ()
        ends = [(stop - position, -at) for at, (_, stop) in enumerate(found.regs[1:]) if stop > position]
        return tuple((size, self.rules[-at]) for size, at in sorted(ends, reverse=True))
