"""Names folded to keys: two spellings of one name shall have one key."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = "'’‘‛`´ʼʻʾʿʹʺˈ′″\"“”„.·"
_BLANKS = "-‐‑‒–—―_/,;:()[]|"
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "a"}
_TABLE = str.maketrans({**dict.fromkeys(_DROPPED, None), **dict.fromkeys(_BLANKS, " "), **_LETTERS, "&": " and "})
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_SHORTENED = re.compile(r"\b(?:saint|sainte|mount|fort)\b")


@lru_cache(1 << 14)
def fold(name: str) -> str:
    """The key of a name: lower case without accents, apostrophes and full stops, hyphens as blanks.

    *Saint*, *Mount* and *Fort* share a key with their abbreviations; a leading article is dropped.
    """
    folded = name.casefold()
    if not folded.isascii():
        folded = "".join(sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign))
    folded = " ".join(folded.translate(_TABLE).split())
    if _SHORTENED.search(folded):
        folded = _SHORTENED.sub(lambda found: _SHORT[found.group()], folded)
    return folded[4:] if folded.startswith("the ") and len(folded) > 4 else folded
