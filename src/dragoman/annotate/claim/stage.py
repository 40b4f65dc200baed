"""The stage that computes the layer of claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, ClassVar

from ...model import Claim, Parse, Reading
from .acts import Acts
from .compare import comparisons
from .markers import Marker, Markers
from .question import Questions
from .since import Scopes
from .window import Window


@dataclass(frozen=True, slots=True)
class ClaimStage:
    """Finds statements of record that a history can check, each as a question in the terms of the query layer.

    ``of`` holds act and mode, actor, recipient and place (ISO 3166-1 alpha-3), text (the words of the thing), n and
    order (first, nth, never, none, record or the superlative), figure (an index) and period. A claim that names
    neither a period nor an act is left out: nothing could check it.
    """

    markers: Markers
    scopes: Scopes
    questions: Questions
    name: ClassVar[str] = "claim"
    needs: ClassVar[tuple[str, ...]] = ("parse", "times", "places", "actors", "figures", "events")
    gives: ClassVar[str] = "claims"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> ClaimStage:
        """The stage with its tables."""
        return ClaimStage(Markers.load(), Scopes.load(), Questions(Acts.load()))

    def __call__(self, reading: Reading) -> Iterator[Claim]:
        parse = reading.parse
        if parse is None:
            return
        found = list(comparisons(reading, parse))
        window = Window.of(reading)
        for start, end in parse.sentences:
            found.extend(self._sentence(reading, window, parse, start, end))
        yield from sorted(found, key=lambda claim: (claim.span, claim.kind))

    def _sentence(self, reading: Reading, window: Window, parse: Parse, start: int, end: int) -> Iterator[Claim]:
        past = -1
        markers = list(self.markers(parse, start, end))
        for marker, after in zip_longest(markers, markers[1:]):
            if marker.first <= past:
                continue
            near = window(parse.starts[start], parse.ends[end - 1])
            stop = after.first if after is not None and _beside(parse, marker, after) else end
            scope = self.scopes(near, reading.times, parse, marker, stop)
            claim = self.questions(near, parse, marker, scope, (start, end))
            if claim is not None:
                past = parse.token_at(claim.span.end - 1)
                yield claim


def _beside(parse: Parse, one: Marker, other: Marker) -> bool:
    """True for *its seventh and its first since 2017*: the period is that of the second only."""
    between = range(one.last + 1, other.first)
    return "and" in parse.lower[one.last + 1 : other.first] and all(
        parse.tags[at] in ("CC", "DT", "PRP$", "POS", ",") for at in between
    )
