"""Streams that have been looked at, and streams with an end."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, BinaryIO

from ..errors import InputError


class Rejoined(io.RawIOBase):
    """A stream from its start, after its first bytes have been taken to look at."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def read_limited(read: Callable[[int], bytes], max_bytes: int, max_chars: int) -> bytes:
    """All bytes that a stream gives; InputError as soon as there are more than a text of ``max_chars`` can have."""
    parts, size = [], 0
    while part := read(1 << 20):
        size += len(part)
        if size > max_bytes:
            raise InputError(f"too long: more than {max_bytes:,} bytes, allowed are {max_chars:,} characters")
        parts.append(part)
    return b"".join(parts)
