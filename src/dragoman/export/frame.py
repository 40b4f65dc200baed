"""Events as a pandas table."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import MissingData
from ..model import Reading
from ..model.rows import COLUMNS

if TYPE_CHECKING:
    import pandas as pd


def events_frame(readings: Reading | Iterable[Any]) -> pd.DataFrame:
    """One row for each event of one or many readings, with the columns of ``Reading.events_table()``.

    What ``Reader.read_many`` gives may be passed as it is: failures have no events and are left out. The columns
    are the same when there are no events. MissingData if pandas is not installed.
    """
    try:
        pandas = import_module("pandas")
    except ImportError as problem:
        raise MissingData("pandas is not installed; mend it with: pip install 'dragoman[pandas]'") from problem
    several = (readings,) if isinstance(readings, Reading) else readings
    rows = [row for reading in several if isinstance(reading, Reading) for row in reading.events_table()]
    return pandas.DataFrame(rows, columns=list(COLUMNS))
