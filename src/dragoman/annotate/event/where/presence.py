"""Where those who act are said to be: *guests staying in Gao*, *speaking in Gao*, *on a visit to Gao*, *Gao, where*."""

from __future__ import annotations

from ..grammar.clause import Climb, climb, roles_of, tense
from ..mention import Mention

_SUBJECTS = ("nsubj", "nsubjpass")


def stays(mention: Mention, way: Climb) -> bool:
    """True for a place where those who act are said to stay: *protesters gathered in Gao demanded*."""
    parse, verb = mention.parse, way.verb
    if way.nouns or verb is None or not mention.physical or parse.lemmas[verb] not in roles_of("event_where")["stay"]:
        return False
    noun = parse.heads[verb]
    while parse.deps[noun] in ("conj", "appos"):
        noun = parse.heads[noun]
    acts = (mention.token, mention.carrier)
    return tense(parse, verb) == "reduced" and parse.deps[noun] == "nsubj" and parse.heads[noun] in acts


def speaks(mention: Mention, way: Climb) -> bool:
    """True for the place where somebody speaks or is on a visit, and there asks, blames or promises."""
    parse, words, verb = mention.parse, roles_of("event_where"), way.verb
    act = mention.carrier if mention.is_noun else mention.token
    if verb is None or act is None or mention.status not in ("asserted", "background"):
        return False
    if way.nouns:  # on a visit to Gao
        visit = len(way.nouns) == 1 and parse.lemmas[way.nouns[0]] in words["visit"]
        return visit and verb == act and way.links[0] in ("to", *words["at"]) and way.links[1] in ("on", "during", "at")
    if parse.tags[verb] != "VBG" or parse.lemmas[verb] not in words["speak"] or way.links[0] not in words["at"]:
        return False
    above = parse.heads[verb]
    return above == act or (parse.deps[above] in _SUBJECTS and parse.heads[above] == act)


def opened(mention: Mention) -> int | None:
    """The noun on which the clause of an act hangs with *where*: *Oslo, where two people were killed*."""
    parse = mention.parse
    verb = climb(parse, mention.token).verb if mention.is_noun else mention.token
    if verb is None or not mention.physical or parse.deps[verb] != "relcl":
        return None
    where = any(parse.lower[child] == "where" for child in parse.children_by(verb, "advmod"))
    return parse.heads[verb] if where else None
