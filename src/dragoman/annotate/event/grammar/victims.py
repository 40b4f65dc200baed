"""Whom an act hurts, where a clause beside it tells so."""

from __future__ import annotations

from ....model import Parse

HURTS = frozenset(("kill", "wound", "injure", "hurt", "maim"))


def victims_of(parse: Parse, act: int) -> list[int]:
    """Those killed or wounded by an act, where a clause beside it tells of them: *the raid, which killed two boys*."""
    near = [act, *parse.children_by(act, "relcl", "acl", "advcl")]
    if parse.deps[act] == "nsubj":
        near += [parse.heads[act], *parse.children_by(parse.heads[act], "advcl", "conj")]
    for verb in near:
        if parse.lemmas[verb] in HURTS and parse.tags[verb][:2] == "VB" and (found := parse.children_by(verb, "dobj")):
            return found
        if parse.lemmas[verb] == "leave" and (found := _left_dead(parse, verb)):
            return found
    return []


def _left_dead(parse: Parse, verb: int) -> list[int]:
    """Of whom *leave* tells that they are dead or wounded."""
    under = list(parse.subtree(verb))
    if not any(parse.lower[token] in ("dead", "wounded", "injured") for token in under):
        return []
    left = (token for token in under if token > verb and parse.deps[token] in ("dobj", "nsubj"))
    return [token for token in left if parse.tags[token] in ("NN", "NNS")][:1]
