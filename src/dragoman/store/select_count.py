"""How many events there are of each kind.

Events are grouped by small numbers (rows of words and places, months); what these mean is looked up once for each
group. Where a large part of the record is counted, SQLite would sort every row to group it: instead each column comes
as one long string with a character for a row, which Python counts about three times faster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import UsageError
from ..model import Question
from .guard import guarding
from .names import unbound
from .select_names import listed
from .select_plan import Plan, plan

if TYPE_CHECKING:
    from .record import Store

Label = str | int | None
Tally = tuple[tuple[Label, ...], int, int, int]  # labels, events, reports, independent sources
_FIRST, _MOST = 0xE000, 0x10FFFF  # characters that stand for numbers: none of a pair of surrogates


class Dimension(NamedTuple):
    """What may be counted by: its number in SQL, the tables it needs beside events, and how it is labelled.

    ``several`` where one event may have many, ``none`` is an event without.
    """

    number: str
    label: str = "plain"
    tables: str = ""
    several: bool = False
    small: bool = True


_PARTY = "JOIN sides {0} ON {0}.happening = h.id AND {0}.side = {1} JOIN actors {0}a ON {0}a.id = {0}.actor"
_MONTH = "CAST(substr(h.begin, 1, 4) AS INTEGER) * 12 + CAST(substr(h.begin, 6, 2) AS INTEGER) - 1"
_TOLD = "JOIN mentions n ON n.happening = h.id"
DIMENSIONS = {
    "year": Dimension("CAST(substr(h.begin, 1, 4) AS INTEGER)", "year"),
    "month": Dimension(_MONTH, "month"),
    "week": Dimension("substr(h.begin, 1, 10)", "week", small=False),
    "day": Dimension("substr(h.begin, 1, 10)", small=False),
    "act": Dimension("h.act", "word"),
    "mode": Dimension("h.mode", "word"),
    "plover": Dimension("h.plover", "word"),
    "cameo": Dimension("h.cameo", small=False),
    "quad": Dimension("h.quad"),
    "status": Dimension("h.status", "word"),
    "stage": Dimension("h.stage", "word"),
    "place": Dimension("h.place", "place"),
    "country": Dimension("h.place", "country"),
    "actor": Dimension("aa.country", tables=_PARTY.format("a", 1), several=True, small=False),
    "recipient": Dimension("ba.country", tables=_PARTY.format("b", 2), several=True, small=False),
    "dyad": Dimension(
        "ca.country || '>' || da.country", tables=f"{_PARTY.format('c', 1)} {_PARTY.format('d', 2)}", several=True,
        small=False,
    ),
    "sector": Dimension(
        "e.value", tables="JOIN sides es ON es.happening = h.id JOIN actors ea ON ea.id = es.actor "
        "JOIN json_each('[\"' || replace(ea.sectors, ' ', '\",\"') || '\"]') e ON e.value <> ''", several=True,
        small=False,
    ),
    "source": Dimension("coalesce(r.source, r.agency)", "word", f"{_TOLD} JOIN reports r ON r.id = n.report", True),
    "speaker": Dimension("n.speaker", "word", _TOLD, True),
}  # fmt: skip


def counts(store: Store, asked: Question, by: Sequence[str], sums: bool) -> list[Tally]:
    """The events of a question for each combination of labels; with ``sums`` those of their reports and sources too.

    An event counts once for each actor, recipient, source … that it has. Unordered.
    """
    for name in by:
        if name not in DIMENSIONS:
            raise UsageError(f"unknown dimension {name!r}; allowed are {', '.join(DIMENSIONS)}")
    chosen = [DIMENSIONS[name] for name in by]
    with guarding(store.path):
        way = plan(store, asked)
        quick = way.many and not sums and all(each.small and not each.several for each in chosen)
        return _labelled(store, chosen, _strung(store, chosen, way) if quick else _grouped(store, chosen, way))


def total(store: Store, asked: Question) -> int:
    """How many events a question has."""
    with guarding(store.path):
        way = plan(store, asked)
        row = store.connection.execute(f"SELECT count(*) FROM {way.source} WHERE {way.where}", way.values).fetchone()
        return int(row[0])


def _grouped(store: Store, chosen: Sequence[Dimension], way: Plan) -> list[Any]:
    numbers = ", ".join(f"{each.number} AS d{at}" for at, each in enumerate(chosen))
    names = ", ".join(f"d{at}" for at in range(len(chosen)))
    tables = " ".join(dict.fromkeys(each.tables for each in chosen if each.tables))
    whole = f"SELECT {numbers}, h.id, h.reports, h.independent FROM {way.source} {tables} WHERE {way.where}"
    if tables:
        whole = whole.replace("SELECT", "SELECT DISTINCT", 1)
    return store.connection.execute(
        f"SELECT {names}, count(*), sum(reports), sum(independent) FROM ({whole}) GROUP BY {names}", way.values
    ).fetchall()


def _strung(store: Store, chosen: Sequence[Dimension], way: Plan) -> list[Any]:
    columns = ", ".join(f"group_concat(char(ifnull({each.number} + 1, 0) + {_FIRST}), '')" for each in chosen)
    strings = store.connection.execute(f"SELECT {columns} FROM {way.source} WHERE {way.where}", way.values).fetchone()
    if strings[0] is None:
        return []
    if any(chr(_MOST) in column or chr(0xFFFD) in column for column in strings):  # numbers that no character has
        return _grouped(store, chosen, way)
    counted = Counter(zip(*strings, strict=True))
    meant = {sign: ord(sign) - _FIRST - 1 for column in strings for sign in set(column)}
    return [(*(None if meant[sign] < 0 else meant[sign] for sign in signs), n, 0, 0) for signs, n in counted.items()]


def _labelled(store: Store, chosen: Sequence[Dimension], rows: Iterable[Any]) -> list[Tally]:
    """Labels instead of numbers; groups that have the same are put together."""
    rows = list(rows)
    size = len(chosen)
    labels = [_LABELS[each.label](store, {row[at] for row in rows}) for at, each in enumerate(chosen)]
    sums: dict[tuple[Label, ...], list[int]] = {}
    for row in rows:
        key = tuple(label.get(number) for label, number in zip(labels, row, strict=False))
        into = sums.setdefault(key, [0, 0, 0])
        for at in range(3):
            into[at] += row[size + at]
    return [(key, *into) for key, into in sums.items()]  # type: ignore[misc]


def _plain(store: Store, numbers: set[Any]) -> dict[Any, Label]:
    return {number: number for number in numbers}


def _years(store: Store, numbers: set[Any]) -> dict[Any, Label]:
    return {number: f"{number:04d}" for number in numbers if number is not None}


def _months(store: Store, numbers: set[Any]) -> dict[Any, Label]:
    return {number: f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers if number is not None}


def _weeks(store: Store, numbers: set[Any]) -> dict[Any, Label]:
    found: dict[Any, Label] = {}
    for day in numbers:
        if day is not None:
            year, week, _ = date.fromisoformat(day).isocalendar()
            found[day] = f"{year:04d}-W{week:02d}"
    return found


def _words(store: Store, numbers: set[Any]) -> dict[Any, Label]:
    rows = store.connection.execute(
        "SELECT w.id, w.word FROM json_each(?) j JOIN words w ON w.id = j.value", (listed(numbers - {None}),)
    )
    return {number: unbound(word) for number, word in rows}


def _places(store: Store, numbers: set[Any]) -> dict[Any, Label]:
    """Names, with the code of the country behind them."""
    found: dict[Any, Label] = {}
    for number, name, country, kind in _of_places(store, numbers):
        found[number] = f"{unbound(name)}, {country}" if country and kind != "country" else unbound(name)
    return found


def _countries(store: Store, numbers: set[Any]) -> dict[Any, Label]:
    return {number: country for number, _, country, _ in _of_places(store, numbers)}


def _of_places(store: Store, numbers: set[Any]) -> list[Any]:
    return store.connection.execute(
        "SELECT p.id, p.name, p.country, p.kind FROM json_each(?) j JOIN places p ON p.id = j.value",
        (listed(numbers - {None}),),
    ).fetchall()


_LABELS: dict[str, Callable[[Store, set[Any]], dict[Any, Label]]] = {
    "plain": _plain, "year": _years, "month": _months, "week": _weeks, "word": _words, "place": _places,
    "country": _countries,
}  # fmt: skip
