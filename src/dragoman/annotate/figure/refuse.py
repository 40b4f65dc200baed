"""Numbers that count nothing: names, years, dates, ages, scores, telephone numbers, list marks."""

from __future__ import annotations

from dataclasses import dataclass

from ...lexicon import words_of
from ...model import Parse
from .numeral import Numeral

_JOINERS = ("-", "‐", "‑", "–", "/", ".", ":", "+", "№", "#")
_YEARS = range(1900, 2101)
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class Refusal:
    """Tells numbers that are no quantities."""

    designators: frozenset[str]
    calendar: frozenset[str]
    contests: frozenset[str]
    fixed: frozenset[str]
    events: frozenset[str]
    months: frozenset[str]

    @staticmethod
    def load() -> Refusal:
        """The tables that ship."""
        names = ("designator", "calendar", "score", "ordinal_fixed", "ordinal_event", "month")
        return Refusal(*(words_of("figure_" + name) for name in names))

    def number(self, parse: Parse, numeral: Numeral, noun: int | None, start: int, end: int) -> bool:
        """True for a bare number (no unit, no bound) that is a name, a date, an age or part of something else."""
        return (
            self.named(parse, numeral, noun, start)
            or self._date(parse, numeral, noun, start, end)
            or _age(parse, numeral, noun, start, end)
            or _in_a_row(parse, numeral, start, end)
            or _list_mark(parse, numeral, start, end)
        )

    def timed(self, parse: Parse, noun: int | None) -> bool:
        """True if what is counted is time."""
        return noun is not None and parse.lower[noun] in self.calendar

    def named(self, parse: Parse, numeral: Numeral, noun: int | None, start: int) -> bool:
        """True for *flight 370*, *Boeing 737*, and digits that a dash or slash joins to a word."""
        before = numeral.first - 1
        if before < start or not parse.words[numeral.first][:1].isdigit():
            spelled = before >= start and parse.lower[before] in self.designators and noun is None
            return spelled and parse.tags[before] in ("NN", "NNP")
        close = parse.ends[before] == parse.starts[numeral.first]
        if close and parse.lower[before] in _JOINERS:
            return before > start and parse.ends[before - 1] == parse.starts[before]
        if parse.lower[before] in ("№", "#", "no.", "nos.") or parse.lower[before - 1 : before + 1] == ("no", "."):
            return True
        if parse.lower[before] in self.designators and (noun is None or parse.words[before][:1].isupper()):
            return True
        if parse.tags[before] not in ("NNP", "NNPS") or parse.lower[before] in self.months:
            return False
        single = noun is not None and parse.tags[noun] == "NN" and numeral.value != 1
        return noun is None or (single and numeral.first == numeral.last and parse.words[numeral.first].isdigit())

    def _date(self, parse: Parse, numeral: Numeral, noun: int | None, start: int, end: int) -> bool:
        beside = [at for at in (numeral.first - 1, numeral.last + 1) if start <= at < end]
        if any(parse.lower[at].rstrip(".") in self.months and parse.words[at][:1].isupper() for at in beside):
            return True
        after = numeral.last + 1
        if after < end and parse.lower[after] in ("a.m.", "p.m.", "am", "pm", "gmt", "utc", "o'clock", "bc", "ad"):
            return True
        year = numeral.value in _YEARS and len(parse.words[numeral.first]) == 4 and numeral.first == numeral.last
        return year and (noun is None or parse.tags[noun] != "NNS" or numeral.value % 100 != 0)

    def score(self, parse: Parse, at: int, end: int) -> int | None:
        """The last token of a score or a vote (*3-1*, *52-48*) that begins at a token, or None."""
        if at + 2 >= end or parse.lower[at + 1] not in ("-", "–"):
            return None
        one, other = parse.lower[at], parse.lower[at + 2]
        if not (_short(one) and _short(other)) or parse.starts[at + 1] != parse.ends[at]:
            return None
        contest = any(parse.lemmas[word] in self.contests for word in range(max(0, at - 4), at))
        return at + 2 if int(other) <= int(one) or contest else None

    def ordinal(self, parse: Parse, numeral: Numeral, noun: int | None, start: int) -> bool:
        """True for an ordinal that is part of a name or of a set phrase (*First Deputy Minister*, *first lady*)."""
        if noun is None or noun <= numeral.last or noun - numeral.last > 5:
            return True
        after = numeral.last + 1
        if {parse.lower[after], parse.lower[noun]} & self.fixed or parse.lower[noun] in self.months:
            return True
        if parse.words[after][:1].isupper() and not parse.words[after].isupper():
            named = parse.words[numeral.first][:1].isdigit() or numeral.first == start
            return parse.lower[noun] not in self.events if named or parse.tags[noun][:3] == "NNP" else False
        return parse.words[numeral.first][:1].isupper() and numeral.first != start


def _short(digits: str) -> bool:
    return digits.isascii() and digits.isdigit() and len(digits) < 5


def _age(parse: Parse, numeral: Numeral, noun: int | None, start: int, end: int) -> bool:
    """*The minister, 58, resigned*; *aged 25*."""
    before, after = numeral.first - 1, numeral.last + 1
    if before < start or not 0 < numeral.value <= _OLDEST:
        return False
    if parse.lower[before] in ("aged", "age", "turned", "being"):
        return True
    if noun is None and parse.lower[before] in ("at", "was", "is", "be") and before > start:
        return parse.lower[before - 1] in ("he", "she", "who") or (after < end and parse.tags[after][:2] in ("VB", ","))
    commas = parse.lower[before] in (",", "(") and after < end and parse.lower[after] in (",", ".", ")")
    return commas and before > start and parse.tags[before - 1][:1] in ("N", "P")


def _in_a_row(parse: Parse, numeral: Numeral, start: int, end: int) -> bool:
    """Digits beside digits are a telephone number or a table."""
    if not parse.words[numeral.first][:1].isdigit():
        return False
    beside = [at for at in (numeral.first - 1, numeral.last + 1) if start <= at < end]
    return any(parse.words[at].lstrip("+")[:1].isdigit() for at in beside)


def _list_mark(parse: Parse, numeral: Numeral, start: int, end: int) -> bool:
    after = numeral.last + 1
    opens = numeral.first == start or (numeral.first == start + 1 and parse.lower[start] in ("(", "["))
    return opens and after < end and parse.lower[after] in (".", ")", "]", ":") and after + 1 < end
