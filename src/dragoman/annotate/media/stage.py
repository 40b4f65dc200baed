"""The stage that computes the layer of media."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...model import Media, Reading


@dataclass(frozen=True, slots=True)
class MediaStage:
    """Finds media."""

    name: ClassVar[str] = "media"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "media"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> MediaStage:
        """The stage with its resources."""
        return MediaStage()

    def __call__(self, reading: Reading) -> Iterator[Media]:
        return iter(())
