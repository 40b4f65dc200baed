"""Orders of rows: what stands after ORDER BY, and what lies beyond the last row of a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ...errors import UsageError

NEVER = 1 << 60  # the number of the day of what has none, where that comes last
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
        parts: list[str] = []
        values: list[Any] = []
        for at, column in enumerate(self.columns):
            same = [f"{each} = ?" for each in self.columns[:at]]
            parts.append("(" + " AND ".join([*same, f"{column} {'<' if self.descends[at] else '>'} ?"]) + ")")
            values.extend(last[: at + 1])
        return f"({' OR '.join(parts)})", tuple(values)

    def check(self, last: Key | None, kind: type = object) -> None:
        """UsageError for a key that is none of this order, in number of its parts and the kind of each."""
        if last is not None and (len(last) != len(self.columns) or not all(isinstance(part, kind) for part in last)):
            raise UsageError("the cursor belongs to another question or order; ask again without it")

    def stretches(self, last: Key | None) -> Iterator[tuple[Order, str, Key]]:
        """The rows with a day and then those without, from beyond a key: order, condition and what is bound to it."""
        dated = self._replace(columns=(self.day, *self.columns[1:]))
        if last is None:
            yield dated, f"{self.day} IS NOT NULL", ()
        elif str(last[0])[:1].isdigit():
            test, values = dated.beyond(last)
            yield dated, f"{self.day} {'<=' if self.descends[0] else '>='} ? AND {test}", (last[0], *values)
            last = None
        test, values = self.beyond(last)
        yield self, f"{self.day} IS NULL AND {test}", values


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
