"""Journeys: what one goes somewhere for happens where and when one goes there (*flew to Lagos on Monday to meet*)."""

from __future__ import annotations

from dataclasses import replace

from ..grammar.clause import roles_of
from ..mention import Mention


def journey(mention: Mention) -> Mention | None:
    """The going for which an act is the purpose, as a mention of its own; None where there is none."""
    parse, at = mention.parse, mention.token if not mention.is_noun else mention.carrier
    if at is None or parse.deps[at] not in ("advcl", "xcomp"):
        return None
    if not any(parse.tags[child] == "TO" for child in parse.children_by(at, "aux")):
        return None
    verb = parse.heads[at]
    if parse.lemmas[verb] not in roles_of("event_where")["journey"]:
        return None
    return replace(mention, token=verb, act=replace(mention.act, act="CONSULT", mode="visit"), carrier=None)
