"""The stage that computes the layer of places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, ClassVar

from ...gazetteer import open_gazetteer
from ...model import Parse, Place, Reading, Span
from .candidates import find
from .context import Context
from .cues import Cues
from .evidence import accepted
from .link import Linker
from .literal import is_literal
from .names import Finder, entities_by_token

_DATELINE_PART = re.compile(r"[^,(/]*[^\W\d_][^,(/]*")
_FEW_CAPITALS = 0.002  # of the characters: one capital in five hundred


@dataclass(frozen=True, slots=True)
class PlaceStage:
    """Finds place names, resolves them against the gazetteer and tells places from the actors they stand for."""

    linker: Linker
    cues: Cues
    name: ClassVar[str] = "place"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "places"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> PlaceStage:
        """The stage with the gazetteer that the settings name; MissingData where there is none and none is built."""
        return PlaceStage(Linker.of(open_gazetteer(settings)), Cues.load())

    def __call__(self, reading: Reading) -> Iterator[Place]:
        parse = reading.parse
        heading = _dateline(reading, self.linker)
        if parse is None or not (heading or len(parse)):
            return
        entities = entities_by_token(parse)
        tokens = self._tokens(reading, parse, entities)
        spans = [*heading, *(parse.span(first, last) for first, last in tokens)]
        places = self.linker(reading, spans)
        yield from places[: len(heading)]
        for place, (first, last) in zip(places[len(heading) :], tokens, strict=True):
            capital = self.linker.is_capital(place)
            literal = is_literal(place, capital, first, last, parse, self.cues, entities.get(first))
            yield place if literal else replace(place, literal=False)

    def spans(self, reading: Reading) -> list[Span]:
        """The stretches of the text that are place names, in order, without the dateline's."""
        if reading.parse is None:
            return []
        tokens = self._tokens(reading, reading.parse, entities_by_token(reading.parse))
        return [reading.parse.span(first, last) for first, last in tokens]

    def _tokens(
        self, reading: Reading, parse: Parse, entities: dict[int, tuple[int, int, str]]
    ) -> Sequence[tuple[int, int]]:
        text = reading.report.text
        capitals = islice(filter(str.isupper, text), int(_FEW_CAPITALS * len(text)), None)
        lowered = next(capitals, None) is None
        finder = Finder(parse, text, self.linker.gazetteer, self.cues, entities, lowered)
        context = Context.of(parse, text, self.cues, self.linker.gazetteer, self.linker.home(reading), lowered)
        return [(hit.first, hit.last) for hit in accepted(list(finder()), context)]


def _dateline(reading: Reading, linker: Linker) -> list[Span]:
    """The places of a dateline, which stands before the first sentence: *LAGOS, Nigeria (Wire) --*."""
    dateline = reading.report.dateline
    if dateline is None or not dateline.place:
        return []
    start = reading.report.text.find(dateline.place, *dateline.span)
    if start < 0:
        return []
    spans = []
    for part in _DATELINE_PART.finditer(dateline.place):
        words = part.group()
        first = start + part.start() + len(words) - len(words.lstrip())
        span = Span(first, first + len(words.strip()))
        if find(linker.gazetteer, words.strip()).places:
            spans.append(span)
    return spans
