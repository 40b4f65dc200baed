"""How the events of a claim are coded: a treaty by the code of signing, a missile's test by those of firing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..lexicon import load
from ..lexicon.load import Entry
from ..model import Event, Told

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 3  # words of a thing in the table


@dataclass(frozen=True, slots=True)
class Kind:
    """An act with its mode and the beginning of its CAMEO code, where these are asked for."""

    act: str
    mode: str | None = None
    cameo: str | None = None

    def fits(self, told: Told | Event) -> bool:
        """True for a mention of the kind."""
        coded = self.cameo is None or (told.cameo or "").startswith(self.cameo)
        return told.act == self.act and self.mode in (None, told.mode) and coded


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds that a claim may be told under.

    ``alone`` leaves out what hits somebody (a missile fired at a town is no test); ``words`` are those of which one
    must stand in the sentence, since the codes do not tell the thing; empty where they do.
    """

    kinds: tuple[Kind, ...]
    alone: bool = False
    words: frozenset[str] = frozenset()

    def fits(self, told: Told) -> bool:
        """True for a mention that may be of the claim's thing."""
        if not any(kind.fits(told) for kind in self.kinds):
            return False
        if self.alone and any(party.country for party in told.recipients):
            return False
        return not self.words or not self.words.isdisjoint(_WORD.findall(told.words.lower()))


def kinds_of(words: list[str], act: str, mode: str | None) -> Kinds:
    """The kinds of a thing by its words, the longest first; else the act and mode that the claim names."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        entry = _things().get(" ".join(words[-size:])) or _things().get(" ".join(words[-size:]).removesuffix("s"))
        if entry is not None:
            said = entry.value
            return Kinds(tuple(map(_kind, said["kinds"])), said["alone"], frozenset(said["words"] or ()))
    return Kinds((Kind(act, mode),))


def _kind(said: str) -> Kind:
    """*SUPPORT 057*, *MOBILIZE/weapons*."""
    named, _, code = said.partition(" ")
    act, _, mode = named.partition("/")
    return Kind(act, mode or None, code or None)


@cache
def _things() -> Mapping[str, Entry]:
    return {form: entry for entry in load("check_kinds").entries for form in entry.forms}
