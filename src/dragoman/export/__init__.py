"""Readings and answers of the record in the forms that other programs take."""

from .frame import events_frame, table_frame
from .tables import Table, counts_table, series_table, table
from .write import csv_lines, parquet_bytes

__all__ = [
    "Table",
    "counts_table",
    "csv_lines",
    "events_frame",
    "parquet_bytes",
    "series_table",
    "table",
    "table_frame",
]
