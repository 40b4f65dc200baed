"""How close a number must come to what words say: half a unit of the last place that they name.

*Eight times* is said of 7.5 to 8.5, *8.3 times* of 8.25 to 8.35, *20 percent* of 19 to 21, *twice* of 1.75 to 2.25.
*About* allows a tenth. *Nearly*, *at least* and the like bound one side; on the other a quarter (below) or a half
(above) still fits, and what lies farther off is neither right nor wrong.
"""

from __future__ import annotations

import math
import re

from ..model import Figure

_DECIMALS = re.compile(r"\d[.](\d+)")
_ROUNDED = 0.05  # a round number is no more than a twentieth off: 10,000 soldiers are not 5,000
_COARSE = 8  # an eighth of a small number: twice is not said of one and a half
_ABOUT = 0.1
_SLACK_BELOW, _SLACK_ABOVE = 0.75, 1.5


def fits(figure: Figure, words: str, value: float) -> bool | None:
    """Whether a number is what a figure says: True, False, or None where the words leave it open."""
    half = half_unit(figure.value, words)
    low, high = figure.low, figure.high
    if low is None and high is None:
        return abs(value - figure.value) <= max(half, abs(figure.value) * _ABOUT)
    if low is None:
        assert high is not None
        return False if value > high + half else True if value >= _SLACK_BELOW * high - half else None
    if high is None:
        return False if value < low - half else True if value <= _SLACK_ABOVE * low + half else None
    return low - half <= value <= high + half


def agree(one: Figure, words: str, other: Figure, others: str) -> bool:
    """Whether two figures say the same, as closely as their words commit to."""
    least = min(half_unit(one.value, words), half_unit(other.value, others))
    return bool(fits(one, words, other.value) or fits(other, others, one.value)) or abs(one.value - other.value) < least


def half_unit(value: float, words: str) -> float:
    """Half a unit of the last place that the words name; of round numbers, of their last place that is not zero."""
    found = _DECIMALS.search(words)
    size = abs(value)
    if found is not None:
        scale = 10.0 ** math.floor(math.log10(size / max(_leading(words), 1e-12)) + 0.5) if size > 0 else 1.0
        return float(0.5 * 10 ** -len(found[1]) * scale)
    if size != int(size):
        return min(0.5, size / _COARSE)
    place = 1
    while size and size % (place * 10) == 0:
        place *= 10
    return max(min(0.5, size / _COARSE), min(place / 2, size * _ROUNDED))


def _leading(words: str) -> float:
    """The number that the digits alone give: 1.2 of *1.2 million*."""
    found = re.search(r"\d+(?:,\d{3})*(?:\.\d+)?", words)
    return float(found[0].replace(",", "")) if found else 1.0
