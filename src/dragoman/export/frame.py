"""Events as a pandas table."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import MissingData
from ..model import Reading
from ..model.rows import COLUMNS
from .tables import Table

if TYPE_CHECKING:
    import pandas as pd


def events_frame(readings: Reading | Iterable[Any]) -> pd.DataFrame:
    """One row for each event of one or many readings, with the columns of ``Reading.events_table()``.

    What ``Reader.read_many`` gives may be passed as it is: failures have no events and are left out. The columns
    are the same when there are no events. MissingData if pandas is not installed.
    """
    several = (readings,) if isinstance(readings, Reading) else readings
    rows = [row for reading in several if isinstance(reading, Reading) for row in reading.events_table()]
    return _pandas().DataFrame(rows, columns=list(COLUMNS))


def table_frame(table: Table, items: Iterable[Any]) -> pd.DataFrame:
    """One row for each item of an answer of the record, with the columns of its table."""
    return _pandas().DataFrame([table.row(item) for item in items], columns=list(table.names))


def _pandas() -> Any:
    try:
        return import_module("pandas")
    except ImportError as problem:
        raise MissingData("pandas is not installed; mend it with: pip install 'dragoman[pandas]'") from problem
