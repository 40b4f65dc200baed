"""What a stage of the reading is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, runtime_checkable

from ..model import Reading


@runtime_checkable
class Stage(Protocol):
    """A frozen bundle of resources that computes one layer of a reading and changes nothing.

    ``needs`` names the layers it looks at, ``gives`` the one it computes. A rule stage, a parser stage and a
    model stage look alike; third parties add theirs by the entry-point group ``dragoman.stages``.
    """

    @property
    def name(self) -> str:
        """The name that the configuration and ``--layer`` use."""

    @property
    def needs(self) -> tuple[str, ...]:
        """Layers that must have been computed before."""

    @property
    def gives(self) -> str:
        """The layer that it computes."""

    def __call__(self, reading: Reading) -> Iterable[Any]:
        """The items of the layer, in order of the text."""
