"""How many events there are of each kind.

Events are grouped by numbers (rows of words and places) and days; what these mean is looked up once for each group.
SQLite sorts all rows to group them: instead they come as one long string, which is cut up and counted here about
three times faster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import UsageError
from ..model import Question
from .names import unbound
from .select_names import listed
from .select_plan import Plan, plan

if TYPE_CHECKING:
    from .record import Store

Label = str | int | None
Tally = tuple[tuple[Label, ...], int, int, int]  # labels, events, reports, independent sources
_UNIT, _RECORD = "\x1f", "\x1e"  # the signs that part values and rows


class Dimension(NamedTuple):
    """What may be counted by: its number or word in SQL, how it is labelled, and the tables it needs beside events.

    ``several`` where one event may have many; ``read`` makes its value of the word that stands for it in a string.
    """

    number: str
    label: str = "plain"
    tables: str = ""
    several: bool = False
    read: Callable[[str], Any] = int


def _party(sides: str, side: int, actors: str) -> str:
    joined = f"{sides}.happening = h.id AND {sides}.side = {side}"
    return f"JOIN sides {sides} ON {joined} JOIN actors {actors} ON {actors}.id = {sides}.actor"


_DAY, _ACTOR, _RECIPIENT = "h.begin", _party("s", 1, "a"), _party("t", 2, "b")
_TOLD = "JOIN mentions n ON n.happening = h.id"
_SECTOR = (
    "JOIN sides u ON u.happening = h.id JOIN actors c ON c.id = u.actor "
    "JOIN json_each('[\"' || replace(c.sectors, ' ', '\",\"') || '\"]') e ON e.value <> ''"
)
DIMENSIONS = {
    "year": Dimension("substr(h.begin, 1, 4)", read=str),
    "month": Dimension("substr(h.begin, 1, 7)", read=str),
    "week": Dimension(_DAY, "week", read=str),
    "day": Dimension(_DAY, "day", read=str),
    "act": Dimension("h.act", "word"),
    "mode": Dimension("h.mode", "word"),
    "plover": Dimension("h.plover", "word"),
    "cameo": Dimension("h.cameo", read=str),
    "quad": Dimension("h.quad"),
    "status": Dimension("h.status", "word"),
    "stage": Dimension("h.stage", "word"),
    "place": Dimension("h.place", "place"),
    "country": Dimension("h.place", "country"),
    "actor": Dimension("a.country", tables=_ACTOR, several=True),
    "recipient": Dimension("b.country", tables=_RECIPIENT, several=True),
    "dyad": Dimension("a.country || '>' || b.country", tables=f"{_ACTOR} {_RECIPIENT}", several=True),
    "sector": Dimension("e.value", tables=_SECTOR, several=True),
    "source": Dimension("coalesce(r.source, r.agency)", "word", f"{_TOLD} JOIN reports r ON r.id = n.report", True),
    "speaker": Dimension("n.speaker", "word", _TOLD, True),
}


def counts(store: Store, asked: Question, by: Sequence[str], sums: bool) -> list[Tally]:
    """The events of a question for each combination of labels; with ``sums`` those of their reports and sources too.

    An event counts once for each actor, recipient, source … that it has. Unordered.
    """
    for name in by:
        if name not in DIMENSIONS:
            raise UsageError(f"unknown dimension {name!r}; allowed are {', '.join(DIMENSIONS)}")
    chosen = [DIMENSIONS[name] for name in by]
    with store.steady():
        way = plan(store, asked)
        quick = not sums and not any(each.several for each in chosen)
        return _labelled(store, chosen, _strung(store, chosen, way) if quick else _grouped(store, chosen, way))


def total(store: Store, asked: Question) -> int:
    """How many events a question has."""
    with store.steady():
        way = plan(store, asked)
        row = store.connection.execute(f"SELECT count(*) FROM {way.source} WHERE {way.where}", way.values).fetchone()
        return int(row[0])


def _grouped(store: Store, chosen: Sequence[Dimension], way: Plan) -> list[Any]:
    numbers = ", ".join(f"{each.number} AS d{at}" for at, each in enumerate(chosen))
    names = ", ".join(f"d{at}" for at in range(len(chosen)))
    joins = (f" JOIN{join}" for each in chosen for join in f" {each.tables}".split(" JOIN")[1:])
    tables = " ".join(dict.fromkeys(joins))
    whole = f"SELECT {numbers}, h.id, h.reports, h.independent FROM {way.source} {tables} WHERE {way.where}"
    if tables:
        whole = whole.replace("SELECT", "SELECT DISTINCT", 1)
    return store.connection.execute(
        f"SELECT {names}, count(*), sum(reports), sum(independent) FROM ({whole}) GROUP BY {names}", way.values
    ).fetchall()


def _strung(store: Store, chosen: Sequence[Dimension], way: Plan) -> list[Any]:
    row = f" || '{_UNIT}' || ".join(f"ifnull({each.number}, '')" for each in chosen)
    (whole,) = store.connection.execute(
        f"SELECT group_concat({row}, '{_RECORD}') FROM {way.source} WHERE {way.where}", way.values
    ).fetchone()
    counted = Counter(whole.split(_RECORD)) if whole is not None else Counter()
    found = []
    for one, number in counted.items():
        words = zip(chosen, one.split(_UNIT), strict=True)
        found.append((*(each.read(word) if word else None for each, word in words), number, 0, 0))
    return found


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


def _days(store: Store, days: set[Any]) -> dict[Any, Label]:
    return {day: day[:10] for day in days if day is not None}


def _weeks(store: Store, numbers: set[Any]) -> dict[Any, Label]:
    found: dict[Any, Label] = {}
    for day in numbers:
        if day is not None:
            year, week, _ = date.fromisoformat(day[:10]).isocalendar()
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
    "plain": _plain,
    "day": _days, "week": _weeks, "word": _words, "place": _places,
    "country": _countries,
}  # fmt: skip
