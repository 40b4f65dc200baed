"""The store: the record in one SQLite file, and all that may be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..errors import UsageError
from ..model import Happening, Judgement, Point, Reading, Report, Told
from . import changes, copies, happenings, judgements, mentions, readings, reports, series
from .guard import guarded, guarding
from .names import bound
from .transactions import Transactions, steady


class Store(Transactions):
    """An open store; a context manager that closes it.

    What writes is one transaction by itself, or a part of the one that ``writing`` begins. One process at a time
    writes; any number may read meanwhile and see what was there when their question began. Names of reports are
    ``Report.id``; ids of mentions are ``Event.id``. Errors: UsageError for what is asked and not there or not
    allowed, RecordError for a file that is damaged, full, or no store.
    """

    # reports

    @steady
    def known(self, report: Report) -> bool:
        """True if this report is held already: the same id, text, day of publication and source."""
        return reports.known(self, report)

    @steady
    def holds(self, name: str) -> bool:
        """True if there is a report of this id, in whatever state."""
        return reports.holds(self, name)

    @guarded
    def add(self, reading: Reading, pipeline: str) -> bool:
        """Adds a report, or a correction where its id is known with another text; False if it is there already.

        ``pipeline`` says what read it. The version before a correction stays, in the state 'replaced'.
        """
        with self.writing():
            return reports.add(self, reading, pipeline)

    @steady
    def report(self, name: str, version: int | None = None) -> Report:
        """A report, in its last version if none is asked for."""
        return self.reading(name, version).report

    @steady
    def reading(self, name: str, version: int | None = None) -> Reading:
        """A reading as it was added."""
        return readings.reading(self, reports.number_of(self, name, version))

    def report_names(self, state: str = "current", read_by_other_than: str | None = None) -> Iterator[str]:
        """The names of the reports that are current, replaced or withdrawn, in order of arrival."""
        with guarding(self.path):
            yield from reports.names(self, state, read_by_other_than)

    @guarded
    def withdraw(self, name: str, reason: str, by: str, day: str | None) -> None:
        """Takes a report out of the record; it stays in the file, and the log tells who did it and why."""
        with self.writing():
            reports.withdraw(self, name, reason, by, day)

    @guarded
    def restore(self, name: str, reason: str, by: str, day: str | None) -> None:
        """Brings a withdrawn report back into the record."""
        with self.writing():
            reports.restore(self, name, reason, by, day)

    @guarded
    def reread(self, reading: Reading, pipeline: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Puts a newer reading in place of a report's; gives the ids of the mentions gained and lost."""
        with self.writing():
            return reports.reread(self, reading, pipeline)

    @steady
    def changes(self, name: str | None = None) -> list[changes.Change]:
        """The log of what was withdrawn, restored, corrected and read anew, oldest first."""
        return changes.changes(self, name)

    @steady
    def totals(self) -> dict[str, int]:
        """How many current reports, mentions of them, and happenings there are."""
        return reports.totals(self)

    # mentions, and where they meet

    @steady
    def pending(self, limit: int) -> list[Told]:
        """Mentions without a happening, by day of publication and id."""
        return mentions.pending(self, limit)

    @steady
    def told(self, ids: Iterable[str]) -> dict[str, Told]:
        """What some mentions tell; those that are not in the record are left out."""
        return mentions.told(self, ids)

    @guarded
    def put_edges(self, edges: Iterable[tuple[str, str, float]]) -> None:
        """Keeps pairs that the machine takes for one happening, with the score of their features."""
        with self.writing():
            judgements.put_edges(self, edges)

    @guarded
    def drop_edges(self, ids: Iterable[str]) -> None:
        """Forgets the pairs in which some mentions stand."""
        with self.writing():
            judgements.drop_edges(self, ids)

    @steady
    def edges(self, ids: Iterable[str]) -> list[tuple[str, str, float]]:
        """All pairs in which some mentions stand: (lower id, higher id, score)."""
        return judgements.edges(self, ids)

    @guarded
    def judge(self, judgement: Judgement) -> None:
        """Keeps a person's judgement; the happenings of both mentions are to be resolved again."""
        with self.writing():
            judgements.judge(self, judgement)

    @steady
    def judgements(self, ids: Iterable[str] | None = None) -> list[Judgement]:
        """Persons' judgements in which some mentions stand, or all."""
        return judgements.judgements(self, ids)

    # happenings

    @guarded
    def put_happenings(self, items: list[Happening], told: Mapping[str, Told] | None = None) -> None:
        """Writes happenings; those to which their mentions belonged before are dropped.

        ``told`` is what their first mentions tell, for those who have it at hand.
        """
        with self.writing():
            happenings.put(self, items, told)

    @guarded
    def drop_happenings(self, ids: Iterable[str]) -> None:
        """Drops happenings, so that their mentions are pending again."""
        with self.writing():
            happenings.drop(self, ids)

    @steady
    def happening(self, name: str) -> Happening:
        """The happening of an id, or the one that the mention of this id belongs to."""
        return happenings.happening(self, name)

    # near-copies

    @steady
    def origins(self, names: Iterable[str]) -> dict[str, str]:
        """The origins of some current reports, as far as they are known."""
        return copies.origins(self, names)

    # series of the user

    @guarded
    def put_points(self, points: Iterable[Point]) -> None:
        """Writes points of series; one of the same keys and interval takes the place of the earlier."""
        with self.writing():
            series.put_points(self, points)

    @steady
    def points(self, name: str | None = None, of: str | None = None, with_: str | None = None) -> list[Point]:
        """The points of a series with these keys; what is None does not narrow."""
        return series.points(self, name, of, with_)

    # for the modules of this folder

    def pipeline(self, fingerprint: str) -> int:
        """The number of a pipeline, new if need be."""
        if fingerprint not in self._pipelines:
            run = self.connection.execute
            form = bound(fingerprint)
            run("INSERT OR IGNORE INTO pipelines (fingerprint) VALUES (?)", (form,))
            row = run("SELECT id FROM pipelines WHERE fingerprint = ?", (form,)).fetchone()
            self._pipelines[fingerprint] = row[0]
        return self._pipelines[fingerprint]

    @property
    def has_odd_names(self) -> bool:
        """Whether any mention has an id that is not the 16 digits of its number."""
        if not self._deep or self.odd is None:
            self.odd = self.connection.execute("SELECT 1 FROM odd_names LIMIT 1").fetchone() is not None
        return self.odd

    def drop_told_by(self, reports: Iterable[int]) -> None:
        """Drops the happenings that some reports tell, by the numbers of these."""
        happenings.drop_told_by(self, reports)


def open_store(path: str | Path, *, create: bool = False, write: bool = False) -> Store:
    """Opens a store, to read unless told otherwise; ``create`` makes a missing one and opens it to write.

    A store of an older schema is brought up to date when it is opened to write. UsageError if there is none or it
    cannot be written; RecordError if the file is no store, damaged, or of a newer Dragoman.
    """
    if not str(path):
        raise UsageError("no store is named; allowed is the path of a file")
    return Store(path, create=create, write=write)
