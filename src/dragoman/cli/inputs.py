"""From the words on the command line to reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import dragoman

from ..errors import InputError, UsageError
from ..flow.config import Config
from ..model import Report

if TYPE_CHECKING:
    from ..ingest import Rejected


def reports_of(
    paths: list[Path], published: str | None, source: str | None, config: Config
) -> Iterator[Report | Rejected]:
    """The reports of some paths; UsageError if the day of publication is none."""
    names = [str(path) for path in paths]
    try:
        return dragoman.ingest.reports(names, published=published, source=source, max_chars=config.reader.max_chars)
    except InputError as problem:
        raise UsageError(f"option --published: {problem}") from problem
