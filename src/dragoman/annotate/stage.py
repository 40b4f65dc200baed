"""What a stage of the reading is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Protocol

from ..model import Parse, Reading


class Stage(Protocol):
    """A frozen bundle of resources that computes one layer of a reading and changes nothing.

    ``needs`` names the layers it looks at, ``gives`` the one it computes. A rule stage, a parser stage and a
    model stage look alike; third parties add theirs by the entry-point group ``dragoman.stages``.
    """

    name: ClassVar[str]
    needs: ClassVar[tuple[str, ...]]
    gives: ClassVar[str]

    @staticmethod
    def build(settings: Mapping[str, Any]) -> Stage:
        """The stage with its resources, which may take long to load."""

    def __call__(self, reading: Reading) -> Iterable[Any] | Parse:
        """The items of the layer, in order of the text; the parser's one Parse."""
