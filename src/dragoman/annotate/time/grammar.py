"""Puts items together: rules make simple expressions, and these are joined and modified.

*The end of* + *March* + *last year*: a modifier, a simple expression, and another that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import rules_clock, rules_date, rules_length, rules_relative
from .doubt import doubtful
from .item import Between, Clock, Expression, Item, Known, Length, Moved, Named, Often, Phrase, Within, grain_of
from .pattern import NOTHING, Match, Rule, Rules
from .second import second_day
from .sentence import Sentence, around

SIMPLE = Rules.of(rules_date.RULES + rules_relative.RULES + rules_clock.RULES + rules_length.RULES)
_SIZES = {
    "clock": 0,
    "day": 1,
    "week": 2,
    "weekend": 2,
    "month": 3,
    "season": 4,
    "quarter": 4,
    "half": 5,
    "year": 6,
    "decade": 7,
    "century": 8,
}


def _nothing(match: Match) -> Expression | None:
    return None


MODIFIERS = Rules.of(
    (
        Rule("third", "the? early (dash | in the? | on)?", _nothing),
        Rule("hours", "the early hours of the?", _nothing),
        Rule("edge", "the? edge of", _nothing),
        Rule("side", "(later | earlier) (on | in)?", _nothing),
        Rule("approx", "approx", _nothing),
    )
)
HOLDERS = Rules.of((Rule("of", "(comma | of (the)? | on | in)?", _nothing),))


def phrases(sentence: Sentence) -> Iterator[Phrase]:
    """The time expressions of a sentence, in order; at each place the longest is taken."""
    at, size = 0, len(sentence.text)
    while at < size:
        found = _modified(sentence, at) if sentence.text[at] != NOTHING else None
        if found is None or not _stands(found):
            at += 1
        else:
            yield found
            second = second_day(sentence, found)
            if second is not None:
                yield second
            at = second.stop if second is not None else found.stop


def _modified(sentence: Sentence, at: int) -> Phrase | None:
    best = _joined(sentence, at)
    for size, rule in MODIFIERS.at(sentence.text, at):
        stop = at + size
        inner = _joined(sentence, stop) or (_modified(sentence, stop) if rule.name == "approx" else None)
        if inner is None or (best is not None and inner.stop <= best.stop):
            continue
        head = sentence.items[stop]
        mod = _mod_of(rule, sentence.items[at:stop], inner, head is not None and head.kind == "the")
        if mod is not None:
            best = inner._replace(mod=mod, first=at)
    return best


def _mod_of(rule: Rule, items: Sequence[Item | None], inner: Phrase, article: bool) -> str | None:
    """The TIMEX3 modifier, or None where the words cannot modify the expression."""
    kinds = [item for item in items if item is not None]
    expression = inner.expression
    if rule.name == "approx":
        return _approximation(kinds[0].value, inner, article)
    if isinstance(expression, (Length, Often)) or inner.mod:
        return None
    if kinds[0].value in ("AFTER", "BEFORE") and not isinstance(expression, Known):
        return None
    value = next(item.value for item in kinds if item.kind in ("early", "edge", "earlier", "later"))
    if rule.name == "side":
        side = next(item.kind for item in kinds if item.kind in ("earlier", "later"))
        return side if _takes_side(expression) else None
    return value


def _approximation(value: str, inner: Phrase, article: bool) -> str | None:
    """The modifier of *about* and its like; *over the last week* only places, *over a week* measures."""
    expression = inner.expression
    if isinstance(expression, (Length, Often)):
        return None if article and value == "MORE_THAN" else value
    if isinstance(expression, Moved) and inner.stop - inner.first > 1:
        return value
    if value == "APPROX" and not inner.mod:
        return value
    return None


def _takes_side(expression: Expression) -> bool:
    """Later this week, earlier on Sunday, later that year; not *later 1999*."""
    if isinstance(expression, (Named, Moved)):
        return True
    return (isinstance(expression, Clock) and expression.day is not None) or isinstance(expression, Known)


def _joined(sentence: Sentence, at: int) -> Phrase | None:
    """A simple expression with those that hold it (Tuesday of last week) or that it holds (last year's spring)."""
    found = _simple(sentence, at)
    if found is None:
        return None
    found = _owning(sentence, found)
    while True:
        wider = _held(sentence, found)
        if wider is None:
            break
        found = wider
    return _or_so(sentence, found)


def _or_so(sentence: Sentence, found: Phrase) -> Phrase:
    item = sentence.items[found.stop] if found.stop < len(sentence.items) else None
    if item is not None and item.kind == "approx" and item.end - item.start == 5 and item.value == "APPROX":
        following = sentence.items[found.stop]
        words = sentence.parse.lower[following.token : following.token + 2] if following else ()
        if words == ("or", "so"):
            return found._replace(mod="APPROX", stop=found.stop + 1)
    return found


def _simple(sentence: Sentence, at: int) -> Phrase | None:
    for size, rule in SIMPLE.at(sentence.text, at):
        stop = at + size
        items = [item for item in sentence.items[at:stop] if item is not None]
        expression = rule.make(Match(items, *around(sentence, at, stop)))
        if expression is not None:
            phrase = Phrase(expression, "END" if rule.name == "relative.year-end" else "", rule.name, at, stop)
            if not doubtful(sentence.parse, sentence.items, phrase):
                return phrase
    return None


def _stands(phrase: Phrase) -> bool:
    """False for *the day*, which only means a day with a modifier (late in the day), and for *the last week of*."""
    expression = phrase.expression
    if not isinstance(expression, Named):
        return True
    return not expression.grain.startswith("nth-") and (bool(phrase.mod) or expression.grain != "the-day")


def _owning(sentence: Sentence, found: Phrase) -> Phrase:
    """Last year's third quarter."""
    size = _SIZES.get(grain_of(found.expression), 0)
    text, stop = sentence.items, found.stop
    if size < 2 or stop + 1 >= len(text):
        return found
    mark = text[stop]
    if mark is None or mark.kind != "poss":
        return found
    inner = _simple(sentence, stop + 1)
    if inner is None or not isinstance(inner.expression, Named):
        return _owned_period(sentence, found)
    held = inner.expression
    if held.grain.startswith("the-") or _SIZES.get(grain_of(held), 9) >= size:
        return found
    return Phrase(Within(held, found.expression), "", inner.rule + ".of", found.first, inner.stop)


def _owned_period(sentence: Sentence, found: Phrase) -> Phrase:
    """Last year's quarter: the one of which the text speaks."""
    item = sentence.items[found.stop + 1]
    if item is None or grain_of(found.expression) != "year":
        return found
    if item.kind == "period" or (item.kind == "unit" and item.value == "quarter"):
        owned = Within(Named("the-period"), found.expression)
        return Phrase(owned, "", "relative.year-period", found.first, found.stop + 2)
    return found


def _held(sentence: Sentence, found: Phrase) -> Phrase | None:
    """Tuesday of last week, June last year, 10 p.m. on Friday, the morning of 5 April."""
    inner = found.expression
    if isinstance(inner, Clock):
        if inner.day is not None:
            return None
    elif not isinstance(inner, Named) or inner.step or (inner.grain[:4] == "the-" and inner.grain != "the-week"):
        return _day_part(sentence, found)
    for size in (*(size for size, _ in HOLDERS.at(sentence.text, found.stop)), 0):
        stop = found.stop + size
        outer = _simple(sentence, stop)
        if outer is None:
            continue
        made = _hold(inner, outer.expression, _connector(sentence, found.stop, stop))
        if made is not None:
            return Phrase(made, found.mod, found.rule + ".of", found.first, outer.stop)
    return _day_part(sentence, found)


def _connector(sentence: Sentence, first: int, stop: int) -> str:
    return " ".join(item.kind for item in sentence.items[first:stop] if item is not None)


def _hold(inner: Expression, outer: Expression, connector: str) -> Expression | None:
    big = _SIZES.get(grain_of(outer), 0)
    if isinstance(inner, Clock):
        if big != 1 or connector == "in":
            return None
        return replace(inner, day=outer)
    if isinstance(outer, (Clock, Between)) or not isinstance(inner, Named) or connector in ("on", "in"):
        return None
    if inner.grain == "weekday" and isinstance(outer, Named) and outer.grain == "monthday":
        return replace(outer, weekday=inner.number) if connector in ("", "comma") else None
    if inner.grain.startswith("nth-"):
        return Within(inner, outer) if _SIZES.get(grain_of(inner), 9) < big and connector == "" else None
    if inner.grain == "the-week":
        return Within(inner, outer) if big == 1 and connector == "of" else None
    if inner.grain == "weekday" and grain_of(outer) not in ("week", "month"):
        return None
    small = _SIZES.get(grain_of(inner), 9)
    if isinstance(outer, Named) and not (outer.grain.startswith("the-") or outer.step) and outer.grain != "season":
        return None
    if connector == "" and isinstance(outer, (Named,)) and outer.grain.startswith("the-"):
        return None
    return Within(inner, outer) if small < big else None


def _day_part(sentence: Sentence, found: Phrase) -> Phrase | None:
    """Tuesday night, yesterday morning."""
    expression = found.expression
    if isinstance(expression, (Clock, Length, Often, Between)) or grain_of(expression) != "day":
        return None
    item = sentence.items[found.stop] if found.stop < len(sentence.items) else None
    if item is None or item.kind not in ("part", "noon"):
        return None
    if item.kind == "noon":
        return Phrase(
            Clock(f"T{int(item.number):02d}:00", int(item.number) * 60, int(item.number) * 60 + 60, expression),
            found.mod,
            found.rule + ".noon",
            found.first,
            found.stop + 1,
        )
    part = rules_clock.part_of_day(item.value, expression)
    return Phrase(part, found.mod, found.rule + ".part", found.first, found.stop + 1)
