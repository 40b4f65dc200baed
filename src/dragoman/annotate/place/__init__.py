"""The layer of places: names found, resolved against the gazetteer, and told from the actors they stand for."""

from .link import Linker, link
from .stage import PlaceStage

__all__ = ["Linker", "PlaceStage", "link"]
