"""``dragoman series import``: series of figures that the user brings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..check.table import Row, points_of
from ..errors import InputError
from ..flow.failure import Failure
from ..model import Point
from ..store import open_store
from .exits import DONE
from .rejects import Rejects
from .settings import StoreFile
from .terminal import data_console

_BATCH = 5_000
series = typer.Typer(add_completion=False, no_args_is_help=True, help="Series of figures that the user brings.")


@series.command("import")
def import_series(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A table with the columns series, of, with, period, value, unit.")
    ],
    store: StoreFile,
    rejects: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to list the lines that hold no value (default: rejects.jsonl)."),
    ] = None,
) -> None:
    """Load series of figures into a store, to hold against them what reports say; later values replace earlier ones."""
    loaded: dict[tuple[str, str, str], int] = {}
    with open_store(store, create=True) as kept, Rejects(rejects, Path()) as log:
        batch: list[Point] = []
        with kept.writing():  # a table is loaded whole, or after an error not at all
            for item in points_of(file):
                if isinstance(item, Row):
                    log.failure(Failure(f"{file}:{item.line}", item.reason, "row"))
                    continue
                log.reading()
                key = (item.series, item.of, item.with_)
                loaded[key] = loaded.get(key, 0) + 1
                batch.append(item)
                if len(batch) >= _BATCH:
                    kept.put_points(batch)
                    batch.clear()
            kept.put_points(batch)
        if not log.read and not log.failed:
            raise InputError(f"{file}: holds no value below its first line")
        code = log.conclude()
    console = data_console()
    for key, number in sorted(loaded.items()):
        console.print(f"{' '.join(filter(None, key))}: {number:,} value{'' if number == 1 else 's'}", soft_wrap=True)
    if code != DONE:
        raise typer.Exit(code)
