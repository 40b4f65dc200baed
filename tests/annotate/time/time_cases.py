"""The marked sentences of cases.txt."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

PUBLISHED = "2023-07-26"


class Case(NamedTuple):
    """A marked sentence with the day on which it is published (None if unknown)."""

    kind: str
    published: str | None
    marked: str


def read_cases() -> list[Case]:
    """All cases, in order of the file."""
    cases, kind = [], ""
    for line in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            kind = line.strip("# ")
        elif line.strip():
            before, bar, after = line.partition(" | ")
            day = (None if before == "none" else before) if bar else PUBLISHED
            cases.append(Case(kind, day, after if bar else line))
    return cases
