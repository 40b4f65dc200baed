"""A scene as it is kept at hand: what other scenes are compared with, and no more.

Most of a store's neighbours are compared again and again and never written; without their parties, their codes and
whatever else only their keys and their happening are made from, twice as many fit into the same memory.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from ..model import Where
from .compare.wording import FEW
from .view import Seen, Side


class Brief(NamedTuple):
    """What a comparison asks of ``Told``, under the names that it has there."""

    id: str
    report: str
    start: int
    where: Where | None
    day: str | None
    points: tuple[int, ...]
    words: str
    trigger: str
    home: str | None


def light(one: Seen) -> Seen:
    """The scene without what only its keys and its happening are made from; its ``told`` is a ``Brief``.

    Two scenes have the same score whether they are light or not.
    """
    told = one.told
    brief: Any = Brief(
        told.id, told.report, told.start, told.where, told.day, told.points, told.words, told.trigger, told.home
    )
    return one._replace(
        told=brief,
        actor=_side(one.actor), recipient=_side(one.recipient), sentences=one.sentences[:FEW],
        triggers=_words(one.triggers), rules=_words(one.rules),
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def _side(side: Side) -> Side:
    """One object for all sides that are equal."""
    return side


@lru_cache(maxsize=50_000)
def _words(words: frozenset[str]) -> frozenset[str]:
    return words
