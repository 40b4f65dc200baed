"""How many events there are of each kind.

Events are counted by what stands in their rows (facets, days, places), and what these mean is looked up once for each
combination. Where nothing but codes is asked for, or all events are counted by one facet, the numbers are known
already. SQLite sorts all rows to group them: instead they come as one long string, which is cut up and counted here
about twice as fast.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ...errors import UsageError
from ...model import Question
from ..days import DAY, MONTH, coded
from .facets import CODES, chosen_kinds
from .labels import DIMENSIONS, Group, Label, Labels, Tally
from .names import listed
from .plan import Way, plan_of, within
from .where import MANY, Condition, all_of, conditions

if TYPE_CHECKING:
    from ..record import Store

_EMPTY = Question()
_EXPRESSION = {
    "month": f"h.begin / {MONTH}", "day": f"h.begin / {DAY}",
    "outlet": "r.outlet", "speaker": "m.speaker",
}  # fmt: skip
_TABLES = {"casting": "casts", "outlets": "outlets", "voices": "voices"}


def counts(store: Store, asked: Question, by: Sequence[str], sums: bool) -> list[Tally]:
    """The events of a question for each combination of labels; with ``sums`` those of their reports and sources too.

    An event counts once for each actor, recipient, source … that it has. Unordered.
    """
    for name in by:
        if name not in DIMENSIONS:
            raise UsageError(f"unknown dimension {name!r}; allowed are {', '.join(DIMENSIONS)}")
    with store.steady():
        labels = Labels(store, by)
        groups = _groups(store, asked, labels.columns, sums)
        return labels.of(groups)


def total(store: Store, asked: Question) -> int:
    """How many events a question has."""
    with store.steady():
        return sum(number for _, number, _, _ in _groups(store, asked, (), False))


def _groups(store: Store, asked: Question, columns: tuple[str, ...], sums: bool) -> list[Group]:
    """Events by what stands in some columns of their rows; the same may come several times."""
    plain = replace(asked, **{name: getattr(_EMPTY, name) for name in CODES})
    if plain == _EMPTY and set(columns) <= {"month", "kind"}:
        return _tallied(store, asked, columns)
    if asked == _EMPTY and len(columns) == 1 and columns[0] in (*_TABLES, "place") and not sums:
        return _used(store, columns[0])
    tests = conditions(store, asked)
    timeless = asked.since is None and asked.until is None
    if not columns and not sums and timeless and len(tests) == 1 and tests[0].exact:
        return [((), tests[0].length, 0, 0)]
    grouped = _grouped if sums or "outlet" in columns else _strung
    if set(columns) <= {"month", "kind"} and _of_months(plain) and all(each.length >= MANY for each in tests):
        before = plan_of(tests, asked, 0)[:-1]
        return [*_tallied(store, asked, columns), *(group for way in before for group in grouped(store, columns, way))]
    ways = plan_of(tests, asked, MANY)
    if ways and ways[0].stretch and (sums or "place" in columns or not all(each.covered for each in tests)):
        ways = [_passing(tests, asked)]
    return [group for way in ways for group in grouped(store, columns, way)]


def _passing(tests: list[Condition], asked: Question) -> Way:
    """All events as they stand in the table: for what the index of days does not hold."""
    return Way("happenings h NOT INDEXED", all_of([*tests, *within(asked)]))


def _used(store: Store, column: str) -> list[Group]:
    """All events by one facet or by place."""
    run = store.connection.execute
    if column in _TABLES:
        return [((one,), number, 0, 0) for one, number in run(f"SELECT id, uses FROM {_TABLES[column]} WHERE uses > 0")]
    rows = run(
        "SELECT place, count(*) FROM happenings INDEXED BY happenings_by_place WHERE place IS NOT NULL GROUP BY place"
    )
    found: list[Group] = [((place,), number, 0, 0) for place, number in rows]
    (whole,) = run("SELECT ifnull(sum(uses), 0) FROM kinds").fetchone()
    nowhere = whole - sum(group[1] for group in found)
    return [*found, ((0,), nowhere, 0, 0)] if nowhere else found


def _of_months(asked: Question) -> bool:
    """True if nothing is asked but a period that begins with a month, and ends with one if it does."""
    since, until = coded(asked.since), coded(asked.until)
    whole = since is not None and since % MONTH == 0 and (until or 0) % MONTH == 0
    return whole and replace(asked, since=None, until=None) == _EMPTY


def _tallied(store: Store, asked: Question, columns: tuple[str, ...]) -> list[Group]:
    """By what is known already; of a period, which consists of months, what begins in it."""
    tests, values = ["1"], list[object]()
    for sign, day in ((">=", asked.since), ("<", asked.until)):
        if day is not None:
            tests.append(f"month {sign} ?")
            values.append((coded(day) or 0) // MONTH)
    kinds = chosen_kinds(store, asked)
    if kinds is not None:
        tests.append("kind IN (SELECT value FROM json_each(?))")
        values.append(listed(kinds))
    names = "".join(f"{column}, " for column in columns)
    where, sums = " AND ".join(tests), [f"sum({number})" for number in ("happenings", "reports", "independent")]
    if set(columns) == {"month", "kind"}:  # as they stand
        order = f"SELECT {names}happenings, reports, independent FROM tallies WHERE {where}"
    else:
        grouped = f"GROUP BY {names[:-2]}" if names else "HAVING count(*)"
        order = f"SELECT {names}{', '.join(sums)} FROM tallies WHERE {where} {grouped}"
    rows = store.connection.execute(order, values).fetchall()
    return [(row[:-3], *row[-3:]) for row in rows]


def _strung(store: Store, columns: tuple[str, ...], way: Way) -> Iterable[Group]:
    where, values = way.where()
    run = store.connection.execute
    if not columns:
        return [((), *run(f"SELECT count(*) FROM {way.source} WHERE {where}", values).fetchone(), 0, 0)]
    if columns[0] in ("day", "month") and len(columns) == 1 and way.stretch:
        days = f"SELECT {_number(columns[0])} d, count(*) n FROM {way.source} WHERE {where} GROUP BY h.begin"
        rows = run(f"SELECT d, sum(n) FROM ({days}) GROUP BY d", values)
        return [((number,), events, 0, 0) for number, events in rows]
    sizes = [_size(store, column) for column in columns]
    packed = _number(columns[0])
    for column, size in zip(columns[1:], sizes[1:], strict=True):
        packed = f"({packed}) * {size} + {_number(column)}"
    (whole,) = run(f"SELECT group_concat({packed}) FROM {way.source} WHERE {where}", values).fetchone()
    counted = Counter(str(whole).split(",")) if whole is not None else Counter[str]()
    return [(_unpacked(int(one), sizes), number, 0, 0) for one, number in counted.items()]


def _size(store: Store, column: str) -> int:
    """More than the largest number of a column."""
    table = {"kind": "kinds", "place": "places", **_TABLES}.get(column)
    if table is None:
        return 1 << 20  # days: more than there are until the year 2800
    (most,) = store.connection.execute(f"SELECT max(id) FROM {table}").fetchone()
    return int(most or 0) + 1


def _unpacked(packed: int, sizes: Sequence[int]) -> tuple[int, ...]:
    found = []
    for size in reversed(sizes[1:]):
        packed, number = divmod(packed, size)
        found.append(number)
    return (packed, *reversed(found))


def _grouped(store: Store, columns: tuple[str, ...], way: Way) -> Iterable[Group]:
    where, values = way.where()
    told = "outlet" in columns
    joined = "CROSS JOIN mentions m ON m.happening = h.id CROSS JOIN reports r ON r.id = m.report" if told else ""
    named = "".join(f"{_number(column)} AS d{at}, " for at, column in enumerate(columns))
    names = ", ".join(f"d{at}" for at in range(len(columns)))
    rows = store.connection.execute(
        f"SELECT {names}{', ' if names else ''}count(*), sum(reports), sum(independent) FROM "
        f"(SELECT {'DISTINCT' if told else ''} {named}h.id, h.reports, h.independent FROM {way.source} {joined} "
        f"WHERE {where}) {'GROUP BY ' if names else 'HAVING count(*)'} {names}",
        values,
    ).fetchall()
    return [(row[:-3], *row[-3:]) for row in rows]


def _number(column: str) -> str:
    expression = _EXPRESSION.get(column, "h." + column)
    return expression if column in ("kind", *_TABLES) else f"ifnull({expression}, 0)"


__all__ = ["DIMENSIONS", "Label", "Tally", "counts", "total"]
