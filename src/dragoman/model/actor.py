"""Political actors as the text mentions them."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention of an actor and what it was resolved to.

    ``country`` is ISO 3166-1 alpha-3; ``sectors`` are PLOVER sectors; ``plover`` and ``cameo`` the joined codes;
    ``entity`` an id of the actor tables. ``kind`` is person, office, organisation, state, group or reference;
    ``refers`` the index of the earlier mention that a reference (*he*, *the delegation*) stands for.
    """

    span: Span
    name: str
    role: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    plover: str | None = None
    cameo: str | None = None
    entity: str | None = None
    kind: str = "group"
    refers: int | None = None
    rule: str = ""
