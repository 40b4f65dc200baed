"""Shares and multiples: *nearly half of*, *two-thirds*, *one in five*, *twice as many*, *tenfold*, *doubled*."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...lexicon import load
from ...model import Parse
from .numeral import Numbers, Numeral

_HYPHENS = ("-", "‐", "‑")
_OWNERS = frozenset(("the", "its", "their", "his", "her", "our", "all", "those", "these", "this", "that"))
_OTHER_HALF = frozenset(
    ("first", "second", "third", "other", "latter", "last", "better", "top", "bottom", "upper", "lower", "a")
)
_IN_GROUPS = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1_000, 10_000, 100_000, 1_000_000))
_AFTER_CHANGE = frozenset(
    ("", ".", ",", ";", "in", "to", "from", "since", "compared", "this", "last", "over", "and", "on", "during")
)
_COMPARED = frozenset(("as", "more", "less", "the", "that", "those", "its", "their", "his", "her", "what"))


@dataclass(frozen=True, slots=True)
class Ratios:
    """Reads shares (form fraction) and multiples (form multiple)."""

    numbers: Numbers
    verbs: Mapping[str, float]

    @staticmethod
    def load(numbers: Numbers) -> Ratios:
        """The reader with the table of multiplying verbs that ships."""
        entries = load("figure_multiple").entries
        return Ratios(numbers, {form: entry.value["value"] for entry in entries for form in entry.forms})

    def triggers(self) -> frozenset[str]:
        """Lower-case words, and lemmas of verbs, at which a ratio may begin."""
        parts = (word + ending for word in self.numbers.ordinals for ending in ("", "s"))
        folds = (word + "fold" for word in self.numbers.words)
        return frozenset(("half", "quarter", "quarters", "twice", "thrice", *parts, *folds, *self.verbs))

    def read(self, parse: Parse, at: int, start: int, end: int) -> Numeral | None:
        """The ratio that begins at a token, or None."""
        word = parse.lower[at]
        if word == "half":
            return self._half(parse, at, start, end)
        if word in ("twice", "thrice"):
            value = 2.0 if word == "twice" else 3.0
            form = "multiple" if compared(parse, at + 1, end) else "frequency"
            return Numeral(at, at, value, value, value, form)
        if word.endswith("fold"):
            return self._fold(word.removesuffix("fold").rstrip("-"), at, at)
        if parse.lemmas[at] in self.verbs or word in self.verbs:
            return self._verb(parse, at, end)
        return self._part(parse, at, start, end) or self._group(parse, at, end) or self._hyphenated(parse, at, end)

    def _half(self, parse: Parse, at: int, start: int, end: int) -> Numeral | None:
        before = parse.lower[at - 1] if at > start else ""
        after = parse.lower[at + 1] if at + 1 < end else ""
        if before in _OTHER_HALF:
            return None
        if after == "of" or after in _OWNERS or before in ("by", "than", "nearly", "almost"):
            return Numeral(at, at, 0.5, 0.5, 0.5, "fraction") if parse.lower[at + 2 : at + 3] != ("million",) else None
        return None

    def _fold(self, amount: str, first: int, last: int) -> Numeral | None:
        word = self.numbers.words.get(amount)
        value = word.value if word is not None else _plain(amount)
        return None if not value else Numeral(first, last, value, value, value, "multiple")

    def _verb(self, parse: Parse, at: int, end: int) -> Numeral | None:
        value = self.verbs.get(parse.lemmas[at]) or self.verbs[parse.lower[at]]
        verb = parse.tags[at][:1] == "V" and parse.deps[at] not in ("amod", "compound")
        before_noun = at + 1 < end and parse.lower[at + 1] in ("the", "its", "their", "his", "that", "of")
        noun = parse.lower[at].endswith("ing") and at + 1 < end and parse.lower[at + 1] == "of"
        if noun or (verb and not (at + 1 < end and parse.lower[at + 1] in ("down", "back", "up"))) or before_noun:
            return Numeral(at, at, value, value, value, "multiple")
        return None

    def _part(self, parse: Parse, at: int, start: int, end: int) -> Numeral | None:
        """*A third of*, *two-thirds*, *three quarters of*; an ordinal or a quarter of the year is none."""
        lower, many, place = parse.lower, 1.0, at
        word = self.numbers.words.get(lower[at])
        if word is not None and word.role in ("digit", "teen"):
            place = at + 2 if lower[at + 1 : at + 2] and lower[at + 1] in _HYPHENS else at + 1
            many = word.value
        if place >= end:
            return None
        size = self._size(lower[place], place != at)
        first = at if place != at else at - 1
        if size is None or many >= size or (place == at and (at == start or lower[at - 1] != "a")):
            return None
        after = lower[place + 1] if place + 1 < end else ""
        whole = after == "of" or (lower[place].endswith("s") and (after in _OWNERS or size == 3))
        changed = first > start and lower[first - 1] in ("by", "than", "nearly", "almost") and after in _AFTER_CHANGE
        if not whole and not changed:
            return None
        value = many / size
        return Numeral(first, place, value, value, value, "fraction")

    def _size(self, word: str, counted: bool) -> float | None:
        """Into how many parts a word divides; plural parts must be counted."""
        if word in ("quarter", "quarters"):
            return 4.0
        plural = word.endswith("s")
        if plural and not counted:
            return None
        size = self.numbers.ordinals.get(word.removesuffix("s") if plural else word)
        return size if size is not None and size > 2 else None

    def _group(self, parse: Parse, at: int, end: int) -> Numeral | None:
        """*One in five*, *nine out of ten*, *one of every three*."""
        lower = parse.lower
        many = self._small(lower[at])
        for link in (("in",), ("out", "of"), ("of", "every"), ("in", "every"), ("out", "of", "every")):
            place = at + 1 + len(link)
            if place < end and many and lower[at + 1 : place] == link:
                size = self._small(lower[place])
                if size in _IN_GROUPS and many < size:
                    return Numeral(at, place, many / size, many / size, many / size, "fraction")
        return None

    def _small(self, word: str) -> float:
        known = self.numbers.words.get(word)
        return known.value if known is not None else _plain(word)

    def _hyphenated(self, parse: Parse, at: int, end: int) -> Numeral | None:
        """*Three-fold* and *10-fold*, which parsers take apart."""
        lower = parse.lower
        if at + 2 < end and lower[at + 1] in _HYPHENS and lower[at + 2] == "fold":
            return self._fold(lower[at], at, at + 2)
        return None


def _plain(digits: str) -> float:
    return float(digits) if digits.isascii() and digits.isdigit() and len(digits) < 8 else 0.0


def compared(parse: Parse, at: int, end: int) -> bool:
    """True if the words after *N times* or *twice* compare, so that they do not tell how often."""
    if at >= end:
        return False
    return parse.tags[at] in ("JJR", "RBR") or (parse.lower[at] in _COMPARED and at + 1 < end)
