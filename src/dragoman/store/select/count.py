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
from ..days import DAY, MONTH
from .facets import CODES, chosen_kinds
from .labels import DIMENSIONS, Group, Label, Labels, Tally
from .names import listed
from .plan import Way, plan_of, within
from .where import LONG, Condition, all_of, conditions

if TYPE_CHECKING:
    from ..record import Store

_EMPTY = Question()
_EXPRESSION = {
    "month": f"h.begin / {MONTH}", "day": f"h.begin / {DAY}",
    "outlet": "r.outlet", "speaker": "m.speaker",
}  # fmt: skip
_TABLES = {"casting": "casts", "outlets": "outlets", "voices": "voices"}
_FEW = 3 * LONG  # events up to which a list of them is the shorter way


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
    if asked == _EMPTY and len(columns) == 1 and columns[0] in _TABLES and not sums:
        rows = store.connection.execute(f"SELECT id, uses, 0, 0 FROM {_TABLES[columns[0]]} WHERE uses > 0")
        return [((number,), *counted) for number, *counted in rows]
    tests = conditions(store, asked)
    timeless = asked.since is None and asked.until is None
    if not columns and not sums and timeless and len(tests) == 1 and tests[0].exact:
        return [((), tests[0].length, 0, 0)]
    ways = plan_of(tests, asked, _FEW)
    if ways and ways[0].stretch and (sums or "place" in columns or not all(each.covered for each in tests)):
        ways = [_passing(tests, asked)]
    grouped = _grouped if sums or "outlet" in columns else _strung
    return [group for way in ways for group in grouped(store, columns, way)]


def _passing(tests: list[Condition], asked: Question) -> Way:
    """All events as they stand in the table: for what the index of days does not hold."""
    return Way("happenings h NOT INDEXED", all_of([*tests, *within(asked)]))


def _tallied(store: Store, asked: Question, columns: tuple[str, ...]) -> list[Group]:
    kinds = chosen_kinds(store, asked)
    test, values = ("1", ()) if kinds is None else ("kind IN (SELECT value FROM json_each(?))", (listed(kinds),))
    names = ", ".join(columns)
    rows = store.connection.execute(
        f"SELECT {names}{', ' if names else ''}sum(happenings), sum(reports), sum(independent) FROM tallies "
        f"WHERE {test} {'GROUP BY ' if names else 'HAVING count(*)'} {names}",
        values,
    ).fetchall()
    return [(row[:-3], *row[-3:]) for row in rows]


def _strung(store: Store, columns: tuple[str, ...], way: Way) -> Iterable[Group]:
    where, values = way.where()
    run = store.connection.execute
    if not columns:
        return [((), *run(f"SELECT count(*) FROM {way.source} WHERE {where}", values).fetchone(), 0, 0)]
    if columns[0] in ("day", "month") and len(columns) == 1 and way.stretch:
        rows = run(f"SELECT {_number(columns[0])}, count(*) FROM {way.source} WHERE {where} GROUP BY h.begin", values)
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
