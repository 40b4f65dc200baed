"""What answers a question about reports, and about what stands in them beside events: statements and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ...model import Question
from ..names import unbound
from ..readings import text_of
from ..wording import wording_of
from .names import listed, outlets_like, words_like, words_of
from .order import Key, Order, by_day, order_named
from .plan import Way, plan
from .where import LONG, Condition, Values, all_of, conditions, of_reports, told, unindexed

if TYPE_CHECKING:
    from ..record import Store

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
_BY_DAY, _BY_NUMBER = "reports r INDEXED BY reports_by_day", "reports r NOT INDEXED"


def reports(store: Store, asked: Question, order: str, after: Key | None, limit: int) -> list[tuple[Row, Key]]:
    """The current reports that tell of the events of a question; the period is that of publication."""
    rows = order_named(order, _REPORTS)
    events = Question(**{name: getattr(asked, name) for name in _OF_EVENTS})
    with store.steady():
        tests, way = _about(store, asked), _short(store, asked)
        if events != Question():
            ways = plan(store, events)
            if not ways:
                return []
            if ways[0].stretch:
                tests.append(_telling(store, events))
            else:
                way = _Way(_BY_NUMBER, test=_listed(store, events, ways[0]))
        return _rows(store, way, _Joined(), tests, rows, after, limit)


def statements(store: Store, asked: Question, order: str, after: Key | None, limit: int) -> list[tuple[Row, Key]]:
    """Where the statements stand that a question about speaker, report and words asks for."""
    rows, joined = order_named(order, _STATEMENTS), _Joined("CROSS JOIN statements s ON s.report = r.id", "s.number")
    with store.steady():
        tests, way = _about(store, asked), _short(store, asked)
        if asked.speaker:
            said_by: Values = (listed(words_like(store, asked.speaker)), listed(asked.speaker))
            tests.append(Condition(f"+s.speaker {_IN} OR +s.country {_IN}", said_by))
            ids = "SELECT report, number FROM statements WHERE"
            both = f"{ids} speaker {_IN} UNION {ids} country {_IN}"
            if way is None and _number(store, both.replace("UNION", "UNION ALL"), said_by) < LONG:
                source = f"({both}) n CROSS JOIN reports r ON r.id = n.report"
                way = _Way(source, said_by)
                joined = _Joined("CROSS JOIN statements s ON s.report = n.report AND s.number = n.number", "s.number")
        return _rows(store, way, joined, tests, rows, after, limit)


def figures(
    store: Store, asked: Question, kind: str | None, unit: str | None, order: str, after: Key | None, limit: int
) -> list[tuple[Row, Key]]:
    """Where the figures stand that a question about report and words asks for, of one kind or unit if wanted."""
    rows, joined = order_named(order, _FIGURES), _Joined("CROSS JOIN figures f ON f.report = r.id", "f.number")
    with store.steady():
        tests = _about(store, asked)
        for column, wanted in (("kind", kind), ("unit", unit)):
            if wanted is not None:
                tests.append(Condition(f"f.{column} {_IN}", (listed(words_of(store, (wanted,))),)))
        return _rows(store, _short(store, asked), joined, tests, rows, after, limit)


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
    """A report has a mention of such an event, that mention by such a speaker."""
    tests = all_of([*map(unindexed, told(store, events)), *conditions(store, events, of_mentions=False)])
    joined = "mentions m CROSS JOIN happenings h ON h.id = m.happening"
    own = "m.id BETWEEN r.low AND r.high"
    return Condition(f"EXISTS (SELECT 1 FROM {joined} WHERE {own} AND {tests.test})", tests.values)


def _listed(store: Store, events: Question, way: Way) -> Condition:
    """The same as a list of the reports that tell of few events."""
    where, values = way.where()
    own = all_of(told(store, events))
    test = f"m.happening IN (SELECT h.id FROM {way.source} WHERE {where}) AND {own.test}"
    return Condition(f"r.id IN (SELECT m.report FROM mentions m WHERE {test})", (*values, *own.values))


class _Joined(NamedTuple):
    """What is joined to the reports, and the column of its number."""

    source: str = ""
    number: str = "0"


class _Way(NamedTuple):
    """A list of the reports that are meant: what stands after FROM, what is bound to it, and the test that lists."""

    source: str
    values: Values = ()
    test: Condition = Condition("1")


def _short(store: Store, asked: Question) -> _Way | None:
    """The way to reports that are named, or to those of an outlet or with words, if they are few."""
    if asked.report:
        return _Way("reports r")
    found: list[tuple[int, _Way]] = []
    if asked.source:
        outlets: Values = (listed(outlets_like(store, asked.source)),)
        by_outlet = _Way("reports r INDEXED BY reports_by_outlet")
        test = f"r.state = 'current' AND r.outlet {_IN}"
        found.append((_number(store, f"SELECT 1 FROM {by_outlet.source} WHERE {test}", outlets), by_outlet))
    if asked.text is not None:
        match: Values = (wording_of(asked.text).fts5(),)
        found.append((_number(store, "SELECT 1 FROM search WHERE search MATCH ?", match), _Way(_BY_NUMBER)))
    length, way = min(found, key=lambda each: each[0], default=(LONG, None))
    return way if length < LONG else None


def _rows(
    store: Store, way: _Way | None, joined: _Joined, tests: list[Condition], rows: Order, after: Key | None, limit: int
) -> list[tuple[Row, Key]]:
    """The next rows: those of a list put in order, or else of all reports by their days until there are enough."""
    rows.check(after)
    parts = [(rows, *rows.beyond(after))] if way else list(rows.stretches(after))
    source, first, listing = way or _Way(_BY_DAY)
    whole = all_of([listing, *tests])
    found: list[tuple[Any, ...]] = []
    for order, test, beyond in parts:
        found += store.connection.execute(
            f"SELECT r.id, r.name, r.title, r.published, r.day, r.outlet, r.url, {joined.number}, "
            f"{', '.join(rows.columns)} FROM {source} {joined.source} WHERE {whole.test} AND {test} "
            f"ORDER BY {order.sorted()} LIMIT ?",
            (*first, *whole.values, *beyond, limit - len(found)),
        ).fetchall()
    return [(_row(store, row), tuple(row[8:])) for row in found]


def _number(store: Store, rows: str, values: Values) -> int:
    """How many rows there are, or LONG."""
    (number,) = store.connection.execute(f"SELECT count(*) FROM ({rows} LIMIT {LONG})", values).fetchone()
    return int(number)


def _row(store: Store, row: tuple[Any, ...]) -> Row:
    run = store.connection.execute
    source = run("SELECT word FROM words WHERE id = ?", (row[5],)).fetchone()
    (mentions,) = run("SELECT ifnull(high - low + 1, 0) FROM reports WHERE id = ?", (row[0],)).fetchone()
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
            "SELECT r.id, r.name, r.title, r.published, r.day, r.outlet, r.url, 0, rank "
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
            "r.outlet AS outlet, count(*) AS reports, min(r.day) AS low, max(r.day) AS high "
            f"FROM reports r INDEXED BY reports_by_outlet WHERE {where} GROUP BY 1) o",
            values,
        ).fetchall()
    days = [day for row in rows for day in row[2:] if day is not None]
    found = [Outlet(unbound(row[0]), row[1]) for row in rows]
    found.sort(key=lambda each: (-each.reports, each.source or ""))
    return found, min(days, default=None), max(days, default=None)
