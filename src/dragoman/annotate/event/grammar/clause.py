"""Clauses: the verb that holds a word, its tense, and whether a noun stands for something told before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ....lexicon import load
from ....model import Parse
from .slots import PASSIVE_SUBJECTS, is_verb
from .slots import SUBJECTS as ACTIVE_SUBJECTS

SUBJECTS = (*ACTIVE_SUBJECTS, *PASSIVE_SUBJECTS)
POINTING = frozenset(("the", "this", "these", "those", "that", "both"))
_HANDED_DOWN = ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp")
_DEEPEST = 8  # steps up a sentence; real ones need five


@cache
def roles_of(table: str) -> dict[str, frozenset[str]]:
    """The forms of a table by the ``role`` of its entries."""
    found: dict[str, frozenset[str]] = {}
    for entry in load(table).entries:
        role = entry.value["role"]
        found[role] = found.get(role, frozenset()) | frozenset(entry.forms)
    return found


class Climb(NamedTuple):
    """The way from a word up to the verb of its clause.

    ``nouns`` lie on the way, nearest first; ``links`` are the prepositions (or "") by which the word and then each of
    the nouns hangs on the next; ``role`` is the dependency label of the last step, "prep" where a preposition made it.
    ``verb`` is None where no verb governs the word.
    """

    nouns: tuple[int, ...]
    links: tuple[str, ...]
    verb: int | None
    role: str


def climb(parse: Parse, token: int) -> Climb:
    """The way from a token to the verb above it."""
    nouns: list[int] = []
    links: list[str] = []
    at, link, role = token, "", parse.deps[token]
    for _ in range(4 * _DEEPEST):
        above = parse.heads[at]
        if above == at:
            return Climb(tuple(nouns), (*links, link), None, role)
        if is_verb(parse, above) and not _nominal(parse, above):
            return Climb(tuple(nouns), (*links, link), above, role if not link else "prep")
        if parse.deps[above] in ("prep", "agent", "dative") or parse.tags[above] in ("IN", "TO"):
            link = link or parse.lower[above]
        elif parse.tags[above][:2] in ("NN", "PR", "DT", "CD", "WP", "WD", "VB"):
            nouns.append(above)
            links.append(link)
            link, role = "", parse.deps[above]
        at = above
    return Climb(tuple(nouns), (*links, link), None, role)


def _nominal(parse: Parse, token: int) -> bool:
    """True for a participle that stands as a noun: *the accused*."""
    return parse.deps[token] in ("dobj", "nsubj", "nsubjpass", "pobj") and parse.tags[token] in ("VBN", "VBG")


def tense(parse: Parse, verb: int) -> str:
    """past, perfect, pluperfect, present, future, to, or reduced for a participle that hangs on a noun."""
    for _ in range(_DEEPEST):
        helpers = parse.children_by(verb, "aux", "auxpass")
        if not helpers and parse.deps[verb] in ("acl", "relcl", "amod") and not parse.children_by(verb, *SUBJECTS):
            return "reduced"
        words = {parse.lower[child] for child in helpers}
        if any(parse.tags[child] == "MD" for child in helpers):
            return "future"
        if any(parse.tags[child] == "TO" for child in helpers):
            return "to"
        if words & {"had", "having", "'d", "’d"}:
            return "pluperfect"
        if words & {"has", "have", "'ve", "’ve"}:
            return "perfect"
        tags = {parse.tags[verb], *(parse.tags[child] for child in helpers)}
        if "VBD" in tags:
            return "past"
        if tags & {"VBZ", "VBP"}:
            return "present"
        if parse.deps[verb] not in _HANDED_DOWN or parse.heads[verb] == verb:
            return "past" if parse.tags[verb] == "VBN" else "present"
        verb = next((above for above in parse.ancestors(verb) if is_verb(parse, above)), verb)
    return "present"


def definite(parse: Parse, noun: int) -> bool:
    """True for a noun phrase that points at something known: *the attack*, *his arrest*, not *three attacks*."""
    other = roles_of("event_when")["other"]
    children = parse.children[noun]
    if any(parse.lower[child] in other or parse.deps[child] == "nummod" for child in children if child < noun):
        return False
    return any(
        parse.deps[child] == "poss" or (parse.deps[child] == "det" and parse.lower[child] in POINTING)
        for child in children
    )


def markers(parse: Parse, verb: int) -> Iterator[str]:
    """The words that open a clause: *when*, *after*, *if*."""
    for child in parse.children[verb]:
        if parse.deps[child] in ("mark", "advmod") and child < verb and parse.tags[child] in ("IN", "WRB"):
            yield parse.lower[child]
