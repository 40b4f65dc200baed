"""Who: the lands and bodies on the two sides, the persons, and other names."""

from __future__ import annotations

from functools import cache

from ...lexicon.load import words_of
from ..kinds import doers
from ..view import Seen, Side
from ..words import stem

_SAME, _OPEN, _OTHER = 2, 1, 0
SELDOM = frozenset(
    "vote inauguration ceasefire recognition resignation withdrawal release return break closure exercise".split()
)  # kinds of which a country has few
COURT = frozenset(("conviction", "charge"))  # kinds that the accused tells one from another
VOTE = "vote"
VICTIMS = "attackers as victims"
MARCH = "protest"  # kind of which those who do it tell one from another
_CASES = {
    (_SAME, _SAME): "both sides",
    (_SAME, _OPEN): "one side",
    (_OPEN, _OPEN): "no side",
    (_SAME, _OTHER): "another other side",
    (_OPEN, _OTHER): "another side",
    (_OTHER, _OTHER): "other sides",
}


def parties(one: Seen, other: Seen) -> str:
    """The case of the feature *parties*: countries, or the organisation where a party is of none."""
    case = _sides(one, other)
    if case != "no side":
        return case
    first, second = _around(one), _around(other)
    if not first or not second:
        return case
    return "no side, elsewhere" if first.isdisjoint(second) else "no side, one country"


def _around(seen: Seen) -> frozenset[str]:
    """The countries of the parties, or else the one that the report mostly tells of."""
    home = frozenset((seen.told.home,)) if seen.told.home else frozenset[str]()
    return seen.actor.lands | seen.recipient.lands or home


def _sides(one: Seen, other: Seen) -> str:
    """The case as far as the sides themselves tell."""
    straight = (_side(one.actor, other.actor), _side(one.recipient, other.recipient))
    if straight[0] == _OTHER and one.kind in COURT and other.kind in COURT and names(one, other) == "same name":
        straight = (_SAME, _OPEN)  # a court stands in one country, is of another and judges a man of a third
    if straight == (_SAME, _SAME):
        return "sides taken over" if _taken_over(one, other) or _taken_over(other, one) else "both sides"
    turned = (_side(one.actor, other.recipient), _side(one.recipient, other.actor))
    if doers(one.kind, other.kind):
        return _of_any_side(one, other)
    if one.either or other.either:
        case = _CASES[_sorted(max(straight, turned, key=_worth))]
        return "another partner" if case == "another other side" and _of_two(one, other) else case
    if turned == (_SAME, _SAME) and _OTHER in straight:
        return "sides turned round"
    if straight == (_OPEN, _OPEN) and _SAME in turned:
        return "party on the other side"
    return _CASES[_sorted(straight)]


def _of_two(one: Seen, other: Seen) -> bool:
    """True for a plan and what two countries did together, where nothing but their names says whether it is that.

    Of facts the day and the place say more, and a side may have been misread.
    """
    pairs = all(len(side.lands) == 1 for seen in (one, other) for side in (seen.actor, seen.recipient))
    return pairs and one.open != other.open and one.kind == other.kind and persons(one, other) is None


def _of_any_side(one: Seen, other: Seen) -> str:
    """The case for acts that are done by different parties: who lets aid in does not bring it."""
    first, second = one.actor.lands | one.recipient.lands, other.actor.lands | other.recipient.lands
    return "no side" if not first or not second else "another side" if first.isdisjoint(second) else "one side"


def _taken_over(one: Seen, other: Seen) -> bool:
    """True if the sides of a mention were filled from what its report tells before: they are no evidence."""
    return one.told.report == other.told.report and any(start <= other.told.start for start in one.told.points)


def _side(one: Side, other: Side) -> int:
    if not one.lands or not other.lands:
        return _OPEN
    return _OTHER if one.lands.isdisjoint(other.lands) else _SAME


def _sorted(pair: tuple[int, int]) -> tuple[int, int]:
    return pair if pair[0] >= pair[1] else (pair[1], pair[0])


def _worth(pair: tuple[int, int]) -> tuple[int, int]:
    """A pair of sides with no contradiction is better than one with more in common."""
    return min(pair), sum(pair)


def rarity(one: Seen, other: Seen) -> str | None:
    """The case of the feature *rarity*: a country has one election, one inauguration, one swap in a season."""
    if one.kind not in SELDOM or other.kind != one.kind or one.told.report == other.told.report:
        return None
    case = parties(one, other)
    # nobody says that Peru votes in Peru
    known = case == "no side, one country" and one.kind == VOTE and one.open != other.open
    return "rare" if known or case in ("both sides", "one side") else None


def persons(one: Seen, other: Seen) -> str | None:
    """The case of the feature *persons*."""
    first, second = one.actor.persons | one.recipient.persons, other.actor.persons | other.recipient.persons
    if not first or not second:
        return None
    shared = first & second
    if one.either or other.either:
        against = _countrymen(first - shared, second - shared)
    else:
        against = _against(one.actor, other.actor) or _against(one.recipient, other.recipient)
    if against:
        return "another counterpart" if shared else "other persons"
    return ("same persons" if len(shared) > 1 else "same person") if shared else None


def _against(one: Side, other: Side) -> bool:
    return bool(one.persons) and bool(other.persons) and one.persons.isdisjoint(other.persons)


def _countrymen(first: frozenset[str], second: frozenset[str]) -> bool:
    """True if each has a person of a country that has another person there."""
    return not {name.partition("-")[0] for name in first}.isdisjoint(name.partition("-")[0] for name in second)


def names(one: Seen, other: Seen) -> str | None:
    """The case of the feature *names*: proper names of parties that no table knows."""
    first, second = one.actor.names | one.recipient.names, other.actor.names | other.recipient.names
    if not first or not second:
        return None
    if not first.isdisjoint(second):
        return "same name"
    for mine, yours in ((one.actor, other.actor), (one.recipient, other.recipient)):
        if mine.names and yours.names and mine.names.isdisjoint(yours.names):
            return "other names"
    return None


def people(one: Seen, other: Seen) -> str | None:
    """The case of the feature *people*: what those are called to whom a deed is done."""
    if one.speech or other.speech or one.either or other.either:
        return None
    if not (one.told.points or other.told.points) and (_crossed(one, other) or _crossed(other, one)):
        return "struck back"
    if one.kind == other.kind == MARCH:
        return _marchers(one.actor.heads, other.actor.heads)
    first, second = one.recipient.heads, other.recipient.heads
    if not first or not second:
        return None
    if (first <= assailants()) != (second <= assailants()):
        return VICTIMS
    return "other people" if first.isdisjoint(second) else "same people"


def _marchers(first: frozenset[str], second: frozenset[str]) -> str | None:
    """The case for those who march or strike: teachers are not miners; *thousands* and *members* may be either."""
    mine, yours = first - crowds(), second - crowds()
    if not mine or not yours:
        return None
    return "other marchers" if mine.isdisjoint(yours) else "same people"


def _crossed(one: Seen, other: Seen) -> bool:
    """True if those who act in one are those to whom it is done in the other."""
    mine, yours = one.actor, other.recipient
    doers = mine.heads | mine.names | mine.persons
    if doers.isdisjoint(yours.heads | yours.names | yours.persons):
        return False
    return doers.isdisjoint(other.actor.heads | other.actor.names | other.actor.persons)


@cache
def assailants() -> frozenset[str]:
    """What attackers are called, as stems."""
    return frozenset(stem(word) for word in words_of("assailants"))


@cache
def crowds() -> frozenset[str]:
    """What people who protest are called without saying who they are, as stems."""
    return frozenset(stem(word) for word in words_of("crowds"))
