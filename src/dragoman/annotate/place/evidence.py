"""Whether a name in the text is a place: evidence for and against, added up.

The weights are logarithms of odds, rounded; they start from how often the parser's labels are right about places and
add what the words around the name, its candidates and the rest of the report say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...gazetteer import ABBREVIATION, Gazetteer, GazetteerPlace, fold
from ...model import Parse
from .cues import Cues
from .home import Home, bond
from .names import Hit

_BASE = {
    "GPE": 2.4,
    "LOC": 1.0,
    "FAC": -0.2,
    "ORG": -1.0,
    "PERSON": -2.6,
    "NORP": -1.0,
    "EVENT": -1.5,
    "PRODUCT": -1.5,
    "WORK_OF_ART": -2.0,
    "LAW": -2.5,
}
_NO_LABEL = -2.6
_NO_LABEL_LONG = 0.2
_UNKNOWN = {"GPE": -1.2, "LOC": 0.2, "FAC": 0.2}
_OF_NAME = 2.2  # the most that the clearest mention of a name says for its other mentions
_SHOUTED_SIZE = 200_000  # people; among words that are all in capitals, a name is told from a word by its fame
_HOPELESS = -4.0
_NEVER = -9.0
_LISTED = frozenset((",", "and", "or", ", and", ", or", "/", "and the", ", the"))
_PAIRED = frozenset(("-", "–", "/"))
_PARTIES = frozenset(("D", "R", "I", "DFL", "GOP", "Lab", "Con"))
_DASHES = frozenset(("-", "–", "—", "--", ":", "("))
_POSTAL = re.compile(r"[A-Z]{2}\Z")


@dataclass(frozen=True, slots=True)
class Context:
    """A report's parse and text, the cues, and the surnames of the people it names."""

    parse: Parse
    text: str
    cues: Cues
    gazetteer: Gazetteer
    surnames: frozenset[str]
    home: Home
    lowered: bool
    shouted: frozenset[int]  # first tokens of sentences in capitals only

    @staticmethod
    def of(parse: Parse, text: str, cues: Cues, gazetteer: Gazetteer, home: Home, lowered: bool = False) -> Context:
        """The context of one report."""
        surnames = {
            parse.lower[last - (parse.tags[last] == "POS")]
            for first, last, label in parse.entities()
            if label == "PERSON" and last - (parse.tags[last] == "POS") > first
        }
        shouted = frozenset(start for start, end in parse.sentences if _shouts(parse.words[start:end]))
        return Context(parse, text, cues, gazetteer, frozenset(surnames), home, lowered, shouted)

    def shouts(self, token: int) -> bool:
        """True if the sentence of a token is in capitals only."""
        return bool(self.shouted) and self.parse.sentences[self.parse.sentence_of(token)][0] in self.shouted

    def between(self, first: Hit, second: Hit) -> str:
        """The words between two hits."""
        return self.text[self.parse.ends[first.last] : self.parse.starts[second.first]].strip()

    def key(self, hit: Hit) -> str:
        """The folded name of a hit."""
        return fold(self.name(hit))

    def name(self, hit: Hit) -> str:
        """The words of a hit."""
        return self.text[self.parse.starts[hit.first] : self.parse.ends[hit.last]]


def _shouts(words: Sequence[str]) -> bool:
    letters = [word for word in words if word.isalpha()]
    return len(letters) > 3 and all(word.isupper() for word in letters)


def accepted(found: Sequence[Hit], context: Context) -> list[Hit]:
    """The hits that are places, in order."""
    keys = [context.key(hit) for hit in found]
    scores: list[float] = []
    for at, hit in enumerate(found):
        score = _own(hit, context) + _around(hit, context)
        if at and scores[at - 1] > -2.5 and _follows(found[at - 1], hit, context):
            score += 4.0
            scores[at - 1] += 3.0
        scores.append(score)
    _spread(found, scores, context)
    best: dict[str, float] = {}
    for key, score in zip(keys, scores, strict=True):
        best[key] = max(score, best.get(key, score))
    kept = []
    for hit, key, score in zip(found, keys, scores, strict=True):
        if score <= 0 and score > _HOPELESS and best[key] > 0 and key not in context.surnames:
            score += min(_OF_NAME, best[key] + 0.4)
        if score > 0:
            kept.append(hit)
    return kept


def _spread(found: Sequence[Hit], scores: list[float], context: Context) -> None:
    """Members of a list are of one kind: *Darfur and Malakal*, *Homs, Hama and Idlib*."""
    order = range(1, len(found))
    for pairs in (((at - 1, at) for at in order), ((at, at - 1) for at in reversed(order))):
        for known, other in pairs:
            if scores[known] >= 0.6 and -3.6 < scores[other] < 2.0:
                first, second = sorted((known, other))
                between = context.between(found[first], found[second])
                if between in _LISTED:
                    scores[other] += 1.6 if between == "," else 2.2
                elif between in _PAIRED and _acting(found[known]) and _acting(found[other]):
                    scores[other] += 2.2


def _acting(hit: Hit) -> bool:
    """A country or a capital, as in *the Washington-Seoul alliance*."""
    return any(place.kind == "country" or place.capital for place in hit.places[:3])


def _own(hit: Hit, context: Context) -> float:
    """What the parser's label and the candidates say."""
    single, label = hit.first == hit.last, hit.entity[2] if hit.entity else ""
    if not hit.places:
        return _unknown(hit, label, context)
    if (hit.last == hit.first and len(context.parse.words[hit.first]) < 2) or _generic(hit, context):
        return -9.0
    if context.lowered:
        return 0.5
    score = _BASE.get(label, _NO_LABEL if single else _NO_LABEL_LONG)
    if label and hit.entity:
        score += _in_entity(hit, hit.entity, context)
    if not single and hit.places[0].kind != "site":
        score += 0.8
    score += _prominence(hit, context)
    if -3.0 < score < 1.5 and context.home.places:
        score += _at_home(hit, context.home)
    return score


def _generic(hit: Hit, context: Context) -> bool:
    """Words that only tell what kind of place or institution something is: *International Airport*, *Superior*."""
    cues = context.cues
    kinds = (cues.civic, cues.head, cues.street, cues.front)
    if hit.first == hit.last and context.parse.lower[hit.first] in cues.heading:
        return True
    if hit.places and (hit.places[0].kind != "city" or hit.places[0].population > 200_000):
        return False
    words = [context.parse.words[token] for token in range(hit.first, hit.last + 1)]
    return all(any(word in kind for kind in kinds) or word.lower() in cues.heading or len(word) == 1 for word in words)


def _at_home(hit: Hit, home: Home) -> float:
    """A name that has a place around the outlet's home is likelier a place."""
    town = home.places[0]
    if len(home.places) > 1:
        return 0.0
    return min(1.5, 0.4 * max(bond(place, town) for place in hit.places[:30]))


def _unknown(hit: Hit, label: str, context: Context) -> float:
    parse, cues = context.parse, context.cues
    last = parse.words[hit.last]
    score = _UNKNOWN.get(label, -1.2)
    if hit.entity and (hit.first, hit.last) != hit.entity[:2] and hit.entity[1] > hit.last:
        score -= 2.0
    if last in cues.head or parse.words[hit.first] in cues.front:
        score += 1.4
    elif last in cues.street:
        score += 0.8
    if hit.first == hit.last:
        score -= 0.6
    if last in cues.civic and last not in cues.head:
        score -= 1.5
    return score


def _in_entity(hit: Hit, entity: tuple[int, int, str], context: Context) -> float:
    """A name that is only a part of an entity: the town of an institution, the surname of a person."""
    first, last, label = entity
    if hit.first <= first and hit.last >= last:
        return 0.0
    if label == "PERSON":
        return -4.0
    words, cues = context.parse.words, context.cues
    if words[hit.last + 1] in (",", "/") and hit.first == first:
        return 0.8
    rest = words[hit.last + 1 : last + 1]
    if any(word in cues.trade for word in rest):
        return -3.0
    if hit.first == first:
        if label in ("GPE", "LOC", "FAC"):
            return (
                0.0 if context.parse.lower[hit.last + 1] in (",", "'s", "’s", "/", "-") or _civic(rest, cues) else -1.5
            )
        return 2.0 if _civic(rest, cues) else -0.3
    before = context.parse.lower[hit.first - 1]
    if before in ("of", "in", "at", "for", ",", "/", "-"):
        return 1.0 if label != "GPE" else 0.0
    return -2.0 if label not in ("GPE", "LOC") else -1.0


def _civic(words: Sequence[str], cues: Cues) -> bool:
    return any(word in cues.civic or word.rstrip("s") in cues.civic for word in words)


def _prominence(hit: Hit, context: Context) -> float:
    """A country or a big city is likelier meant than a hamlet that shares its name with a word."""
    best: GazetteerPlace = hit.places[0]
    name = context.name(hit)
    if all(place.match == ABBREVIATION for place in hit.places) or (_POSTAL.match(name) and not _is_country(best)):
        return 0.0 if "." in name else -1.5
    if len(name) <= 3 and name.isupper() and best.kind not in ("country", "area"):
        return -2.0
    score = 0.0
    if best.kind in ("country", "admin1", "area", "water"):
        score += 1.6
    elif best.population > 500_000:
        score += 1.2
    elif best.population > 50_000:
        score += 0.5
    elif best.match and best.kind == "city":
        score -= 0.8
    if hit.first == hit.last and context.parse.lower[hit.first] in context.cues.stop:
        score -= 3.0
    if best.kind == "city" and best.population < _SHOUTED_SIZE and context.shouts(hit.first):
        score -= 2.0
    return score


def _is_country(place: GazetteerPlace) -> bool:
    return place.kind == "country"


def _around(hit: Hit, context: Context) -> float:
    """What the neighbouring words say."""
    parse, cues = context.parse, context.cues
    score = _before(hit, context)
    _, end = parse.sentences[parse.sentence_of(hit.first)]
    shouts = context.shouts(hit.first)
    if hit.last + 1 < end:
        word = parse.words[hit.last + 1]
        if parse.lower[hit.last + 1] in cues.after:
            score += 0.8
        elif (
            not shouts
            and hit.first == hit.last
            and word[0].isupper()
            and word not in cues.civic
            and word not in cues.head
        ):
            score -= 1.2
        if word in cues.trade:
            score -= 1.5
        if (
            parse.lower[hit.last + 1] == "-"
            and hit.last + 2 < end
            and parse.lower[hit.last + 2] in ("based", "area", "born")
        ):
            score += 2.0
    if hit.first == hit.last:
        if parse.lower[hit.first] in context.surnames:
            score -= 3.1
        if parse.tags[hit.first].startswith("PRP"):
            score -= 6.0
        elif not context.lowered and not parse.tags[hit.first].startswith("NNP"):
            score -= 1.5
        head = parse.heads[hit.first]
        if parse.deps[hit.first] in ("nsubj", "nsubjpass") and parse.lemmas[head] in cues.person_verb:
            score -= 1.5
    return score


def _before(hit: Hit, context: Context) -> float:
    parse, cues = context.parse, context.cues
    start, _ = parse.sentences[parse.sentence_of(hit.first)]
    at = hit.first - 1
    if at >= start and parse.lower[at] in ("the", "a"):
        at -= 1
    if at < start:
        return _heads_report(hit, context)
    word = parse.lower[at]
    if word == "-" and at > start and parse.words[at - 1] in _PARTIES:
        return 3.0
    if word in cues.locative:
        return 1.8
    if word == "of" and at > start:
        return 1.8 if parse.lower[at - 1] in cues.locative_of else 0.4
    if word in cues.direction:
        return 1.2 + (0.6 if at > start and parse.lower[at - 1] in cues.locative else 0.0)
    if parse.words[at] in cues.title and at == hit.first - 1:
        return -2.5
    if word == "to":
        return 0.8
    if (
        parse.words[at][0].isupper()
        and at == hit.first - 1
        and not context.shouts(at)
        and (hit.entity is None or hit.entity[0] < hit.first)
    ):
        return -1.5
    return 0.0


def _heads_report(hit: Hit, context: Context) -> float:
    """*CAIRO (Wire) --*, *Lagos, Nigeria --*: a name at the beginning of a line that a dash or bracket closes."""
    words = context.parse.words
    _, end = context.parse.sentences[context.parse.sentence_of(hit.first)]
    at = hit.last + 1
    if at < end and words[at] == ",":
        at += 2
        while at < end and at < hit.last + 5 and (words[at] == "." or words[at][0].isupper()):
            at += 1
    if at >= end or words[at] not in _DASHES:
        return 0.0
    apart = context.parse.starts[at] > context.parse.ends[at - 1] or words[at] == ":"
    return 3.2 if apart else 0.0


def _follows(child: Hit, parent: Hit, context: Context) -> bool:
    """*Athens, Ga.*, *Cobb County, Georgia*: a larger place after a comma, in which the first one lies."""
    if context.between(child, parent) != ",":
        return False
    regions = {place.admin1 for place in parent.places if place.kind == "admin1"}
    countries = {place.country for place in parent.places if place.kind == "country"}
    if not child.places:
        return bool(regions or countries)
    return any(
        place.admin1 in regions or place.country in countries for place in child.places if place.kind != "country"
    )
