"""What the checks need to know of the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from ..model import Event, Figure, Happening, Point, Question, Reading, Told
from .answer import Extent
from .compare import Comparing


class History(Protocol):
    """The record as the checks see it: the store behind the query layer, or a handful of happenings in a test."""

    def happenings(self, question: Question, most: int | None = None) -> Sequence[Happening]:
        """The happenings that a question asks for, earliest first, those without a day last; all or the first few."""

    def planned(self, question: Question) -> Sequence[Happening]:
        """The happenings of a question that a mention announces, and what was put off or called off, earliest first.

        Of the latter all for which any day of the period had been told, whatever its days are now.
        """

    def disputed(self, question: Question, fields: Sequence[str]) -> Iterator[Happening]:
        """The happenings of a question of which sources tell different things, on these fields (empty: on any)."""

    def happening_of(self, mention: str) -> Happening | None:
        """The happening that a mention tells of, or None if the record does not hold the mention."""

    def happening_like(self, reading: Reading, event: Event) -> Happening | None:
        """The happening that an event is of whose report the record does not hold, as the resolver sees it."""

    def told(self, mentions: Iterable[str]) -> Mapping[str, Told]:
        """The mentions of some ids; those that the record does not hold are left out."""

    def extent(self, countries: Sequence[str], since: str | None, until: str | None) -> Extent:
        """How many reports of a period name all of some countries."""

    def origin(self, report: str) -> str:
        """The report that a report goes back to; itself where it is no copy, or is not in the record."""

    def outlets(self, reports: Iterable[str]) -> Mapping[str, str]:
        """The outlet that the text of each report goes back to; the report's own name where no outlet is known."""

    def points(self) -> Sequence[Point]:
        """The points of all series that were loaded."""

    def comparing(self, figure: Figure, reading: Reading) -> Iterator[Comparing]:
        """The figures of the record that compare two periods of what a figure of some reading may be of."""
