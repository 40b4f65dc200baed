"""What the words around a name say of whether it is a place."""

from __future__ import annotations

from .context import Context
from .names import Hit

_PARTIES = frozenset(("D", "R", "I", "DFL", "GOP", "Lab", "Con"))
_DASHES = frozenset(("-", "–", "—", "--", ":", "("))
_LIVES = frozenset(("based", "area", "born"))


def outer_evidence(hit: Hit, context: Context) -> float:
    """Evidence from the neighbouring words, in logarithms of odds."""
    score = _before(hit, context) + _after(hit, context)
    if hit.first == hit.last:
        score += _grammar(hit.first, context)
    if _governs(hit, context):
        score += 1.8
    return score


def _governs(hit: Hit, context: Context) -> bool:
    """*Pyongyang said*: a country, a capital or a seat of power that does what governments do."""
    parse = context.parse
    if parse.deps[hit.last] not in ("nsubj", "nsubjpass") or not any(
        place.capital or place.kind in ("country", "site") for place in hit.places[:3]
    ):
        return False
    return parse.lemmas[parse.heads[hit.last]] in context.cues.actor_verb


def _after(hit: Hit, context: Context) -> float:
    parse, cues = context.parse, context.cues
    end = parse.sentences[parse.sentence_of(hit.first)][1]
    follows = hit.last + 1
    if follows >= end:
        return 0.0
    word, score = parse.words[follows], 0.0
    if parse.lower[follows] in cues.after:
        score += 0.8
    elif hit.first == hit.last and word[0].isupper() and not context.shouts(hit.first):
        score -= 0.0 if word in cues.civic or word in cues.head else 1.2
    if word in cues.trade:
        score -= 1.5
    if word == "-" and follows + 1 < end and parse.lower[follows + 1] in _LIVES:
        score += 2.0
    return score


def _grammar(token: int, context: Context) -> float:
    """A single word: a surname of the report, a pronoun or common noun, the subject of what only people do."""
    parse, score = context.parse, 0.0
    if parse.lower[token] in context.surnames:
        score -= 3.1
    if parse.tags[token].startswith("PRP"):
        score -= 6.0
    elif not context.lowered and not parse.tags[token].startswith("NNP"):
        score -= 1.5
    subject = parse.deps[token] in ("nsubj", "nsubjpass")
    if subject and parse.lemmas[parse.heads[token]] in context.cues.person_verb:
        score -= 1.5
    return score


def _before(hit: Hit, context: Context) -> float:
    parse, cues = context.parse, context.cues
    start = parse.sentences[parse.sentence_of(hit.first)][0]
    at = hit.first - 1
    if at >= start and parse.lower[at] in ("the", "a"):
        at -= 1
    if at < start:
        return _heads_report(hit, context)
    word = parse.lower[at]
    if word == "-" and at > start and parse.words[at - 1] in _PARTIES:
        return 3.0
    if word in cues.locative or parse.lemmas[at] in cues.locative:
        return 1.8
    if word == "of" and at > start:
        home_of = parse.words[at - 1] == ","  # Ann Miller, 19, of Salem
        return 1.8 if home_of or parse.lower[at - 1] in cues.locative_of else 0.4
    if word in cues.direction:
        return 1.8 if at > start and parse.lower[at - 1] in cues.locative else 1.2
    if word == "to":
        return 0.8
    return _capital_before(at, hit, context) if at == hit.first - 1 else 0.0


def _capital_before(at: int, hit: Hit, context: Context) -> float:
    """*Judge Lancaster*, *Abraham Lincoln*: a title or another name right before."""
    word = context.parse.words[at]
    if word in context.cues.title:
        return -2.5
    apart = hit.entity is None or hit.entity[0] < hit.first
    return -1.5 if apart and word[0].isupper() and not context.shouts(at) else 0.0


def _heads_report(hit: Hit, context: Context) -> float:
    """*CAIRO (Wire) --*, *Lagos, Nigeria --*: a name at the beginning of a line that a dash or bracket closes."""
    parse = context.parse
    end = parse.sentences[parse.sentence_of(hit.first)][1]
    at = hit.last + 1
    if at < end and parse.words[at] == ",":
        at += 2
        while at < end and at < hit.last + 5 and (parse.words[at] == "." or parse.words[at][0].isupper()):
            at += 1
    if at >= end or parse.words[at] not in _DASHES:
        return 0.0
    apart = parse.starts[at] > parse.ends[at - 1] or parse.words[at] == ":"
    return 3.2 if apart else 0.0
