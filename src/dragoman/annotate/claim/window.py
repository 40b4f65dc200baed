"""A reading cut down to one sentence, so that a long report costs no more a sentence than a short one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...model import Event, Reading, Span

_LAYERS = ("times", "places", "actors", "events")


@dataclass(frozen=True, slots=True)
class Window:
    """The items of some layers in order of the text, and the offsets at which they begin."""

    reading: Reading
    items: Mapping[str, Sequence[Any]]
    starts: Mapping[str, Sequence[int]]

    @staticmethod
    def of(reading: Reading) -> Window:
        """The window over a whole reading."""
        items = {name: sorted(getattr(reading, name), key=_start) for name in _LAYERS}
        return Window(reading, items, {name: list(map(_start, layer)) for name, layer in items.items()})

    def __call__(self, low: int, high: int) -> Reading:
        """The reading with only those times, places, actors and events that begin between two characters."""
        near = self.reading
        for name, begins in self.starts.items():
            near = near.with_layer(name, tuple(self.items[name][bisect_left(begins, low) : bisect_left(begins, high)]))
        return near


def _start(item: Any) -> int:
    span: Span = item.trigger if isinstance(item, Event) else item.span
    return span.start
