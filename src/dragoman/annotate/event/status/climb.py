"""From a trigger up through the words that embed it: which of them says something of it, and by which construction."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ....lexicon import load
from ....model import Parse
from ..grammar.slots import is_verb
from .clausal import bond_of, of_adverbial, of_complement, on_noun
from .nominal import of_object, of_subject
from .own import is_given
from .state import ALONG, SAME, Bond, Signature
from .words import signature_at

PREPOSITIONAL = frozenset(("pobj", "pcomp"))
LINKING = frozenset(("prep", "advmod", "agent", "dative"))
FINITE = ("VBD", "VBZ", "VBP")
_STEPS = 14


class Step(NamedTuple):
    """A word on the way up. ``bonds``: what it and the links below it do to the word below, outermost first.

    ``scope``: "all", or for the first of coordinated words what the others share with it: "aux" (modal verb and
    negation too), "but" (modal verb), "frame" (what stands around them).
    """

    token: int
    scope: str
    bonds: tuple[Bond, ...]


def way_up(parse: Parse, token: int, carrier: int | None) -> list[Step]:
    """The steps from a trigger to where it is told as a fact, the trigger first."""
    steps, at = [Step(token, "all", ())], token
    while len(steps) < _STEPS:
        head, dep = parse.heads[at], parse.deps[at]
        if head == at:
            break
        if dep == "conj":
            step = _coordinated(parse, at, head)
            if step is None:
                break
            steps.append(step)
            at = head
            continue
        step = _step(parse, at, head, dep, carrier)
        if step is None:
            break
        steps.append(step)
        if step.bonds and step.bonds[-1].signature.affirmed == step.bonds[-1].signature.negated == "fact":
            break
        at = step.token
    return steps


def _coordinated(parse: Parse, at: int, head: int) -> Step | None:
    """The step from a coordinated word to the first; None where a sentence is coordinated with an infinitive."""
    links = [child for child in parse.children_by(head, "cc", "preconj") if child < at]
    words = {parse.lower[child] for child in links}
    if not is_verb(parse, at):
        own = any(parse.deps[child] in ("det", "amod", "poss") for child in parse.children[at])
        return Step(head, "all" if words & {"or", "nor"} or not own else "frame", ())
    for link in links:
        found = signature_at(parse, link, "ing")
        if found is not None and found[1].affirmed == "denied":  # left rather than attack
            return Step(head, "frame", (bond_of(parse, link, found),))
    if "nor" in words:
        return Step(head, "frame", (Bond(Signature("denied", "denied"), "nor", links[-1]),))
    own = any(parse.deps[child] in ("aux", "nsubj", "nsubjpass", "expl") for child in parse.children[at])
    if own or parse.tags[at] in FINITE:
        infinite = parse.tags[head] == "VB" and any(
            parse.tags[child] == "TO" for child in parse.children_by(head, "aux")
        )
        again = any(parse.tags[child] == "TO" for child in parse.children_by(at, "aux"))
        return None if infinite and not again else Step(head, "frame", ())
    return Step(head, "but" if "but" in words else "aux", ())


def _step(parse: Parse, at: int, head: int, dep: str, carrier: int | None) -> Step | None:
    if dep in PREPOSITIONAL:
        return _through_preposition(parse, at, head, dep, carrier)
    if dep in ("xcomp", "ccomp", "acomp", "oprd"):
        return _one(head, of_complement(parse, at, head, dep))
    if dep in ("acl", "relcl"):
        return _one(head, on_noun(parse, at, head, dep))
    if dep == "dep" and signature_at(parse, head, "that") is not None:
        return _one(head, on_noun(parse, at, head, "acl"))
    if dep == "advcl":
        return _one(head, of_adverbial(parse, at, head))
    if dep in ("nsubj", "csubj", "nsubjpass", "csubjpass"):
        bonds = of_subject(parse, at, head, dep)
        return Step(head, "all", bonds) if bonds else None
    if dep == "appos" and parse.lemmas[at] in _occasions() and not is_given(parse, at):
        return Step(head, "all", (Bond(SAME, "", head),))  # Steel Falcon, a yearly exercise, is planned for June
    if dep == "amod":
        return None if is_given(parse, head) or is_verb(parse, at) else Step(head, "all", (Bond(ALONG, "", head),))
    if dep in ("dobj", "attr", "compound", "nmod", "dative", "agent", "npadvmod"):
        return _one(head, of_object(parse, at, head, dep, carrier))
    return None


def _one(head: int, bond: Bond | None) -> Step | None:
    return None if bond is None else Step(head, "all", (bond,))


def _through_preposition(parse: Parse, at: int, link: int, dep: str, carrier: int | None) -> Step | None:
    """The step over one or more prepositions to the word that they hang on."""
    bonds: list[Bond] = []
    kind = "ing" if dep == "pcomp" else "noun"
    while parse.deps[link] in LINKING or parse.deps[link] in PREPOSITIONAL:
        above = parse.heads[link]
        found = signature_at(parse, link, kind)
        if found is not None and not _takes(parse, above, kind, parse.lower[link]):
            given = kind == "noun" and found[1].affirmed == "ahead" and is_given(parse, at)
            given = given and not (parse.child(at, "poss") is not None and parse.lemmas[at] in _occasions())
            if given or found[1].affirmed == "fact":
                return None
            bonds.append(bond_of(parse, link, found))
        link = above
        if is_verb(parse, link) or parse.tags[link].startswith(("NN", "JJ", "VB")) or link == parse.heads[link]:
            break
    if bonds:
        return Step(link, "all", (*reversed(bonds),))
    bond = _by_preposition(parse, at, link, kind, carrier)
    return None if bond is None else Step(link, "all", (bond,))


def _own_plan(parse: Parse, noun: int) -> bool:
    """True for the plan of those who act: *will fly to Oslo for her talks with the king*."""
    whose = parse.child(noun, "poss")
    return (
        parse.lower[parse.heads[noun]] == "for"
        and whose is not None
        and parse.tags[whose] == "PRP$"
        and parse.lemmas[noun] in _plans()
    )


@cache
def _occasions() -> frozenset[str]:
    """What can be planned is called."""
    return frozenset(form for entry in load("plans").entries for form in entry.forms)


@cache
def _plans() -> frozenset[str]:
    """What visits and meetings are called."""
    named = [entry for entry in load("plans").entries if entry.value["kind"] in ("visit", "meeting")]
    return frozenset(form for entry in named for form in entry.forms)


def _takes(parse: Parse, above: int, kind: str, preposition: str) -> bool:
    """True for a verb whose act comes by a preposition that otherwise tells a circumstance: *engage in*."""
    return preposition in ("in", "into") and is_verb(parse, above) and signature_at(parse, above, kind) is not None


def _by_preposition(parse: Parse, at: int, head: int, kind: str, carrier: int | None) -> Bond | None:
    found = signature_at(parse, head, kind)
    if found is not None:
        return bond_of(parse, head, found)
    said = parse.child(head, "acomp") if parse.lemmas[head] == "be" else None
    due = None if said is None else signature_at(parse, said, "subject")
    if said is not None and due is not None and due[1].affirmed == "planned":
        return bond_of(parse, said, due)  # is due in Vienna for talks
    if head == carrier or kind == "ing":
        return Bond(SAME, "", head)
    return None if is_given(parse, at) and not _own_plan(parse, at) else Bond(SAME, "", head)
