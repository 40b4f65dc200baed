"""Opening a store: made where there is none, brought up to date, refused where it is something else."""

from __future__ import annotations

import os
import sqlite3
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from ..errors import RecordError, UsageError
from .guard import guarding

APPLICATION = 0x44524147  # "DRAG"
VERSION = 1
PATIENCE = 30.0  # seconds that one writer waits for another
CACHE_KIB = 65_536
LOG_PAGES = 8_192  # of the write-ahead log, 32 MiB: a page that many transactions write goes into the file once
PAGE = 4_096  # bytes
OLDEST_SQLITE = (3, 40)


def connect(path: Path, *, create: bool, write: bool) -> sqlite3.Connection:
    """A connection to a store of the present schema; UsageError or RecordError where there is none.

    Readers see the file as it was when they began, while one writes. ``create`` makes a missing store.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise UsageError(f"SQLite is {sqlite3.sqlite_version}, at least 3.40 is needed for a store")
    write = write or create
    new = not path.exists() or path.stat().st_size == 0 if not path.is_dir() else False
    if path.is_dir():
        raise UsageError(f"store {path}: is a folder; allowed is a file")
    if new and not create:
        raise UsageError(f"store {path}: there is none; dragoman ingest makes one")
    with guarding(path):
        connection = _opened(path, write, new)
        try:
            _settle(connection, path, write, new)
        except BaseException:
            connection.close()
            raise
    return connection


def _opened(path: Path, write: bool, new: bool) -> sqlite3.Connection:
    mode = "rwc" if new else "rw" if write else "ro"
    if mode == "ro" and not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        mode = "ro&immutable=1"  # nobody can be writing there, nor can SQLite make the file that readers share
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return sqlite3.connect(address, timeout=PATIENCE, isolation_level=None, uri=True, cached_statements=256)


def _settle(connection: sqlite3.Connection, path: Path, write: bool, new: bool) -> None:
    """Checks whose file it is, makes or mends its tables, and sets what holds for this connection."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and not (tables == 0 and application == 0 and write):
        raise RecordError(f"store {path}: is a SQLite file, but no store of Dragoman")
    if version > VERSION:
        raise RecordError(
            f"store {path}: has schema {version}, this Dragoman knows up to {VERSION}; use a newer Dragoman"
        )
    for setting in ("foreign_keys = ON", f"cache_size = -{CACHE_KIB}", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {setting}")
    if write:
        if new:
            connection.execute(f"PRAGMA page_size = {PAGE}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA journal_size_limit = 67108864")
        connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
        if version < VERSION:
            _migrate(connection, path)
    elif version < VERSION:
        raise RecordError(
            f"store {path}: has the older schema {version}; any command that writes, such as "
            f"dragoman ingest, brings it to {VERSION}"
        )


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Brings the tables up to date in one transaction; a process that comes second finds it done."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == 0:
            run_script(connection, script("schema.sql"))
        else:
            for number in range(version + 1, VERSION + 1):
                run_script(connection, script(f"migrations/{number:04d}.sql"))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def script(name: str) -> str:
    """The text of one of the scripts beside this module."""
    return files("dragoman.store").joinpath(name).read_text(encoding="utf-8")


def run_script(connection: sqlite3.Connection, text: str) -> None:
    """Runs a script inside the transaction that is open; ``executescript`` would end that."""
    statement = ""
    for line in text.splitlines():
        statement += line.partition("--")[0].rstrip() + "\n"
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
