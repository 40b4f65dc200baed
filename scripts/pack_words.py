"""Writes the words against which the store packs readings, from the readings of the demo reports.

    python scripts/pack_words.py > src/dragoman/store/pack-1.txt

What stands in blobs of a form can never change: new words are a new form, with a new number.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator

from dragoman.cli.demo import demo_reports
from dragoman.flow import Failure, Reader
from dragoman.store.pack import plain
from dragoman.store.slim import slim

SIZE = 14_000  # bytes: the rest of the 32 KiB that zlib sees is for the text and for the blob itself
LEAST = 4  # reports in which a piece stands
LONGEST = 14  # tokens
_TOKEN = re.compile(r'[^,\[\]"]+|[,\[\]"]+')
_OWN = re.compile(r"[0-9a-f]{16}|\d{4}-\d\d-\d\d.*|\d{3,}|.*[A-Z][a-z].*")  # of one report: ids, days, numbers, names


def main() -> None:
    """Prints the words, the most useful last."""
    found: Counter[str] = Counter()
    for reading in Reader().read_many(list(demo_reports())):
        if not isinstance(reading, Failure):
            found.update(set(_pieces(plain(slim(reading, reading.report.sha256, lambda row: 0)))))
    ranked = sorted(((count - 1) * (len(piece) - 3), piece) for piece, count in found.items() if count >= LEAST)
    chosen: list[str] = []
    text = ""
    for _, piece in reversed(ranked):
        if len(text) > SIZE:
            break
        if piece not in text:
            chosen.append(piece)
            text += piece + "\n"
    sys.stdout.write("".join(reversed(chosen)))


def _pieces(plain: str) -> Iterator[str]:
    """Runs of tokens that may stand in other reports."""
    tokens = _TOKEN.findall(plain)
    for at in range(len(tokens)):
        piece = ""
        for token in tokens[at : at + LONGEST]:
            if _OWN.fullmatch(token):
                break
            piece += token
            if len(piece) > 4:
                yield piece


if __name__ == "__main__":
    main()
