"""One happening from its mentions: every field a function of them and of their reports' credits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import prod
from typing import TypeVar

from ..model import Happening, Party, Size, Where
from .credit import Credit, independent, sources
from .cues import TURNED
from .dispute import disputes
from .life import order, stage, turns
from .view import COUNTS, NOT_PERSONS, Seen

NARROW = {"site": 0, "city": 1, "water": 2, "area": 2, "admin2": 3, "admin1": 4, "country": 5}
SURE = 0.99  # no number of reports makes a machine's reading certain
_T = TypeVar("_T")


def happening_of(mentions: Iterable[Seen], credits: Mapping[str, Credit]) -> Happening:
    """The happening that some mentions tell of."""
    seen = sorted(mentions, key=order)
    if len(seen) == 1:
        return Happening.alone(seen[0].told, seen[0].stage)  # most are of this kind
    now = stage(seen)
    core = [one for one in seen if one.stage == now] or seen
    lead = _lead(core, seen)
    told, reports = lead.told, sorted({one.told.report for one in seen})
    actors, recipients = _parties(core)
    low, high = _when(core)
    days = [one.told.day for one in seen if one.told.day]
    return Happening(
        id="e-" + seen[0].told.id, act=told.act, mode=told.mode, stage=now, status=told.status, plover=told.plover,
        cameo=told.cameo, quad=told.quad, goldstein=told.goldstein, actors=actors, recipients=recipients, begin=low,
        end=high, where=_where(core, seen), size=_size(core), contexts=_contexts(seen),
        speakers=tuple(dict.fromkeys(one.told.speaker for one in seen if one.told.speaker)),
        confidence=_confidence(core, credits), reports=len(reports), sources=sources(reports, credits),
        independent=independent(reports, credits), first=days[0] if days else None, last=days[-1] if days else None,
        mentions=tuple(one.told.id for one in seen), turns=turns(seen), disputes=disputes(seen, credits),
    )  # fmt: skip


def _contexts(seen: Sequence[Seen]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(context for one in seen for context in one.told.contexts))


def _lead(core: Sequence[Seen], seen: Sequence[Seen]) -> Seen:
    """The mention that gives the act: of the mode most told, with an official code, the surest, the first.

    A plan's end is coded as the refusal of a meeting, so that other mentions tell better what was planned.
    """
    plans = [one for one in core if one.stage not in TURNED] or [one for one in seen if one.stage not in TURNED] or core
    modes = _votes((one.told.act or "", one.told.mode or "") for one in plans)
    acts = _votes(one.told.act or "" for one in plans)

    def worth(one: Seen) -> tuple[object, ...]:
        told = one.told
        code = told.cameo is not None
        return (
            acts[told.act or ""], bool(told.mode), modes[told.act or "", told.mode or ""], code, told.confidence,
            [-ord(letter) for letter in order(one)[0]], [-ord(letter) for letter in told.id],
        )  # fmt: skip

    return max(plans, key=worth)


def _votes(values: Iterable[_T]) -> dict[_T, int]:
    found: dict[_T, int] = {}
    for value in values:
        found[value] = found.get(value, 0) + 1
    return found


def _when(core: Sequence[Seen]) -> tuple[str | None, str | None]:
    """The interval that most reports give to the day, or else the narrowest; of plans the last one told.

    Where no text gives a date it is the earliest that a report has from its own day.
    """
    dated = [one for one in core if one.dated and one.low is not None]
    if not dated:
        known = [one for one in core if one.told.begin]
        first = min(known, key=lambda one: (one.told.begin or "", order(one)), default=None)
        return (first.told.begin, first.told.end) if first else (None, None)
    if core[0].open:
        last = max(dated, key=lambda one: (one.told.day or "", one.plain, order(one)))
        return last.told.begin, last.told.end
    best = [one for one in dated if one.plain] or dated
    votes = _votes({(one.told.report, one.told.begin, one.told.end) for one in best})
    counts = _votes((begin, end) for _, begin, end in votes)
    spans = {(one.told.begin, one.told.end): (one.high or 0) - (one.low or 0) for one in best}
    begin, end = min(counts, key=lambda span: (-counts[span], spans[span], span[0] or "", span[1] or ""))
    return begin, end


def _where(core: Sequence[Seen], seen: Sequence[Seen]) -> Where | None:
    """The most specific place, of the country that most mentions name."""
    placed = [one for one in core if one.told.where] or [one for one in seen if one.told.where]
    if not placed:
        return None
    lands = _votes(one.land or "" for one in placed)
    spots = _votes(_spot(one) for one in placed)

    def worth(one: Seen) -> tuple[object, ...]:
        kind = one.told.where.kind if one.told.where else ""
        return (-lands[one.land or ""], one.land or "", NARROW.get(kind, 6) // 3, -spots[_spot(one)],
                NARROW.get(kind, 6), order(one))  # fmt: skip

    return min(placed, key=worth).told.where


def _spot(one: Seen) -> tuple[int | None, str]:
    where = one.told.where
    return (where.geonameid, where.name) if where else (None, "")


def _size(core: Sequence[Seen]) -> Size | None:
    """Of each count what the last report tells: numbers grow and are corrected; of one report the largest."""
    found: dict[str, tuple[float, float]] = {}
    for number, name in enumerate(COUNTS):
        given = [(one.told.day or "", one.counts[number]) for one in core if one.counts[number]]
        if given:
            last = max(day for day, _ in given)
            found[name] = max(count for day, count in given if day == last and count)
    return Size(**found) if found else None


def _confidence(core: Sequence[Seen], credits: Mapping[str, Credit]) -> float:
    """That at least one of the independent sources was read right."""
    if len(core) == 1:
        return core[0].told.confidence
    best: dict[str, float] = {}
    for one in core:
        credit = credits.get(one.told.report, Credit())
        name = credit.origin or one.told.report
        best[name] = max(best.get(name, 0.0), one.told.confidence)
    sure = 1 - prod(1 - best[name] for name in sorted(best))
    return round(max(min(sure, SURE), *best.values()), 4)


def _parties(core: Sequence[Seen]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who is told of on either side, those of most mentions first; each party on the side on which most tell of it."""
    votes: dict[tuple[str, ...], list[int]] = {}
    known: dict[tuple[str, ...], Party] = {}
    full = _surnames(core)
    for one in core:
        for side, parties in enumerate((one.told.actors, one.told.recipients)):
            for party in parties:
                key = _key(full.get((party.name.casefold(), party.country or ""), party))
                votes.setdefault(key, [0, 0])[side] += 1
                known[key] = _fuller(known.get(key, party), party)
    ranked = sorted(known, key=lambda key: (-sum(votes[key]), list(known).index(key)))
    actors = tuple(known[key] for key in ranked if votes[key][0] >= votes[key][1])
    recipients = tuple(known[key] for key in ranked if votes[key][0] < votes[key][1])
    if actors and not recipients and any(one.told.recipients for one in core):
        return _as_told(core)
    return actors, recipients


def _surnames(core: Sequence[Seen]) -> dict[tuple[str, str], Party]:
    """Parties with a full name by their last name and country, where no two of them share it: *Shoigu*."""
    found: dict[tuple[str, str], dict[tuple[str, ...], Party]] = {}
    for one in core:
        for party in (*one.told.actors, *one.told.recipients):
            words = party.name.split()
            if len(words) > 1 and all(word[0].isupper() for word in (words[0], words[-1])):
                found.setdefault((words[-1].casefold(), party.country or ""), {}).setdefault(_key(party), party)
    return {name: next(iter(parties.values())) for name, parties in found.items() if len(parties) == 1}


def _fuller(one: Party, other: Party) -> Party:
    """Of two mentions of a person the one that gives more of the name; of others the first."""
    person = one.entity is not None and not one.entity.startswith(NOT_PERSONS)
    named = other.entity == one.entity if person else other.name.casefold().endswith(" " + one.name.casefold())
    return other if named and len(other.name.split()) > len(one.name.split()) else one


def _as_told(core: Sequence[Seen]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The sides of the first mention that names both, where votes leave one of them empty."""
    both = [one for one in core if one.told.actors and one.told.recipients]
    told = (both or list(core))[0].told
    return told.actors, told.recipients


def _key(party: Party) -> tuple[str, ...]:
    if party.entity:
        return (party.entity,)
    return (party.name.casefold(), party.country or "", party.plover or "")
