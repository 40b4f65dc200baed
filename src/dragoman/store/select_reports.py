"""What answers a question about reports, and about what stands in them beside events: statements and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..model import Question
from .guard import guarding
from .names import unbound
from .readings import text_of
from .select import Key, Way, beyond, ways_of
from .select_names import listed, words_like, words_of
from .select_plan import plan
from .select_where import Condition, Values, of_reports
from .wording import wording_of

if TYPE_CHECKING:
    from .record import Store

_IN = "IN (SELECT value FROM json_each(?))"
_OF_EVENTS = ("act", "mode", "plover", "cameo", "quad", "context", "actor", "recipient", "party", "sector", "place",
              "area", "status", "stage", "confidence", "sources", "disputed", "speaker")  # fmt: skip


class Outlet(NamedTuple):
    """An outlet and how many of the reports that were searched are its own."""

    source: str | None
    reports: int


class Row(NamedTuple):
    """A report's row, and the number that something has in it (0 for the report itself)."""

    id: int
    name: str
    title: str | None
    published: str | None
    day: str | None
    source: str | None
    url: str | None
    mentions: int
    number: int


def _ways(*more: str) -> dict[str, tuple[Way, ...]]:
    """By day of publication and id of the report; what has no day comes last."""
    up = (False,) * len(more)
    return {
        order: (
            Way("r.day IS NOT NULL", ("r.day", "r.name", *more), (down, down, *up)),
            Way("r.day IS NULL", ("r.name", *more), (down, *up)),
        )
        for order, down in (("newest", True), ("oldest", False))
    }


_REPORTS, _STATEMENTS, _FIGURES = _ways(), _ways("s.number"), _ways("f.number")


def reports(store: Store, asked: Question, order: str, after: Key | None, limit: int) -> list[tuple[Row, Key]]:
    """The current reports that tell of the events of a question; the period is that of publication."""
    with guarding(store.path):
        tests = _about(store, asked)
        if any(getattr(asked, name) for name in _OF_EVENTS) or asked.disputed is not None:
            tests.append(_telling(store, asked))
        return _rows(store, _way_in(asked), "0", tests, ways_of(order, _REPORTS), after, limit)


def statements(store: Store, asked: Question, order: str, after: Key | None, limit: int) -> list[tuple[Row, Key]]:
    """Where the statements stand that a question about speaker, report and words asks for."""
    with guarding(store.path):
        tests = _about(store, asked)
        if asked.speaker:
            said_by = listed(words_like(store, asked.speaker))
            tests.append(Condition(f"s.speaker {_IN} OR s.country {_IN}", (said_by, listed(asked.speaker))))
        if asked.speaker:
            source = "statements s CROSS JOIN reports r ON r.id = s.report"
        else:
            source = f"{_way_in(asked)} CROSS JOIN statements s ON s.report = r.id"
        return _rows(store, source, "s.number", tests, ways_of(order, _STATEMENTS), after, limit)


def figures(
    store: Store, asked: Question, kind: str | None, unit: str | None, order: str, after: Key | None, limit: int
) -> list[tuple[Row, Key]]:
    """Where the figures stand that a question about report and words asks for, of one kind or unit if wanted."""
    with guarding(store.path):
        tests = _about(store, asked)
        for column, wanted in (("kind", kind), ("unit", unit)):
            if wanted is not None:
                tests.append(Condition(f"f.{column} {_IN}", (listed(words_of(store, (wanted,))),)))
        source = f"{_way_in(asked)} CROSS JOIN figures f ON f.report = r.id"
        return _rows(store, source, "f.number", tests, ways_of(order, _FIGURES), after, limit)


def _way_in(asked: Question) -> str:
    """By day, unless words or ids lead to a few reports."""
    return "reports r" if asked.text is not None or asked.report else "reports r INDEXED BY reports_by_day"


def _about(store: Store, asked: Question) -> list[Condition]:
    """What holds of the report."""
    tests = [Condition("r.state = 'current'"), *of_reports(store, asked, "r.")]
    if asked.since is not None:
        tests.append(Condition("r.day >= ?", (asked.since,)))
    if asked.until is not None:
        tests.append(Condition("r.day < ?", (asked.until,)))
    if asked.text is not None:
        tests.append(
            Condition("r.id IN (SELECT rowid FROM search WHERE search MATCH ?)", (wording_of(asked.text).fts5(),))
        )
    return tests


def _telling(store: Store, asked: Question) -> Condition:
    """The reports with a mention of such an event; the period was taken for that of publication."""
    names = {name: getattr(asked, name) for name in _OF_EVENTS}
    way = plan(store, Question(**names))
    return Condition(
        f"r.id IN (SELECT m.report FROM {way.source} JOIN mentions m ON m.happening = h.id WHERE {way.where})",
        way.values,
    )


def _rows(
    store: Store, source: str, number: str, tests: list[Condition], ways: tuple[Way, ...], after: Key | None, limit: int
) -> list[tuple[Row, Key]]:
    where = " AND ".join(f"({each.test})" for each in tests)
    bound_to = tuple(value for each in tests for value in each.values)

    def fetch(rows: Way, test: str, values: Values, most: int) -> list[Any]:
        return store.connection.execute(
            f"SELECT r.id, r.name, r.title, r.published, r.day, coalesce(r.source, r.agency), r.url, {number}, "
            f"{', '.join(rows.columns)} FROM {source} WHERE {rows.where} AND {test} AND {where} "
            f"ORDER BY {rows.sorted()} LIMIT ?",
            (*values, *bound_to, most),
        ).fetchall()

    return [(_row(store, row), key) for row, key in beyond(ways, after, limit, 8, fetch)]


def _row(store: Store, row: tuple[Any, ...]) -> Row:
    run = store.connection.execute
    source = run("SELECT word FROM words WHERE id = ?", (row[5],)).fetchone()
    (mentions,) = run("SELECT count(*) FROM mentions WHERE report = ?", (row[0],)).fetchone()
    name, title, url = unbound(row[1]) or "", unbound(row[2]), unbound(row[6])
    return Row(row[0], name, title, row[3], row[4], unbound(source[0]) if source else None, url, mentions, row[7])


def ranked(store: Store, asked: Question, after: Key | None, limit: int) -> list[tuple[Row, str, Key]]:
    """Current reports that hold the words of a question, the best match first, each with its text.

    The rank is BM25 with a word of the title worth five of the body.
    """
    tests = _about(store, _without_text(asked))
    match = wording_of(asked.text or "").fts5()
    values: Values = () if after is None else (after[0], *after)
    further = "1" if after is None else "(rank > ? OR (rank = ? AND r.name > ?))"
    where = " AND ".join(f"({each.test})" for each in tests)
    with guarding(store.path):
        found = store.connection.execute(
            "SELECT r.id, r.name, r.title, r.published, r.day, coalesce(r.source, r.agency), r.url, 0, rank "
            "FROM (SELECT rowid AS number, bm25(search, 5.0, 1.0) AS rank FROM search WHERE search MATCH ?) f "
            f"CROSS JOIN reports r ON r.id = f.number WHERE {where} AND {further} ORDER BY rank, r.name LIMIT ?",
            (match, *(value for each in tests for value in each.values), *values, limit),
        ).fetchall()
        return [(_row(store, row), text_of(store, row[0]), (row[8], row[1])) for row in found]


def _without_text(asked: Question) -> Question:
    kept = ("source", "report", "since", "until")
    return Question(**{name: getattr(asked, name) for name in kept})


def outlets(store: Store, asked: Question) -> tuple[list[Outlet], str | None, str | None]:
    """What a question could be answered from: reports by outlet, and the first and last day of publication."""
    tests = _about(store, _without_text(asked))
    where = " AND ".join(f"({each.test})" for each in tests)
    values: Values = tuple(value for each in tests for value in each.values)
    with guarding(store.path):
        rows = store.connection.execute(
            "SELECT (SELECT word FROM words WHERE id = o.outlet), o.reports, o.low, o.high FROM (SELECT "
            "coalesce(r.source, r.agency) AS outlet, count(*) AS reports, min(r.day) AS low, max(r.day) AS high "
            f"FROM reports r WHERE {where} GROUP BY 1) o",
            values,
        ).fetchall()
    days = [day for row in rows for day in row[2:] if day is not None]
    found = [Outlet(unbound(row[0]), row[1]) for row in rows]
    found.sort(key=lambda each: (-each.reports, each.source or ""))
    return found, min(days, default=None), max(days, default=None)
