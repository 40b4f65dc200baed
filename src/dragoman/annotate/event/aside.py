"""Background told in side clauses: *expelled the envoy after rebels killed two soldiers who guarded the bridge*.

A sentence reports what its main clause tells. An act in a relative clause, in a clause or phrase of time before or
behind it, or in a participle on a noun is told to make the report clear. Beside a main act it stays a mention, without
an official code; where the main clause tells no act, it is what the sentence reports (*the move came after ...*).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...model import Event, Parse
from .acts import with_codes

CLAUSES = frozenset(("acl", "relcl"))
TIMES = frozenset("after before since until till once while when as because although though despite".split())
PHRASES = frozenset("after before following since until amid despite over".split())
_STEPS = 14


def aside(parse: Parse, token: int) -> bool:
    """True for a word inside a side clause or phrase."""
    at = token
    for _ in range(_STEPS):
        head, dep = parse.heads[at], parse.deps[at]
        if head == at:
            return False
        if dep in CLAUSES:
            return True
        if dep == "advcl" and any(
            parse.lower[child] in TIMES for child in parse.children_by(at, "mark", "advmod") if child < at
        ):
            return True
        if dep in ("pobj", "pcomp") and parse.lower[head] in PHRASES:
            return True
        at = head
    return False


def main_codes_only(events: Sequence[Event], asides: Collection[str]) -> list[Event]:
    """The events of a sentence, those told aside without official codes if a main one has a code."""
    if not any(event.plover and event.id not in asides for event in events):
        return list(events)
    return [with_codes(event, None) if event.id in asides else event for event in events]
