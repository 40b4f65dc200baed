"""How real an act is told to be: asserted, planned, denied, hypothetical, and (by its date) background.

From the trigger the climb goes up the clauses that embed it. Each step may deny, postpone or doubt: negation, modal
verbs, conditions, questions, and the words of ``operators.toml``. The strongest finding wins; where nothing is found,
the report asserts the act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ...lexicon import load
from ...model import Parse, Reason
from .slots import SUBJECTS, is_verb

MODALS = {
    **dict.fromkeys(("will", "shall", "'ll", "wo", "’ll"), "planned"),
    **dict.fromkeys(("could", "may", "might", "can", "must", "should", "ca", "ought"), "hypothetical"),
    **dict.fromkeys(("would", "'d", "’d"), "would"),
}
CONDITIONS = frozenset(("if", "unless", "whether", "lest", "provided", "supposing"))
COMPLEMENTS = frozenset(
    "xcomp ccomp dobj pobj pcomp prep acl attr nsubjpass csubj conj nsubj agent advcl amod acomp dative relcl "
    "parataxis compound oprd".split()
)
FACTUAL = frozenset("after during since following despite in by over as amid".split())
_RANK = {"asserted": 0, "planned": 1, "hypothetical": 2, "denied": 3}


class Finding(NamedTuple):
    """What one step of the climb found, and on which token."""

    status: str
    rule: str
    token: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status of an act and the reasons for it; ``refused`` where the one who would act is said not to want to."""

    status: str
    why: tuple[Reason, ...]
    refused: bool = False


@cache
def operators() -> dict[str, str]:
    """Lemma to effect; where a word stands in several classes, the less real one counts."""
    found: dict[str, str] = {}
    for entry in load("operators").entries:
        for form in entry.forms:
            if _RANK.get(entry.value["effect"], 0) >= _RANK.get(found.get(form, "none"), 0):
                found[form] = entry.value["effect"]
    return found


def judge(parse: Parse, token: int, carrier: int | None, past_speech: bool) -> Judgement:
    """The status of the act at a trigger.

    ``past_speech``: the trigger stands in the content of a statement, so that *would* tells the future.
    """
    findings = list(_climb(parse, token, carrier, past_speech))
    if not findings:
        return Judgement("asserted", (Reason("status:told as a fact", parse.span(token, token)),))
    if sum(1 for finding in findings if finding.status == "denied") >= 2:
        findings = [finding for finding in findings if finding.status != "denied"] or findings[:1]
    worst = max(findings, key=lambda finding: _RANK[finding.status])
    refused = worst.status == "denied" and (
        any(finding.rule in _VOLITION for finding in findings) or worst.rule in ("under fail", "under failure")
    )
    return Judgement(worst.status, (Reason("status:" + worst.rule, parse.span(worst.token, worst.token)),), refused)


_VOLITION = frozenset("modal " + word for word in ("will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"))


def _climb(parse: Parse, token: int, carrier: int | None, past_speech: bool) -> Iterator[Finding]:
    at, steps = token, 0
    if not is_verb(parse, token):
        yield from _of_noun(parse, token)
        if carrier is None and _given(parse, token):
            return
    while steps < 12:
        steps += 1
        if is_verb(parse, at) or parse.tags[at].startswith("JJ"):
            yield from _of_clause(parse, at, past_speech)
        head, dep = parse.heads[at], parse.deps[at]
        if head == at or dep not in COMPLEMENTS:
            return
        if dep in ("advcl", "parataxis") or (dep in ("acl", "relcl") and parse.tags[at] != "VB"):
            return
        if dep in ("nsubj", "nsubjpass") and at != token and not is_verb(parse, token):
            return
        yield from _of_governor(parse, at, head, dep)
        at = head


def _of_noun(parse: Parse, noun: int) -> Iterator[Finding]:
    for child in parse.children[noun]:
        if parse.deps[child] == "det" and parse.lower[child] in ("no", "neither"):
            yield Finding("denied", "no before the noun", child)
        elif parse.deps[child] in ("amod", "compound", "advmod"):
            effect = operators().get(parse.lower[child]) or operators().get(parse.lemmas[child])
            if effect in _RANK:
                yield Finding(effect, "modifier " + parse.lemmas[child], child)


def _given(parse: Parse, noun: int) -> bool:
    """True for a subject that the sentence takes for granted: *if the trips meant a change* doubts no trip."""
    definite = any(
        parse.deps[child] == "poss" or parse.lower[child] in ("the", "this", "these", "those", "that")
        for child in parse.children_by(noun, "det", "poss")
    )
    return definite and parse.deps[noun] in SUBJECTS


def _of_clause(parse: Parse, verb: int, past_speech: bool) -> Iterator[Finding]:
    """Negation, modal verbs, conditions and questions at a verb, and what its infinitive means."""
    for child in parse.children[verb]:
        finding = _of_child(parse, verb, child, past_speech)
        if finding is not None:
            yield finding
    if any(parse.tags[child] == "TO" for child in parse.children_by(verb, "aux")):
        yield from _of_infinitive(parse, verb)


def _of_child(parse: Parse, verb: int, child: int, past_speech: bool) -> Finding | None:
    dep, word = parse.deps[child], parse.lower[child]
    if dep == "neg" or word == "never":
        return Finding("denied", "negation", child)
    if dep == "aux" and word in MODALS:
        kind = MODALS[word]
        status = ("planned" if past_speech else "hypothetical") if kind == "would" else kind
        return Finding(status, "modal " + word, child)
    if dep == "mark" and word in CONDITIONS:
        return Finding("hypothetical", "condition", child)
    if dep in ("nsubj", "nsubjpass") and _negative(parse, child):
        return Finding("denied", "negative subject", child)
    if dep == "advcl" and _conditional(parse, child) and any(map(_is_modal, _tags(parse, verb))):
        return Finding("hypothetical", "consequence of a condition", child)
    if dep == "punct" and word == "?":
        return Finding("hypothetical", "question", child)
    return None


def _conditional(parse: Parse, clause: int) -> bool:
    return any(parse.lower[mark] in ("if", "unless") for mark in parse.children_by(clause, "mark"))


def _tags(parse: Parse, verb: int) -> Iterator[str]:
    return (parse.tags[child] for child in parse.children_by(verb, "aux"))


def _is_modal(tag: str) -> bool:
    return tag == "MD"


def _of_infinitive(parse: Parse, verb: int) -> Iterator[Finding]:
    dep = parse.deps[verb]
    if dep == "ROOT":
        yield Finding("planned", "headline infinitive", verb)
    elif dep == "advcl":
        yield Finding("hypothetical", "purpose", verb)
    elif dep == "xcomp" and parse.lemmas[parse.heads[verb]] == "be":
        yield Finding("planned", "is to", verb)


def _negative(parse: Parse, subject: int) -> bool:
    return parse.lower[subject] in ("nobody", "none", "nothing", "neither") or any(
        parse.lower[child] in ("no", "neither") for child in parse.children_by(subject, "det")
    )


def _of_governor(parse: Parse, at: int, head: int, dep: str) -> Iterator[Finding]:
    """What the word above says of its complement."""
    if dep == "conj":
        return
    if dep == "prep" and parse.lower[at] in (
        "after",
        "during",
        "since",
        "following",
        "despite",
        "in",
        "by",
        "over",
        "as",
        "amid",
    ):
        return
    if parse.lower[head] == "without" or (parse.lower[head] == "instead"):
        yield Finding("denied", "without", head)
        return
    effect = operators().get(parse.lemmas[head]) or operators().get(parse.lower[head])
    if effect not in _RANK:
        if dep in ("acl", "relcl") and parse.tags[at] == "VB":
            yield Finding("hypothetical", "infinitive on a noun", at)
        return
    if dep in ("nsubj", "nsubjpass") and effect != "denied" and not (effect == "planned" and dep == "nsubjpass"):
        return
    if dep == "ccomp" and effect == "planned" and parse.tags[at] in ("VBD", "VBN"):
        return
    yield Finding(effect, "under " + parse.lemmas[head], head)
