"""Places of the world by name: built once into a SQLite file, read from there."""

from .build import build
from .fold import fold
from .geonames import Imported, import_geonames
from .lookup import Gazetteer, open_gazetteer
from .place import ABBREVIATION, ALIAS, KINDS, MAIN, GazetteerPlace

__all__ = [
    "ABBREVIATION",
    "ALIAS",
    "KINDS",
    "MAIN",
    "Gazetteer",
    "GazetteerPlace",
    "Imported",
    "build",
    "fold",
    "import_geonames",
    "open_gazetteer",
]
