"""The stage that computes the layer of figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from ...lexicon import load
from ...model import Figure, Parse, Reading, Span, Time
from .amount import Amount, Amounts
from .bound import Bound, Bounds, apply
from .counted import Counting
from .periods import Periods
from .refuse import Refusal
from .relation import Relations, is_baseline
from .unit import Unit

_KINDS = {"fraction": ("ratio", "share"), "multiple": ("ratio", "times")}


@dataclass(frozen=True, slots=True)
class FigureStage:
    """Finds numbers that say how many, how much, how often or which one.

    ``value`` of a range is its middle; ``low`` and ``high`` are what the words commit to, None where they commit to
    nothing (*at least 30* has no upper bound, *about 30* has neither). Numbers inside time expressions are left to
    the layer of times.
    """

    amounts: Amounts
    bounds: Bounds
    counting: Counting
    refusal: Refusal
    periods: Periods
    relations: Relations
    triggers: frozenset[str]
    name: ClassVar[str] = "figure"
    needs: ClassVar[tuple[str, ...]] = ("parse", "times")
    gives: ClassVar[str] = "figures"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> FigureStage:
        """The stage with its tables."""
        amounts = Amounts.load()
        verbs = frozenset(amounts.ratios.verbs)
        moved = (entry for entry in load("figure_change").entries if entry.value["object"])
        objects = frozenset(form for entry in moved for form in entry.forms)
        relations = Relations(amounts.changes | verbs, objects | verbs)
        triggers = amounts.numbers.triggers() | amounts.ratios.triggers()
        return FigureStage(amounts, Bounds.load(), Counting.load(), Refusal.load(), Periods.load(), relations, triggers)

    def __call__(self, reading: Reading) -> Iterator[Figure]:
        parse = reading.parse
        if parse is None:
            return
        begins = [time.span.start for time in reading.times]
        for start, end in parse.sentences:
            first, last = (bisect_left(begins, char) for char in (parse.starts[start], parse.ends[end - 1]))
            yield from self._sentence(parse, reading.times[first:last], start, end)

    def _sentence(self, parse: Parse, times: Sequence[Time], start: int, end: int) -> Iterator[Figure]:
        lower, triggers = parse.lower, self.triggers
        at, known = start, None
        while at < end:
            word = lower[at]
            if not (word in triggers or word[0].isdigit() or parse.lemmas[at] in triggers or word[-1].isdigit()):
                at += 1
                continue
            score = self.refusal.score(parse, at, end)
            if score is not None:
                at = score + 1
                continue
            amount = self.amounts.read(parse, at, start, end)
            if amount is None:
                at += 1
                continue
            figure = None if _timed(parse, amount, times) else self._figure(parse, amount, times, start, end)
            if figure is not None:
                known = figure.unit or (known if is_baseline(parse, amount.first) else None)
                yield figure if figure.unit == known else replace(figure, unit=known)
            at = max(at, amount.last) + 1

    def _figure(self, parse: Parse, amount: Amount, times: Sequence[Time], start: int, end: int) -> Figure | None:
        noun = self.counting.noun(parse, amount.first, amount.last, end)
        if amount.form == "ordinal":
            if self.refusal.ordinal(parse, amount.number, noun, start) or noun is None:
                return None
            return self._made(
                parse, amount, None, "ordinal", self.counting.unit(parse, noun), (noun, times, start, end)
            )
        bound = self.bounds(parse, amount.first, amount.last, noun, (start, end))
        context = (noun, times, start, end)
        if amount.form in _KINDS:
            kind, unit = _KINDS[amount.form]
            return self._made(parse, amount, bound, kind, unit, context)
        if amount.form == "frequency":
            return self._made(parse, amount, bound, "count", "time", context)
        if amount.unit is not None:
            return self._made(
                parse, amount, bound, amount.unit.kind, self._rated(parse, amount, amount.unit, end), context
            )
        if self._is_pronoun(parse, amount) or self.refusal.timed(parse, noun):
            return None
        if bound is None and amount.low == amount.high and self.refusal.number(parse, amount.number, noun, start, end):
            return None
        return self._made(parse, amount, bound, "count", self._counted(parse, amount, noun, end), context)

    def _counted(self, parse: Parse, amount: Amount, noun: int | None, end: int) -> str | None:
        if noun is None:
            return self.counting.without_noun(parse, amount.first, amount.last, end)
        unit = self.counting.unit(parse, noun)
        rate = self.amounts.units.rate(parse, amount.last, end, money=False)
        return unit if rate is None else f"{unit}/{rate}"

    def _rated(self, parse: Parse, amount: Amount, unit: Unit, end: int) -> str:
        rate = self.amounts.units.rate(parse, amount.last, end, money=unit.kind == "money")
        return unit.name if rate is None or unit.kind == "percent" else f"{unit.name}/{rate}"

    @staticmethod
    def _is_pronoun(parse: Parse, amount: Amount) -> bool:
        """*One of them*, *no one*, *one might think*: no number is told."""
        at = amount.first
        return amount.last == at and parse.lower[at] == "one" and parse.deps[at] != "nummod"

    def _made(
        self,
        parse: Parse,
        amount: Amount,
        bound: Bound | None,
        kind: str,
        unit: str | None,
        context: tuple[int | None, Sequence[Time], int, int],
    ) -> Figure:
        noun, times, start, end = context
        first, last, low, high, rule = amount.first, amount.last, amount.low, amount.high, amount.form
        if bound is not None:
            first, last = min(first, bound.first), max(last, bound.last)
            low, high = apply(bound.sense, low, high)
            rule += "." + bound.sense
        relation = None
        if kind != "ordinal":
            mentions = (
                self.periods.mentions(parse, times, start, end) if self._compares(parse, kind, start, end) else []
            )
            relation = self.relations(parse, (first, last), kind, noun, mentions)
        return Figure(parse.span(first, last), amount.value, low, high, unit, kind, relation, rule)

    @staticmethod
    def _compares(parse: Parse, kind: str, start: int, end: int) -> bool:
        return kind in ("ratio", "percent") or not _COMPARING.isdisjoint(parse.lower[start:end])


_COMPARING = frozenset(("than", "from", "compared", "versus", "vs", "vs.", "against"))


def _timed(parse: Parse, amount: Amount, times: Sequence[Time]) -> bool:
    """True if a time expression holds the amount."""
    span = Span(parse.starts[amount.first], parse.ends[amount.last])
    return any(time.span.contains(span) for time in times)
