"""What a word makes of the clause that hangs on it: complements, clauses on nouns, adverbial clauses."""

from __future__ import annotations

from ....model import Parse
from ..grammar.slots import is_verb
from .own import BARE, is_given, tells_past
from .state import ALONG, DENIED, FACT, IMAGINED, PLANNED, SAME, Bond, Signature
from .words import kind_of, signature_at

DEGREE = {"too": DENIED, "enough": Signature("past", "denied")}  # too weak to, strong enough to
ASKING = frozenset(("who", "whom", "why", "how", "where"))
TEMPORAL = frozenset("when once before until till after while as".split())
AWAITING = frozenset(("until", "till", "once"))
GENERIC = frozenset(("any", "every", "whoever", "anyone", "anybody", "everyone", "whatever"))


def bond_of(parse: Parse, token: int, found: tuple[str, Signature]) -> Bond:
    """A word's signature at work at a token, with the tense where that decides."""
    past = "past" in (found[1].affirmed, found[1].negated) and tells_past(parse, token)
    return Bond(found[1], "under " + found[0], token, past)


def construction_of(parse: Parse, at: int, dep: str) -> str:
    """The form in which a clause hangs on a word: to, ing or that."""
    tag = parse.tags[at]
    if _subjunctive(parse, at) and dep == "ccomp" and parse.lemmas[parse.heads[at]] not in BARE:
        return "that"
    marked = {parse.tags[child] for child in parse.children_by(at, "aux", "mark")}
    if "TO" in marked or (tag == "VB" and not marked & {"MD", "VBD", "VBZ", "VBP"} and parse.child(at, "mark") is None):
        return "to"
    if dep in ("xcomp", "pcomp") or (tag == "VBG" and not marked):
        return "ing"
    return "that"


def of_complement(parse: Parse, at: int, head: int, dep: str) -> Bond | None:
    """The bond of a complement clause; None where it is told as a fact."""
    verb = is_verb(parse, at)
    kind = construction_of(parse, at, dep) if verb else "to"
    said = parse.child(head, "acomp") if verb and parse.lemmas[head] == "be" else None
    if said is not None and said != at:
        head = said  # it is likely that: the clause hangs on what is said of it
    if _taken_as_done(parse, at, head, kind):
        return None
    special = _of_infinitive(parse, at, head, dep) if kind == "to" else None
    if special is not None:
        return special
    if kind == "that" and _subjunctive(parse, at):
        return Bond(IMAGINED, "subjunctive", at)
    found = signature_at(parse, head, kind)
    if found is not None:
        if kind == "that" and found[1].affirmed == "planned" and parse.tags[at] == "VBD":
            return Bond(SAME, "", head)
        return bond_of(parse, head, found)
    if kind == "to" and parse.tags[at] == "VB" and kind_of(parse.tags[head]) != "verbs":
        return Bond(IMAGINED, "infinitive under " + parse.lemmas[head], head)
    return Bond(SAME, "", head)


def _taken_as_done(parse: Parse, at: int, head: int, kind: str) -> bool:
    """True for *asked why they attacked* and for what is done by saying it: *I would like to thank the army*."""
    if kind == "that":
        return any(parse.lower[child] in ASKING for child in parse.children_by(at, "advmod", "nsubj", "dobj"))
    subject = parse.child(head, "nsubj")
    first = subject is not None and parse.lower[subject] in ("i", "we")
    wants = kind == "to" and first and parse.lemmas[head] in ("want", "wish", "like")
    return wants and signature_at(parse, at, "self") is not None


def _of_infinitive(parse: Parse, at: int, head: int, dep: str) -> Bond | None:
    """Infinitives whose bond lies in the construction and not in a word: *is to*, *has yet to*, *too weak to*."""
    if parse.lemmas[head] == "be" and dep == "xcomp" and is_verb(parse, at):
        return Bond(PLANNED, "is to", at)
    if _yet(parse, head):
        return Bond(DENIED, "yet to", head)
    if any(parse.tags[child] == "WRB" for child in parse.children_by(at, "advmod")):
        return Bond(IMAGINED, "how to", at)
    if kind_of(parse.tags[head]) == "modifiers":
        for child in parse.children_by(head, "advmod"):
            word = parse.lower[child]
            if word in DEGREE:
                return Bond(DEGREE[word], f"{word} {parse.lower[head]}", child, tells_past(parse, head))
    return None


def _subjunctive(parse: Parse, verb: int) -> bool:
    """True for *that the army withdraw*, *that he be released*."""
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None or parse.child(verb, "aux") is not None:
        return False
    bare = parse.tags[verb] == "VB" or any(parse.tags[child] == "VB" for child in parse.children_by(verb, "auxpass"))
    # the tagger reads the bare form as a present: the army withdraw
    return bare or (parse.tags[verb] == "VBP" and parse.tags[subject] == "NN" and parse.child(subject, "conj") is None)


def _yet(parse: Parse, head: int) -> bool:
    """True for *has yet to*, *is yet to*, but not for *has not yet*."""
    children = parse.children[head]
    return parse.lemmas[head] in ("have", "be") and any(
        parse.lower[child] == "yet" and parse.deps[child] == "advmod" for child in children
    )


def _awaited(parse: Parse, at: int, head: int) -> bool:
    """True for what has to happen first: *will not talk until the men are freed*, *would leave once they had left*."""
    waits = any(parse.tags[child] == "MD" for child in parse.children_by(head, "aux"))
    return waits and (
        _present(parse, at) or any(parse.lemmas[child] == "have" for child in parse.children_by(at, "aux"))
    )


def on_noun(parse: Parse, at: int, head: int, dep: str) -> Bond | None:
    """The bond of a clause on a noun: *a plan to attack*, *the claim that*, *any army that attacks*."""
    kind = construction_of(parse, at, dep)
    if kind == "to" and any(parse.tags[child] == "TO" for child in parse.children_by(at, "aux")):
        if _is_first(parse, head):
            return Bond(SAME, "first to", head)
        found = signature_at(parse, head, "to")
        return Bond(IMAGINED, "infinitive on a noun", at) if found is None else bond_of(parse, head, found)
    if parse.child(at, "mark") is not None and _subjunctive(parse, at):
        return Bond(IMAGINED, "subjunctive", at)
    if parse.child(at, "mark") is not None or (
        dep == "acl" and kind == "that" and parse.tags[at] not in ("VBN", "VBG")
    ):
        found = _belied(parse, head) or signature_at(parse, head, "that")
        return None if found is None else bond_of(parse, head, found)
    if any(parse.lower[child] in GENERIC for child in (head, *parse.children[head])) and parse.tags[at] != "VBD":
        return Bond(IMAGINED, "said of any", head)
    return (
        None if is_given(parse, head) or not (_present(parse, at) or parse.tags[at] == "VBG") else Bond(ALONG, "", head)
    )


def _belied(parse: Parse, noun: int) -> tuple[str, Signature] | None:
    """What a main clause says of a claim where it takes it back: *the claim that they attacked is a fabrication*."""
    verb = parse.heads[noun]
    if parse.deps[noun] != "nsubj" or parse.lemmas[verb] != "be" or parse.child(verb, "neg") is not None:
        return None
    said = parse.child(verb, "attr", "acomp")
    found = None if said is None else signature_at(parse, said, "that")
    return found if found is not None and found[1].affirmed == "denied" else None


def _present(parse: Parse, verb: int) -> bool:
    """True for a clause in the present tense."""
    aux = {parse.tags[child] for child in parse.children_by(verb, "aux", "auxpass")}
    return bool({parse.tags[verb], *aux} & {"VBZ", "VBP"}) and not any(
        parse.lemmas[child] == "have" for child in parse.children_by(verb, "aux")
    )


def _is_first(parse: Parse, noun: int) -> bool:
    """True for *the first*, *the only leader*, *the largest group* that does something."""
    return any(
        parse.tags[word] == "JJS" or (signature_at(parse, word, "to") or ("", FACT))[1].affirmed == "same"
        for word in (noun, *parse.children_by(noun, "amod"))
    )


def of_adverbial(parse: Parse, at: int, head: int) -> Bond | None:
    """The bond of an adverbial clause: purpose; a time or a circumstance of what is still to come."""
    if any(parse.tags[child] == "TO" for child in parse.children_by(at, "aux")):
        found = signature_at(parse, head, "to")
        if found is not None and found[1].affirmed != "past" and parse.child(head, "dobj") is None:
            return bond_of(parse, head, found)  # the parser takes the complement for an aim: vowed to
        if signature_at(parse, at, "turnout") is not None:
            return Bond(SAME, "", head)  # poured into the streets to demand: who turns out to say it says it
        found = signature_at(parse, head, "purpose")
        return Bond(IMAGINED, "purpose", at) if found is None else bond_of(parse, head, found)
    marks = {parse.lower[child] for child in parse.children_by(at, "mark", "advmod")}
    if at < head and not marks:
        for child in parse.children_by(head, "mark"):  # the parser hangs the conjunction on the main clause
            found = signature_at(parse, child, "verb")
            if child < at and found is not None:
                return Bond(found[1], "condition " + found[0], child)
    if marks & AWAITING and _awaited(parse, at, head):
        return Bond(IMAGINED, "condition in time", at)
    if "before" in marks and _present(parse, at):
        return Bond(PLANNED, "before", at)  # was tightened days before the two meet
    if marks & TEMPORAL and _present(parse, at):
        return Bond(ALONG, "", head)
    if parse.tags[at] == "VBG" and not marks and parse.child(at, "nsubj") is None and at > head:
        return Bond(ALONG, "", head)
    return None
