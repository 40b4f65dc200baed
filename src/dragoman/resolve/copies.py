"""Near-copies: reports that print one text, cut or lightly edited.

A sketch finds candidates; whether two reports are copies is then a matter of their texts alone (how many of the shorter
one's three-word stretches stand in the other), so that neither chance nor the order of arrival decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from struct import Struct
from zlib import crc32

from rensa import RMinHash  # type: ignore[import-untyped]

STRETCH = 3  # words
ENOUGH = 0.5  # share of the shorter text's stretches that a copy has; edited wire copies have 0.8, other reports 0.1
SHORTEST = 20  # stretches; a shorter text is too often like another by chance
ROWS, BANDS, LEAD_BANDS = 3, 14, 6  # finds 97 of 100 pairs that share 0.6 of their stretches (by Jaccard)
LEAD = 80  # words: copies that are cut keep the beginning
SEED = 20_230_726
_WORD = re.compile(r"\w+")
_BAND = Struct(f"<{ROWS}Q")


def stretches(text: str) -> frozenset[str]:
    """The stretches of three words of a text."""
    words = _WORD.findall(text.lower())
    return frozenset(map(" ".join, zip(words, words[1:], words[2:], strict=False)))


def sketch(text: str) -> tuple[int, ...]:
    """The bands of a text, signed 32-bit numbers; reports that share one may be copies. Empty for a short text."""
    words = " ".join(_WORD.findall(text.lower())).encode("utf-8", "surrogatepass").split(b" ")
    items = list(map(b" ".join, zip(words, words[1:], words[2:], strict=False)))
    if len(items) < SHORTEST:
        return ()
    return (*_bands("text", items, BANDS), *_bands("lead", items[: LEAD - STRETCH + 1], LEAD_BANDS))


def _bands(name: str, items: list[bytes], bands: int) -> Iterable[int]:
    hashes = RMinHash(num_perm=ROWS * bands, seed=SEED)
    hashes.update(items)
    digest = hashes.digest()
    for band in range(bands):
        rows = digest[band * ROWS : (band + 1) * ROWS]
        yield crc32(_BAND.pack(*rows), crc32(f"{name}|{band}".encode())) - (1 << 31)


def copied(one: frozenset[str], other: frozenset[str]) -> bool:
    """True for the stretches of two texts of which one is a near-copy of the other."""
    shorter = min(len(one), len(other))
    return shorter >= SHORTEST and len(one & other) >= ENOUGH * shorter


def origin_of(days: Mapping[str, str | None]) -> str:
    """The origin of a group of copies: the report that was published first, then by its name."""
    return min(days, key=lambda name: (days[name] or "9999", name))
