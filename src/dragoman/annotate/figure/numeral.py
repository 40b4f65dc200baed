"""Numbers in words and digits, vague quantities and ordinals: from tokens to values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...lexicon import Lexicon, load
from ...model import Parse

LONGEST = 15  # digits; a longer run is no quantity and would lose its last digits in a float
DECIMALS = 6  # kept of a product, so that 8.2 million is 8,200,000 and not a little less
_DIGITS = re.compile(r"(?:[a-z]{0,3}\$)?(\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(\.\d+)?([a-z]{1,3})?", re.ASCII)
_ORDINAL_DIGITS = re.compile(r"(?:[a-z]{0,3}\$)?(\d{1,6})(?:st|nd|rd|th)", re.ASCII)
_HYPHENS = ("-", "‐", "‑")


class Numeral(NamedTuple):
    """A number in the text: tokens ``first`` to ``last`` (included).

    ``low`` and ``high`` are what the words themselves commit to (None: nothing); ``form`` is cardinal, vague,
    ordinal, fraction or multiple; ``scale`` the scale word that multiplied it (1.0 if there was none).
    """

    first: int
    last: int
    value: float
    low: float | None
    high: float | None
    form: str
    scale: float = 1.0


class _Word(NamedTuple):
    value: float
    role: str


class _Vague(NamedTuple):
    low: float
    plural: bool
    bare: bool
    article: bool


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number words of a language and the reader that composes them."""

    words: Mapping[str, _Word]
    ordinals: Mapping[str, float]
    suffixes: Mapping[str, float]
    vague: Mapping[str, _Vague]

    @staticmethod
    def of(numbers: Lexicon, vague: Lexicon) -> Numbers:
        """The reader for a table of number words and one of vague quantities."""
        words: dict[str, _Word] = {}
        ordinals: dict[str, float] = {}
        suffixes: dict[str, float] = {}
        for entry in numbers.entries:
            value = float(entry.value["value"])
            words.update((form, _Word(value, entry.value["role"])) for form in entry.forms)
            suffixes.update((suffix, value) for suffix in entry.value["suffixes"] or ())
            if entry.value["ordinal"]:
                ordinals[entry.value["ordinal"]] = value
        vague_words: dict[str, _Vague] = {}
        for entry in vague.entries:
            for form in entry.forms:
                said = entry.value
                vague_words[form.split()[-1]] = _Vague(said["low"], said["plural"], said["bare"], " " in form)
        return Numbers(words, ordinals, suffixes, vague_words)

    @staticmethod
    def load() -> Numbers:
        """The reader with the tables that ship."""
        return Numbers.of(load("figure_number"), load("figure_vague"))

    def triggers(self) -> frozenset[str]:
        """Lower-case words at which a number may begin."""
        return frozenset((*self.words, *self.ordinals, *self.vague))

    def read(self, parse: Parse, at: int, end: int, money: bool = False) -> Numeral | None:
        """The number that begins at a token, or None; ``money`` lets a bare m or k after digits be a scale."""
        word = parse.lower[at]
        if word in self.vague:
            return self._vague(parse, at, end)
        return self._ordinal(parse, at, end) or self._cardinal(parse, at, end, money)

    def _ordinal(self, parse: Parse, at: int, end: int) -> Numeral | None:
        lower = parse.lower
        word = lower[at]
        if word[0].isdigit():
            digits = _ORDINAL_DIGITS.fullmatch(word)
            return None if digits is None else _exact(at, at, float(digits[1]), "ordinal")
        if word in self.ordinals:
            return _exact(at, at, self.ordinals[word], "ordinal")
        ten = self.words.get(word)
        if ten is not None and ten.role == "ten" and at + 2 < end and lower[at + 1] in _HYPHENS:
            unit = self.ordinals.get(lower[at + 2])
            if unit is not None and unit < 10:
                return _exact(at, at + 2, ten.value + unit, "ordinal")
        return None

    def _vague(self, parse: Parse, at: int, end: int) -> Numeral | None:
        said, lower, first, last = self.vague[parse.lower[at]], parse.lower, at, at
        if said.article or lower[at - 1 : at] == ("many",):
            if at == 0 or lower[at - 1] not in ("a", "many"):
                return None
            first = at - 1
        low = said.low
        follows = lower[at + 1 : at + 3]
        if said.plural and len(follows) == 2 and follows[0] == "of" and follows[1] in self.vague:
            inner = self.vague[follows[1]]
            if inner.plural:
                low, last = low * inner.low / 2, at + 2  # a plural commits to two of its number: thousands, to 2,000
        elif not said.plural and follows and follows[0] in self.words:
            scale = self.words[follows[0]]
            if scale.role in ("hundred", "scale"):
                low, last = low * scale.value, at + 1
        if (said.plural or not said.bare) and last == at and not self._stands_alone(parse, at, end, said):
            return None
        return Numeral(first, last, low, low, None, "vague")

    @staticmethod
    def _stands_alone(parse: Parse, at: int, end: int, said: _Vague) -> bool:
        if parse.tags[at][:1] not in ("N", "C"):
            return False
        of = at + 1 < end and parse.lower[at + 1] == "of"
        return said.bare or (of and at + 2 < end and parse.lower[at + 2] not in ("the", "this", "that"))

    def _cardinal(self, parse: Parse, at: int, end: int, money: bool) -> Numeral | None:
        lower = parse.lower
        if lower[at][0].isdigit() or "$" in lower[at]:
            return self._digits(parse, at, end, money)
        start = self.words.get(lower[at])
        if start is None:
            return None
        first, current, total, scale, last, role = at, 0.0, 0.0, 1.0, at, ""
        if start.role in ("hundred", "scale"):
            first, current = self._article(lower, at)
            if not current:
                return None
        place = at
        while place is not None and place < end:
            word = self.words.get(lower[place])
            if word is None or not _fits(role, word.role):
                break
            if word.role == "scale":
                total, current, scale = total + current * word.value, 0.0, word.value
            else:
                current = current * 100 if word.role == "hundred" else current + word.value
            role, last = word.role, place
            place, part = self._next(parse, place, end)
            if part:
                current, last, role = current + part, place - 1, "digit"
        value = total + current
        return _exact(first, last, value, "cardinal", scale if not current else 1.0)

    def _article(self, lower: tuple[str, ...], at: int) -> tuple[int, float]:
        """Where *a hundred* or *half a million* begins, and how many of the word it says; 0.0 if it says none."""
        if at == 0 or lower[at - 1] not in ("a", "an"):
            return at, 0.0
        if lower[at - 2 : at - 1] == ("half",):
            return at - 2, 0.5
        if lower[max(0, at - 3) : at - 1] == ("quarter", "of"):
            return at - 3, 0.25
        return at - 1, 1.0

    def _next(self, parse: Parse, at: int, end: int) -> tuple[int, float]:
        """The token where the number may go on, and the half of *two and a half million*."""
        lower = parse.lower
        follows = lower[at + 1 : min(end, at + 5)]
        if len(follows) > 1 and (follows[0] in _HYPHENS or follows[0] == "and") and follows[1] in self.words:
            hyphen = follows[0] != "and"
            if hyphen == (self.words[lower[at]].role in ("ten", "digit", "teen")):
                return at + 2, 0.0
        if follows[:3] == ("and", "a", "half"):
            return at + 4, 0.5
        if len(follows) > 1 and follows[0] == "point" and follows[1] in self.words:
            tenth = self.words[follows[1]]
            if tenth.role == "digit":
                return at + 3, tenth.value / 10
        return at + 1, 0.0

    def _digits(self, parse: Parse, at: int, end: int, money: bool) -> Numeral | None:
        lower = parse.lower
        found = _DIGITS.fullmatch(lower[at])
        if found is None or len(found[1]) > LONGEST:
            return None
        value, scale, last = float(found[1].replace(",", "") + (found[2] or "")), 1.0, at
        if found[3]:
            if found[3] not in self.suffixes:
                return None
            scale = self.suffixes[found[3]]
        else:
            scale, last = self._scale_after(parse, at, end, money)
            if last < end - 1 and scale == 100_000.0 and lower[last + 1] == "crore":
                scale, last = scale * 1e7, last + 1
        return _exact(at, last, round(value * scale, DECIMALS), "cardinal", scale)

    def _scale_after(self, parse: Parse, at: int, end: int, money: bool) -> tuple[float, int]:
        lower, place = parse.lower, at + 1
        if place + 1 < end and lower[place] in _HYPHENS and parse.starts[place] == parse.ends[at]:
            place += 1
        if place >= end:
            return 1.0, at
        word, close = self.words.get(lower[place]), parse.starts[place] == parse.ends[at]
        if word is not None and word.role in ("hundred", "scale"):
            return word.value, place
        if lower[place] in self.suffixes and place == at + 1:
            long = len(lower[place]) > 1
            counted = place + 1 < end and (parse.tags[place + 1] == "NNS" or lower[place + 1] == "people")
            if long or (close and (money or counted)):  # 1.2m refugees, but 30 m of cable
                return self.suffixes[lower[place]], place
        return 1.0, at


def _fits(before: str, after: str) -> bool:
    """True if a word of one role may follow another inside one number."""
    if after == "digit":
        return before in ("", "ten", "hundred", "scale")
    if after in ("teen", "ten"):
        return before in ("", "hundred", "scale")
    if after == "hundred":
        return before in ("", "digit", "teen")
    return before != "scale"


def _exact(first: int, last: int, value: float, form: str, scale: float = 1.0) -> Numeral:
    return Numeral(first, last, value, value, value, form, scale)
