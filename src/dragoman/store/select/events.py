"""What answers a question: events and their mentions, page by page in a stable order.

A page goes on after the key of the row before it, so that rows which come in elsewhere shift nothing. Where what is
asked for is common, its events are met one after the other in the order of their days, until the page is full; where
it is rare, they are fetched from a list and put in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...model import Happening, Question, Told
from .. import happenings, mentions
from ..days import coded
from ..names import HAPPENING, name_of, number_of
from .names import listed, words_of
from .order import NEVER, Key, Order, by_day, order_named
from .plan import Way, period, plan_of, within
from .where import IN, Condition, all_of, among, conditions, told, unindexed

if TYPE_CHECKING:
    from ..record import Store

ORDERS = ("newest", "oldest", "most-told")
Row = tuple[Any, ...]
_NEWEST = Order(("coalesce(h.begin, 0)", "h.hash"), (True, True))
_OLDEST = Order((f"coalesce(h.begin, {NEVER})", "h.hash"), (False, False))
_MOST_TOLD = Order(("h.independent", "h.reports", "coalesce(h.begin, 0)", "h.hash"), (True, True, True, True))
_EVENTS = {"newest": _NEWEST, "oldest": _OLDEST, "most-told": _MOST_TOLD}
_MENTIONS = by_day("r.day", "r.name", up=("m.number",))
_TOLD = "happenings h INDEXED BY happenings_told"


def events(
    store: Store, asked: Question, order: str, after: Key | None, limit: int, disputed: Sequence[str] = ()
) -> list[tuple[Happening, Key]]:
    """The events of a question with the keys of their rows, at most ``limit``, from beyond the key ``after``.

    ``disputed``: only those on one of these fields of which sources tell different things.
    """
    rows = order_named(order, _EVENTS)
    rows.check(after, int)
    with store.steady():
        tests = conditions(store, asked)
        if disputed:
            fields = (listed(words_of(store, disputed)),)
            tests.append(among(store, "SELECT happening FROM disputes WHERE field " + IN, fields))
        ways = plan_of(tests, asked)
        if not (ways and ways[0].stretch):
            found = [row for way in ways for row in _sorted(store, way, rows, after, limit)]
        elif order == "most-told":
            found = _most_told(store, tests, asked, after, limit)
        else:
            found = _walked(store, ways, rows, after, limit)
        whole = happenings.of_rows(store, [row[0] for row in found])
        return [(item, row[1:]) for item, row in zip(whole, found, strict=True)]


def _sorted(store: Store, way: Way, rows: Order, after: Key | None, limit: int) -> list[Row]:
    """The next rows of a way on which all are met before they are put in order."""
    where, values = way.where()
    test, beyond = rows.beyond(after)
    return store.connection.execute(
        f"SELECT h.id, {', '.join(rows.columns)} FROM {way.source} WHERE {where} AND {test} "
        f"ORDER BY {rows.sorted()} LIMIT ?",
        (*values, *beyond, limit),
    ).fetchall()


def _walked(store: Store, ways: Sequence[Way], rows: Order, after: Key | None, limit: int) -> list[Row]:
    """The next rows of stretches of time; each is left as soon as there are enough."""
    down, found = rows.descends[0], list[Row]()
    stretches = [way for way in ways if way.stretch]
    for way in [*(reversed(stretches) if down else stretches), *(way for way in ways if not way.stretch)]:
        if way.stretch:
            found += _stretched(store, way, down, after, limit - len(found))
        else:
            found += _sorted(store, way, rows, after, limit - len(found))
        if len(found) >= limit:
            break
    return found


def _stretched(store: Store, way: Way, down: bool, after: Key | None, limit: int) -> list[Row]:
    plain = Order(("h.begin", "h.hash"), (down, down))
    test, beyond = plain.beyond(after)
    if after is not None:
        way = way.between(None, after[0] + 1) if down else way.between(after[0], None)
    where, values = way.where()
    return store.connection.execute(
        f"SELECT h.id, h.begin, h.hash FROM {way.source} WHERE {where} AND {test} ORDER BY {plain.sorted()} LIMIT ?",
        (*values, *beyond, limit),
    ).fetchall()


def _most_told(store: Store, tests: list[Condition], asked: Question, after: Key | None, limit: int) -> list[Row]:
    """Those that several reports tell, which have an index, and then the others, the newest first."""
    found: list[Row] = []
    if after is None or after[1] > 1:
        whole = all_of([Condition("h.reports > 1"), *tests, *within(asked)])
        test, beyond = _MOST_TOLD.beyond(after)
        low, most = ("", ()) if after is None else ("h.independent <= ? AND ", after[:1])
        found = store.connection.execute(
            f"SELECT h.id, {', '.join(_MOST_TOLD.columns)} FROM {_TOLD} WHERE {low}{whole.test} AND {test} "
            "ORDER BY h.independent DESC, h.reports DESC, h.begin DESC, h.hash DESC LIMIT ?",
            (*most, *whole.values, *beyond, limit),
        ).fetchall()
        after = None
    if len(found) < limit:
        lone = [*tests, Condition("h.reports <= 1")]
        key = None if after is None else after[2:]
        rest = _walked(store, plan_of(lone, asked), _NEWEST, key, limit - len(found))
        found += [(row[0], 1, 1, *row[1:]) for row in rest]
    return found


def planned(store: Store, asked: Question) -> list[Happening]:
    """The events that some mention announces or that were put off or called off, and that may be of the period.

    What was put off or called off may be so by any day that was told for it. Earliest first.
    """
    with store.steady():
        tests = conditions(store, asked, planned=True)
        spans = all_of(
            Condition(f"{column} ?", (coded(day),))
            for column, day in (('p."end" >', asked.since), ("p.begin <", asked.until))
            if day is not None
        )
        moved = among(store, f"SELECT p.happening FROM plans p WHERE {spans.test}", spans.values)
        ways = [*plan_of(tests, asked), *plan_of([*tests, moved], replace(asked, since=None, until=None))]
        found = {row[0]: row[1:] for way in ways for row in _sorted(store, way, _OLDEST, None, -1)}
        return happenings.of_rows(store, sorted(found, key=found.__getitem__))


def mentions_of(
    store: Store, asked: Question, order: str, after: Key | None, limit: int
) -> list[tuple[tuple[str, Told], Key]]:
    """The mentions of the events of a question, each with the id of its event.

    Of an event that several mentions tell, those only that speaker, source, report and text single out.
    """
    rows = order_named(order, _MENTIONS)
    rows.check(after)
    with store.steady():
        found = _mentions(store, asked, rows, after, limit)
        own = store.connection.execute
        names = [mentions.outward(store, row[0]) for row in found]
        items = mentions.told(store, names)
        answer = []
        for name, row in zip(names, found, strict=True):
            (event,) = own("SELECT hash FROM happenings WHERE id = ?", (row[1],)).fetchone()
            answer.append(((HAPPENING + mentions.outward(store, event), items[name]), row[2:]))
        return answer


def _mentions(store: Store, asked: Question, rows: Order, after: Key | None, limit: int) -> list[Row]:
    own = all_of(map(unindexed, told(store, asked)))
    tests = [*conditions(store, asked), *period(store, asked)]
    ways = plan_of(tests, replace(asked, since=None, until=None))
    if not ways:
        return []
    if not ways[0].stretch:
        where, values = ways[0].where()
        test, beyond = rows.beyond(after)
        return store.connection.execute(
            f"SELECT m.hash, m.happening, {', '.join(rows.columns)} FROM mentions m CROSS JOIN reports r "
            f"ON r.id = m.report WHERE m.happening IN (SELECT h.id FROM {ways[0].source} WHERE {where}) "
            f"AND {own.test} AND {test} ORDER BY {rows.sorted()} LIMIT ?",
            (*values, *own.values, *beyond, limit),
        ).fetchall()
    whole = all_of([own, *conditions(store, asked, of_mentions=False), *within(asked)])
    found: list[Row] = []
    for order, test, beyond in rows.stretches(after):
        found += store.connection.execute(
            f"SELECT m.hash, h.id, {', '.join(rows.columns)} FROM reports r INDEXED BY reports_by_day "
            "CROSS JOIN mentions m ON m.id BETWEEN r.low AND r.high CROSS JOIN happenings h ON h.id = m.happening "
            f"WHERE {test} AND {whole.test} ORDER BY {order.sorted()} LIMIT ?",
            (*beyond, *whole.values, limit - len(found)),
        ).fetchall()
    return found


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
