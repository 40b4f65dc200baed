"""The act table and the composition of stances with acts.

``acts.csv`` gives for each key the PLOVER category and mode, the CAMEO code and the family by which stances embed it.
A stance on an act is looked up as ``stance.family`` and, where the table has no such row, by shorter keys: to ask for
the release of prisoners is ``ask.yield.release``; to ask for something that no family holds is ``ask``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...model import Event, Reason
from .ontology import Act, current

__all__ = ["HOSTILE", "QUAD", "Act", "acts", "compose", "explained", "known_code", "official", "stops", "with_codes"]

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
COOPERATIVE = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"))
HOSTILE = frozenset(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
REFUSABLE = COOPERATIVE | {"AGREE"}


def acts() -> Mapping[str, Act]:
    """All acts by key."""
    return current().acts


def known_code(code: str) -> bool:
    """True for a code of the table of codes."""
    return code in current().codes


def compose(stance: str, inner: Act | None) -> Act:
    """The act of taking a stance on another act; of taking it on nothing known where ``inner`` is None."""
    table = acts()
    key = f"{stance}.{_family(inner)}" if inner is not None and inner.family else stance
    while key not in table:
        if "." not in key:
            raise KeyError(f"no act for the stance {stance!r}")
        key = key.rpartition(".")[0]
    return table[key]


def _family(act: Act) -> str:
    """The family by which a stance embeds an act; a request stands for what it asks (*rejected the call for aid*)."""
    return act.key.partition(".")[2] or act.family if act.family == "request" else act.family


def stops(inner: Act) -> Act | None:
    """The act of ceasing another one, or None where that is no political act."""
    key = f"stop.{inner.family}"
    while key != "stop":
        if key in acts():
            return acts()[key]
        key = key.rpartition(".")[0]
    return None


def official(act: Act, status: str, refused: bool) -> Act | None:
    """The act by which PLOVER and CAMEO code a mention, or None where they code none.

    A cooperative act of the future is an agreement, a hostile one a threat (PLOVER manual 0.8, AGREE; Hu et al. 2024 on
    THREATEN). What an actor will not do it refuses (``refused``). What is otherwise denied, and what is only imagined,
    is no event.
    """
    if status == "denied":
        return compose("refuse", act) if refused and act.act in REFUSABLE else None
    if status == "hypothetical":
        return None
    if status == "planned" and act.act in COOPERATIVE:
        return compose("agree", act)
    if status == "planned" and act.act in HOSTILE:
        return compose("threaten", act)
    return act


def with_codes(event: Event, coded: Act | None) -> Event:
    """The event with its official codes, or with none where PLOVER and CAMEO code nothing."""
    if coded is None:
        return replace(event, plover=None, cameo=None, quad=None, goldstein=None)
    quad, score = QUAD.get(coded.official or ""), current().goldstein.get(coded.cameo)
    return replace(event, plover=coded.official, cameo=coded.cameo, quad=quad, goldstein=score)


def explained(event: Event, status: str, act: Act, coded: Act | None, why_not: str | None = None) -> Event:
    """The event with the rule that gave it its codes, or none: rows of the act table by their keys."""
    if coded is None:
        rule = f"code:{act.key} = none, {why_not or 'as it is ' + status}"
    elif coded.key == act.key:
        rule = f"code:{act.key} = {coded.official or 'no category'}, {coded.cameo}"
    else:
        rule = f"code:{status} {act.key} = {coded.key} = {coded.official or 'no category'}, {coded.cameo}"
    return replace(event, why=(*event.why, Reason(rule)))
