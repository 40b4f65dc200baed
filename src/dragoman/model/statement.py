"""Who says what in a report."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A source, the cue that attributes, and what is attributed.

    ``manner`` is direct, indirect or mixed; ``speaker`` an index into the reading's actors; ``strength`` what the
    cue commits its source to (say, claim, deny, confirm, warn, vow, ask, ...); ``within`` the index of the
    statement inside which this one is made (*KCNA quoted the ministry as saying*).
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    manner: str
    speaker: int | None = None
    strength: str = "say"
    within: int | None = None
    rule: str = ""
