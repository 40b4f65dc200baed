"""Whether a name in the text is a place: evidence for and against, added up.

The weights are logarithms of odds, rounded; they start from how often the parser's labels are right about places and
add what the words around the name, its candidates and the rest of the report say.
"""

from __future__ import annotations

from collections.abc import Sequence

from .around import outer_evidence
from .context import Context
from .inside import own_evidence
from .names import Hit

_OF_NAME = 2.2  # the most that the clearest mention of a name says for its other mentions
_HOPELESS = -4.0
_IS_PARENT, _HAS_PARENT, _LIES_IN = 4.0, 3.0, 2.2
_LISTED = frozenset((",", "and", "or", ", and", ", or", "/", "and the", ", the"))
_PAIRED = frozenset(("-", "–", "/"))
_WITHIN = frozenset(("in", "in the", "inside", "inside the"))


def accepted(found: Sequence[Hit], context: Context) -> list[Hit]:
    """The hits that are places, in order."""
    scores = [own_evidence(hit, context) + outer_evidence(hit, context) for hit in found]
    _contain(found, scores, context)
    _spread(found, scores, context)
    keys = [context.key(hit) for hit in found]
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


def _contain(found: Sequence[Hit], scores: list[float], context: Context) -> None:
    """*Athens, Ga.*, *Rafah in the Gaza Strip*: a larger place that the first one lies in."""
    for at in range(1, len(found)):
        between = context.between(found[at - 1], found[at])
        if between == "," and scores[at - 1] > -2.5 and _holds(found[at], found[at - 1], ("country", "admin1")):
            scores[at] += _IS_PARENT
            scores[at - 1] += _HAS_PARENT
        elif between in _WITHIN and scores[at] > 0 and _holds(found[at], found[at - 1], ("country", "admin1", "area")):
            scores[at - 1] += _LIES_IN


def _holds(parent: Hit, child: Hit, kinds: tuple[str, ...]) -> bool:
    regions = {place.admin1 for place in parent.places if place.kind == "admin1"}
    countries = {place.country for place in parent.places if place.kind in kinds and place.kind != "admin1"} - {None}
    if not child.places:
        return bool(regions or countries)
    return any(
        place.admin1 in regions or place.country in countries for place in child.places if place.kind != "country"
    )


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
