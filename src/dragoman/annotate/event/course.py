"""Who takes part in what a noun tells, by what they do in its course: *warned him in a call*, *said after talks*."""

from __future__ import annotations

from ...model import Parse, Party
from .grammar.slots import is_passive, is_verb, surface_subject
from .roles import Cast, words

DURING = frozenset(("during", "throughout"))
TRAVEL = frozenset(("on", "after", "before", "following"))
TALKS = frozenset(("during", "in", "at", "after", "before", "following", "ahead"))
PRESS = frozenset(("JRN", "MED"))
Sides = tuple[list[Party], list[Party]]


def travelling(parse: Parse, cast: Cast, noun: int) -> Sides:
    """The visitors, and whom they visit where a verb tells it: *spoke during a trip*, *left Quito after a visit*."""
    link, above = _over(parse, noun)
    if link == "on" and not any(parse.lower[at] in ("a", "an") for at in parse.children_by(noun, "det", "poss")):
        return [], []  # commented on the visits
    if link in TRAVEL and above is not None and not is_verb(parse, above):
        return (cast.fill([above]), []) if link == "on" else ([], [])  # the premier, on a visit to Oslo, said
    if link not in DURING | TRAVEL or above is None or (link not in DURING and is_passive(parse, above)):
        return [], []
    left = parse.children_by(above, "dobj") if parse.lemmas[above] == "leave" else []
    return cast.fill(surface_subject(parse, above)), cast.fill(left, place=True)


def talking(parse: Parse, cast: Cast, noun: int, others: list[Party]) -> Sides:
    """Both sides of talks of which the noun names none, or only ``others``; empty where one stays unknown."""
    link, above = _over(parse, noun)
    if link not in TALKS or above is None or not is_verb(parse, above):
        return [], others
    if is_passive(parse, above):
        return _told(parse, cast, above) if not others else ([], others)
    actors = cast.fill(surface_subject(parse, above))
    if others:
        return [party for party in actors if party not in others], others
    if parse.lemmas[above] in words("address"):
        addressed = cast.fill(parse.children_by(above, "dobj", "dative"))
        others = [party for party in addressed if party not in actors and PRESS.isdisjoint(party.sectors)]
    if actors and others:
        return actors, others
    their = any(parse.lower[at] == "their" for at in parse.children_by(noun, "poss"))
    return (actors[:1], actors[1:]) if len(actors) > 1 or their else ([], [])


def _told(parse: Parse, cast: Cast, verb: int) -> Sides:
    """Both sides where one is told something: *was told by the envoy in a call*."""
    by = [noun for agent in parse.children_by(verb, "agent") for noun in parse.children_by(agent, "pobj")]
    telling, addressed = cast.fill(by), cast.fill(surface_subject(parse, verb))
    spoken = parse.lemmas[verb] in words("address") and telling and addressed
    return (telling, addressed) if spoken else ([], [])


def _over(parse: Parse, noun: int) -> tuple[str, int | None]:
    """The preposition over a noun (*ahead* for *ahead of*) and what that hangs on."""
    link = parse.heads[noun]
    if parse.deps[noun] != "pobj":
        return "", None
    above = parse.heads[link]
    if parse.lower[link] == "of" and parse.lower[above] == "ahead":
        link, above = above, parse.heads[above]
    return parse.lower[link], above if above != link else None
