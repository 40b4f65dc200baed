"""What stands close to a number and says in what it counts: currencies, percentages, units of measure, rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...lexicon import load, words_of
from ...model import Parse

_HYPHENS = ("-", "‐", "‑")
_EVERY = ("a", "an", "per", "every", "each", "/")
_PRICED = frozenset(
    ("barrel", "tonne", "ton", "kilo", "kilogram", "kg", "ounce", "gallon", "litre", "liter", "share", "bushel")
)
_NOT_AFTER = frozenset(("earlier", "before", "after", "later", "ago", "later", "long", "since", "when"))
_WINDOW = 7


class Unit(NamedTuple):
    """A unit found: its canonical name, the figure's kind, a factor for the value and the tokens it takes."""

    name: str
    kind: str
    factor: float
    first: int
    last: int


class _Named(NamedTuple):
    name: str
    kind: str
    factor: float


@dataclass(frozen=True, slots=True)
class Units:
    """Units by their words; currencies also by what stands before the number."""

    after: Mapping[tuple[str, ...], _Named]
    firsts: frozenset[str]
    symbols: Mapping[str, str]
    times: frozenset[str]
    verbs: frozenset[str]

    @staticmethod
    def load() -> Units:
        """The tables that ship."""
        after: dict[tuple[str, ...], _Named] = {}
        symbols: dict[str, str] = {}
        for entry in load("figure_currency").entries:
            after.update((tuple(form.split()), _Named(entry.value["unit"], "money", 1.0)) for form in entry.forms)
            symbols.update((symbol, entry.value["unit"]) for symbol in entry.value["symbols"] or ())
        after.update(((code,), _Named(unit, "money", 1.0)) for code, unit in symbols.items() if len(code) == 3)
        for entry in load("figure_unit").entries:
            kind = "percent" if entry.value["dimension"] == "share" else "measure"
            named = _Named(entry.value["unit"], kind, float(entry.value["factor"]))
            after.update((tuple(form.split()), named) for form in entry.forms)
        verbs = (form for entry in load("figure_currency").entries if entry.value["verb"] for form in entry.forms)
        return Units(
            after, frozenset(form[0] for form in after), symbols, words_of("figure_calendar"), frozenset(verbs)
        )

    def before(self, parse: Parse, first: int, start: int) -> Unit | None:
        """The currency whose sign or code stands before a number that begins at ``first``."""
        if first == start:
            return None
        word = parse.lower[first - 1]
        name = self.symbols.get(word)
        if name is None:
            if word == "magnitude":
                return Unit("magnitude", "measure", 1.0, first - 1, first - 1)
            return None
        begin = first - 1
        if word == "$" and begin > start and parse.ends[begin - 1] == parse.starts[begin]:
            longer = self.symbols.get(parse.lower[begin - 1] + "$")
            if longer is not None:
                return Unit(longer, "money", 1.0, begin - 1, first - 1)
        if len(word) == 3 and word.isalpha() and not parse.words[begin].isupper():
            return None
        return Unit(name, "money", 1.0, begin, begin)

    def inside(self, word: str, at: int) -> Unit | None:
        """The currency of a token that holds sign and digits (*nz$300*)."""
        sign, dollar, digits = word.partition("$")
        name = self.symbols.get(sign + dollar) if dollar and digits[:1].isdigit() else None
        return None if name is None else Unit(name, "money", 1.0, at, at)

    def behind(self, parse: Parse, last: int, end: int, scaled: bool) -> Unit | None:
        """The unit that follows a number whose last token is ``last``; ``scaled`` if it ends in a scale word."""
        at = last + 1
        if at + 1 < end and parse.lower[at] in _HYPHENS and parse.starts[at] == parse.ends[last]:
            at += 1
        if at >= end or not {parse.lower[at], parse.lemmas[at], parse.lower[at].rstrip("s")} & self.firsts:
            return None
        for size in (3, 2, 1):
            found = self._named(parse, at, size, end)
            if found is not None:
                name, kind, factor = found
                if name == "pound" and scaled:
                    name, kind = "GBP", "money"
                if parse.lower[at] in self.verbs and not scaled:
                    return None
                if kind == "money" and not _is_noun(parse, at, at + size - 1, scaled):
                    return None
                return Unit(name, kind, factor, at, at + size - 1)
        return None

    def _named(self, parse: Parse, at: int, size: int, end: int) -> _Named | None:
        if at + size > end:
            return None
        lower, tail = parse.lower[at : at + size], parse.lemmas[at + size - 1]
        found = self.after.get(lower) or self.after.get((*lower[:-1], tail))
        if found is None and lower[-1].endswith("."):
            return self.after.get((*lower[:-1], lower[-1][:-1]))
        if found is None and lower[-1].endswith("s") and parse.tags[at + size - 1][:1] == "N":
            found = self.after.get((*lower[:-1], lower[-1][:-1]))
        return found

    def rate(self, parse: Parse, last: int, end: int, money: bool) -> str | None:
        """The denominator of a rate in the words after a figure: *cases every day*, *shells per month*."""
        lower = parse.lower
        for at in range(last + 1, min(end - 1, last + 1 + _WINDOW)):
            word, noun = lower[at], parse.lemmas[at + 1]
            if word in _EVERY:
                if lower[at + 1] not in self.times and not (word == "per" or (money and noun in _PRICED)):
                    if word in ("a", "an", "every", "each"):
                        return None
                    continue
                if parse.lower[at + 2 : at + 3] and lower[at + 2] in _NOT_AFTER:
                    return None
                return noun if parse.tags[at + 1][:1] == "N" else None
            if not (parse.tags[at][:1] in ("N", "J", "C", "H") or word in ("of", "the", "and", "other", ")")):
                return None
        return None


def _is_noun(parse: Parse, first: int, last: int, scaled: bool) -> bool:
    """A currency's name that could be a verb or a name (*won*, *real*) must be a noun or follow a scale word."""
    return scaled or parse.tags[last][:1] == "N" or parse.lower[last] == "euro" or parse.words[first].isupper()
