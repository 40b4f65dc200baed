"""The words that attribute, as the tables give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ...lexicon import load


@dataclass(frozen=True, slots=True)
class Cue:
    """What an entry says: ``act`` is speech, thought or stance; ``hearer`` is True where its object is told."""

    id: str
    strength: str
    act: str
    hearer: bool = False


@dataclass(frozen=True, slots=True)
class CueForm:
    """A head word with the words that must follow it, and the cue for each kind of content that it takes."""

    rest: tuple[str, ...]
    frames: Mapping[str, Cue]


CueTable = Mapping[str, tuple[CueForm, ...]]


@cache
def cue_table(name: str) -> CueTable:
    """Forms of a table by their first word, the longest first; earlier entries win where frames collide."""
    merged: dict[str, dict[tuple[str, ...], dict[str, Cue]]] = {}
    for entry in load(name).entries:
        value = entry.value
        cue = Cue(entry.id, value["strength"], value.get("act") or "speech", bool(value.get("hearer")))
        for form in entry.forms:
            first, *rest = form.lower().split()
            frames = merged.setdefault(first, {}).setdefault(tuple(rest), {})
            for frame in value["takes"]:
                frames.setdefault(frame, cue)
    return {
        first: tuple(CueForm(rest, frames) for rest, frames in sorted(forms.items(), key=lambda item: -len(item[0])))
        for first, forms in merged.items()
    }


def speaking_lemmas(table: CueTable) -> frozenset[str]:
    """The words that alone bring a clause or a quotation as speech."""
    return frozenset(
        first
        for first, forms in table.items()
        for form in forms
        if not form.rest
        and any(form.frames[frame].act == "speech" for frame in ("clause", "quote") if frame in form.frames)
    )
