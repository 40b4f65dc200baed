"""The grammatical slots of a verb: who stands where around it, whatever the construction.

Passive, relative and reduced clauses, control and raising, coordination, and verbs that only carry an event noun
(*held talks*) are undone here, so that a frame sees one shape. Slots hold head tokens; coordinated and apposed
names are opened when a slot is put into a role.
"""

from __future__ import annotations

from collections.abc import Iterable

from ....model import Parse
from .purpose import aimed_at
from .victims import HURTS, victims_of

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_DEEPEST = 8  # steps up a chain of clauses; real sentences need three


def is_verb(parse: Parse, token: int) -> bool:
    """True for any form of a verb."""
    return parse.tags[token][:2] in ("VB", "MD")


def is_passive(parse: Parse, verb: int) -> bool:
    """True if the surface subject of a verb is its object."""
    kinds = {parse.deps[child] for child in parse.children[verb]}
    if kinds & {"nsubjpass", "auxpass", "csubjpass"}:
        return True
    if parse.tags[verb] not in ("VBN", "VBD") or "aux" in kinds:
        return False
    if "agent" in kinds and not kinds & set(SUBJECTS):
        return True
    if parse.tags[verb] != "VBN" or kinds & set(SUBJECTS):
        return False
    if parse.deps[verb] == "conj":
        head = parse.heads[verb]
        return is_verb(parse, head) and is_passive(parse, head) and "dobj" not in kinds
    return parse.deps[verb] in ("acl", "advcl", "relcl", "amod", "oprd", "xcomp", "ccomp")


def surface_subject(parse: Parse, verb: int, depth: int = 0) -> list[int]:
    """Heads of what stands as the subject of a verb, found through the clauses around it."""
    if depth > _DEEPEST:
        return []
    own = parse.children_by(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    head, dep = parse.heads[verb], parse.deps[verb]
    if own and not (dep == "advcl" and parse.lower[own[0]] == "each"):  # they clashed, each blaming the other
        return [antecedent(parse, verb, token) for token in own if token != verb][:1]
    if dep in ("ROOT", "advcl") and (before := _right_before(parse, verb)) is not None:
        return [before]
    if head == verb:
        return []
    if dep == "acl" or (dep == "relcl" and parse.tags[verb] in ("VBG", "VBN", "VB")):
        return _of_noun_clause(parse, verb, head, depth)
    if dep in ("conj", "advcl", "ccomp", "parataxis", "dep"):
        return _handed_down(parse, head, depth)
    if dep == "xcomp":
        return _controller(parse, head, depth)
    if dep in ("pcomp", "prep"):
        return _of_gerund(parse, head, depth)
    return []


def _right_before(parse: Parse, verb: int) -> int | None:
    """The noun before a finite verb that the parser left without a subject: *cheered as the envoy touched down*."""
    if parse.child(verb, "auxpass") is not None:
        return None
    helped = [at for at in parse.children_by(verb, "aux", "neg", "advmod") if at < verb]
    finite = [at for at in (*helped, verb) if parse.tags[at] in ("VBD", "VBZ", "VBP", "MD")]
    if not finite:
        return None
    at = min((*helped, verb)) - 1
    if at < 0 or parse.tags[at] not in ("NN", "NNS", "NNP", "NNPS", "PRP") or parse.heads[at] == verb:
        return None
    return at if parse.deps[at] in ("pobj", "conj", "dobj", "appos", "attr") else None


def antecedent(parse: Parse, verb: int, token: int) -> int:
    """The noun that a relative pronoun stands for, or the token itself."""
    if parse.lower[token] in RELATIVE and parse.tags[token] in ("WDT", "WP", "IN", "DT"):
        clause = verb
        for _ in range(_DEEPEST):
            if parse.deps[clause] == "relcl":
                return parse.heads[clause]
            if parse.heads[clause] == clause:
                break
            clause = parse.heads[clause]
    return token


def _of_noun_clause(parse: Parse, verb: int, noun: int, depth: int) -> list[int]:
    """Of a clause on a noun: the noun does it (*troops holding the town*), or who has the noun (*a plan to attack*)."""
    infinitive = any(parse.lower[child] == "to" and parse.tags[child] == "TO" for child in parse.children[verb])
    ranked = any(parse.lower[child] in RANKED for child in parse.children_by(noun, "amod"))
    if not infinitive or (ranked and parse.deps[noun] in ("attr", "nsubj")):
        return [noun]
    owner = parse.children_by(noun, "poss")
    if owner:
        return owner
    governor = parse.heads[noun]
    if parse.deps[noun] == "pobj":  # notified Japan of a plan to launch
        governor = parse.heads[governor]
    if governor != noun and is_verb(parse, governor):
        return surface_subject(parse, governor, depth + 1)
    return []


RANKED = frozenset(("first", "second", "third", "last", "only", "latest", "next"))  # the first official to visit Peru


def _handed_down(parse: Parse, head: int, depth: int) -> list[int]:
    if is_verb(parse, head):
        return surface_subject(parse, head, depth + 1)
    if parse.deps[head] in ("acomp", "oprd") and is_verb(parse, parse.heads[head]):  # the envoys are due to meet
        return surface_subject(parse, parse.heads[head], depth + 1)
    return parse.children_by(head, *SUBJECTS, *PASSIVE_SUBJECTS)[:1]


SUBJECT_CONTROL = frozenset(
    "promise vow threaten pledge agree swear use phone telephone visit meet see write tour take hold stage do".split()
)


def _controller(parse: Parse, head: int, depth: int) -> list[int]:
    """Who is meant to do what an infinitive says: the object of *urge*, the subject of *promise* and of *want*."""
    if not is_verb(parse, head):
        return _handed_down(parse, head, depth)
    objects = parse.children_by(head, "dobj", "dative")
    if objects and parse.lemmas[head] not in SUBJECT_CONTROL:
        return objects[:1]
    return surface_subject(parse, head, depth + 1)


def _of_gerund(parse: Parse, head: int, depth: int) -> list[int]:
    """Of a clause under a preposition: *accused Russia of bombing*, *criticised for bombing*, *after bombing*."""
    governor = parse.heads[head]
    if not is_verb(parse, governor):
        return parse.children_by(governor, "poss") or _in_process(parse, governor, depth)
    objects = parse.children_by(governor, "dobj")
    if objects and parse.lower[head] in ("of", "from", "for", "into", "with"):
        return objects[:1]
    return surface_subject(parse, governor, depth + 1)


def _in_process(parse: Parse, noun: int, depth: int) -> list[int]:
    """Of a clause on a noun that its verb's subject is in: *is in the process of leaving*, *on charges of bombing*."""
    above = parse.heads[noun]
    verb = parse.heads[above]
    if parse.deps[noun] != "pobj" or parse.lower[above] not in ("in", "on", "with") or not is_verb(parse, verb):
        return []
    return parse.children_by(verb, "dobj")[:1] or surface_subject(parse, verb, depth + 1)


def verb_slots(parse: Parse, verb: int, used: Iterable[int] = ()) -> dict[str, list[int]]:
    """Slots of a verb: subj, obj, iobj, each preposition, inner (the subject of its complement clause).

    ``used`` are further words of the trigger (*went on strike against*), whose prepositions count as the verb's.
    """
    slots: dict[str, list[int]] = {}
    subject = surface_subject(parse, verb)
    if _tried(parse, verb, used):
        slots["obj"] = subject
        courts = (child for child in parse.children_by(verb, "prep") if parse.lower[child] in BEFORE)
        slots["subj"] = [noun for child in courts for noun in parse.children_by(child, "pobj")]
    elif is_passive(parse, verb):
        slots["obj"] = subject
        slots["subj"] = [
            noun for agent in parse.children_by(verb, "agent") for noun in parse.children_by(agent, "pobj")
        ]
        if not slots["subj"]:  # was given a sentence by a court
            slots["subj"] = [noun for at in parse.children_by(verb, "dobj") for noun in _by(parse, at)]
    else:
        slots["subj"] = subject
        own = objects_of(parse, verb, "dobj", "oprd")
        slots["obj"] = meant(parse, verb, own)
    for child in parse.children[verb]:
        _add_child(parse, child, slots)
    for noun in (*slots["obj"], *used):
        for child in parse.children_by(noun, "prep"):
            if parse.lower[child] in OF_THE_OBJECT:
                add_preposition(parse, child, slots)
    for noun in used:  # died in shelling by troops
        if found := _by(parse, noun):
            slots.setdefault("by", []).extend(found)
    if parse.lemmas[verb] not in HURTS and (hurt := victims_of(parse, verb)):
        slots["hurt"] = hurt
    if aims := aimed_at(parse, verb):
        slots["aim"] = aims
    return slots


def objects_of(parse: Parse, verb: int, *labels: str) -> list[int]:
    """The objects of a verb, also a number that the parser hangs on its particle: *shot down 18 of 24 drones*."""
    own = parse.children_by(verb, *labels)
    if own:
        return own
    for child in parse.children_by(verb, "advmod", "prt"):
        counted = [at for at in parse.children_by(child, "npadvmod") if at > child and parse.tags[at] == "CD"]
        if counted and parse.children_by(counted[0], "prep"):
            return counted
    return []


def _by(parse: Parse, noun: int) -> list[int]:
    """By whom something is, as a phrase on its noun tells."""
    joints = (child for child in parse.children_by(noun, "prep") if parse.lower[child] == "by")
    return [at for child in joints for at in parse.children_by(child, "pobj")]


BEFORE = ("before", "in", "at")


def _tried(parse: Parse, verb: int, used: Iterable[int]) -> bool:
    """True if who appears in court or stands trial is the one to whom it is done."""
    trial = any(parse.lower[at] == "trial" for at in (*used, *parse.children[verb]))
    return parse.lemmas[verb] == "appear" or (trial and parse.lemmas[verb] in ("stand", "go", "face", "await"))


OF_THE_OBJECT = frozenset("on against with to for from between into".split())  # imposed sanctions on, cut ties with


def meant(parse: Parse, verb: int, own: Iterable[int]) -> list[int]:
    """What a verb acts on, given its objects: for a relative pronoun, also one left out, the noun it stands for."""
    return [antecedent(parse, verb, token) for token in own] or _gap(parse, verb)


def _gap(parse: Parse, verb: int) -> list[int]:
    """The object of a relative clause that has a subject of its own: *the town that rebels shelled*."""
    if parse.deps[verb] != "relcl" or parse.tags[verb] in ("VBG", "VB"):
        return []
    subject = parse.child(verb, *SUBJECTS)
    if subject is None or parse.lower[subject] in RELATIVE:
        return []
    return [parse.heads[verb]]


def _add_child(parse: Parse, child: int, slots: dict[str, list[int]]) -> None:
    dep = parse.deps[child]
    if dep in ("prep", "dative", "agent"):
        nouns = parse.children_by(child, "pobj")
        if dep == "dative" and not nouns:
            slots.setdefault("iobj", []).append(child)
        elif dep != "agent":
            add_preposition(parse, child, slots)
    elif dep in ("ccomp", "xcomp", "advcl"):
        inner = parse.children_by(child, *SUBJECTS, *PASSIVE_SUBJECTS)
        if inner and dep != "advcl":
            slots.setdefault("inner", []).extend(inner[:1])
        elif dep == "xcomp" and parse.tags[child] == "VB":
            slots.setdefault("then", []).extend(_then(parse, child))


def _then(parse: Parse, verb: int) -> list[int]:
    """To whom the verb of an infinitive is done: *refused to respond to the envoy*, *agreed to lift the ban on*."""
    given = [token for token in parse.children_by(verb, "dative") if parse.tags[token][0] == "N"]
    joints = [child for at in (verb, *parse.children_by(verb, "dobj")) for child in parse.children_by(at, "prep")]
    after = (child for child in joints if parse.lower[child] in OF_THE_OBJECT)
    return given or [noun for child in after for noun in parse.children_by(child, "pobj")]


def add_preposition(parse: Parse, token: int, slots: dict[str, list[int]]) -> None:
    """Adds the nouns of a preposition, also of one that hangs on another (*out of*, *along with*)."""
    name = parse.lower[token]
    if name == "according" or (name == "with" and _beside(parse, token)):
        return  # that is who says it, or what is the case besides: no party to it
    nouns = parse.children_by(token, "pobj")
    if name == "in" and nouns and parse.lemmas[nouns[0]] in ("honour", "honor"):  # a dinner in honour of the guest
        for child in parse.children_by(nouns[0], "prep"):
            slots.setdefault("for", []).extend(parse.children_by(child, "pobj"))
    if name == "to" and parse.lower[token - 1] == "up" and any(parse.child(noun, "nummod") for noun in nouns):
        name = "obj"  # kidnapped up to twenty villagers
    slots.setdefault(name, []).extend(nouns)
    for child in parse.children_by(token, "prep"):
        nouns = parse.children_by(child, "pobj")
        inner = "from" if (name, parse.lower[child]) == ("out", "of") else parse.lower[child]
        slots.setdefault(inner, []).extend(nouns)


def _beside(parse: Parse, token: int) -> bool:
    """True if *with* opens a clause without a verb of its own: *, with Peru the only absentee*."""
    noun = parse.child(token, "pobj")
    if noun is None or token == 0 or parse.words[token - 1] != "," or noun + 1 >= len(parse):
        return False
    return parse.tags[noun + 1] in ("DT", "VBG", "VBN", "RB", "JJ") or parse.lower[noun + 1] in ("at", "among", "once")
