"""Numbers written in words, joined into one item: twenty-four, two hundred and ten, nineteen ninety-seven."""

from __future__ import annotations

from .item import Item


def join_numerals(items: list[Item | None]) -> list[Item | None]:
    """The same items with every run of numerals in words made one."""
    if "word" not in [item.kind for item in items if item is not None]:
        return items
    joined: list[Item | None] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item is None or item.kind != "word":
            joined.append(item)
            at += 1
            continue
        stop = _run(items, at)
        joined.append(_value(items, at, stop))
        at = stop
    return joined


def _run(items: list[Item | None], at: int) -> int:
    """Where the run of numerals that begins at an item stops."""
    stop = at + 1
    while stop < len(items):
        item, last = items[stop], items[stop - 1]
        if item is None or last is None:
            break
        if item.kind == "word" and _fits(last, item):
            stop += 1
        elif item.kind in ("dash", "and") and _joins(items, stop, last, item.kind):
            stop += 2
        else:
            break
    return stop


def _fits(last: Item, item: Item) -> bool:
    if item.value == "scale" or last.value == "scale":
        return True
    return (last.number >= 20 and last.number % 10 == 0 and item.number < 10) or (
        10 < last.number <= 20 and item.number >= 10
    )


def _joins(items: list[Item | None], at: int, last: Item, kind: str) -> bool:
    following = items[at + 1] if at + 1 < len(items) else None
    if following is None or following.kind not in ("word", "ordinal"):
        return False
    if kind == "and":
        return last.value == "scale" and following.kind == "word"
    return last.number >= 20 and last.number % 10 == 0 and 0 < following.number < 10 and last.value != "scale"


def _value(items: list[Item | None], first: int, stop: int) -> Item:
    parts = [item for item in items[first:stop] if item is not None and item.kind in ("word", "ordinal")]
    head, tail = parts[0], parts[-1]
    year = _as_year(parts)
    if year:
        return Item("year", "", year, head.start, tail.end, head.token)
    whole = group = 0.0
    for part in parts:
        if part.value == "scale":
            group = (group or 1) * part.number
            if part.number == 1000:
                whole, group = whole + group, 0.0
        else:
            group += part.number
    return Item(tail.kind, "", whole + group, head.start, tail.end, head.token)


def _as_year(parts: list[Item]) -> int:
    """A year said in two halves (nineteen eighty-four), or 0."""
    if len(parts) < 2 or not 10 < parts[0].number <= 20 or any(part.value == "scale" for part in parts):
        return 0
    rest = sum(int(part.number) for part in parts[1:])
    return int(parts[0].number) * 100 + rest if 10 <= rest < 100 else 0
