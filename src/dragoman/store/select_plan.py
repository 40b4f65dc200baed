"""Which way into the table of events is the shortest for a question.

SQLite has no statistics of this data and would often begin at the wrong end. Two ways are open: the shortest of the
lists of events that conditions give, or all events one after the other, which is the faster one where those lists are
long. The lengths are counted up to a limit, which takes a few milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Question
from .select_where import Condition, Values, all_of, conditions

if TYPE_CHECKING:
    from .record import Store

LONG = 50_000  # events that are fetched one by one in about the time in which all are passed by


@dataclass(frozen=True, slots=True)
class Plan:
    """``source`` is what stands after FROM, ``where`` the conditions ("1" for none)."""

    source: str
    where: str
    values: Values


def plan(store: Store, asked: Question) -> Plan:
    """The way to all events of a question."""
    tests = conditions(store, asked)
    lists = [each for each in tests if each.ids]
    shortest = min(((_length(store, each), at) for at, each in enumerate(lists)), default=(LONG, 0))
    if shortest[0] < LONG:
        way = lists[shortest[1]]
        rest = [each for each in tests if each is not way]
        tests = [Condition(f"h.id IN ({way.ids})", way.id_values), *rest]
    whole = all_of(tests)
    return Plan("happenings h NOT INDEXED", whole.test, whole.values)


def _length(store: Store, each: Condition) -> int:
    (length,) = store.connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM ({each.ids}) LIMIT {LONG})", each.id_values
    ).fetchone()
    return int(length)
