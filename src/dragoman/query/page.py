"""Pages of answers, and the cursors that lead from one to the next."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ..errors import UsageError
from ..model import Question
from .ask import to_mapping

T = TypeVar("T")
LIMIT = 50
MOST = 10_000  # rows of one page
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items of an answer in its order; ``after`` is the cursor of the next page, None on the last one.

    A cursor keeps its place whatever is added to the record or taken from it meanwhile.
    """

    items: tuple[T, ...]
    after: str | None = None

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def paged(
    rows: Callable[[Key | None, int], list[tuple[T, Key]]], what: tuple[object, ...], after: str | None, limit: int
) -> Page[T]:
    """The page of a function that gives rows with their keys; ``what`` identifies the question and its order."""
    if type(limit) is not int or not 1 <= limit <= MOST:
        raise UsageError(f"limit is {limit!r}; allowed are 1 to {MOST:,}")
    found = rows(None if after is None else _key(after, what), limit + 1)
    last = found[limit - 1][1] if len(found) > limit else None
    return Page(tuple(item for item, _ in found[:limit]), None if last is None else _cursor(last, what))


def _cursor(key: Key, what: tuple[object, ...]) -> str:
    words = json.dumps([_digest(what), *key], ensure_ascii=True, separators=(",", ":"))
    return base64.urlsafe_b64encode(words.encode()).decode().rstrip("=")


def _key(cursor: str, what: tuple[object, ...]) -> Key:
    try:
        padded = cursor.strip() + "=" * (-len(cursor.strip()) % 4)
        found = json.loads(base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True))
        digest, *key = found
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise UsageError(f"cursor {cursor[:40]!r} is none; allowed is what the page before gave") from None
    if digest != _digest(what) or not all(isinstance(part, str | int | float) for part in key):
        raise UsageError("the cursor belongs to another question or order; ask again without it")
    return tuple(key)


def _digest(what: tuple[object, ...]) -> str:
    plain = [to_mapping(part) if isinstance(part, Question) else part for part in what]
    return hashlib.sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()[:12]
