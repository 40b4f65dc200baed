"""``dragoman gazetteer``: build it, ask it, add to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from ..flow.config import Config, load_config
from ..gazetteer import GazetteerPlace, build, import_geonames, open_gazetteer
from ..gazetteer.build import source_version
from ..gazetteer.files import default_path
from ..gazetteer.sources import InstalledSources
from .exits import FINISHED_WITH_FAILURES
from .settings import Settings
from .terminal import complain, data_console, progress

gazetteer = typer.Typer(
    add_completion=False, help="Build, ask or extend the gazetteer of places.", no_args_is_help=True
)


def gazetteer_file(config: Config) -> Path:
    """Where the gazetteer of a configuration lies or would lie."""
    given = config.gazetteer.file
    return Path(given) if given else default_path(source_version(InstalledSources()))


@gazetteer.command("build")
def build_(config: Settings = None) -> None:
    """Build the gazetteer from the installed packages, anew if it is there already."""
    path = gazetteer_file(load_config(config))
    with _bar() as told:
        build(path, told)
    typer.echo(str(path))


@gazetteer.command()
def lookup(
    name: Annotated[str, typer.Argument(help="A name of a place, in any case and spelling.")], config: Settings = None
) -> None:
    """List the places of a name, the most prominent first."""
    places = open_gazetteer(asdict(load_config(config).gazetteer)).lookup(name)
    if not places:
        complain(f"no place is named {name!r} in the gazetteer")
        raise typer.Exit(FINISHED_WITH_FAILURES)
    console = data_console()
    table = Table.grid(padding=(0, 2))
    for place in places:
        table.add_row(*map(Text, _cells(place)))
    if console.is_terminal:
        console.print(table)
        return
    for place in places:
        typer.echo("\t".join(_cells(place)))


@gazetteer.command("import-geonames")
def import_(
    file: Annotated[Path, typer.Argument(help="A dump of GeoNames, such as allCountries.txt.")], config: Settings = None
) -> None:
    """Add the places of a GeoNames dump to the gazetteer."""
    path = gazetteer_file(load_config(config))
    with _bar() as told:
        done = import_geonames(file, told, path)
    typer.echo(f"{done.lines:,} lines: {done.added:,} added, {done.mended:,} mended, {done.broken:,} broken")


def _cells(place: GazetteerPlace) -> tuple[str, ...]:
    point = f"{place.lat:.3f}, {place.lon:.3f}" if place.lat is not None and place.lon is not None else ""
    id_ = str(place.geonameid) if place.geonameid is not None else ""
    return place.name, place.kind, place.region or "", place.country or "", f"{place.population:,}", point, id_


@contextmanager
def _bar() -> Iterator[Callable[[str, int, int | None], None]]:
    with progress("places") as bar:

        def told(step: str, done: int, total: int | None) -> None:
            bar.update(bar.task_ids[0], completed=done, total=total, about=f"({step})")

        yield told
