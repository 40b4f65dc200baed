"""Which series tells of the quantity that a figure compares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ..annotate.claim.compare import interval
from ..lexicon import words_of
from ..model import Figure, Point, Reading, Span

_WORD = re.compile(r"[^\W\d_]+")
_LIGHT = frozenset(("the", "of", "with", "to", "from", "between", "and", "in", "for", "by", "its", "their", "s"))
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a figure is of: the words for it, the countries in their order, and the two periods compared.

    Periods are half-open intervals of ISO 8601 days; ``span`` is where the figure's words stand.
    """

    words: frozenset[str]
    countries: tuple[str, ...]
    period: tuple[str, str]
    against: tuple[str, str]
    span: Span


def quantity_of(reading: Reading, figure: Figure, sentence: Span) -> Quantity | None:
    """The quantity of a figure that compares two periods in a sentence, or None if it does not."""
    relation = figure.relation
    if relation is None or relation.of is None or relation.compares is None or relation.with_ is None:
        return None
    period, against = _interval(relation.compares), _interval(relation.with_)
    if period is None or against is None:
        return None
    text = reading.report.text
    at = text.find(relation.of, sentence.start, sentence.end)
    begin = at if at >= 0 else sentence.start
    end = figure.span.start if begin < figure.span.start else sentence.end
    parties = [(item.span, item.country) for item in reading.actors] + [(p.span, p.country) for p in reading.places]
    inside = sorted((span, country) for span, country in parties if country and begin <= span.start < end)
    countries = tuple(dict.fromkeys(country for _, country in inside))
    named = {word for span, _ in inside if span.end - span.start < 60 for word in stems(span.of(text))}
    return Quantity(frozenset(stems(relation.of)) - named - _LIGHT, countries, period, against, figure.span)


def series_for(quantity: Quantity, points: Iterable[Point]) -> list[Key]:
    """The keys (series, of, with) of the series that fit best; several where the words do not tell them apart.

    A series fits if every word of its name is said of the quantity and its parties are those named, in their order;
    the other order fits what is mutual (trade). A series of one party fits where no other country is named.
    """
    keys = dict.fromkeys((point.series, point.of, point.with_) for point in points)
    ranked = [(rank, key) for key in keys if (rank := _rank(quantity, key)) is not None]
    best = max((rank for rank, _ in ranked), default=0)
    return sorted(key for rank, key in ranked if rank == best)


def _rank(quantity: Quantity, key: Key) -> int | None:
    series, of, with_ = key
    name = stems(series)
    if not name or not quantity.words.issuperset(name):
        return None
    asked = (of, with_) if with_ else (of,)
    said = quantity.countries[:2]
    if said == asked:
        return 2 * len(name) + 1
    mutual = not _mutual().isdisjoint(name)
    return 2 * len(name) if mutual and said == asked[::-1] else None


def value_in(points: Sequence[Point], key: Key, period: tuple[str, str]) -> tuple[float, int, str] | None:
    """The value of a series in a period, from how many points, and its unit; None if the points leave a gap.

    Where no point has the period itself, those of its parts that fill it without a gap or overlap are added up.
    """
    mine = [point for point in points if (point.series, point.of, point.with_) == key]
    whole = [point for point in mine if (point.begin, point.end) == period]
    if whole:
        return whole[0].value, 1, whole[0].unit
    inside = sorted((p for p in mine if period[0] <= p.begin and p.end <= period[1]), key=lambda p: (p.begin, p.end))
    edges = [period[0], *(point.end for point in inside)]
    tiled = inside and all(p.begin == edge for p, edge in zip(inside, edges, strict=False)) and edges[-1] == period[1]
    if not tiled or len({point.unit for point in inside}) > 1:
        return None
    return sum(point.value for point in inside), len(inside), inside[0].unit


def _interval(value: str) -> tuple[str, str] | None:
    begin, end = interval(value)
    return (begin, end) if begin is not None and end is not None else None


def stems(words: str) -> list[str]:
    """Words in lower case without the ending of the plural, so that *exports* is *export*."""
    found = (word.lower() for word in _WORD.findall(words))
    return [word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word for word in found]


@cache
def _mutual() -> frozenset[str]:
    return words_of("check_mutual")
