"""Names as keys: case, accents, dots and hyphens do not tell two names apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PARTS = re.compile(r"[-‐-―/+\s]+")
_NOISE = re.compile(r"[^\w&]|_")
_SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})


@lru_cache(maxsize=1 << 16)
def keys_of(word: str) -> tuple[str, ...]:
    """The keys of one word or name, in order: ``keys_of("al-Shabab's") == ("al", "shabab")``.

    Lower case, without accents, dots, apostrophes and a closing possessive; hyphens and blanks part keys. A word
    without any letter or digit has no keys.
    """
    if word.isascii() and word.isalpha():
        return (word.lower(),)
    low = word.replace("’", "'").replace("‘", "'").replace("`", "'").lower()
    if not low.isascii():
        spread = unicodedata.normalize("NFKD", low)
        low = "".join(char for char in spread if not unicodedata.combining(char)).lower().translate(_SPECIAL)
    return tuple(key for part in _PARTS.split(low) if (key := _bare(part)))


def _bare(part: str) -> str:
    if part.endswith("'s"):
        part = part[:-2]
    return _NOISE.sub("", part)
