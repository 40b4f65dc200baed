"""An amount: a number or a range with its unit, before it is known what it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...lexicon import load
from ...model import Parse
from .numeral import DECIMALS, Numbers, Numeral
from .ratio import Ratios, compared
from .unit import Unit, Units

_DASHES = ("-", "–", "‐", "‑")


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens ``first`` to ``last`` of an amount; ``number`` is the (last) number inside it."""

    first: int
    last: int
    value: float
    low: float | None
    high: float | None
    form: str
    number: Numeral
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Amounts:
    """Reads amounts from left to right."""

    numbers: Numbers
    ratios: Ratios
    units: Units
    changes: frozenset[str]

    @staticmethod
    def load() -> Amounts:
        """The reader with the tables that ship."""
        numbers = Numbers.load()
        changes = frozenset(form for entry in load("figure_change").entries for form in entry.forms)
        return Amounts(numbers, Ratios.load(numbers), Units.load(), changes)

    def read(self, parse: Parse, at: int, start: int, end: int) -> Amount | None:
        """The amount whose number begins at a token, or None."""
        ratio = self.ratios.read(parse, at, start, end)
        if ratio is not None:
            return _plain(ratio)
        one = self._single(parse, at, start, end)
        if one is None or one.form in ("ordinal",):
            return one
        return self._range(parse, one, start, end) or self._multiple(parse, one, start, end)

    def _single(self, parse: Parse, at: int, start: int, end: int) -> Amount | None:
        currency = self.units.inside(parse.lower[at], at) or self.units.before(parse, at, start)
        number = self.numbers.read(parse, at, end, money=currency is not None)
        if number is None:
            return None
        if currency is None and number.first < at:
            currency = self.units.before(parse, number.first, start)
        amount = _plain(number)
        if number.form == "ordinal":
            return amount
        if currency is not None:
            return replace(amount, first=min(currency.first, number.first), unit=currency)
        return self._negative(parse, self._with_unit(parse, amount, end), start)

    def _with_unit(self, parse: Parse, amount: Amount, end: int) -> Amount:
        scaled = amount.number.scale > 1.0 or amount.form == "vague"
        behind = self.units.behind(parse, amount.last, end, scaled)
        if behind is None and amount.form == "vague" and parse.lower[amount.last + 1 : amount.last + 2] == ("of",):
            behind = self.units.behind(parse, amount.last + 1, end, scaled)
        if behind is None:
            return amount
        low, high = (
            None if bound is None else round(bound * behind.factor, DECIMALS) for bound in (amount.low, amount.high)
        )
        return replace(
            amount,
            last=behind.last,
            value=round(amount.value * behind.factor, DECIMALS),
            low=low,
            high=high,
            unit=behind,
        )

    def _negative(self, parse: Parse, amount: Amount, start: int) -> Amount:
        """A minus sign counts where it stands free on its left and close on its right."""
        sign = amount.first - 1
        if sign < start or parse.lower[sign] not in ("-", "−", "–") or amount.low != amount.high:
            return amount
        if parse.ends[sign] != parse.starts[amount.first] or (sign > 0 and parse.ends[sign - 1] == parse.starts[sign]):
            return amount
        value = -amount.value
        return replace(amount, first=sign, value=value, low=value, high=value)

    def _range(self, parse: Parse, one: Amount, start: int, end: int) -> Amount | None:
        """*30 to 40*, *5-6 percent*, *$3 to $4 billion*, *between 30 and 40*, *five or six*."""
        link = one.last + 1
        if link + 1 >= end or one.form != "cardinal":
            return None
        word, opener = parse.lower[link], parse.lower[one.first - 1] if one.first > start else ""
        between = word == "and" and opener == "between"
        if not (between or word in ("to", "or") or word in _DASHES):
            return None
        at = link + 1
        if (parse.lower[at] in self.units.symbols or parse.tags[at] == "$") and at + 1 < end:
            at += 1
        two = self._single(parse, at, start, end) if parse.lower[at] not in self.ratios.numbers.vague else None
        if two is None or two.form != "cardinal" or not self._pair(parse, one, two, word, opener):
            return None
        low = one.value * two.number.scale if _shares_scale(one, two) else one.value
        if two.unit is not None and one.unit is None:
            low *= two.unit.factor
        if low >= two.value or (word == "or" and two.value > 3 * low):
            return None
        first = one.first - 1 if between or (opener == "from" and word == "to") else one.first
        return replace(
            two,
            first=first,
            value=round((low + two.value) / 2, DECIMALS),
            low=low,
            high=two.value,
            unit=two.unit or one.unit,
        )

    def _pair(self, parse: Parse, one: Amount, two: Amount, word: str, opener: str) -> bool:
        """True if two amounts make a range and not a change from one to the other."""
        if one.unit is not None and two.unit is not None and one.unit.name != two.unit.name:
            return False
        if one.unit is not None and two.unit is None and one.unit.kind != "money":
            return False
        if opener == "from" and word == "to":
            governor = parse.heads[one.first - 1]
            return parse.lemmas[governor] not in self.changes
        if word == "to" and one.unit is not None and one.unit.kind == "money" and one.first > 0:
            return parse.lemmas[one.first - 1] not in self.changes  # plunged $4 to $14
        return word not in _DASHES or parse.starts[one.last + 1] == parse.ends[one.last] or two.unit is not None

    def _multiple(self, parse: Parse, one: Amount, start: int, end: int) -> Amount:
        """*Eight times higher*; *a factor of five*."""
        after = one.last + 1
        if one.unit is not None or one.form != "cardinal":
            return one
        if after < end and parse.lower[after] == "times" and compared(parse, after + 1, end):
            return replace(one, last=after, form="multiple")
        if one.first - 2 >= start and parse.lower[one.first - 2 : one.first] == ("factor", "of"):
            return replace(one, first=one.first - 2, form="multiple")
        return one


def _plain(number: Numeral) -> Amount:
    return Amount(number.first, number.last, number.value, number.low, number.high, number.form, number)


def _shares_scale(one: Amount, two: Amount) -> bool:
    scale = two.number.scale
    return one.number.scale == 1.0 and scale > 1.0 and one.value < two.number.value / scale
