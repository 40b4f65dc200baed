"""Looking up names of one or more words, longest first."""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Sequence
from typing import Generic, TypeVar

from .fold import keys_of

Value = TypeVar("Value")


class NameIndex(Generic[Value]):
    """Names by their keys (see ``keys_of``), each with all its values in the order in which they were added."""

    __slots__ = ("_by_first", "_lengths")

    def __init__(self, pairs: Iterable[tuple[str, Value]] = ()) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[Value]]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for name, value in pairs:
            self.add(keys_of(name), value)

    def add(self, keys: tuple[str, ...], value: Value) -> None:
        """One more name; a name without keys is passed over."""
        if not keys:
            return
        first, rest = keys[0], keys[1:]
        names = self._by_first.get(first)
        if names is None:
            self._by_first[first] = {rest: [value]}
            self._lengths[first] = (len(rest),)
            return
        values = names.setdefault(rest, [])
        if not values and len(rest) not in self._lengths[first]:
            self._lengths[first] = tuple(sorted((*self._lengths[first], len(rest)), reverse=True))
        if value not in values:
            values.append(value)

    @property
    def firsts(self) -> KeysView[str]:
        """The keys with which names begin."""
        return self._by_first.keys()

    def at(self, keys: Sequence[str], start: int) -> list[tuple[int, list[Value]]]:
        """The names that begin at a position, longest first: number of keys and values."""
        names = self._by_first.get(keys[start])
        if names is None:
            return []
        found = []
        follows, room = start + 1, len(keys) - start - 1
        for length in self._lengths[keys[start]]:
            if length <= room and (values := names.get(tuple(keys[follows : follows + length]))):
                found.append((length + 1, values))
        return found

    def get(self, keys: tuple[str, ...]) -> list[Value]:
        """The values of exactly this name."""
        return self._by_first.get(keys[0], {}).get(keys[1:], []) if keys else []
