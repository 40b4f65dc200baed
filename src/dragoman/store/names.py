"""The ids that users see and the numbers that stand for them in the file."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

_OURS = re.compile(r"[0-9a-f]{16}")
_MIDDLE = 1 << 63
HAPPENING = "e-"


@lru_cache(maxsize=50_000)
def number_of(name: str) -> int:
    """The signed 64-bit number of a mention's id; of 16 hexadecimal digits in the same order, else a digest."""
    if _OURS.fullmatch(name):
        return int(name, 16) - _MIDDLE
    return digest_of(name)


def name_of(number: int) -> str:
    """The 16 hexadecimal digits of a number."""
    return f"{number + _MIDDLE:016x}"


def is_ours(name: str) -> bool:
    """Whether an id can be told from its number alone."""
    return _OURS.fullmatch(name) is not None


def digest_of(*parts: object) -> int:
    """A signed 64-bit digest of some values."""
    words = repr(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(words, digest_size=8).digest(), "big", signed=True)


def bare(name: str) -> str:
    """The id of a mention from its own or from that of the happening that it is the first mention of."""
    return name.removeprefix(HAPPENING)


def bound(word: str | None) -> str | bytes | None:
    """A word as SQLite takes it: bytes where it holds half a character, which UTF-8 lacks."""
    if word is None or word.isascii():
        return word
    try:
        word.encode()
    except UnicodeEncodeError:
        return word.encode("utf-8", "surrogatepass")
    return word


def unbound(word: str | bytes | None) -> str | None:
    """The word that was bound."""
    return word.decode("utf-8", "surrogatepass") if isinstance(word, bytes) else word
