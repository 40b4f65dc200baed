"""What events may be counted by, and what the numbers in their rows mean in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ..days import day_of, month_of
from ..facets import PART, WITHIN, Role, roles
from ..names import unbound
from .names import listed

if TYPE_CHECKING:
    from ..record import Store

Label = str | int | None
Tally = tuple[tuple[Label, ...], int, int, int]  # labels, events, reports, independent sources
Group = tuple[tuple[int, ...], int, int, int]  # the same with the numbers of columns instead of labels
Held = tuple[tuple[Label, ...], ...]  # the labels of an event, one or several
Meaning = dict[int, Held]  # of each number of a column
K = TypeVar("K")


class Dimension(NamedTuple):
    """What may be counted by: the column of events that it follows from, and how."""

    column: str
    name: str


_NAMES = {
    "month": ("year", "month"),
    "day": ("week", "day"),
    "kind": ("act", "mode", "plover", "cameo", "quad", "status", "stage"),
    "place": ("place", "country"),
    "casting": ("actor", "recipient", "dyad", "sector"),
    "outlets": ("source",),
    "voices": ("speaker",),
}
DIMENSIONS = {name: Dimension(column, name) for column, names in _NAMES.items() for name in names}
_SECTORS, _COUNTRIES = re.compile(f"{WITHIN}[^{PART}]*"), re.compile(f"{PART}[^{WITHIN}]*{WITHIN}")  # of a cast
_OF_MENTIONS = {"outlets": "outlet", "voices": "speaker"}  # where both are asked of one and the same mention


class Labels:
    """The labels of some dimensions; ``columns`` are those of events (or ``outlet`` and ``speaker`` of mentions)."""

    def __init__(self, store: Store, by: Sequence[str]) -> None:
        self._store = store
        self._by = tuple(by)
        own = [DIMENSIONS[name].column for name in by]
        if "day" in own:
            own = ["day" if column == "month" else column for column in own]
        if {"outlets", "voices"} <= set(own):
            own = [_OF_MENTIONS.get(column, column) for column in own]
        self.columns = tuple(dict.fromkeys(own))
        self._names = [tuple(name for name, at in zip(by, own, strict=True) if at == column) for column in self.columns]

    def of(self, groups: Iterable[Group]) -> list[Tally]:
        """Labels instead of numbers; groups that have the same are put together."""
        groups = list(groups)
        meanings = [
            _MEANINGS[column](self._store, {group[0][at] for group in groups}, names)
            for at, (column, names) in enumerate(zip(self.columns, self._names, strict=True))
        ]
        order = [[name for names in self._names for name in names].index(name) for name in self._by]
        sums: dict[tuple[Label, ...], list[int]] = {}
        for held, counted in _alike(groups, meanings):
            for parts in product(*held):
                flat = parts[0] if len(parts) == 1 else [label for part in parts for label in part]
                _add(sums, tuple([flat[at] for at in order]), *counted)
        return [(labels, *counted) for labels, counted in sums.items()]  # type: ignore[misc]


def _alike(groups: list[Group], meanings: Sequence[Meaning]) -> Iterator[tuple[list[Held], list[int]]]:
    """Groups whose numbers mean the same put together: what they mean by column, and their sums.

    Far fewer meanings than numbers come in a large record, so that only these few are spelt out.
    """
    keys, kinds = [0] * len(groups), []
    for column, meaning in enumerate(meanings):
        known: dict[Held, int] = {}
        places = {number: known.setdefault(held, len(known)) for number, held in meaning.items()}
        size = len(known)
        keys = [key * size + places[group[0][column]] for key, group in zip(keys, groups, strict=True)]
        kinds.append(list(known))
    sums: dict[int, list[int]] = {}
    for key, (_, events, reports, own) in zip(keys, groups, strict=True):
        _add(sums, key, events, reports, own)
    for key, counted in sums.items():
        held = []
        for ones in reversed(kinds):
            key, at = divmod(key, len(ones))
            held.append(ones[at])
        yield held[::-1], counted


def _add(sums: dict[K, list[int]], key: K, events: int, reports: int, own: int) -> None:
    into = sums.get(key)
    if into is None:
        sums[key] = [events, reports, own]
    else:
        into[0] += events
        into[1] += reports
        into[2] += own


def _months(store: Store, numbers: set[int], names: Sequence[str]) -> Meaning:
    return {number: (_time(month_of(number) if number else None, names),) for number in numbers}


def _days(store: Store, numbers: set[int], names: Sequence[str]) -> Meaning:
    return {number: (_time(day_of(number) if number else None, names),) for number in numbers}


def _time(words: str | None, names: Sequence[str]) -> tuple[Label, ...]:
    """A day, or a month, by the periods that it is of."""
    if words is None:
        return tuple(None for _ in names)
    sizes = {"year": 4, "month": 7, "day": 10}
    return tuple(_week(words) if name == "week" else words[: sizes[name]] for name in names)


def _week(day: str) -> str | None:
    try:
        year, week, _ = date.fromisoformat(day).isocalendar()
    except ValueError:  # no day of the calendar, whatever a reading said
        return None
    return f"{year:04d}-W{week:02d}"


def _kinds(store: Store, numbers: set[int], names: Sequence[str]) -> Meaning:
    plain = ("cameo", "quad")
    columns = ", ".join(name if name in plain else f"(SELECT word FROM words WHERE id = {name})" for name in names)
    return {number: (tuple(map(_plain, row)),) for number, *row in _rows(store, "kinds", columns, numbers)}


def _places(store: Store, numbers: set[int], names: Sequence[str]) -> Meaning:
    """Names, with the code of the country behind them."""
    found: Meaning = {0: (tuple(None for _ in names),)}
    for number, word, country, kind in _rows(store, "places", "name, country, kind", numbers):
        place = f"{_plain(word)}, {_plain(country)}" if country and kind != "country" else _plain(word)
        labels = {"place": place, "country": _plain(country)}
        found[number] = (tuple([labels[name] for name in names]),)
    return found


def _casts(store: Store, numbers: set[int], names: Sequence[str]) -> Meaning:
    """Casts that differ only in what is not asked for have the same labels, found once."""
    found: Meaning = {}
    known: dict[str, Held] = {}
    essence = _essence(set(names))
    for number, word in _rows(store, "casts", "word", numbers):
        whole = word if isinstance(word, str) else unbound(word) or ""
        asked = essence(whole)
        held = known.get(asked)
        if held is None:
            held = known[asked] = _cast(roles(whole), names)
        found[number] = held
    return found


def _essence(names: set[str]) -> Callable[[str], str]:
    """What of a cast's word its labels follow from; actors come first in it."""
    if names == {"actor"}:
        return lambda word: word.partition(PART + "2")[0]
    if names == {"recipient"}:
        return lambda word: word.partition(PART + "2")[2]
    if names == {"sector"}:
        return lambda word: _COUNTRIES.sub("", word)
    return str if "sector" in names else lambda word: _SECTORS.sub("", word)


def _cast(cast: Sequence[Role], names: Sequence[str]) -> Held:
    """Each actor with each recipient, as far as these are asked for, and each sector of either."""
    actors: Iterable[Label] = (None,)
    recipients: Iterable[Label] = (None,)
    sectors: Iterable[Label] = (None,)
    if "actor" in names or "dyad" in names:
        actors = dict.fromkeys([role.country for role in cast if role.side == 1])
    if "recipient" in names or "dyad" in names:
        recipients = dict.fromkeys([role.country for role in cast if role.side == 2])
    if "sector" in names:
        sectors = dict.fromkeys([sector for role in cast for sector in role.sectors])
    picked = [_PICKED[name] for name in names]
    found = [tuple([pick(*one) for pick in picked]) for one in product(actors, recipients, sectors)]
    return tuple(dict.fromkeys(found))


_PICKED: dict[str, Callable[[Label, Label, Label], Label]] = {
    "actor": lambda actor, recipient, sector: actor,
    "recipient": lambda actor, recipient, sector: recipient,
    "dyad": lambda actor, recipient, sector: None if actor is None or recipient is None else f"{actor}>{recipient}",
    "sector": lambda actor, recipient, sector: sector,
}


def _sets(table: str) -> Callable[[Store, set[int], Sequence[str]], Meaning]:
    def meaning(store: Store, numbers: set[int], names: Sequence[str]) -> Meaning:
        held = {number: [int(part) for part in word.split()] for number, word in _rows(store, table, "word", numbers)}
        words = _words(store, {part for parts in held.values() for part in parts}, names)
        return {number: tuple([words[part][0] for part in parts]) for number, parts in held.items()}

    return meaning


def _words(store: Store, numbers: set[int], names: Sequence[str]) -> Meaning:
    found: Meaning = {0: ((None,),)}
    found.update((number, ((_plain(word),),)) for number, word in _rows(store, "words", "word", numbers))
    return found


def _rows(store: Store, table: str, columns: str, numbers: set[int]) -> Iterator[tuple[Any, ...]]:
    return store.connection.execute(
        f"SELECT id, {columns} FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (listed(sorted(numbers)),)
    )


def _plain(word: Any) -> Any:
    return unbound(word) if isinstance(word, bytes) else word


_MEANINGS: dict[str, Callable[[Store, set[int], Sequence[str]], Meaning]] = {
    "month": _months, "day": _days, "kind": _kinds, "place": _places, "casting": _casts,
    "outlets": _sets("outlets"), "voices": _sets("voices"), "outlet": _words, "speaker": _words,
}  # fmt: skip
