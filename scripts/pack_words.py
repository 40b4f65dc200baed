"""Makes the words against which the store deflates: src/dragoman/store/packing/pack-1.txt and pack-2.txt.

    python scripts/pack_words.py

From the demo reports and their readings: the parts of readings that most of them share, and the words of their texts,
each with the commonest last, where deflate reaches them for the fewest bits. Stores hold blobs that need exactly these
files: once a store is out in the world, new words want new numbers in ``dragoman.store.packing.pack``.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dragoman.cli.demo import demo_reports
from dragoman.flow import Failure, Reader
from dragoman.store.packing import pack
from dragoman.store.packing.slim import slim

FOLDER = Path(pack.__file__).parent
BYTES = 15_000  # of each: half the window of deflate


def main() -> None:
    """Writes both files."""
    results = Reader().read_many(list(demo_reports()))
    readings = [result for result in results if not isinstance(result, Failure)]
    parts: Counter[str] = Counter()
    for reading in readings:
        slim(reading, "", lambda row: parts.update([pack.plain(row)]) or 0)
    words = Counter(word for reading in readings for word in reading.report.text.split())
    write(FOLDER / f"pack-{pack.FORMAT}.txt", parts, "")
    write(FOLDER / f"pack-{pack.TEXT}.txt", words, " ")


def write(path: Path, counted: Counter[str], between: str) -> None:
    """Writes what is commonest, at the end what is most so."""
    ranked = sorted(counted, key=lambda words: (counted[words], words))
    path.write_bytes(between.join(ranked).encode()[-BYTES:].decode(errors="ignore").encode())


if __name__ == "__main__":
    main()
