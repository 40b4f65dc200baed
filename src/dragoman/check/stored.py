"""The history that a store holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import UsageError
from ..model import Event, Figure, Happening, Point, Question, Reading, Span, Told
from ..query import disputed, events, planned
from ..store import Store
from ..store.extent import claiming, comparing, count, naming, outlets, published
from .alike import alike
from .answer import Extent
from .compare import Comparing
from .extent import Coverage, extent_over
from .quantity import stems

_PAGE, _SHORT_PAGE = 1_000, 100  # the latter where each item is handed on at once


@dataclass(frozen=True, slots=True)
class Stored:
    """A store as the checks see it (``History``)."""

    store: Store
    named: dict[str, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)  # by country

    def happenings(self, question: Question, most: int | None = None) -> Sequence[Happening]:
        found: list[Happening] = []
        after: str | None = None
        while most is None or len(found) < most:
            limit = _PAGE if most is None else min(_PAGE, most - len(found))
            page = events(self.store, question, order="oldest", after=after, limit=limit)
            found.extend(page.items)
            after = page.after
            if after is None:
                break
        return found

    def planned(self, question: Question) -> Sequence[Happening]:
        return planned(self.store, question)

    def disputed(self, question: Question, fields: Sequence[str]) -> Iterator[Happening]:
        after: str | None = None
        while True:
            page = disputed(self.store, fields, question, after, _SHORT_PAGE)
            yield from page
            after = page.after
            if after is None:
                return

    def happening_of(self, mention: str) -> Happening | None:
        return self.store.happening(mention) if self.store.told((mention,)) else None

    def happening_like(self, reading: Reading, event: Event) -> Happening | None:
        return alike(self.store, reading, event)

    def told(self, mentions: Iterable[str]) -> Mapping[str, Told]:
        return self.store.told(mentions)

    def extent(self, countries: Sequence[str], since: str | None, until: str | None) -> Extent:
        sets = [self._naming(country) for country in countries]
        among = frozenset.intersection(*sets) if sets else None
        seen = Coverage(*published(self.store, since, until, among))
        return extent_over(seen, count(self.store, since, until), since, until, tuple(countries))

    def _naming(self, country: str) -> frozenset[int]:
        if country not in self.named:
            self.named[country] = naming(self.store, country)
        return self.named[country]

    def origin(self, report: str) -> str:
        try:
            return self.store.origins((report,)).get(report, report)
        except UsageError:  # a report that is checked without being in the record
            return report

    def outlets(self, reports: Iterable[str]) -> Mapping[str, str]:
        return outlets(self.store, reports)

    def points(self) -> Sequence[Point]:
        return self.store.points()

    def comparing(self, figure: Figure, reading: Reading) -> Iterator[Comparing]:
        asked = set(stems(figure.relation.of or "")) if figure.relation else set()
        for name, number, words in comparing(self.store, figure.kind, figure.unit):
            if name == reading.report.id or asked.isdisjoint(stems(words)):
                continue
            other = self.store.reading(name)
            theirs = other.figures[number]
            yield Comparing(other, theirs, _sentence(other, theirs.span), self.origin(name))

    def claiming(self) -> Iterator[Reading]:
        """The readings of the current reports that hold claims, by day of publication."""
        return map(self.store.reading, claiming(self.store))


def _sentence(reading: Reading, span: Span) -> Span:
    return next((sentence for sentence in reading.sentences if sentence.contains(span)), span)
