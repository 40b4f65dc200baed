"""Readings of any form, for properties: every field anything that its type allows, the text any Unicode."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from dragoman.model import Dateline, Media, Reading, Report, Span

WORDS = st.one_of(
    st.text(st.characters(), max_size=12),
    st.sampled_from(
        ["", "\x00", "\ud800", "\ude00\ud83d", "\U0001f600", 'it\'s "so"', "KCNA", "2023-07-26", "PRK GOV"]
    ),
)
DAYS = st.sampled_from([None, "2024-02-29", "0001-01-01", "9999-12-31T23:59", "2023-07-26T09:30:00+02:00"])
SPANS = st.tuples(st.integers(0, 3000), st.integers(0, 200)).map(lambda pair: Span(pair[0], sum(pair)))
JSON = st.recursive(st.one_of(st.none(), st.integers(), WORDS), lambda inner: st.lists(inner, max_size=2), max_leaves=3)


def reports() -> st.SearchStrategy[Report]:
    """Reports, with and without what follows from their text."""
    return st.builds(
        Report,
        id=WORDS,
        text=WORDS,
        title=st.none() | WORDS,
        published=DAYS,
        source=st.none() | WORDS,
        url=st.none() | WORDS,
        author=st.none() | WORDS,
        language=st.none() | WORDS,
        sha256=WORDS,
        dateline=st.none() | st.builds(Dateline, span=st.just(Span(0, 0)), agency=st.none() | WORDS, date=DAYS),
        media=st.lists(of(Media), max_size=2).map(tuple),
    )


def readings() -> st.SearchStrategy[Reading]:
    """Readings with up to three items in each layer; many of their parts repeat each other."""
    hints = get_type_hints(Reading)
    layers = {
        item.name: of(hints[item.name]) for item in fields(Reading) if item.name not in ("report", "parse", "media")
    }
    return st.builds(Reading, report=reports(), **layers)


def of(kind: Any) -> st.SearchStrategy[Any]:
    """Anything of a type."""
    if kind is Span:
        return SPANS
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{item.name: of(hints[item.name]) for item in fields(kind)})
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return st.none() | of(next(item for item in inside if item is not types.NoneType))
    if origin is tuple and inside[-1] is Ellipsis:
        return st.lists(of(inside[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(of, inside))
    if origin is not None:
        return st.dictionaries(WORDS, JSON, max_size=2)
    return {
        str: WORDS, int: st.integers(-5, 2**40), bool: st.booleans(),
        float: st.floats(allow_nan=False, allow_infinity=False),
    }[kind]  # fmt: skip
