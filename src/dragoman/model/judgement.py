"""Whether two mentions tell of one happening, and why."""

from __future__ import annotations

from dataclasses import dataclass

VERDICTS = ("same", "different")
MACHINE = "dragoman"


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for (``score`` above 0) or against two mentions being of one happening."""

    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was judged of two mentions, ``left`` before ``right`` in the order of their ids.

    ``score`` is the sum of the features, 0 where a person judged; ``by`` is MACHINE or the person's name, ``day``
    the ISO 8601 day on which a person judged.
    """

    left: str
    right: str
    verdict: str
    score: float
    features: tuple[Feature, ...] = ()
    by: str = MACHINE
    day: str | None = None
    note: str | None = None
