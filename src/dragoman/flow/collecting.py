"""Python's search for cycles, put off while nothing makes any."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_cycles() -> Iterator[None]:
    """Puts the search off; among many small objects that live long it takes up to a third of the time.

    Inside ``seldom`` what has been made meanwhile is not searched later either: each piece goes with its last user.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_freeze_count():
            gc.freeze()
        if on:
            gc.enable()


@contextmanager
def seldom() -> Iterator[None]:
    """Lets Python search for cycles seldom, and not among what is there already.

    For a command that takes in reports for hours: what it remembers makes no cycles, and to look through that again
    and again takes a fifth of the time.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 50, 10)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
