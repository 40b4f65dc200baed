"""Which way into the table of events is the cheapest for a question.

SQLite has no statistics of this data and would often begin at the wrong end. Three ways are open: the events of the
shortest list that some condition gives; all events, one after the other; or the events in the order of their days,
which may stop early. The lengths are counted up to a limit, which takes a few milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Question
from .select_where import Condition, Values, conditions

if TYPE_CHECKING:
    from .record import Store

FEW = 20_000  # so many events are fetched and sorted in less time than walking past the others would take


@dataclass(frozen=True, slots=True)
class Plan:
    """``source`` is what stands after FROM, ``where`` the conditions ("1" for none), ``many`` whether it may be a
    large part of the record."""

    source: str
    where: str
    values: Values
    many: bool


def plan(store: Store, asked: Question, by_day: bool = False) -> Plan:
    """The way to the events of a question; ``by_day`` where they are wanted in the order of their days, the first
    few of them only."""
    all_of_them = conditions(store, asked)
    lists = [each for each in all_of_them if each.ids]
    plain = [each for each in all_of_them if not each.ids]
    shortest = min(((_length(store, each), at) for at, each in enumerate(lists)), default=None)
    if shortest is not None and (shortest[0] < FEW or not by_day):
        way = lists[shortest[1]]
        rest = [*plain, *(each for each in lists if each is not way)]
        return _plan("NOT INDEXED", [Condition(f"h.id IN ({way.ids})", way.id_values), *rest], shortest[0] >= FEW)
    few = bool(plain) and _matching(store, plain) < FEW
    if few or not by_day:
        return _plan("NOT INDEXED", [*plain, *lists], not few)
    return _plan("INDEXED BY happenings_by_day", [*plain, *lists], True)


def _plan(index: str, tests: list[Condition], many: bool) -> Plan:
    where = " AND ".join(f"({each.test})" for each in tests) or "1"
    return Plan(f"happenings h {index}", where, tuple(value for each in tests for value in each.values), many)


def _length(store: Store, each: Condition) -> int:
    return _capped(store, each.ids, each.id_values)


def _matching(store: Store, plain: list[Condition]) -> int:
    tests = " AND ".join(f"({each.test})" for each in plain)
    values = tuple(value for each in plain for value in each.values)
    return _capped(store, f"SELECT 1 FROM happenings h NOT INDEXED WHERE {tests}", values)


def _capped(store: Store, select: str, values: Values) -> int:
    (length,) = store.connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM ({select}) LIMIT {FEW})", values
    ).fetchone()
    return int(length)
