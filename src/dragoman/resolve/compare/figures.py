"""How many: people killed, injured, arrested, concerned; numbers grow from one report to the next."""

from __future__ import annotations

from ..view import Seen

LARGE = 5.0  # from here on a number is rarely the same by chance
TWICE, MANY = 2.0, 5.0


def figures(one: Seen, other: Seen) -> str | None:
    """The case of the feature *figures*: the best agreement of any count, or else the worst difference."""
    worst, case = 0.0, None
    for mine, yours in zip(one.counts, other.counts, strict=True):
        if mine is None or yours is None:
            continue
        if mine[0] <= yours[1] and yours[0] <= mine[1]:
            if one.told.words == other.told.words and one.told.report == other.told.report:
                return "same figure in one sentence"
            return "same large figure" if max(mine[0], yours[0]) >= LARGE else "same figure"
        ratio = max(mine[0], yours[0]) / max(1.0, min(mine[1], yours[1]))
        if ratio > worst:
            worst, case = ratio, _different(ratio, _grown(one, mine, other, yours))
    return case


def _different(ratio: float, grown: bool) -> str:
    if ratio > MANY:
        return "contradict"
    return "grown" if grown else "differ much" if ratio > TWICE else "differ"


def _grown(one: Seen, mine: tuple[float, float], other: Seen, yours: tuple[float, float]) -> bool:
    """True if the later report has the larger number."""
    first, second = one.told.day or "", other.told.day or ""
    return first != second and (first < second) == (mine[0] < yours[0])
