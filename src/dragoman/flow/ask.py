"""A record that is asked from Python: one object for a store and its questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from .. import export, query
from ..errors import UsageError
from ..model import Happening, Question, Reading
from ..query import Page
from ..store import Store, open_store

if TYPE_CHECKING:
    import pandas as pd

_PAGED: dict[str, Callable[..., Page[Any]]] = {
    "events": query.events,
    "mentions": query.mentions,
    "reports": query.reports,
    "statements": query.statements,
    "figures": query.figures,
}


class Record:
    """A store that is open to be asked; a context manager that closes it.

    Questions are asked with the keywords of ``query.question``: codes, countries by name or code, ``since`` and
    ``until``, ``text`` … Each method takes a whole ``Question`` as well, which keywords then change.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self.store.close()

    def events(
        self,
        question: Question | None = None,
        *,
        order: str = "newest",
        after: str | None = None,
        limit: int = query.LIMIT,
        **asked: Any,
    ) -> Page[Happening]:
        """A page of events: ``newest`` or ``oldest`` by their day, or ``most-told`` by independent sources."""
        return query.events(self.store, query.question(question, **asked), order, after, limit)

    def mentions(
        self,
        question: Question | None = None,
        *,
        order: str = "newest",
        after: str | None = None,
        limit: int = query.LIMIT,
        **asked: Any,
    ) -> Page[query.Telling]:
        """A page of the mentions of such events."""
        return query.mentions(self.store, query.question(question, **asked), order, after, limit)

    def reports(
        self,
        question: Question | None = None,
        *,
        order: str = "newest",
        after: str | None = None,
        limit: int = query.LIMIT,
        **asked: Any,
    ) -> Page[query.Found]:
        """A page of the reports that tell of such events; the period is that of publication."""
        return query.reports(self.store, query.question(question, **asked), order, after, limit)

    def statements(
        self,
        question: Question | None = None,
        *,
        order: str = "newest",
        after: str | None = None,
        limit: int = query.LIMIT,
        **asked: Any,
    ) -> Page[query.Said]:
        """A page of statements, by speaker, source, report, period and text."""
        return query.statements(self.store, query.question(question, **asked), order, after, limit)

    def figures(
        self,
        question: Question | None = None,
        *,
        kind: str | None = None,
        unit: str | None = None,
        order: str = "newest",
        after: str | None = None,
        limit: int = query.LIMIT,
        **asked: Any,
    ) -> Page[query.Given]:
        """A page of figures, by kind, unit, source, report, period and text."""
        return query.figures(self.store, query.question(question, **asked), kind, unit, order, after, limit)

    def search(
        self, text: str, *, after: str | None = None, limit: int = query.LIMIT, **asked: Any
    ) -> Page[query.Found]:
        """A page of the reports that hold some words, the best match first."""
        return query.search(self.store, query.question(text=text, **asked), after, limit)

    def count(
        self, question: Question | None = None, *, by: Sequence[str] | str = (), sums: bool = False, **asked: Any
    ) -> tuple[query.Tally, ...]:
        """How many events there are, by one or several of ``query.DIMENSIONS``."""
        return query.count(self.store, query.question(question, **asked), by, sums)

    def series(
        self, question: Question | None = None, *, period: str = "month", by: Sequence[str] | str = (), **asked: Any
    ) -> tuple[query.Value, ...]:
        """How many events there are in each period, zeros included."""
        return query.series(self.store, query.question(question, **asked), period, by)

    def first(self, question: Question | None = None, *, limit: int = 5, **asked: Any) -> query.First:
        """The earliest events, and in how much they were looked for."""
        return query.first(self.store, query.question(question, **asked), limit)

    def event(self, name: str) -> query.Story:
        """One event with every report's words, by its id, that of a mention, or a beginning of it."""
        return query.story(self.store, name)

    def reading(self, report: str) -> Reading:
        """The reading of a report by its id."""
        return self.store.reading(report)

    def every(self, kind: str = "events", question: Question | None = None, **asked: Any) -> Iterator[Any]:
        """All events, mentions, reports, statements or figures of a question, page after page."""
        if kind not in _PAGED:
            raise UsageError(f"unknown kind {kind!r}; allowed are {', '.join(_PAGED)}")
        own = {name: asked.pop(name) for name in ("order", "kind", "unit") if name in asked}
        whole, after = query.question(question, **asked), None
        while True:
            page = _PAGED[kind](self.store, whole, after=after, limit=1000, **own)
            yield from page
            after = page.after
            if after is None:
                return

    def frame(self, kind: str = "events", question: Question | None = None, **asked: Any) -> pd.DataFrame:
        """The same as a pandas table, with the columns of ``export.table(kind)``."""
        return export.table_frame(export.table(kind), self.every(kind, question, **asked))


def open_record(path: str | Path) -> Record:
    """Opens a store to be asked: ``with dragoman.open("news.dragoman") as record: record.events(actor="RUS")``.

    UsageError if there is none, RecordError if the file is none or damaged.
    """
    return Record(open_store(path))
