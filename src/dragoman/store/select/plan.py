"""Which way into the table of events is the shortest for a question.

SQLite has no statistics of this data and would often begin at the wrong end. Two ways are open: the shortest of the
lists of events that conditions give, or all events of the period in the order of their days, which is the faster one
where those lists are long. How long they are is known from the facets, or counted up to a limit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...model import Question
from ..days import MONTH, coded
from .where import LONG, Condition, Values, all_of, conditions

if TYPE_CHECKING:
    from ..record import Store

_BY_DAY = "happenings h INDEXED BY happenings_by_day"
_LONG = "happenings h INDEXED BY happenings_long"
_SHARE = 5  # of a period so many more events are fetched and put in order, rather than those of other days passed by


@dataclass(frozen=True, slots=True)
class Way:
    """``source`` is what stands after FROM, ``tests`` the conditions.

    On a stretch of time, ``low`` and ``high`` are the half-open interval of the numbers of days in which events begin.
    """

    source: str
    tests: Condition
    low: int | None = None
    high: int | None = None
    stretch: bool = False

    def where(self) -> tuple[str, Values]:
        """What stands after WHERE, with what is bound to it."""
        parts, values = [], []
        for sign, bound in ((">=", self.low), ("<", self.high)):
            if bound is not None:
                parts.append(f"h.begin {sign} ?")
                values.append(bound)
        return " AND ".join([*parts, self.tests.test]), (*values, *self.tests.values)

    def between(self, low: int | None, high: int | None) -> Way:
        """The part of a stretch that begins in an interval."""
        lows, highs = [n for n in (self.low, low) if n is not None], [n for n in (self.high, high) if n is not None]
        return replace(self, low=max(lows, default=None), high=min(highs, default=None))


def plan(store: Store, asked: Question, long: int = LONG) -> list[Way]:
    """The ways to all events of a question, each event on one of them: none, one through a list, or stretches of time.

    Stretches are in order, earliest first and what has no day last. Lists of ``long`` events and more are not taken.
    """
    return plan_of(conditions(store, asked), asked, long)


def plan_of(tests: list[Condition], asked: Question, long: int = LONG) -> list[Way]:
    """The same for conditions that are known, with the period of a question."""
    if any(each.length == 0 for each in tests):
        return []
    lists = sorted((each for each in tests if each.ids and each.length < long), key=lambda each: each.length)
    if lists:
        return [_listed(lists[0], [each for each in tests if each is not lists[0]], asked)]
    whole = all_of(tests)
    return [replace(way, tests=all_of([way.tests, whole])) for way in stretches(asked)]


def within(asked: Question) -> list[Condition]:
    """The period of a question as tests of a row."""
    found = []
    if asked.since is not None:
        found.append(Condition('+h."end" > ?', (coded(asked.since),)))
    if asked.until is not None:
        found.append(Condition("+h.begin < ?", (coded(asked.until),)))
    return found


def period(store: Store, asked: Question) -> list[Condition]:
    """The period of a question as a list of events; none without a period."""
    if asked.since is None and asked.until is None:
        return []
    parts = [(way.source, *way.where()) for way in stretches(asked)]
    ids = " UNION ALL ".join(f"SELECT h.id FROM {source} WHERE {where}" for source, where, _ in parts)
    values = tuple(value for _, _, bound in parts for value in bound)
    counted = f"SELECT count(*) FROM (SELECT 1 FROM ({ids}) LIMIT {LONG * _SHARE})"
    (length,) = store.connection.execute(counted, values).fetchone()
    tests = all_of(within(asked))
    return [Condition(tests.test, tests.values, ids, values, -(-length // _SHARE))]


def _listed(way: Condition, rest: list[Condition], asked: Question) -> Way:
    if way.column:
        first = Condition(way.test.removeprefix("+"), way.values)
        source = f"happenings h INDEXED BY happenings_by_{way.column}"
    else:
        first, source = Condition(f"h.id IN ({way.ids})", way.id_values), "happenings h NOT INDEXED"
    return Way(source, all_of([first, *rest, *within(asked)]))


def stretches(asked: Question) -> list[Way]:
    """A period cut up by index: what began a month and more before it, what began before it, what begins in it."""
    since, until = coded(asked.since), coded(asked.until)
    found = []
    if since is not None:
        near, goes_on = since - MONTH, Condition('h."end" > ?', (since,))
        long = all_of([Condition(f'h."end" - h.begin > {MONTH}'), goes_on])
        found.append(Way(_LONG, long, high=near, stretch=True))
        found.append(Way(_BY_DAY, goes_on, near, since, stretch=True))
    found.append(Way(_BY_DAY, Condition("1"), since or 0, until, stretch=True))
    if since is None and until is None:
        found.append(Way(_BY_DAY, Condition("h.begin IS NULL")))
    return found
