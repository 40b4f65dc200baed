"""The words that change a status, from ``operators.toml``: for each word and construction a signature."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ....errors import LexiconError
from ....lexicon import Entry, load
from ....model import Parse
from .state import Signature

CONSTRUCTIONS = ("to", "that", "ing", "noun", "subject", "purpose", "verb", "self")
ANSWERS = frozenset(("same", "fact", "past", "along", "ahead", "planned", "hypothetical", "denied"))
KINDS = ("verbs", "nouns", "modifiers", "links")
Table = Mapping[tuple[str, str], Mapping[str, Signature]]


class Word(NamedTuple):
    """A form found in the table and what it does by construction."""

    form: str
    does: Mapping[str, Signature]


@cache
def table() -> Table:
    """Signatures by kind of word and form, then by construction; no two entries may name the same."""
    found: dict[tuple[str, str], dict[str, Signature]] = {}
    for entry in load("operators").entries:
        signatures = signatures_of(entry)
        for kind in KINDS:
            for form in entry.value[kind] or ():
                word = found.setdefault((kind, form), {})
                for construction, signature in signatures.items():
                    if construction in word:
                        raise LexiconError(f"operators, entry {entry.id!r}: {form!r} has {construction!r} already")
                    word[construction] = signature
    return found


def signatures_of(entry: Entry) -> dict[str, Signature]:
    """The signatures that an entry names, by construction."""
    refusing = bool(entry.value["refusing"])
    found: dict[str, Signature] = {}
    for name in CONSTRUCTIONS:
        if entry.value[name]:
            affirmed, _, negated = entry.value[name].partition("/")
            if not {affirmed, negated} <= ANSWERS:
                raise LexiconError(
                    f"operators, entry {entry.id!r}: {name} is {entry.value[name]!r}, see the table's head"
                )
            found[name] = Signature(affirmed, negated, refusing)
    return found


@cache
def particled() -> frozenset[tuple[str, str]]:
    """Kind and first word of the forms of two words (*call off*), so that others need no search."""
    return frozenset((kind, form.split(" ")[0]) for kind, form in table() if " " in form)


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
    known, kind = table(), kind_of(parse.tags[token])
    lower, lemma = parse.lower[token], parse.lemmas[token]
    if (kind, lemma) in particled():
        for child in parse.children[token]:
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
