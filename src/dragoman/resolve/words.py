"""The words of a mention as they are compared: stems, names and numbers, without the words that every report has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from ..lexicon.load import words_of

_TOKEN = re.compile(r"\w+(?:[.,:]\d+)*")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "s")
HEAVY = 2.0  # weight of a name or a number against 1 of another word: they tell happenings apart


@cache
def _common() -> frozenset[str]:
    return words_of("wording_common")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A lower-case word without its ending, so that *cancelled*, *cancels* and *cancellation* are one.

    Light on purpose: it only has to bring the forms of one word together, not to give a lemma.
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" else word


@lru_cache(maxsize=200_000)
def weighed(token: str) -> tuple[str, float]:
    """The form under which a word is compared and its weight; weight 0 for a word that every report has."""
    folded = fold(token)
    if folded in _common():
        return "", 0.0
    heavy = token[0].isupper() or token[0].isdigit()
    return stem(folded), HEAVY if heavy else 1.0


def fold(token: str) -> str:
    """Lower case without marks on letters."""
    plain = unicodedata.normalize("NFKD", token.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, as they stand."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=1_000)
def content(text: str) -> tuple[Mapping[str, float], float]:
    """The words of a sentence that can tell it from others, with their weights, and the sum of these."""
    found: dict[str, float] = {}
    for form, weight in map(weighed, _TOKEN.findall(text)):
        if weight > found.get(form, 0.0):
            found[form] = weight
    return found, sum(found.values())


@lru_cache(maxsize=1_000)
def lowered(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in lower case."""
    return tuple(tokens(text.lower()))


@lru_cache(maxsize=1_000)
def stems_of(text: str) -> tuple[str, ...]:
    """The same without their endings."""
    return tuple(map(stem, lowered(text)))
