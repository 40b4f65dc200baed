"""Which drafts tell of an act between political actors at all."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Party
from .draft import Draft
from .plans import may_stand_alone


def worth_telling(draft: Draft) -> bool:
    """True unless the draft lacks a party that its trigger needs, names nobody but a place, or stays at home.

    An attack on a place tells enough without an attacker, and so does one that is told with its place alone. Who
    goes to a place in the own country visits nobody.
    """
    if not named(draft) and may_stand_alone(draft):
        return True
    needs = draft.found.trigger.needs
    if (needs in ("actor", "both") and not draft.actors) or (needs in ("recipient", "both") and not draft.recipients):
        return False
    if not (draft.actors or draft.recipients) and draft.act.act != "ASSAULT":
        return False
    struck = draft.act.act == "ASSAULT" or draft.found.trigger.frame == "arrive"  # a place is reached as it is attacked
    if not draft.actors and not struck and all(map(_only_a_place, draft.recipients)):
        return False
    travels = draft.act.key == "visit" and draft.found.trigger.frame != "attend"
    return not (travels and _at_home(draft.actors, draft.recipients))


def named(draft: Draft) -> bool:
    """True if a party is named that the trigger needs; those whose affairs a conference is about need not be there."""
    lacking = draft.found.trigger.needs in ("actor", "both") and (draft.topical or draft.found.noun)
    return bool(draft.actors or (draft.recipients and not lacking))


def identified(draft: Draft) -> bool:
    """True if at least one party is known by its country, its entity or as an organisation of no country."""
    return any(
        party.country or party.entity or KNOWN & set(party.sectors) for party in (*draft.actors, *draft.recipients)
    )


def barred(draft: Draft, confidence: float) -> str | None:
    """Why a mention has no official code whatever its status, or None."""
    if not draft.act.cameo:
        return "no scheme codes it"
    if draft.presupposed:
        return "another act speaks of it"
    if draft.topical:
        return "only what it is about is told"
    if draft.turned:
        return "a plan is put off"
    if draft.promised:
        return "its promise is coded"
    if not identified(draft):
        return "nobody is identified"
    return "more likely wrong than right" if confidence < MORE_LIKELY_RIGHT else None


MORE_LIKELY_RIGHT = 0.5  # what is more likely wrong than right stays a mention, without an official code
KNOWN = frozenset("IGO NGO MNC GOV LEG JUD COP MIL REB OPP PTY".split())  # what a state and its rivals act by


def _only_a_place(party: Party) -> bool:
    """True for a place that stands for nobody in particular."""
    return not party.sectors and party.entity is None and party.role is None


def _at_home(actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """True if visitors and visited are known to be of one country, and the visited are no more than a place."""
    own = {party.country for party in actors}
    other = {party.country for party in recipients}
    return bool(own) and own == other and None not in own and all(map(_only_a_place, recipients))
