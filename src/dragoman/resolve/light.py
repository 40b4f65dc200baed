"""A scene as it is kept at hand: what other scenes are compared with, and no more.

Most of a store's neighbours are compared again and again and never written; without their parties, their codes and
whatever else only their keys and their happening are made from, twice as many fit into the same memory.
"""

from __future__ import annotations

from functools import lru_cache

from ..model import Told
from .compare.wording import FEW
from .view import Seen, Side


def light(one: Seen) -> Seen:
    """The scene without what only its keys and its happening are made from.

    Two scenes have the same score whether they are light or not.
    """
    told = one.told
    kept = Told(
        told.id, told.report, told.start, told.act, told.mode, told.status, where=told.where, day=told.day,
        points=told.points, words=told.words, trigger=told.trigger, home=told.home,
    )  # fmt: skip
    return one._replace(
        told=kept, actor=_side(one.actor), recipient=_side(one.recipient), sentences=one.sentences[:FEW],
        triggers=_words(one.triggers), rules=_words(one.rules),
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def _side(side: Side) -> Side:
    """One object for all sides that are equal."""
    return side


@lru_cache(maxsize=50_000)
def _words(words: frozenset[str]) -> frozenset[str]:
    return words
