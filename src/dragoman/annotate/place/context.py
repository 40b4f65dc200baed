"""What the decision on a name looks at: the parse, the text, the cues, and facts of the whole report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...gazetteer import Gazetteer, fold
from ...model import Parse
from .cues import Cues
from .home import Home
from .names import Hit


@dataclass(frozen=True, slots=True)
class Context:
    """A report's parse and text, the cues, and the surnames of the people it names.

    ``lowered`` is True where the report has no capitals; ``shouted`` holds the first tokens of sentences that are
    in capitals only.
    """

    parse: Parse
    text: str
    cues: Cues
    gazetteer: Gazetteer
    home: Home
    lowered: bool
    surnames: frozenset[str]
    shouted: frozenset[int]

    @staticmethod
    def of(parse: Parse, text: str, cues: Cues, gazetteer: Gazetteer, home: Home, lowered: bool = False) -> Context:
        """The context of one report."""
        surnames = {
            parse.lower[last - (parse.tags[last] == "POS")]
            for first, last, label in parse.entities()
            if label == "PERSON" and last - (parse.tags[last] == "POS") > first
        }
        shouted = frozenset(start for start, end in parse.sentences if _shouts(parse.words[start:end]))
        return Context(parse, text, cues, gazetteer, home, lowered, frozenset(surnames), shouted)

    def shouts(self, token: int) -> bool:
        """True if the sentence of a token is in capitals only."""
        return bool(self.shouted) and self.parse.sentences[self.parse.sentence_of(token)][0] in self.shouted

    def between(self, first: Hit, second: Hit) -> str:
        """The words between two hits."""
        return self.text[self.parse.ends[first.last] : self.parse.starts[second.first]].strip()

    def key(self, hit: Hit) -> str:
        """The folded name of a hit."""
        return fold(self.name(hit))

    def name(self, hit: Hit) -> str:
        """The words of a hit."""
        return self.text[self.parse.starts[hit.first] : self.parse.ends[hit.last]]


def _shouts(words: Sequence[str]) -> bool:
    shouted = 0
    for word in words:
        if word.isupper():
            shouted += word.isalpha()
        elif word.isalpha():
            return False
    return shouted > 3
