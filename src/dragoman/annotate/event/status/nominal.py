"""What a word makes of the noun that hangs on it: subjects, objects, predicate nouns, parts of compounds."""

from __future__ import annotations

from ....model import Parse
from ..grammar.slots import is_verb
from ..roles import words
from .clausal import bond_of
from .own import is_given
from .state import PLANNED, SAME, Bond, Signature
from .words import signature_at, word_at


def of_subject(parse: Parse, at: int, head: int, dep: str) -> tuple[Bond, ...]:
    """The bonds of a subject: of what is said of it (*is possible*), of a verb that only says that it takes place."""
    inner = parse.child(head, "acomp", "oprd", "attr", "xcomp")
    if inner is None and parse.lemmas[head] == "be":
        inner = _off(parse, head)
    passive = dep.endswith("pass")
    if inner is not None and any(parse.tags[child] == "TO" for child in parse.children_by(inner, "aux")):
        outer = signature_at(parse, head, "to")
        below = signature_at(parse, inner, "subject")
        ahead = outer is not None and outer[1].affirmed in ("planned", "hypothetical") and not is_given(parse, at)
        if outer is not None and (below is not None or ahead):
            return (
                bond_of(parse, head, outer),
                Bond(SAME, "", inner) if below is None else bond_of(parse, inner, below),
            )
        held = parse.lemmas[inner] in words("occurring") and parse.child(inner, "auxpass") is not None
        if parse.lemmas[head] == "be" and (below is not None or held):  # is to resume, is to be held
            return (Bond(PLANNED, "is to", inner),)
        return ()
    if inner is not None and not passive and (word_at(parse, inner, "subject") or not is_verb(parse, inner)):
        found = signature_at(parse, inner, "subject")
        if found is not None:
            return (bond_of(parse, inner, found),)
    found = of_telling(parse, at, head) if passive else None
    found = found or signature_at(parse, head, "noun" if passive else "subject")
    if found is not None:
        return (bond_of(parse, head, found),)
    if is_given(parse, at) and not passive:
        return ()
    return () if is_given(parse, at) else (Bond(SAME, "", head),)


def _off(parse: Parse, verb: int) -> int | None:
    """The adverb that alone says something of a subject: *the trip is off*, not *the trip is weeks off*."""
    bare = (at for at in parse.children_by(verb, "advmod", "prt") if not parse.children[at] and at > verb)
    return next((at for at in bare if parse.lower[at] == "off"), None)


def of_object(parse: Parse, at: int, head: int, dep: str, carrier: int | None) -> Bond | None:
    """The bond of an object, a predicate noun or the first part of a compound."""
    if head == carrier and signature_at(parse, head, "noun") is None:
        return Bond(SAME, "", head)
    found = of_telling(parse, at, head) or signature_at(parse, head, "noun")
    if found is not None:
        return bond_of(parse, head, found)
    if dep == "attr":
        return Bond(SAME, "", head)
    return None if is_given(parse, at if dep != "compound" else head) else Bond(SAME, "", head)


def of_telling(parse: Parse, at: int, head: int) -> tuple[str, Signature] | None:
    """What a denial makes of a noun that tells something: to reject claims is to deny what is claimed."""
    found = signature_at(parse, head, "that")
    if found is None or found[1].affirmed != "denied":
        return None
    told = signature_at(parse, at, "that")
    return found if told is not None and told[1].affirmed == "same" else None
