"""``dragoman doctor``: what is installed, what is missing, and what mends it."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib import import_module

import typer
from rich.table import Table
from rich.text import Text

import dragoman

from ..errors import MissingData
from ..flow.config import Config, load_config
from .exits import MISSING
from .gazetteer import gazetteer_file
from .settings import Settings
from .terminal import data_console

OK, NOTE, BAD = "ok", "note", "missing"
STYLES = {OK: "green", NOTE: "yellow", BAD: "bold red"}
FAST_PYTHON = (3, 12)
OLDEST_SQLITE = (3, 40)
SQLITE_FEATURES = (
    ("FTS5", "CREATE VIRTUAL TABLE t USING fts5(x)"),
    ("RTREE", "CREATE VIRTUAL TABLE t USING rtree(i, a, b)"),
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: ``state`` is ok, note or missing; ``mend`` the command that mends it."""

    what: str
    state: str
    says: str
    mend: str = ""


def doctor(config: Settings = None) -> None:
    """Check the installation: versions, model, gazetteer, SQLite; say what mends what is missing."""
    findings = list(examine(load_config(config)))
    console = data_console()
    if console.is_terminal:
        table = Table.grid(padding=(0, 2))
        for finding in findings:
            table.add_row(*_cells(finding))
        console.print(table)
    else:
        for finding in findings:
            console.print(Text("  ").join(_cells(finding)), soft_wrap=True)
    if any(finding.state == BAD for finding in findings):
        raise typer.Exit(MISSING)


def examine(config: Config) -> Iterator[Finding]:
    """All findings, in order."""
    yield Finding("dragoman", OK, dragoman.__version__)
    yield _python()
    yield from _packages()
    yield _model(config)
    yield _gazetteer(config)
    yield from _sqlite()
    yield _pandas()


def _cells(finding: Finding) -> tuple[Text, Text, Text]:
    says = f"{finding.says}; mend it with: {finding.mend}" if finding.mend else finding.says
    return Text(f"{finding.state:<7}", style=STYLES[finding.state]), Text(finding.what, style="bold"), Text(says)


def _python() -> Finding:
    says = f"{platform.python_version()} at {sys.executable}"
    if sys.version_info < FAST_PYTHON:
        return Finding("python", NOTE, says + "; reading is about 2.5 times faster on 3.12 or newer")
    return Finding("python", OK, says)


def _packages() -> Iterator[Finding]:
    """The packages that the installation asks for on this machine; extras are left out."""
    for need in importlib.metadata.requires("dragoman") or ():
        name, _, marker = need.partition(";")
        if "extra ==" in marker or not _applies(marker):
            continue
        plain = _NAME.match(name.strip())
        if plain is None:
            continue
        try:
            yield Finding(plain[0], OK, importlib.metadata.version(plain[0]))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(plain[0], BAD, "not installed", f"pip install '{name.strip()}'")


def _applies(marker: str) -> bool:
    """Whether a marker on the version of Python holds here; other markers are taken to hold."""
    asked = re.fullmatch(r"""\s*python_version\s*(<|>=)\s*['"](\d+)\.(\d+)['"]\s*""", marker)
    if asked is None:
        return True
    newer = sys.version_info[:2] >= (int(asked[2]), int(asked[3]))
    return newer if asked[1] == ">=" else not newer


def _model(config: Config) -> Finding:
    try:
        name = import_module("dragoman.annotate.parse").installed_model(config.parse.model)
    except ImportError as problem:
        return Finding("model", BAD, f"the parser cannot be loaded: {problem}", "pip install dragoman")
    except MissingData as problem:
        return Finding("model", BAD, str(problem))
    return Finding("model", OK, name)


def _gazetteer(config: Config) -> Finding:
    path = gazetteer_file(config)
    if path.exists():
        return Finding("gazetteer", OK, f"{path} ({path.stat().st_size / 1e6:.0f} MB)")
    command = "dragoman gazetteer build"
    if config.gazetteer.build:
        return Finding("gazetteer", NOTE, f"not built yet; the first reading builds {path}, or: {command}")
    return Finding("gazetteer", BAD, f"{path} is not there", command)


def _sqlite() -> Iterator[Finding]:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        yield Finding("sqlite", NOTE, f"{sqlite3.sqlite_version}; a store of reports needs 3.40 or newer")
    else:
        yield Finding("sqlite", OK, sqlite3.sqlite_version)
    for name, statement in SQLITE_FEATURES:
        with closing(sqlite3.connect(":memory:")) as connection:
            try:
                connection.execute(statement)
                yield Finding(f"sqlite {name}", OK, "built in")
            except sqlite3.Error:
                yield Finding(f"sqlite {name}", NOTE, "not built in; a store of reports needs it")


def _pandas() -> Finding:
    if importlib.util.find_spec("pandas") is None:
        return Finding("pandas", NOTE, "not installed; only tables of events want it: pip install 'dragoman[pandas]'")
    return Finding("pandas", OK, importlib.metadata.version("pandas"))
