"""The stage that computes the layer of places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ...gazetteer import open_gazetteer
from ...model import Place, Reading, Span
from .cues import Cues
from .evidence import Context, accepted
from .link import Linker
from .names import Finder, entities_by_token


@dataclass(frozen=True, slots=True)
class PlaceStage:
    """Finds place names and resolves them against the gazetteer."""

    linker: Linker
    cues: Cues
    name: ClassVar[str] = "place"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "places"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> PlaceStage:
        """The stage with the gazetteer that the settings name; MissingData where there is none and none is built."""
        return PlaceStage(Linker.of(open_gazetteer(settings)), Cues.load())

    def __call__(self, reading: Reading) -> Iterable[Place]:
        if reading.parse is None:
            return ()
        return self.linker(reading, self.spans(reading))

    def spans(self, reading: Reading) -> Sequence[Span]:
        """The stretches of the text that are place names, in order."""
        parse, text = reading.parse, reading.report.text
        if parse is None:
            return ()
        found = list(Finder(parse, text, self.linker.gazetteer, self.cues, entities_by_token(parse))())
        home = self.linker.home(reading)
        context = Context.of(parse, text, self.cues, home)
        return [parse.span(hit.first, hit.last) for hit in accepted(found, context)]
