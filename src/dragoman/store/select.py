"""What answers a question: events and their mentions, page by page in a stable order.

A page goes on after the key of the row before it, so that rows which come in elsewhere shift nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import UsageError
from ..model import Happening, Question, Told
from . import happenings, mentions
from .guard import guarding
from .names import HAPPENING, name_of, number_of
from .select_plan import plan
from .select_where import Values, told

if TYPE_CHECKING:
    from .record import Store

ORDERS = ("newest", "oldest", "most-told")
Row = tuple[Any, ...]
Key = tuple[Any, ...]


class Way(NamedTuple):
    """One stretch of an order: its rows, the columns of its key, and whether each column descends."""

    where: str
    columns: tuple[str, ...]
    descends: tuple[bool, ...]

    def sorted(self) -> str:
        """What stands after ORDER BY."""
        pairs = zip(self.columns, self.descends, strict=True)
        return ", ".join(f"{column}{' DESC' if down else ''}" for column, down in pairs)

    def beyond(self, last: Key | None) -> tuple[str, Key]:
        """The condition that a row stands after the one with these values, and what is bound to it."""
        if last is None:
            return "1", ()
        if len(last) != len(self.columns):
            raise UsageError("the cursor belongs to another question or order; ask again without it")
        parts: list[str] = []
        values: list[Any] = [last[0]]
        for at, column in enumerate(self.columns):
            same = [f"{each} = ?" for each in self.columns[:at]]
            parts.append("(" + " AND ".join([*same, f"{column} {'<' if self.descends[at] else '>'} ?"]) + ")")
            values.extend(last[: at + 1])
        first = f"{self.columns[0]} {'<=' if self.descends[0] else '>='} ?"  # this one an index can use
        return f"{first} AND ({' OR '.join(parts)})", tuple(values)


Fetch = Callable[[Way, str, Values, int], list[Row]]
_DATED, _UNDATED = "h.begin IS NOT NULL", "h.begin IS NULL"
_WAYS = {  # what has no date comes last, whatever the direction
    "newest": (Way(_DATED, ("h.begin", "h.hash"), (True, True)), Way(_UNDATED, ("h.hash",), (True,))),
    "oldest": (Way(_DATED, ("h.begin", "h.hash"), (False, False)), Way(_UNDATED, ("h.hash",), (False,))),
    "most-told": (
        Way("1", ("h.independent", "h.reports", "coalesce(h.begin, '')", "h.hash"), (True, True, True, True)),
    ),
}


def events(store: Store, asked: Question, order: str, after: Key | None, limit: int) -> list[tuple[Happening, Key]]:
    """The events of a question with the keys of their rows, at most ``limit``, from beyond the key ``after``."""
    ways = ways_of(order, _WAYS)
    if asked.since is not None or asked.until is not None:
        ways = ways[:1]  # what has no date is in no period
    with guarding(store.path):
        way = plan(store, asked, by_day=order == "newest" or (order == "oldest" and asked.since is None))

        def fetch(rows: Way, test: str, values: Values, most: int) -> list[Row]:
            return store.connection.execute(
                f"SELECT h.id, {', '.join(rows.columns)} FROM {way.source} "
                f"WHERE {rows.where} AND {test} AND {way.where} ORDER BY {rows.sorted()} LIMIT ?",
                (*values, *way.values, most),
            ).fetchall()

        found = beyond(ways, after, limit, 1, fetch)
        whole = happenings.of_rows(store, [row[0] for row, _ in found])
        return [(item, key) for item, (_, key) in zip(whole, found, strict=True)]


def beyond(ways: Sequence[Way], after: Key | None, limit: int, size: int, fetch: Fetch) -> list[tuple[Row, Key]]:
    """The next rows of an order, stretch by stretch; a row is ``size`` columns and then those of its key.

    A key is the number of the stretch and the values of its columns.
    """
    found: list[tuple[Row, Key]] = []
    for number, rows in enumerate(ways):
        if len(found) < limit and (after is None or after[0] <= number):
            last = after[1:] if after is not None and after[0] == number else None
            test, values = rows.beyond(last)
            for row in fetch(rows, test, values, limit - len(found)):
                found.append((row[:size], (number, *row[size:])))
    return found


def ways_of(order: str, ways: dict[str, tuple[Way, ...]]) -> tuple[Way, ...]:
    """The stretches of an order; UsageError if there is no such order."""
    if order not in ways:
        raise UsageError(f"unknown order {order!r}; allowed are {', '.join(ways)}")
    return ways[order]


_MENTIONS: dict[str, tuple[Way, ...]] = {
    "newest": (Way("1", ("m.day % 9999999", "m.hash"), (True, True)),),  # without a day: last
    "oldest": (Way("1", ("m.day", "m.hash"), (False, False)),),
}


def mentions_of(
    store: Store, asked: Question, order: str, after: Key | None, limit: int
) -> list[tuple[tuple[str, Told], Key]]:
    """The mentions of the events of a question, each with the id of its event.

    Of an event that several mentions tell, those only that speaker, source, report and text single out.
    """
    with guarding(store.path):
        own = told(store, asked)
        way = plan(store, asked)
        tests = " AND ".join(["m.happening IS NOT NULL", *(f"({each.test})" for each in own)])
        if way.where != "1":
            tests += f" AND m.happening IN (SELECT h.id FROM {way.source} WHERE {way.where})"
        bound_to = (*(value for each in own for value in each.values), *way.values)

        def fetch(rows: Way, test: str, values: Values, most: int) -> list[Row]:
            return store.connection.execute(
                f"SELECT (SELECT hash FROM happenings WHERE id = m.happening), {', '.join(rows.columns)} "
                f"FROM mentions m WHERE {test} AND {tests} "
                f"ORDER BY {rows.sorted()} LIMIT ?",
                (*values, *bound_to, most),
            ).fetchall()

        found = beyond(ways_of(order, _MENTIONS), after, limit, 1, fetch)
        names = [mentions.outward(store, key[-1]) for _, key in found]
        items = mentions.told(store, names)
        return [
            ((HAPPENING + mentions.outward(store, row[0]), items[name]), key)
            for name, (row, key) in zip(names, found, strict=True)
        ]


def resembling(store: Store, beginning: str, most: int) -> list[str]:
    """The ids of the mentions that begin so, at most some; "" for what is no beginning of an id."""
    digits = beginning.removeprefix("e-").lower()
    if not digits or len(digits) > 16 or any(char not in "0123456789abcdef" for char in digits):
        return []
    low, high = number_of(digits.ljust(16, "0")), number_of(digits.ljust(16, "f"))
    with guarding(store.path):
        rows = store.connection.execute(
            "SELECT hash FROM mentions WHERE hash BETWEEN ? AND ? ORDER BY hash LIMIT ?", (low, high, most)
        ).fetchall()
    return [name_of(row[0]) for row in rows]
