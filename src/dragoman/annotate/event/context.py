"""PLOVER's contexts: what an act is about besides what it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ...lexicon import load
from ...model import Event, Parse
from .acts import Act


@cache
def _contexts() -> Mapping[str, tuple[str, ...]]:
    """Word to contexts."""
    found: dict[str, list[str]] = {}
    for entry in load("contexts").entries:
        for form in entry.forms:
            found.setdefault(form, []).append(entry.id)
    return {word: tuple(names) for word, names in found.items()}


def contexts_of(act: Act, parse: Parse, sentence: tuple[int, int], earlier: Event | None) -> tuple[str, ...]:
    """The contexts of the act itself, of the words of its sentence, and of an earlier mention, sorted."""
    table = _contexts()
    found = set(act.contexts)
    for token in range(*sentence):
        names = table.get(parse.lemmas[token])
        if names:
            found.update(names)
    if earlier is not None:
        found.update(earlier.contexts)
    return tuple(sorted(found))
