"""The words that change a status, from ``operators.toml``: for each word and construction a signature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import NamedTuple

from ....errors import LexiconError
from ....lexicon import Entry, load
from ....model import Parse
from .state import Signature

CONSTRUCTIONS = ("to", "that", "ing", "noun", "subject", "purpose", "verb", "self", "turnout")
ANSWERS = frozenset(("same", "fact", "past", "along", "ahead", "planned", "hypothetical", "denied"))
KINDS = ("verbs", "nouns", "modifiers", "links")
Table = Mapping[tuple[str, str], Mapping[str, Signature]]


class Word(NamedTuple):
    """A form found in the table and what it does by construction."""

    form: str
    does: Mapping[str, Signature]


class Operators(NamedTuple):
    """The table, and kind and first word of its forms of two words (*call off*), so that others need no search."""

    table: Table
    particled: frozenset[tuple[str, str]]


@cache
def shipped() -> Operators:
    """The operators that ship with Dragoman."""
    return operators_of(load("operators").entries)


_CURRENT: ContextVar[Operators | None] = ContextVar("operators", default=None)


def current() -> Operators:
    """The operators in use."""
    return _CURRENT.get() or shipped()


@contextmanager
def under(operators: Operators) -> Iterator[None]:
    """Judges by some operators."""
    token = _CURRENT.set(operators)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def operators_of(entries: Iterable[Entry], own: Iterable[Entry] = ()) -> Operators:
    """The operators of entries, no two of which may name the same form and construction; ``own`` ones win."""
    first, mine = _table(entries), _table(own)
    both = {
        key: {**first.get(key, {}), **mine.get(key, {})} for key in (*first, *(key for key in mine if key not in first))
    }
    return Operators(both, frozenset((kind, form.split(" ")[0]) for kind, form in both if " " in form))


def _table(entries: Iterable[Entry]) -> dict[tuple[str, str], dict[str, Signature]]:
    """Signatures by kind of word and form, then by construction."""
    found: dict[tuple[str, str], dict[str, Signature]] = {}
    for entry in entries:
        signatures = signatures_of(entry)
        for kind in KINDS:
            for form in entry.value.get(kind) or ():
                word = found.setdefault((kind, form), {})
                for construction, signature in signatures.items():
                    if construction in word:
                        raise LexiconError(f"operators, entry {entry.id!r}: {form!r} has {construction!r} already")
                    word[construction] = signature
    return found


def signatures_of(entry: Entry) -> dict[str, Signature]:
    """The signatures that an entry names, by construction."""
    refusing = bool(entry.value.get("refusing"))
    found: dict[str, Signature] = {}
    for name in CONSTRUCTIONS:
        if answer := entry.value.get(name):
            affirmed, _, negated = str(answer).partition("/")
            if not {affirmed, negated} <= ANSWERS:
                allowed = ", ".join(sorted(ANSWERS))
                raise LexiconError(f"operators, entry {entry.id!r}: {name} is {answer!r}, allowed are A/B of {allowed}")
            found[name] = Signature(affirmed, negated, refusing)
    if not found:
        raise LexiconError(f"operators, entry {entry.id!r}: needs one of {', '.join(CONSTRUCTIONS)}")
    return found


@cache
def kind_of(tag: str) -> str:
    """The part of the table that holds words of a Penn tag."""
    if tag.startswith(("VB", "MD")):
        return "verbs"
    if tag.startswith("NN"):
        return "nouns"
    return "modifiers" if tag.startswith(("JJ", "RB")) else "links"


def word_at(parse: Parse, token: int, construction: str = "") -> Word | None:
    """The table's word at a token; with a construction, one that says something of it."""
    (known, particled), kind = current(), kind_of(parse.tags[token])
    lower, lemma = parse.lower[token], parse.lemmas[token]
    if (kind, lemma) in particled:
        taken = parse.child(token, "dobj") is not None  # called a strike for Monday: not to call for
        for child in parse.children[token]:
            if taken and parse.deps[child] == "prep":
                continue
            form = f"{lemma} {parse.lower[child]}"
            does = known.get((kind, form))
            if does is not None and (not construction or construction in does):
                return Word(form, does)
    if token and kind == "links":
        form = f"{parse.lower[token - 1]} {lower}"  # instead of, short of
        does = known.get((kind, form))
        if does is not None and (not construction or construction in does):
            return Word(form, does)
    for key in ((kind, lower), (kind, lemma), ("modifiers", lower), ("links", lower)):
        does = known.get(key)
        if does is not None and (not construction or construction in does):
            return Word(key[1], does)
    return None


def signature_at(parse: Parse, token: int, construction: str) -> tuple[str, Signature] | None:
    """The form at a token and its signature in a construction, or None."""
    word = word_at(parse, token, construction)
    return None if word is None else (word.form, word.does[construction])
