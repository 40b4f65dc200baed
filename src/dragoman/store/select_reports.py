"""What answers a question about reports, and about what stands in them beside events: statements and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..model import Question
from .names import unbound
from .readings import text_of
from .select import FIRST_REPORTS, Key, Order, by_day, order_named
from .select_names import listed, words_like, words_of
from .select_plan import plan
from .select_where import Condition, Values, all_of, conditions, of_reports, told, unindexed
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


_REPORTS = by_day("r.day", "r.name")
_STATEMENTS, _FIGURES = by_day("r.day", "r.name", up=("s.number",)), by_day("r.day", "r.name", up=("f.number",))


def reports(store: Store, asked: Question, order: str, after: Key | None, limit: int) -> list[tuple[Row, Key]]:
    """The current reports that tell of the events of a question; the period is that of publication."""
    rows = order_named(order, _REPORTS)
    events = Question(**{name: getattr(asked, name) for name in _OF_EVENTS})
    with store.steady():
        about = _about(store, asked)
        if events == Question():
            found = _rows(store, _Way("", "0", first=FIRST_REPORTS), about, rows, after, limit)
            return found if len(found) == limit else _rows(store, _Way("reports r", "0"), about, rows, after, limit)
        tests = all_of([*map(unindexed, told(store, events)), *conditions(store, events, of_mentions=False)])
        joined = "mentions m CROSS JOIN happenings h ON h.id = m.happening"
        telling = f"SELECT 1 FROM {joined} WHERE m.report = r.id AND {tests.test}"
        first = _Way("", "0", first=FIRST_REPORTS)
        found = _rows(store, first, [*about, Condition(f"EXISTS ({telling})", tests.values)], rows, after, limit)
        if len(found) < limit:
            found = _rows(store, _Way("reports r", "0"), [*about, _telling(store, events)], rows, after, limit)
        return found


def statements(store: Store, asked: Question, order: str, after: Key | None, limit: int) -> list[tuple[Row, Key]]:
    """Where the statements stand that a question about speaker, report and words asks for."""
    with store.steady():
        tests = _about(store, asked)
        if asked.speaker:
            said_by = listed(words_like(store, asked.speaker))
            tests.append(Condition(f"s.speaker {_IN} OR s.country {_IN}", (said_by, listed(asked.speaker))))
        return _in_reports(store, asked, "statements s", tests, order_named(order, _STATEMENTS), after, limit)


def figures(
    store: Store, asked: Question, kind: str | None, unit: str | None, order: str, after: Key | None, limit: int
) -> list[tuple[Row, Key]]:
    """Where the figures stand that a question about report and words asks for, of one kind or unit if wanted."""
    with store.steady():
        tests = _about(store, asked)
        for column, wanted in (("kind", kind), ("unit", unit)):
            if wanted is not None:
                tests.append(Condition(f"f.{column} {_IN}", (listed(words_of(store, (wanted,))),)))
        return _in_reports(store, asked, "figures f", tests, order_named(order, _FIGURES), after, limit)


def _in_reports(
    store: Store, asked: Question, what: str, tests: list[Condition], rows: Order, after: Key | None, limit: int
) -> list[tuple[Row, Key]]:
    """Rows of what stands in reports: those of the next few reports, and if they are too few of all."""
    name, alias = what.split()
    joined = f"CROSS JOIN {what} ON {alias}.report = r.id"
    found = _rows(store, _Way(joined, f"{alias}.number", first=FIRST_REPORTS), tests, rows, after, limit)
    if len(found) < limit:
        first = asked.speaker and name == "statements"
        source = f"{what} CROSS JOIN reports r ON r.id = {alias}.report" if first else f"reports r {joined}"
        found = _rows(store, _Way(source, f"{alias}.number"), tests, rows, after, limit)
    return found


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


def _telling(store: Store, events: Question) -> Condition:
    """The reports with a mention of such an event, that mention by such a speaker."""
    way, own = plan(store, events), all_of(told(store, events))
    return Condition(
        f"r.id IN (SELECT m.report FROM mentions m WHERE {own.test} AND m.happening IN "
        f"(SELECT h.id FROM {way.source} WHERE {way.where}))",
        (*own.values, *way.values),
    )


class _Way(NamedTuple):
    """What stands after FROM and the column of the number.

    With ``first`` the search keeps to so many reports, the next in the order, and ``source`` is what is joined to them.
    """

    source: str
    number: str
    first: int = 0


def _rows(
    store: Store, way: _Way, tests: list[Condition], rows: Order, after: Key | None, limit: int
) -> list[tuple[Row, Key]]:
    test, values = rows.beyond(after)
    where, source = all_of(tests), way.source
    day, low = ("1", ()) if after is None else (f"r.day {'<' if rows.descends[0] else '>'}= ?", after[:1])
    down = " DESC" if rows.descends[0] else ""
    if way.first:
        if after is not None and not str(after[0])[:1].isdigit():
            return []
        source = (
            f"(SELECT r.id AS id FROM reports r INDEXED BY reports_by_day WHERE {day} AND r.day IS NOT NULL "
            f"ORDER BY r.day{down}, r.name{down} LIMIT {way.first}) n CROSS JOIN reports r ON r.id = n.id {way.source}"
        )
    found = store.connection.execute(
        f"SELECT r.id, r.name, r.title, r.published, r.day, coalesce(r.source, r.agency), r.url, {way.number}, "
        f"{', '.join(rows.columns)} FROM {source} WHERE {test} AND {where.test} ORDER BY {rows.sorted()} LIMIT ?",
        (*(low if way.first else ()), *values, *where.values, limit),
    ).fetchall()
    return [(_row(store, row), tuple(row[8:])) for row in found]


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
    with store.steady():
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
    with store.steady():
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
