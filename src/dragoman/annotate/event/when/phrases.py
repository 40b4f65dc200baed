"""The times of a sentence in its grammar: what each hangs on, and which belong together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ....model import Parse, Time, When
from ..grammar.clause import Climb, climb, roles_of
from .stretch import LONGEST, hull, stretch_of


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time (or several joined to one) in the grammar of its sentence; ``when`` is None where it points back."""

    when: When | None
    first: int
    last: int
    way: Climb
    penalty: int
    lasting: bool = False  # a duration up to publication


def phrases(parse: Parse, day: date | None, times: list[Time], text: str) -> list[Phrase]:
    """The phrases of a reading's times: pairs that are joined made one, what is no date left out."""
    names = roles_of("event_when")
    covered = {token for time in times for token in parse.tokens_in(time.span)}
    found: list[Phrase] = []
    joined: Time | None = None
    for time in times:
        tokens = parse.tokens_in(time.span)
        if not tokens or time.type not in ("DATE", "TIME", "DURATION"):
            continue
        head = parse.head_in(tokens)
        way = climb(parse, head)
        stretch = stretch_of(parse, time, text, way, day) if time.type == "DURATION" else None
        if time.type == "DURATION" and stretch is None:
            continue
        when = stretch or _when(time)
        before = found[-1] if found else None
        if before is not None and joined is not None and _pair(parse, joined, before.way, head, way):
            if when is not None and before.when is not None:
                found[-1] = Phrase(hull(before.when, when), before.first, tokens[-1], before.way, 0)
            continue
        joined = time
        if when is None and not _points_back(time, text, names["same"]):
            continue
        if way.links[0] in names["until"]:
            continue
        while way.nouns and way.nouns[0] in covered:  # one day in May hangs on what one day hangs on
            way = Climb(way.nouns[1:], way.links[1:], way.verb, way.role)
        if way.nouns and parse.lemmas[way.nouns[0]] in names["hour"]:  # before dawn on Sunday: on Sunday
            way = Climb(way.nouns[1:], ("", *way.links[2:]), way.verb, way.role)
        if way.verb is None:  # a sentence parsed as a noun: what opens it belongs to all of it
            way = Climb((), ("",), None, "")
        penalty = 2 if way.links[0] in ("after", "before") else 1 if way.links[0] == "since" else 0
        found.append(Phrase(when, tokens[0], tokens[-1], way, penalty, stretch is not None))
    return found


def _pair(parse: Parse, first: Time, before: Climb, head: int, way: Climb) -> bool:
    """True for times that are coordinated or are the two ends of a stretch: *from 2008 until 2012*."""
    one = parse.head_in(parse.tokens_in(first.span))
    if parse.deps[head] == "conj" and parse.heads[head] == one:
        return True
    ends = way.links[0] in ("until", "till", "to", "through", "and")
    return before.links[0] in ("from", "between") and ends and (before.verb, before.nouns) == (way.verb, way.nouns)


def _when(time: Time) -> When | None:
    """The date of a resolved time, or None for what is too long to date an act."""
    if not time.begin or not time.end:
        return None
    begin, end = day_of(time.begin), day_of(time.end)
    if begin is None or end is None or (end - begin).days > LONGEST:
        return None
    return When(time.begin, time.end, time.value, "text", time.span)


def _points_back(time: Time, text: str, same: frozenset[str]) -> bool:
    return time.begin is None and " ".join(time.span.of(text).lower().split()) in same


def day_of(value: str) -> date | None:
    """The day of an ISO 8601 day or date-time, None for a year that no calendar of ours has."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
