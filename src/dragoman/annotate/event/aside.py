"""Background told in side clauses: *expelled the envoy after rebels killed two soldiers who guarded the bridge*.

A sentence reports what its main clause tells. An act in a relative clause, in a clause or phrase of time before or
behind it, in an infinitive of aim, or in a participle on a noun is told to make the report clear. Beside a main act it
stays a mention, without an official code; where the main clause tells no act, it is what the sentence reports (*the
move came after ...*).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ...model import Event, Parse, Reason
from .acts import with_codes

CLAUSES = frozenset(("acl", "relcl"))
TIMES = frozenset("after before since until till once while when as because although though despite".split())
PHRASES = frozenset("after before following since until amid despite over".split())
_STEPS = 14
_LONGEST = 120  # tokens of a sentence; lower-case text, which is not cut into sentences, has more


def aside(parse: Parse, token: int, carrier: int | None) -> bool:
    """True for a word inside a side clause or phrase; ``carrier`` is the verb that brings an event noun in."""
    if parse.deps[token] == "pobj" and carrier is None:
        return True
    at = token
    for _ in range(_STEPS):
        head, dep = parse.heads[at], parse.deps[at]
        if head == at:
            return False
        if dep in CLAUSES:
            return True
        if dep == "advcl" and (parse.tags[at] == "VBG" or _of_time(parse, at) or _of_aim(parse, at)):
            return True
        if dep == "xcomp" and parse.lemmas[head] == "use" and _of_aim(parse, at):
            return True
        if dep in ("pobj", "pcomp") and parse.lower[head] in PHRASES:
            return True
        at = head
    return False


def _of_time(parse: Parse, clause: int) -> bool:
    """True for a clause that opens with *after*, *since*, *although*."""
    openers = parse.children_by(clause, "mark", "advmod")
    return any(parse.lower[child] in TIMES for child in openers if child < clause)


def _of_aim(parse: Parse, clause: int) -> bool:
    """True for an infinitive: *marched to demand*, *used tear gas to disperse*."""
    return any(parse.tags[child] == "TO" for child in parse.children_by(clause, "aux"))


def goes_on(parse: Parse) -> bool:
    """True for a report of more than one sentence."""
    return len(parse.sentences) > 1 or len(parse) > _LONGEST


def main_codes_only(events: Sequence[Event], asides: Collection[str], several: bool) -> list[Event]:
    """The events of a report, those told aside (``asides``: their ids) without a code where their sentence has a main
    one; but what a report of ``several`` sentences tells only aside keeps its code once."""
    main = [event for event in events if event.plover and event.id not in asides]
    sentences = {event.sentence for event in main}
    known = {event.plover for event in main}
    kept: list[Event] = []
    for event in events:
        along = event.id in asides and event.sentence in sentences
        if along and several and event.plover not in known:
            known.add(event.plover)
            along = False
        kept.append(_uncoded(event) if along and event.plover else event)
    return kept


def _uncoded(event: Event) -> Event:
    return replace(with_codes(event, None), why=(*event.why, Reason("code:none, told beside a main act")))
