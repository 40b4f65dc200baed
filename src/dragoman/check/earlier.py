"""Whether something was the first, the n-th, or unheard of: earlier events of the kind are put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from ..model import Actor, Happening, Party, Told
from .answer import CONTRADICTED, OPEN, SUPPORTED, Evidence, Extent, best_told, evidence_of
from .extent import speaks
from .wanted import Wanted

SURE = 0.6  # confidence below which a lone mention does not overturn a claim
_NEAR = 3  # days within which a telling of the same parties may be of the claim's own event
Weighed = tuple[str, str]
_ENDLESS = "9999-12-31"


def weigh(
    wanted: Wanted, happenings: Sequence[Happening], told: Mapping[str, Told], own: Happening | None
) -> list[Evidence]:
    """What each happening of the kind says of the claim; those that say nothing are left out.

    Only what happened counts: not plans, denials and what-ifs, and not the happening that the claim is made of. A
    mention must tell what the claim is about by itself: what others add to it may have been done by others.
    """
    found = []
    for happening in happenings:
        if (own is not None and happening.id == own.id) or happening.stage != "happened":
            continue
        tellings = [told[name] for name in happening.mentions if name in told and _tells(wanted, told[name])]
        if not tellings:
            continue
        weighed = _weighed(wanted, happening, tellings, own)
        if weighed is not None:
            found.append(evidence_of(happening, best_told(tellings), *weighed))
    return sorted(found, key=lambda item: (item.begin or _ENDLESS, item.id))


def _weighed(wanted: Wanted, happening: Happening, tellings: list[Told], own: Happening | None) -> Weighed | None:
    """``against``, ``edge`` or ``perhaps`` with the reason, or None where a happening says nothing of the claim."""
    begin, end = _days(happening)
    if begin is None:
        return "perhaps", "its day is not known"
    if wanted.until is not None and begin >= wanted.until:
        return None
    if wanted.searched is not None and end <= wanted.searched:
        return None
    bound = _bound(wanted, happening, tellings)
    if bound is False:
        return None
    if wanted.edge is not None and begin < wanted.edge[1]:
        return "edge", "in the stretch from which the claim counts"
    doubt = _doubt(wanted, happening, tellings, own, bound)
    return ("perhaps", doubt) if doubt else ("against", "earlier, and of the same kind")


def _doubt(
    wanted: Wanted, happening: Happening, tellings: list[Told], own: Happening | None, bound: bool | None
) -> str | None:
    """Why a happening may not speak against the claim, or None if it does."""
    end = _days(happening)[1]
    if wanted.undated:
        return "the day from which the claim counts is not dated in its report"
    if bound is None:
        return "the record does not tell whether it was " + " or ".join(actor.name for actor in wanted.who)
    if wanted.narrowed:
        return f"the record does not tell whether it was {' '.join(wanted.narrowed)}"
    if wanted.until is not None and end > wanted.until:
        return "its days are not told closely enough to say that it was earlier"
    if not any(item.origin == "text" or item.status == "asserted" for item in tellings):
        return "no report dates it in words"
    if happening.independent < 2 and happening.confidence < SURE:
        return f"one source tells it, and it was read with little confidence ({happening.confidence:.2f})"
    if _twin(wanted, happening, own):
        return "it may be the claim's own event, told with another day"
    return None


def _tells(wanted: Wanted, told: Told) -> bool:
    """True if a mention by itself tells something of the claim's kind, between its parties, as having happened."""
    asked = wanted.question
    if told.status not in ("asserted", "background") or not wanted.sought.fits(told):
        return False
    actors, recipients = ({party.country for party in side} for side in (told.actors, told.recipients))
    place = told.where.country if told.where else None
    if asked.place and place is not None and place not in asked.place:
        return False
    if asked.mode or not asked.actor:
        between = _among(asked.actor, actors) and _among(asked.recipient, recipients | {place})
    else:  # what has no mode may be mutual
        between = _among(asked.actor, actors | recipients) and _among(asked.recipient, actors | recipients)
    return between and (not wanted.crossing or crosses(told, asked.actor))


def _among(asked: tuple[str, ...], found: set[str | None]) -> bool:
    return not asked or not found.isdisjoint(asked)


def crosses(told: Told, actors: tuple[str, ...] = ()) -> bool:
    """True if somebody, of some countries or of any, acts in a country that is not his own, or on one not told where.

    Where a place is told, that alone decides: he who receives a guest at home has not travelled.
    """
    place = told.where.country if told.where else None
    hosts = {place} if place else {party.country for party in told.recipients if party.country}
    acting = {party.country for party in told.actors if party.country}
    return any(hosts - {country} for country in acting if not actors or country in actors)


def _days(happening: Happening) -> tuple[str | None, str]:
    if happening.begin is None:
        return None, _ENDLESS
    begin = happening.begin[:10]
    end = (happening.end or happening.begin)[:10]
    whole = happening.end is not None and len(happening.end) == 10 and end > begin
    return begin, end if whole else _later(max(begin, end), 1)


def _later(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return _ENDLESS


def _bound(wanted: Wanted, happening: Happening, tellings: list[Told]) -> bool | None:
    """True if the happening was by a person or office that the claim is bound to, None if that cannot be told.

    A delegation that another person of the country leads is that person's. His office may stand in any telling.
    """
    if not wanted.who:
        return True
    answers: set[bool | None] = set()
    for actor in wanted.who:
        told = [*happening.actors, *(party for item in tellings for party in item.actors)]
        compatriots = [party for party in told if party.country == actor.country]
        named = [party for party in compatriots if _is_person(party)]
        answers.update(_is(actor, party) for party in named or compatriots)
    return True if True in answers else None if None in answers else False


def _is(actor: Actor, party: Party) -> bool | None:
    if actor.entity is not None:
        return party.entity == actor.entity if _is_person(party) else True if party.name == actor.name else None
    if actor.role is not None and party.role is not None:  # a defence minister is a minister too
        return f" {party.role.lower()}".endswith(f" {actor.role.lower()}")
    return None


def _is_person(party: Party) -> bool:
    """True for what the tables of actors know by name, but for countries."""
    return party.entity is not None and not party.entity.startswith("country:")


def _twin(wanted: Wanted, happening: Happening, own: Happening | None) -> bool:
    """True if a happening lies close before the claim's own and is told of the same actors' country."""
    event = own or wanted.event
    if event is None or wanted.until is None:
        return False
    actors = {party.country or party.name for party in event.actors}
    near = _later(_days(happening)[1], _NEAR) > wanted.until
    return near and (not actors or not actors.isdisjoint(party.country or party.name for party in happening.actors))


def verdict_of(wanted: Wanted, found: Sequence[Evidence], extent: Extent) -> tuple[str, str]:
    """The verdict on a claim of first, n-th or never, and the sentence that says why."""
    days = sorted({item.begin or "" for item in found if item.bears == "against"})
    perhaps = sum(item.bears == "perhaps" for item in found)
    if wanted.order == "nth":
        return _nth(wanted.n, len(days), perhaps, extent)
    if days:
        return CONTRADICTED, f"{_counted(len(days), 'earlier event')} of the kind found, the first on {days[0]}"
    if perhaps:
        return OPEN, f"{_counted(perhaps, 'event')} may have been earlier, but the record cannot tell"
    if wanted.undated:
        return OPEN, "no earlier event of the kind found, but its report does not date the day from which it counts"
    if speaks(extent):
        return SUPPORTED, "no earlier event of the kind found in a period that reports cover"
    return OPEN, "no earlier event of the kind found, but " + _thin(extent)


def _nth(rank: int, earlier: int, perhaps: int, extent: Extent) -> tuple[str, str]:
    """Days are counted, not happenings: two on one day may be one that was not recognised as such."""
    if earlier >= rank:
        return CONTRADICTED, f"earlier events of the kind found on {earlier} days, the claim allows {rank - 1}"
    told = f"{earlier} of {rank - 1} earlier events found"
    if earlier == rank - 1 and not perhaps and speaks(extent):
        return SUPPORTED, f"{told} in a period that reports cover"
    return OPEN, f"{told}, but " + (f"{perhaps} more may count" if perhaps else _thin(extent))


def _thin(extent: Extent) -> str:
    if extent.since is None:
        return "the claim is of all time, and no record reaches back so far"
    if not extent.naming:
        return "no report of the period names the parties"
    return (
        f"the reports that name the parties cover {extent.covered} of {_counted(extent.steps, extent.step)}"
        f" and go back to {_counted(extent.independent, 'independent source')}"
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
