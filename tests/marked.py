"""Marked sentences: cases that read like prose.

    "Talks opened <time value=2024-05 mod=START>in early May</time>."

A mark is ``<name key=value ...>words</name>``; a value with blanks stands in double quotes. Marks may nest. Bad
markup is an error, so that a case cannot pass by testing nothing. A sentence without marks is a case as well:
nothing may be found in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(r"<(?P<close>/)?(?P<name>[a-z]+)(?P<rest>(?:\s+[\w-]+=(?:\"[^\"]*\"|[^\s>]+))*)\s*>")
_PAIR = re.compile(r"([\w-]+)=(?:\"([^\"]*)\"|(\S+))")


@dataclass(frozen=True)
class Mark:
    """One mark: its name, the characters it covers in the plain text, and what it says of them."""

    name: str
    start: int
    end: int
    says: tuple[tuple[str, str], ...]

    def get(self, key: str) -> str | None:
        """The value of a key, or None."""
        return dict(self.says).get(key)


def read_marks(case: str) -> tuple[str, list[Mark]]:
    """The plain text of a marked one and its marks in order; ValueError for markup that is not well formed."""
    plain, marks, open_, at = "", [], [], 0
    for tag in _TAG.finditer(case):
        plain += _words(case, at, tag.start())
        at = tag.end()
        if not tag["close"]:
            open_.append((tag["name"], len(plain), tuple((key, a or b) for key, a, b in _PAIR.findall(tag["rest"]))))
            continue
        if not open_ or open_[-1][0] != tag["name"]:
            raise ValueError(f"</{tag['name']}> closes nothing in: {case}")
        name, start, says = open_.pop()
        marks.append(Mark(name, start, len(plain), says))
    plain += _words(case, at, len(case))
    if open_:
        raise ValueError(f"<{open_[-1][0]}> is not closed in: {case}")
    return plain, sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _words(case: str, start: int, end: int) -> str:
    words = case[start:end]
    if "<" in words or ">" in words:
        raise ValueError(f"a stray angle bracket in: {case}")
    return words
