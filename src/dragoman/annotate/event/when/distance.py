"""Acts that are so much time apart: *was shot two days after he blamed the army*, *a week before the attack*."""

from __future__ import annotations

from dataclasses import dataclass

from ....model import Parse, Reading, Time
from ..grammar.attach import saying
from ..grammar.clause import SUBJECTS, Climb, climb
from ..mention import Mention

_APART = frozenset(("after", "before", "since", "following"))
_SIGNS = {"after": 1, "before": -1}


@dataclass(frozen=True, slots=True)
class Gap:
    """The act at token ``other`` lies one ``time`` away; ``sign`` is 1 where this act is the later one."""

    other: int
    time: Time
    sign: int


class Distances:
    """The distances in time that a reading tells, by the acts on both sides."""

    __slots__ = ("_gaps",)

    def __init__(self, reading: Reading) -> None:
        assert reading.parse is not None
        self._gaps: dict[int, Gap] = {}
        for time in reading.times:
            tokens = reading.parse.tokens_in(time.span) if time.type == "DURATION" else ()
            follows = tokens[-1] + 1 if tokens else len(reading.parse)
            ends = _ends(reading.parse, follows) if follows < len(reading.parse) else None
            if ends is not None:
                sign = _SIGNS[reading.parse.lower[follows]]
                self._gaps.setdefault(ends[0], Gap(ends[1], time, sign))
                self._gaps.setdefault(ends[1], Gap(ends[0], time, -sign))

    def of(self, token: int) -> Gap | None:
        """The distance of the act at a token from another one of its sentence."""
        return self._gaps.get(token)


def _ends(parse: Parse, word: int) -> tuple[int, int] | None:
    """The verb that *after* or *before* hangs on, and the verb or noun that it brings in."""
    if parse.lower[word] not in _SIGNS:
        return None
    head = parse.heads[word]
    if parse.deps[word] == "mark" and parse.deps[head] in (
        "advcl",
        "conj",
    ):  # the parser joins a later clause with "and"
        return parse.heads[head], head
    if parse.deps[word] != "prep":
        return None
    noun, way = parse.child(word, "pobj", "pcomp"), climb(parse, word)
    verb = head if way.nouns == () and way.verb == head else None
    return (verb, noun) if verb is not None and noun is not None else None


def minutes_away(parse: Parse, preposition: int) -> bool:
    """True for a time of day away from something: *two hours after the attack*."""
    spans = parse.children_by(preposition, "npadvmod")
    return parse.lower[preposition] in _SIGNS and any(
        parse.lemmas[at] in ("minute", "hour", "second", "moment") for at in spans
    )


def set_apart(mention: Mention) -> bool:
    """True for a noun at another time than its verb: *resigned after the killing of ten men*, *condemned the raid*."""
    if not mention.is_noun or mention.carrier is not None:
        return False
    way = climb(mention.parse, mention.token)
    spoken = way.verb is not None and way.role not in SUBJECTS and mention.parse.lemmas[way.verb] in saying()
    return way.links[-1] in _APART or spoken


def of_a_limit(mention: Mention, way: Climb) -> bool:
    """True for the date of what an act is counted from: *the first since the end of the war in 1990*."""
    limit = next((place for place, link in enumerate(way.links[1:], 1) if link in _LIMITS), None)
    return limit is not None and mention.token not in way.nouns[:limit]


_LIMITS = frozenset(("since", "until", "till", "before"))
