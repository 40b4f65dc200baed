"""Loading tables of words.

A table is a TOML file with a head and entries::

    [lexicon]
    about = "verbs of saying"
    source = "own"                 # where the entries come from, unless an entry says otherwise

    [lexicon.fields]               # what an entry says of its forms; a closing "?" makes a field optional
    strength = ["say", "deny"]     # one of these words
    negated = "boolean?"           # string, integer, number, boolean, strings, table

    [[entry]]
    id = "deny"
    forms = ["deny", "reject the claim"]
    strength = "deny"
    examples = ["Moscow denied the report."]
    but_not = ["He denied himself nothing."]

Every entry must have an id of its own, at least one form and at least one example. A table whose forms differ in kind
(``verbs``, ``nouns``) names those fields in its head as ``forms_in``; the forms are then all of theirs. Tables that are
plain lists of words (``words = [...]`` in the head) have no entries.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..errors import LexiconError

_OWN = ("id", "forms", "examples", "but_not", "source")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "strings": list,
    "table": dict,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Forms that share a meaning. ``value`` holds the fields that the table's head declares."""

    id: str
    forms: tuple[str, ...]
    value: Mapping[str, Any]
    source: str
    examples: tuple[str, ...]
    but_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A loaded table."""

    name: str
    about: str
    words: frozenset[str]
    entries: tuple[Entry, ...]


@cache
def load(name: str, language: str = "en") -> Lexicon:
    """A table that ships with Dragoman; LexiconError if it breaks its own schema."""
    path = files("dragoman.lexicon").joinpath("data", language, name + ".toml")
    return _read(name, path.read_text(encoding="utf-8"))


def load_file(path: str | Path) -> Lexicon:
    """A user's own table."""
    path = Path(path)
    try:
        return _read(path.stem, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as problem:
        raise LexiconError(f"lexicon {path}: cannot be read: {problem}") from problem


def words_of(name: str, language: str = "en") -> frozenset[str]:
    """The words of a table that is a plain list."""
    return load(name, language).words


def _read(name: str, text: str) -> Lexicon:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise LexiconError(f"lexicon {name}: not TOML: {problem}") from problem
    head = table.get("lexicon", {})
    fields = head.get("fields", {})
    source = head.get("source", "")
    seen: set[str] = set()
    forms_in = tuple(head.get("forms_in", ("forms",)))
    entries = tuple(_entry(name, _gathered(row, forms_in), fields, source, seen) for row in table.get("entry", ()))
    words = frozenset(head.get("words", ()))
    if not source or not (entries or words):
        raise LexiconError(f"lexicon {name}: needs a source and either entries or words")
    return Lexicon(name, head.get("about", ""), words, entries)


def _gathered(row: dict[str, Any], forms_in: tuple[str, ...]) -> dict[str, Any]:
    """The entry with all its forms in one place."""
    return {**row, "forms": [form for key in forms_in for form in row.get(key, ())]}


def _entry(name: str, row: dict[str, Any], fields: Mapping[str, Any], source: str, seen: set[str]) -> Entry:
    where = f"lexicon {name}, entry {row.get('id')!r}"
    if not isinstance(row.get("id"), str) or row["id"] in seen:
        raise LexiconError(f"{where}: needs an id of its own")
    seen.add(row["id"])
    for key in row:
        if key not in _OWN and key not in fields:
            near = get_close_matches(key, [*_OWN, *fields], 1, 0.0)
            raise LexiconError(f"{where}: unknown field {key!r}; the nearest known is {near[0]!r}")
    for key in ("forms", "examples"):
        if not row.get(key):
            raise LexiconError(f"{where}: {key} must not be empty")
    value = {key: _field(where, key, row.get(key), rule) for key, rule in fields.items()}
    forms, examples, but_not = (tuple(row.get(key, ())) for key in ("forms", "examples", "but_not"))
    return Entry(row["id"], forms, value, row.get("source", source), examples, but_not)


def _field(where: str, key: str, value: Any, rule: Any) -> Any:
    if isinstance(rule, list):
        optional, allowed = "?" in rule, [word for word in rule if word != "?"]
        if value in allowed or (value is None and optional):
            return value
        raise LexiconError(f"{where}: {key} is {value!r}, allowed are {', '.join(allowed)}")
    optional, kind = rule.endswith("?"), rule.rstrip("?")
    if value is None and optional:
        return None
    if not isinstance(value, _TYPES[kind]):
        raise LexiconError(f"{where}: {key} is {value!r}, expected {kind}")
    words: Any = value
    return tuple(words) if kind == "strings" else value
