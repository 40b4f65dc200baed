"""What answers a question: events and their mentions, page by page in a stable order.

A page goes on after the key of the row before it, so that rows which come in elsewhere shift nothing. The first rows
of an order are looked at by themselves: where what is asked for is common, they give the whole page in a moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import UsageError
from ..model import Happening, Question, Told
from . import happenings, mentions
from .names import HAPPENING, name_of, number_of
from .select_plan import plan
from .select_where import Values, all_of, conditions, told, unindexed

if TYPE_CHECKING:
    from .record import Store

ORDERS = ("newest", "oldest", "most-told")
FIRST_EVENTS, FIRST_REPORTS = 4_000, 2_000  # rows looked at before others are
Row = tuple[Any, ...]
Key = tuple[Any, ...]


class Order(NamedTuple):
    """Columns of an order and whether each descends; ``day`` is the first one where that may be unknown."""

    columns: tuple[str, ...]
    descends: tuple[bool, ...]
    day: str = ""

    def sorted(self) -> str:
        """What stands after ORDER BY."""
        pairs = zip(self.columns, self.descends, strict=True)
        return ", ".join(f"{column}{' DESC' if down else ''}" for column, down in pairs)

    def beyond(self, last: Key | None) -> tuple[str, Key]:
        """The condition that a row stands after the one with this key, and what is bound to it."""
        if last is None:
            return "1", ()
        if len(last) != len(self.columns):
            raise UsageError("the cursor belongs to another question or order; ask again without it")
        parts: list[str] = []
        values: list[Any] = []
        for at, column in enumerate(self.columns):
            same = [f"{each} = ?" for each in self.columns[:at]]
            parts.append("(" + " AND ".join([*same, f"{column} {'<' if self.descends[at] else '>'} ?"]) + ")")
            values.extend(last[: at + 1])
        return f"({' OR '.join(parts)})", tuple(values)

    def dated(self, last: Key | None) -> tuple[str, Key]:
        """The same for rows with a day, in a form that an index of days can use."""
        if last is None:
            return f"{self.day} IS NOT NULL", ()
        test, values = self._replace(columns=(self.day, *self.columns[1:])).beyond(last)
        return f"{self.day} {'<=' if self.descends[0] else '>='} ? AND {test}", (last[0], *values)


def by_day(day: str, *more: str, up: tuple[str, ...] = ()) -> dict[str, Order]:
    """The orders ``newest`` and ``oldest`` of a day and what tells rows of one day apart; without a day: last."""
    return {
        "newest": Order((f"coalesce({day}, '')", *more, *up), (True, *(True for _ in more), *(False for _ in up)), day),
        "oldest": Order((f"coalesce({day}, '~')", *more, *up), (False, *(False for _ in (*more, *up))), day),
    }


def order_named(order: str, orders: dict[str, Order]) -> Order:
    """An order by its name; UsageError if there is no such order."""
    if order not in orders:
        raise UsageError(f"unknown order {order!r}; allowed are {', '.join(orders)}")
    return orders[order]


_MOST_TOLD = Order(("h.independent", "h.reports", "coalesce(h.begin, '')", "h.hash"), (True, True, True, True))
_EVENTS = {**by_day("h.begin", "h.hash"), "most-told": _MOST_TOLD}
_MENTIONS = by_day("r.day", "r.name", up=("m.number",))


def events(store: Store, asked: Question, order: str, after: Key | None, limit: int) -> list[tuple[Happening, Key]]:
    """The events of a question with the keys of their rows, at most ``limit``, from beyond the key ``after``."""
    rows = order_named(order, _EVENTS)
    with store.steady():
        found = _first_events(store, asked, rows, after, limit)
        if len(found) < limit:
            way = plan(store, asked)
            test, values = rows.beyond(after)
            found = store.connection.execute(
                f"SELECT h.id, {', '.join(rows.columns)} FROM {way.source} WHERE {test} AND {way.where} "
                f"ORDER BY {rows.sorted()} LIMIT ?",
                (*values, *way.values, limit),
            ).fetchall()
        whole = happenings.of_rows(store, [row[0] for row in found])
        return [(item, row[1:]) for item, row in zip(whole, found, strict=True)]


def _first_events(store: Store, asked: Question, rows: Order, after: Key | None, limit: int) -> list[Row]:
    """The rows that answer among the next few of the order; not all of them where they are fewer than ``limit``."""
    if not rows.day or (after is not None and not str(after[0])[:1].isdigit()):
        return []
    test, values = rows.dated(after)
    if rows.descends[0] and asked.until is not None:
        test, values = f"{test} AND h.begin < ?", (*values, asked.until)
    elif not rows.descends[0] and asked.since is not None:
        return []  # what began long before may reach into the period
    tests = all_of(conditions(store, asked))
    plain = rows._replace(columns=("h.begin", "h.hash")).sorted()
    return store.connection.execute(
        f"SELECT h.id, h.begin, h.hash FROM (SELECT h.id AS id FROM happenings h INDEXED BY happenings_by_day "
        f"WHERE {test} ORDER BY {plain} LIMIT {FIRST_EVENTS}) f CROSS JOIN happenings h ON h.id = f.id "
        f"WHERE {tests.test} ORDER BY {plain} LIMIT ?",
        (*values, *tests.values, limit),
    ).fetchall()


def mentions_of(
    store: Store, asked: Question, order: str, after: Key | None, limit: int
) -> list[tuple[tuple[str, Told], Key]]:
    """The mentions of the events of a question, each with the id of its event.

    Of an event that several mentions tell, those only that speaker, source, report and text single out.
    """
    rows = order_named(order, _MENTIONS)
    with store.steady():
        found = _first_mentions(store, asked, rows, after, limit)
        if len(found) < limit:
            found = _all_mentions(store, asked, rows, after, limit)
        own = store.connection.execute
        names = [mentions.outward(store, row[0]) for row in found]
        items = mentions.told(store, names)
        answer = []
        for name, row in zip(names, found, strict=True):
            (event,) = own("SELECT hash FROM happenings WHERE id = ?", (row[1],)).fetchone()
            answer.append(((HAPPENING + mentions.outward(store, event), items[name]), row[2:]))
        return answer


def _first_mentions(store: Store, asked: Question, rows: Order, after: Key | None, limit: int) -> list[Row]:
    """Those among the mentions of the next reports."""
    if after is not None and not str(after[0])[:1].isdigit():
        return []
    test, values = rows.beyond(after)
    sign = "<=" if rows.descends[0] else ">="
    day, first = ("r.day IS NOT NULL", ()) if after is None else (f"r.day {sign} ?", after[:1])
    tests = all_of([*map(unindexed, told(store, asked)), *conditions(store, asked, of_mentions=False)])
    down = " DESC" if rows.descends[0] else ""
    return store.connection.execute(
        f"SELECT m.hash, h.id, {', '.join(rows.columns)} FROM (SELECT r.id AS id FROM reports r "
        f"INDEXED BY reports_by_day WHERE {day} ORDER BY r.day{down}, r.name{down} LIMIT {FIRST_REPORTS}) f "
        "CROSS JOIN reports r ON r.id = f.id CROSS JOIN mentions m ON m.report = r.id "
        f"CROSS JOIN happenings h ON h.id = m.happening WHERE {test} AND {tests.test} ORDER BY {rows.sorted()} LIMIT ?",
        (*first, *values, *tests.values, limit),
    ).fetchall()


def _all_mentions(store: Store, asked: Question, rows: Order, after: Key | None, limit: int) -> list[Row]:
    way, own = plan(store, asked), all_of(told(store, asked))
    test, values = rows.beyond(after)
    events = "1" if way.where == "1" else f"m.happening IN (SELECT h.id FROM {way.source} WHERE {way.where})"
    return store.connection.execute(
        f"SELECT m.hash, m.happening, {', '.join(rows.columns)} FROM mentions m "
        f"CROSS JOIN reports r ON r.id = m.report WHERE m.happening IS NOT NULL AND {events} AND {own.test} "
        f"AND {test} ORDER BY {rows.sorted()} LIMIT ?",
        (*way.values, *own.values, *values, limit),
    ).fetchall()


def resembling(store: Store, beginning: str, most: int) -> list[str]:
    """The ids of the mentions that begin so, at most some; none for what is no beginning of an id."""
    digits = beginning.removeprefix(HAPPENING).lower()
    if not digits or len(digits) > 16 or any(char not in "0123456789abcdef" for char in digits):
        return []
    low, high = number_of(digits.ljust(16, "0")), number_of(digits.ljust(16, "f"))
    with store.steady():
        rows = store.connection.execute(
            "SELECT hash FROM mentions WHERE hash BETWEEN ? AND ? ORDER BY hash LIMIT ?", (low, high, most)
        ).fetchall()
    return [name_of(row[0]) for row in rows]


__all__ = ["ORDERS", "Key", "Order", "Row", "Values", "by_day", "events", "mentions_of", "order_named", "resembling"]
