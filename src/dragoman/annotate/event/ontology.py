"""The act table and the code table: those that ship with Dragoman, and a user's own beside or instead of them.

A stage reads its tables once (``ontology_of``) and codes ``under`` them; everything below asks ``current()``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from ...errors import LexiconError
from ...lexicon import load

CATEGORIES = tuple(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
ACT_COLUMNS = ("key", "act", "mode", "cameo", "family", "contexts", "official")
CODE_COLUMNS = ("code", "name", "goldstein")
NEEDED = ("ask", "demand", "agree", "refuse", "threaten", "meet.multilateral", "meet.third")  # what composition names
CIVIC = ("election", "inauguration", "vote")  # modes of acts without category and code
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Act:
    """A row of the act table."""

    key: str
    act: str | None
    mode: str | None
    cameo: str
    family: str
    contexts: tuple[str, ...]
    official: str | None


@dataclass(frozen=True, slots=True)
class Ontology:
    """Acts by key, and the Goldstein score of each code that has one; ``codes`` are all codes."""

    acts: Mapping[str, Act]
    goldstein: Mapping[str, float]
    codes: frozenset[str]


@cache
def shipped() -> Ontology:
    """The tables that ship with Dragoman."""
    return ontology_of((), (), ())


_CURRENT: ContextVar[Ontology | None] = ContextVar("ontology", default=None)


def current() -> Ontology:
    """The tables in use."""
    return _CURRENT.get() or shipped()


@contextmanager
def under(ontology: Ontology) -> Iterator[None]:
    """Codes under some tables."""
    token = _CURRENT.set(ontology)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def ontology_of(acts: Sequence[str], codes: Sequence[str], without: Sequence[str]) -> Ontology:
    """The tables of a configuration: own files add rows, or replace those of the same key or code.

    ``without`` may name "acts" and "codes", to leave the shipped table out. LexiconError names the file, the row, and
    what is wrong in it.
    """
    known: dict[str, float | None] = {}
    for row, where in _tables("cameo.csv", codes, CODE_COLUMNS, "codes" in without):
        known[row["code"]] = _score(row["goldstein"], where)
    modes = _modes()
    table: dict[str, Act] = {}
    for row, where in _tables("acts.csv", acts, ACT_COLUMNS, "acts" in without):
        table[row["key"]] = _act(row, known, modes, where)
    missing = [key for key in NEEDED if key not in table]
    if missing:
        raise LexiconError(f"acts: a table without {', '.join(missing)} cannot be composed")
    return Ontology(table, {code: score for code, score in known.items() if score is not None}, frozenset(known))


def _tables(name: str, own: Iterable[str], columns: Sequence[str], alone: bool) -> Iterator[tuple[Row, str]]:
    """The rows of the shipped table and of the user's own, each with where it stands."""
    if not alone:
        path = files("dragoman.lexicon").joinpath("data", "ontology", name)
        yield from _rows(path.read_text(encoding="utf-8"), name, columns)
    for file in own:
        try:
            text = Path(file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            raise LexiconError(f"ontology {file}: cannot be read: {problem}") from problem
        yield from _rows(text, file, columns)


def _rows(text: str, name: str, columns: Sequence[str]) -> Iterator[tuple[Row, str]]:
    reader = csv.DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != tuple(columns):
        raise LexiconError(f"ontology {name}: its columns must be {', '.join(columns)}")
    for number, row in enumerate(reader, 2):
        where = f"ontology {name}, line {number}"
        if None in row or None in row.values() or not row[columns[0]]:
            raise LexiconError(f"{where}: needs {len(columns)} columns and a {columns[0]}")
        yield row, where


def _score(text: str, where: str) -> float | None:
    try:
        return float(text) if text else None
    except ValueError as problem:
        raise LexiconError(f"{where}: goldstein is {text!r}, expected a number") from problem


def _act(row: Row, codes: Mapping[str, object], modes: frozenset[str], where: str) -> Act:
    for column in ("act", "official"):
        if row[column] and row[column] not in CATEGORIES:
            raise LexiconError(f"{where}: {column} is {row[column]!r}, allowed are {', '.join(CATEGORIES)}")
    if row["cameo"] not in codes and not _of_no_scheme(row):
        raise LexiconError(f"{where}: cameo is {row['cameo']!r}, which is not in the table of codes")
    if row["mode"] and not _of_no_scheme(row) and f"{row['act']}/{row['mode']}" not in modes:
        raise LexiconError(f"{where}: {row['mode']!r} is no mode of {row['act'] or 'a mere comment'}")
    contexts = tuple(part for part in row["contexts"].split(";") if part)
    act = row["act"] or None
    return Act(row["key"], act, row["mode"] or None, row["cameo"], row["family"], contexts, row["official"] or act)


def _of_no_scheme(row: Row) -> bool:
    """True for what neither PLOVER nor CAMEO codes, such as an election: it has a mode alone."""
    return not (row["act"] or row["cameo"] or row["official"]) and row["mode"] in CIVIC


@cache
def _modes() -> frozenset[str]:
    """The modes of the codebook, as category/mode."""
    return frozenset(entry.id for entry in load("ontology").entries if entry.value["kind"] == "mode")
