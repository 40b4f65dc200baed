"""A mention in its working form: everything that a comparison looks at, computed once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from ..lexicon.load import words_of
from ..model import Party, Told, Where
from .cues import TURNED
from .kinds import Kind, kind_of
from .turns import attends, stage_of
from .words import content, fold, stem, tokens

PRECISE = 2  # days: an interval that is not longer gives a day (a night has two)
SPOTS = frozenset(("city", "site", "admin2", "area", "water"))  # kinds of place that narrow a happening down
NOT_PERSONS = ("igo-", "arm-", "ngo-", "mnc-", "country:", "office:", "organisation:", "media:", "region:", "un-")
_AFTER = re.compile(r" (?:of|from|in|at|who|with|on) |,")
_WORD = re.compile(r"\w+")
NEAR = 80  # characters that hold these words
FORCE = "violence"  # only blows are told one after the other
GOES_ON = 6  # words before an act among which one may tell that it is another
COUNTS = ("killed", "injured", "arrested", "people")


class Side(NamedTuple):
    """One side of an act: the lands of its parties, the persons among them, other names, and what people are called."""

    lands: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()


Words = tuple[Mapping[str, float], float]  # the stems of a sentence with their weights, and the sum of these


class Seen(NamedTuple):
    """A mention, or several mentions of one report that tell one happening (a scene), as it is compared.

    ``id`` is the lowest of the ids of ``members``; ``told`` the mention that says most.

    ``low`` and ``high`` are the half-open interval of the act in days (proleptic ordinals), None where it has no date;
    ``dated`` is True where the text gives it, ``plain`` where it gives it to the day. ``open`` holds for plans and the
    like, which have no day yet; ``backward`` for what is told as past without a date. ``sentences`` are their
    words; ``spot`` and ``point`` are the place of the act where it is one that narrows it down;
    ``definite`` holds for a noun that is known from before (*the attack*); ``fresh`` counts the characters from a word
    that goes on to another happening (*in a second raid*) to the trigger.
    """

    id: str
    told: Told
    members: tuple[str, ...]
    kind: str
    mode: str | None
    speech: bool
    either: bool
    stage: str
    low: int | None
    high: int | None
    dated: bool
    plain: bool
    open: bool
    backward: bool
    published: int | None
    actor: Side
    recipient: Side
    land: str | None
    spot: int | None
    point: tuple[float, float] | None
    counts: tuple[tuple[float, float] | None, ...]
    sentences: tuple[Words, ...]
    triggers: frozenset[str]
    rules: frozenset[str]
    definite: bool
    fresh: int | None

    @staticmethod
    def of(told: Told) -> Seen:
        """The working form of a mention."""
        kind = _kind(told)
        stage, name = stage_of(told, kind.name)
        low, high = _days(told)
        dated = told.origin in ("text", "dateline") and low is not None
        precise = dated and low is not None and high is not None and high - low <= PRECISE
        place, size = told.where, told.size
        spot, own = place is not None and place.kind in SPOTS, name == kind.name
        definite = _definite(told.words, told.trigger, 3 if told.points else 1)
        unreal = stage in ("denied", "possible") and (not dated or (stage == "possible" and _to_come(told.day, high)))
        return Seen(
            id=told.id, told=told, members=(told.id,), kind=name, mode=told.mode if own else None,
            speech=kind.speech and own, either=kind.either or not own, stage=stage, low=low, high=high, dated=dated,
            plain=precise, open=stage in ("announced", *TURNED) or unreal,
            backward=told.status == "background" and not dated, published=day_of(told.day),
            actor=_side(told.actors, name, told.words),
            recipient=_host(told, name) or _side(told.recipients, "", told.words),
            land=place.country if place else None,
            spot=place.geonameid if place and spot else None, point=_point(place) if spot else None,
            counts=tuple(getattr(size, count) for count in COUNTS) if size else (None,) * len(COUNTS),
            sentences=(content(told.words),), rules=frozenset((told.rule,)),
            triggers=frozenset(stem(fold(token)) for token in tokens(told.trigger)[:1]),
            definite=definite, fresh=_fresh(told.words, told.trigger) if kind.name == FORCE and not definite else None,
        )  # fmt: skip


def _to_come(published: str | None, end: int | None) -> bool:
    """True for a time that lasts beyond the day after publication."""
    said = day_of(published)
    return said is not None and end is not None and end > said + 1


def _point(place: Where | None) -> tuple[float, float] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon


_KNOWN = frozenset(("the", "this", "that", "these", "those", "his", "her", "their", "its"))


def _definite(words: str, trigger: str, reach: int) -> bool:
    """True for a noun that is known from before: *the attack*, *her visit*; ``reach`` words before it are looked at."""
    before = words.partition(trigger)[0][-24:].lower().split()[-reach:]
    return not _KNOWN.isdisjoint(before) and words_of("another").isdisjoint(before)


def _fresh(words: str, trigger: str) -> int | None:
    """Characters from the nearest word before the trigger that goes on to another happening."""
    before = words.partition(trigger)[0][-NEAR:]
    for found in reversed(list(_WORD.finditer(before))[-GOES_ON:]):
        if found.group().lower() in words_of("another"):
            return len(before) - found.start()
    return None


def day_of(words: str | None) -> int | None:
    """The ordinal of an ISO 8601 day or date-time."""
    try:
        return date.fromisoformat(words[:10]).toordinal() if words else None
    except ValueError:  # a year that no calendar of ours has
        return None


def _days(told: Told) -> tuple[int | None, int | None]:
    """The interval of a mention in whole days."""
    low, high = day_of(told.begin), day_of(told.end)
    if low is None or high is None:
        return None, None
    within = told.end is not None and len(told.end) > 10 and told.end[11:16] != "00:00"  # a time of that day
    return low, max(high + within, low + 1)


def _kind(told: Told) -> Kind:
    """The kind of a mention; whom a country receives, and no person is named as the host, is on a visit.

    Who attends talks is at the talks.
    """
    kind = kind_of(told.act, told.mode, told.rule)
    if kind.name == "visit" and attends(told):
        return kind_of(told.act, None, "")
    received = told.mode == "visit" and kind.name == "meeting" and bool(told.recipients)
    if received and all(party.entity is None or party.entity.startswith(NOT_PERSONS) for party in told.recipients):
        return kind_of(told.act, told.mode, "")
    return kind


def _host(told: Told, kind: str) -> Side | None:
    """The country of the place to which a visitor goes, where no host is named: *arrives in Oslo for a visit*."""
    if kind != "visit" or told.recipients or told.where is None or told.where.country is None:
        return None
    lands = {party.country for party in told.actors}
    return Side(frozenset((told.where.country,))) if lands and told.where.country not in lands else None


_NOBODY = Side()


def _side(parties: Sequence[Party], kind: str, words: str) -> Side:
    """One side; the country of nameless attackers is a guess that says nothing of who they are."""
    if not parties:
        return _NOBODY
    lands, persons, names, heads = set[str](), set[str](), set[str](), set[str]()
    for party in parties:
        entity = party.entity
        if entity and not entity.startswith(NOT_PERSONS):
            persons.add(_person(entity))
        elif not entity:
            proper, head = _called(_lowered(party.name, words))
            names |= proper
            heads |= head
        if kind == FORCE and not entity and _nameless(party.name):
            continue
        if party.country:
            lands.add(party.country)
        elif entity and entity.startswith(NOT_PERSONS):
            lands.add(entity)
        elif party.plover and party.plover.startswith("IGO"):
            lands.add(party.plover)
    return Side(frozenset(lands), frozenset(persons), frozenset(names), frozenset(heads))


def _lowered(name: str, words: str) -> str:
    """A name as it would stand inside a sentence: *Miners* that open one are miners."""
    opens = name.endswith("s") and name.isalpha() and words.startswith(name)
    return name.lower() if opens else name


@lru_cache(maxsize=50_000)
def _person(entity: str) -> str:
    """A person as land, initial and last name: tables may hold a president under two forms of one given name."""
    land, *given, last = entity.removesuffix("-jr").removesuffix("-sr").split("-")
    return f"{land}-{given[0][:1]}-{last}" if given else entity


@lru_cache(maxsize=50_000)
def _called(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a proper name, and what people are called: *soldiers* of *17 Indian soldiers*."""
    proper = _names(name)
    parts = tokens(_AFTER.split(name, maxsplit=1)[0])
    head = stem(fold(parts[-1])) if parts and not proper and (parts[-1][0].islower() or len(parts) == 1) else None
    if head and head.isdigit():  # 450 were injured: that many people
        head = _PEOPLE
    return frozenset(proper), frozenset((head,)) if head else frozenset()


_PEOPLE = stem("people")


@cache
def _people() -> frozenset[str]:
    words = words_of("assailants")
    return words | {word + "s" for word in words}


@lru_cache(maxsize=50_000)
def _nameless(name: str) -> bool:
    """True for attackers of whom only the number is told: *gunmen*, *five militants*."""
    parts = tokens(name)
    unknown = words_of("nameless")
    return (
        bool(parts)
        and not unknown.isdisjoint((parts[-1].lower(), parts[-1].lower().removesuffix("s")))
        and not any(part[0].isupper() for part in parts[:-1])
    )


def _names(name: str) -> set[str]:
    """The words of a proper name: of one that is written with capitals throughout."""
    if name.lower() in _people():  # the first word of a sentence
        return set()
    parts = [part for part in tokens(name) if part not in ("of", "the", "and", "al", "bin", "de", "van", "von")]
    return {fold(part) for part in parts} if parts and all(part[0].isupper() for part in parts) else set()
