"""What a name itself says of whether it is a place: the parser's label, the candidates, the entity it is part of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...gazetteer import ABBREVIATION, GazetteerPlace
from .context import Context
from .cues import Cues
from .home import Home, bond
from .names import LINKS, Hit

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
_NO_LABEL, _NO_LABEL_LONG = -2.6, 0.2
_UNKNOWN = {"GPE": -1.2, "LOC": 0.2, "FAC": 0.2}
_UNKNOWN_ELSE = -1.2
_NEVER = -9.0
_LOWERED = 0.5  # in a report without capitals the finder has been choosy already
_SHOUTED_SIZE = 200_000  # people; among words that are all in capitals, a name is told from a word by its fame
_FAMOUS = 200_000  # people; a city that is known by a generic name (*Central*, *Mobile*) is at least that big
_POSTAL = re.compile(r"[A-Z]{2}\Z")
_PLACE_LABELS = ("GPE", "LOC", "FAC")


def own_evidence(hit: Hit, context: Context) -> float:
    """Evidence from the hit alone, in logarithms of odds."""
    single, label = hit.first == hit.last, hit.entity[2] if hit.entity else ""
    if _generic(hit, context) or _people(hit, label, context):
        return _NEVER
    if not hit.places:
        return _unknown(hit, label, context)
    if single and (len(context.parse.words[hit.first]) < 2 or context.parse.lower[hit.first] in LINKS):
        return _NEVER
    if context.lowered:
        return _LOWERED
    score = _BASE.get(label, _NO_LABEL if single else _NO_LABEL_LONG)
    if hit.entity:
        score += _in_entity(hit, hit.entity, context)
    if not single and hit.places[0].kind != "site":
        score += 0.8
    score += _prominence(hit, context)
    if -3.0 < score < 1.5 and context.home.places:
        score += _at_home(hit, context.home)
    return score


def _people(hit: Hit, label: str, context: Context) -> bool:
    """*Canadian* is a people even if there is a Canadian in Texas."""
    if hit.places and (label in _PLACE_LABELS or hit.places[0].kind not in ("city", "admin2")):
        return False
    return bool(context.gazetteer.of_people(context.name(hit)))


def _generic(hit: Hit, context: Context) -> bool:
    """Words that only tell what kind of place or institution something is: *International Airport*, *Superior*."""
    cues = context.cues
    if hit.first == hit.last and context.parse.lower[hit.first] in cues.heading:
        return True
    famous = hit.places and hit.places[0].population > _FAMOUS
    if hit.places and hit.first < hit.last and (famous or hit.places[0].kind != "city"):
        return False
    if famous and hit.places[0].kind == "city":
        return False
    words = [context.parse.words[token] for token in range(hit.first, hit.last + 1)]
    return all(word in cues.generic or word.lower() in cues.heading or len(word) == 1 for word in words)


def _at_home(hit: Hit, home: Home) -> float:
    """A name that has a place around the outlet's home is likelier a place."""
    if len(home.places) > 1:
        return 0.0
    return min(2.0, 0.5 * max(bond(place, home.places[0]) for place in hit.places[:30]))


def _unknown(hit: Hit, label: str, context: Context) -> float:
    parse, cues = context.parse, context.cues
    last = parse.words[hit.last]
    score = _UNKNOWN.get(label, _UNKNOWN_ELSE)
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
    """A name that is only a part of an entity: the town of an institution, the first name of a person."""
    first, last, label = entity
    if hit.first <= first and hit.last >= last:
        return 0.0
    if label == "PERSON":
        return -4.0
    words, lower, cues = context.parse.words, context.parse.lower, context.cues
    if hit.first == first and words[hit.last + 1] in (",", "/"):
        return 0.8
    rest = words[hit.last + 1 : last + 1]
    if any(word in cues.trade for word in rest):
        return -3.0
    if hit.first == first:
        if label in _PLACE_LABELS:
            return 0.0 if lower[hit.last + 1] in ("'s", "’s", "-") or _civic(rest, cues) else -1.5
        return 2.0 if _civic(rest, cues) else -0.3
    if lower[hit.first - 1] in ("of", "in", "at", "for", ",", "/", "-"):
        return 0.0 if label == "GPE" else 1.0
    return -1.0 if label in ("GPE", "LOC") else -2.0


def _civic(words: Sequence[str], cues: Cues) -> bool:
    return any(word in cues.civic or word.rstrip("s") in cues.civic for word in words)


def _prominence(hit: Hit, context: Context) -> float:
    """A country or a big city is likelier meant than a hamlet that shares its name with a word."""
    best: GazetteerPlace = hit.places[0]
    name = context.name(hit)
    if all(place.match == ABBREVIATION for place in hit.places) or (_POSTAL.match(name) and best.kind != "country"):
        return 0.0 if "." in name else -1.5
    if len(name) <= 3 and name.isupper() and best.kind not in ("country", "area"):
        return -2.0
    score = 0.0
    if best.kind == "country" and not hit.entity:
        score += 2.8  # an unlabelled country is mostly one that the recogniser did not look at
    elif best.kind in ("country", "admin1", "area", "water"):
        score += 1.6
    elif best.kind == "site":
        score += 1.0
    elif best.capital or best.population > 500_000:
        score += 1.2
    elif best.population > 50_000:
        score += 0.5
    elif best.match and best.kind == "city":
        score -= 0.8
    if context.key(hit) in context.cues.stop:
        score -= 3.0
    if best.kind == "city" and best.population < _SHOUTED_SIZE and context.shouts(hit.first):
        score -= 2.0
    return score
