"""Blobs of any length cut into pieces so short that they fill the pages of the file to the end."""

from __future__ import annotations

import sqlite3
from typing import Literal

Kind = Literal["text_pieces", "reading_pieces"]

SHORT = 360  # bytes: what a page of 4 KiB has no room for is half as much on average, and each piece costs some ten
MOST = 4_096  # pieces of one blob; a very long one is cut into longer ones


def put(connection: sqlite3.Connection, kind: Kind, owner: int, blob: bytes) -> None:
    """Writes the pieces of a blob."""
    size = max(SHORT, -(-len(blob) // MOST))
    pieces = [(owner * MOST + at, blob[start : start + size]) for at, start in enumerate(range(0, len(blob), size))]
    connection.executemany(f"INSERT INTO {kind} (id, body) VALUES (?, ?)", pieces)


def whole(connection: sqlite3.Connection, kind: Kind, owner: int) -> bytes:
    """The blob of its pieces; empty if there are none."""
    question = f"SELECT body FROM {kind} WHERE id BETWEEN ? AND ? ORDER BY id"
    return b"".join([piece for (piece,) in connection.execute(question, (owner * MOST, owner * MOST + MOST - 1))])


def drop(connection: sqlite3.Connection, kind: Kind, owner: int) -> None:
    """Deletes the pieces of a blob."""
    connection.execute(f"DELETE FROM {kind} WHERE id BETWEEN ? AND ?", (owner * MOST, owner * MOST + MOST - 1))
