"""The stage that computes the layer of actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Actor, Reading
from ...who import Directory, cameo_code, directory, plover_code
from .find import find
from .scene import Mention, Scene, scene_of
from .settle import settle
from .words import Cues, cues, own_names, own_roles


@dataclass(frozen=True, slots=True)
class ActorStage:
    """Finds the mentions of political actors and resolves them to country, sectors, codes and table entries.

    Settings: ``tables`` and ``dictionaries`` are paths of the user's own (see ``dragoman.who``).
    """

    directory: Directory
    cues: Cues
    name: ClassVar[str] = "actor"
    needs: ClassVar[tuple[str, ...]] = ("parse", "places")
    gives: ClassVar[str] = "actors"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> ActorStage:
        """The stage with its tables, which take about 0.3 seconds to load."""
        tables, dictionaries = (tuple(settings.get(key, ())) for key in ("tables", "dictionaries"))
        return ActorStage(directory(tables, dictionaries, own_names(), own_roles()), cues())

    def __call__(self, reading: Reading) -> Iterator[Actor]:
        parse = reading.parse
        if parse is None or not len(parse):
            return iter(())
        scene = scene_of(reading, parse, self.directory, self.cues)
        find(scene)
        return _actors(scene, settle(scene))


def _actors(scene: Scene, found: list[Mention]) -> Iterator[Actor]:
    """The public form of the mentions, in order of the text."""
    ordered = sorted(found, key=lambda item: (item.first, item.last))
    index = {id(item): at for at, item in enumerate(ordered)}
    in_cameo = scene.directory.in_cameo
    for at, item in enumerate(ordered):
        refers = index.get(id(item.refers)) if item.refers is not None else None
        elements = item.cameo
        country = in_cameo(item.country)
        if elements and country and elements.startswith((country, item.country or "")):
            elements = elements[3:]
        yield Actor(
            span=scene.parse.span(item.first, item.last),
            name=item.name,
            role=item.role,
            country=item.country,
            sectors=item.sectors,
            plover=plover_code(item.country, item.sectors),
            cameo=cameo_code(country, item.sectors, elements),
            entity=item.entity,
            kind=item.kind,
            refers=refers if refers is not None and refers < at else None,
            rule=item.rule,
        )
