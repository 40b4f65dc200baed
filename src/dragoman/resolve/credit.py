"""Whose word a report is: the agency whose copy it prints, or else the outlet; copies and clients count once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ..lexicon.load import load, words_of
from .words import fold, tokens

HEAD, TAIL = 200, 120  # characters in which a text names its agency
_BRACKETS = re.compile(r"[(/\[]([^()/\[\]\n]{2,40})[)/\]]")
_AUTHOR = re.compile(r"[,;|/–—-]| and | for | of ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """Where a report comes from: its outlet, the agency it credits, and the report that it is a copy of."""

    source: str | None = None
    agency: str | None = None
    origin: str | None = None


def agency_of(text: str, dateline: str | None = None, author: str | None = None) -> str | None:
    """The agency that a report credits in its dateline, its by-line, its head or its last words, as written."""
    if dateline:
        return dateline
    named = [*_AUTHOR.split(author or ""), *_BRACKETS.findall(text[:HEAD]), *_BRACKETS.findall(text[-TAIL:])]
    return next((name.strip() for name in named if voice(name) in _known()), None)


@cache
def _known() -> frozenset[str]:
    return frozenset(_agencies().values())


@cache
def _agencies() -> dict[str, str]:
    """The known agencies: from each of their names, without generic words, to one id."""
    return {_core(form): entry.id for entry in load("dateline_agencies").entries for form in entry.forms}


@lru_cache(maxsize=10_000)
def voice(name: str) -> str:
    """What an outlet or agency is counted under: *Reuters*, *Thomson Reuters* and *Reuters Staff* are one."""
    return _agencies().get(_core(name), _core(name))


def _core(name: str) -> str:
    words = [fold(token) for token in tokens(name)]
    kept = [word for word in words if word not in words_of("agency_words")]
    return " ".join(kept or words)


def independent(reports: Iterable[str], credits: Mapping[str, Credit]) -> int:
    """How many sources some reports come from when copies of a text and clients of an agency count once."""
    held: dict[str, str] = {}
    for report in sorted(set(reports)):
        credit = credits.get(report, Credit())
        name = credit.agency or credit.source
        ends = [f"text {credit.origin or report}", *([f"voice {voice(name)}"] if name else [])]
        roots = [_root(held, end) for end in ends]
        for root in roots[1:]:
            held[root] = roots[0]
    return sum(1 for name, parent in held.items() if name == parent)


def _root(held: dict[str, str], name: str) -> str:
    parent = held.setdefault(name, name)
    while parent != held[parent]:
        parent = held[parent]
    held[name] = parent
    return parent


def sources(reports: Iterable[str], credits: Mapping[str, Credit]) -> int:
    """How many outlets some reports come from; those of no known outlet count as one together."""
    return len({credits[report].source if report in credits else None for report in reports})
