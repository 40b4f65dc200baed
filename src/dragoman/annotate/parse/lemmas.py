"""Lemmas of verbs, nouns and adjectives from the tables that a model ships, each word looked up once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

_OF_TAG = {"V": "verb", "N": "noun", "J": "adj", "M": "verb"}
_PARTS = ("verb", "noun", "adj")
_PLAIN = frozenset(("NN", "VB", "VBP", "JJ", "NNP", "NNPS", "MD"))
_AUXILIARIES = {
    "'s": "be",
    "’s": "be",
    "'re": "be",
    "'m": "be",
    "'ve": "have",
    "'d": "have",
    "'ll": "will",
    "wo": "will",
    "ca": "can",
}


class Lemmas:
    """Rules, exceptions and known base forms for each part of speech, as WordNet's morphology has them."""

    __slots__ = ("_exceptions", "_known", "_lemma", "_rules")

    def __init__(
        self,
        rules: Mapping[str, Sequence[tuple[str, str]]],
        exceptions: Mapping[str, Mapping[str, Sequence[str]]],
        known: Mapping[str, frozenset[str]],
    ) -> None:
        self._rules, self._exceptions, self._known = rules, exceptions, known
        self._lemma = lru_cache(maxsize=200_000)(self._find)

    @staticmethod
    def of_model(nlp: Any) -> Lemmas:
        """The tables of a model's own lemmatizer, which is loaded but never run."""
        lookups = nlp.get_pipe("lemmatizer").lookups
        rules, exceptions, index = (lookups.get_table("lemma_" + name) for name in ("rules", "exc", "index"))
        known = {part: frozenset(index.get(part, ())) for part in _PARTS}
        return Lemmas(
            {part: rules.get(part, ()) for part in _PARTS}, {part: exceptions.get(part, {}) for part in _PARTS}, known
        )

    def __call__(self, word: str, tag: str) -> str:
        """The base form of a lower-case word with a Penn tag."""
        return self._lemma(word, tag)

    def _find(self, word: str, tag: str) -> str:
        part = _OF_TAG.get(tag[:1])
        if part is None or tag in ("NNP", "NNPS"):
            return word
        if part == "verb" and word in _AUXILIARIES:
            return _AUXILIARIES[word]
        irregular = self._exceptions.get(part, {}).get(word)
        if irregular:
            return irregular[0]
        known = self._known.get(part, frozenset())
        if tag in _PLAIN and (word in known or tag != "VBP"):
            return word
        return self._regular(word, part, known)

    def _regular(self, word: str, part: str, known: frozenset[str]) -> str:
        candidates = [
            word[: len(word) - len(old)] + new for old, new in self._rules.get(part, ()) if old and word.endswith(old)
        ]
        for candidate in candidates:
            if candidate in known:
                return candidate
        return word
