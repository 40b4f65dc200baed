"""What a claim of record asks of the history: which events would speak against it, and in which days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from ..lexicon import load
from ..model import Actor, Claim, Event, Question, Reading, Since
from .kinds import Kind, Kinds, kinds_of

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LONGEST_NOUN = 4  # words of the longest noun in the table of acts
_BACK = 3  # sentences before a claim in which what it is about is looked for
_PARTS = ("actor", "recipient", "place")
_WHITHER = frozenset(("to", "in", "at", "into"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events a claim is about.

    ``question`` holds act, mode and parties without a period; ``since`` is the day from which an event speaks against
    the claim, ``edge`` the stretch before it in which the one may lie from which the claim counts (*since October
    2018*, *since the closure in early 2020*), both half-open ISO 8601 days; ``until`` the day before which an event
    is earlier than the claim's own. ``crossing`` asks for parties of two countries (visits; *foreign*), ``who`` are
    the persons or offices that the claim is bound to (*his first visit*, *by a secretary of state*), ``narrowed`` the
    words that no record of events can verify (*formal*, *major*). ``n`` is the rank that an ordinal claims;
    ``undated`` says that the claim counts from a day that its report does not date; ``kinds`` how its thing is coded.
    """

    question: Question
    order: str
    n: int = 1
    since: str | None = None
    edge: tuple[str, str] | None = None
    until: str | None = None
    crossing: bool = False
    who: tuple[Actor, ...] = ()
    narrowed: tuple[str, ...] = ()
    event: Event | None = None
    undated: bool = False
    kinds: Kinds | None = None

    @property
    def sought(self) -> Kinds:
        """The kinds of events that are asked for: those of the thing that is claimed, or else of the question."""
        return self.kinds or Kinds((Kind(self.question.act[0], next(iter(self.question.mode), None)),))

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that the claim names, whose reports must have been read for silence to mean anything."""
        asked = self.question
        return tuple(dict.fromkeys((*asked.actor, *asked.recipient, *asked.place)))

    @property
    def searched(self) -> str | None:
        """The first day that is searched: that of the edge, or else ``since``."""
        return self.edge[0] if self.edge else self.since


def wanted_of(claim: Claim, reading: Reading, own: str | None = None) -> Wanted | None:
    """What a claim asks, or None where it names no act; ``own`` is the day of its own event, as the record knows it."""
    of = claim.of
    act = of.get("act")
    if not isinstance(act, str):
        return None
    words = [word.lower() for word in _WORD.findall(str(of.get("text", "")))]
    mode = _mode(words, act, of.get("mode"))
    kinds = kinds_of(words, act, mode)
    act, mode, code = kinds.kinds[0].act, kinds.kinds[0].mode, kinds.kinds[0].cameo
    event = event_of(claim, reading)
    published = reading.report.day.isoformat() if reading.report.day else None
    counted = claim.since.begin[:10] if claim.since and claim.since.begin else None
    # an event dated to the very day that its claim counts from has got the claim's date, not its own
    until = next((day for day in (own, _day_of(event)) if day and day != counted), published)
    since, edge = _period(claim.since, until)
    told = claim.span.of(reading.report.text)
    narrowed, foreign = _narrowing(claim, reading, words)
    asked = Question(
        act=(act,), mode=(mode,) if mode else (), cameo=(code,) if code else (), actor=_one(of, "actor"),
        recipient=_one(of, "recipient"), place=_one(of, "place"),
    )  # fmt: skip
    crossing = foreign or mode == "visit" or " abroad" in told
    return Wanted(
        question=_completed(asked, event, claim, reading, foreign),
        order=str(of.get("order", "first")), n=int(of.get("n", 1)), since=since, edge=edge, until=until,
        crossing=crossing, who=_who(claim, reading), narrowed=narrowed,
        event=event, undated=claim.since is not None and claim.since.begin is None, kinds=kinds,
    )  # fmt: skip


def event_of(claim: Claim, reading: Reading) -> Event | None:
    """The event that a claim is made of: its own or, where it names no party, the last of its kind before it."""
    named = next((item for item in reading.events if item.id == claim.event), None)
    act = claim.of.get("act")
    if named is not None or not isinstance(act, str) or any(key in claim.of for key in _PARTS):
        return named
    words = [word.lower() for word in _WORD.findall(str(claim.of.get("text", "")))]
    return _told_before(claim, reading, kinds_of(words, act, _mode(words, act, claim.of.get("mode"))))


def _completed(asked: Question, event: Event | None, claim: Claim, reading: Reading, foreign: bool) -> Question:
    """The question with the countries that the claim leaves to the event that it is made of.

    A claim that names none is of the event's parties; *no foreign delegation* is of anybody's visit to the host. *The
    first visit by an American secretary of state*, told of an arrival in Beijing, is of visits to China; *his first
    trip abroad* and *the first visit to Europe* say where to.
    """
    if event is None:
        return asked
    if not (asked.actor or asked.recipient or asked.place):
        actor, recipient = _sides(event)
        return replace(asked, actor=() if foreign else actor, recipient=recipient)
    said = claim.span.of(reading.report.text)
    if claim.since and claim.since.span and claim.span.contains(claim.since.span):
        said = reading.report.text[claim.span.start : claim.since.span.start]
    whither = foreign or " abroad" in said or not _WHITHER.isdisjoint(said.lower().rsplit(" in ", 1)[0].split())
    if asked.mode != ("visit",) or asked.recipient or asked.place or whither:
        return asked
    hosts = {party.country for party in event.recipients} | {event.where.country if event.where else None}
    hosts -= {None, *asked.actor}
    return replace(asked, recipient=tuple(host for host in hosts if host)) if len(hosts) == 1 else asked


def _sides(event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The countries of both sides of an event, where each has one; two that act together are a side each."""
    actors, recipients = (sorted({p.country for p in side if p.country}) for side in (event.actors, event.recipients))
    if len(actors) == 2 and (not recipients or recipients == actors):
        return (actors[0],), (actors[1],)
    return tuple(actors) if len(actors) == 1 else (), tuple(recipients) if len(recipients) == 1 else ()


def _told_before(claim: Claim, reading: Reading, kinds: Kinds) -> Event | None:
    """The last event of a kind before a claim: *It was the first test since 2017* follows the one that it is of."""
    at = next((n for n, sentence in enumerate(reading.sentences) if claim.span.start < sentence.end), 0)
    start = reading.sentences[max(0, at - _BACK)].start if reading.sentences else 0
    near = [
        item for item in reading.events
        if start <= item.trigger.start < claim.span.start and any(kind.fits(item) for kind in kinds.kinds)
    ]  # fmt: skip
    return max(near, key=lambda item: item.trigger.start, default=None)


def _one(of: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = of.get(key)
    return (value,) if isinstance(value, str) else ()


def _day_of(event: Event | None) -> str | None:
    """The day on which an event begins; that of a plan lies ahead, so that the report's own day bounds the search."""
    if event is None or event.when is None or event.when.begin is None or event.status in ("planned", "hypothetical"):
        return None
    return event.when.begin[:10]


def _period(since: Since | None, until: str | None) -> tuple[str | None, tuple[str, str] | None]:
    """The day from which events count, and the stretch before it; *this year* has begun and has no such stretch."""
    if since is None or since.begin is None:
        return None, None
    begin, end = since.begin[:10], (since.end or since.begin)[:10]
    if end <= begin or (until is not None and end > until):
        return begin, None
    return end, (begin, end)


def _who(claim: Claim, reading: Reading) -> tuple[Actor, ...]:
    """The persons and offices of the claim's own country that stand in its words, outside those of its period."""
    country = claim.of.get("actor")
    period = claim.since.span if claim.since else None
    found: dict[tuple[str | None, str], Actor] = {}
    for actor in reading.actors:
        inside = claim.span.start <= actor.span.start < claim.span.end
        if not inside or (period and period.start <= actor.span.start < period.end) or actor.country != country:
            continue
        person = actor.entity is not None and not actor.entity.startswith("country:")
        if country is not None and (person or (actor.entity is None and actor.role)):
            found.setdefault((actor.entity, actor.name), actor)
    return tuple(found.values())


def _mode(words: list[str], act: str, mode: object) -> str | None:
    """The mode that the noun of the claim names, rather than that of one event: *first visit*, *first meeting*."""
    for size in range(min(_LONGEST_NOUN, len(words)), 0, -1):
        for form in _singulars(words[-size:]):
            named = _nouns().get(tuple(form))
            if named is not None and named[0] == act:
                return named[1]
    return mode if isinstance(mode, str) else None


def _narrowing(claim: Claim, reading: Reading, words: list[str]) -> tuple[tuple[str, ...], bool]:
    """The words of the thing claimed that stand beside its noun and narrow it, and whether it asks for foreigners."""
    known = _hedges()
    named = _named(claim, reading)
    rest = [word for word in words[: len(words) - _noun(words)] if word not in named]
    narrowed = tuple(word for word in rest if word not in known)
    return narrowed, any(known.get(word) == "foreign" for word in rest)


def _named(claim: Claim, reading: Reading) -> frozenset[str]:
    """The words of countries and persons in the claim: parties, which the question holds already."""
    spans = [actor.span for actor in reading.actors if actor.country] + [place.span for place in reading.places]
    inside = [span for span in spans if claim.span.start <= span.start < claim.span.end]
    return frozenset(
        word.lower() for span in inside if len(span.of(reading.report.text)) < 60
        for word in _WORD.findall(span.of(reading.report.text))
    )  # fmt: skip


def _noun(words: list[str]) -> int:
    """How many of the last words are the noun of the act: the longest that the table of acts knows, else one."""
    for size in range(min(_LONGEST_NOUN, len(words)), 1, -1):
        if any(tuple(form) in _nouns() for form in _singulars(words[-size:])):
            return size
    return min(1, len(words))


def _singulars(words: list[str]) -> list[list[str]]:
    last = words[-1]
    ends = [last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("ies") + "y"]
    return [[*words[:-1], end] for end in ends]


@cache
def _nouns() -> Mapping[tuple[str, ...], tuple[str, str | None]]:
    """Act and mode of every noun that names one, by its words."""
    entries = load("claim_act").entries
    return {tuple(noun.split()): (e.value["act"], e.value["mode"]) for e in entries for noun in e.value["nouns"] or ()}


@cache
def _hedges() -> Mapping[str, str]:
    return {form: entry.value["sense"] for entry in load("check_narrowing").entries for form in entry.forms}
