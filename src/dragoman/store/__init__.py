"""The record in one SQLite file: reports with their snapshots, readings, judgements and what follows from them."""

from . import settling
from .changes import Change
from .record import Store, open_store

__all__ = ["Change", "Store", "open_store", "settling"]
