"""The date of a scene in one number, by which most of those that share a key are told apart without being read.

Exact: two scenes whose gists are far apart would be ruled out by the feature *date* as well, whatever else they share.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from .compare.dates import UNREAL, date
from .cues import TURNED
from .view import Seen

_STAGES = ("", *sorted(UNREAL)[:1], "announced", *TURNED)  # what `date` asks of a stage
_FLAGS, _KINDS = 4, 8  # bits of a moment that are yes or no, and room for its stages
_EPOCH = 719_163  # 1970-01-01, in days since 0001-01-01 (which is 1): what is near it takes fewer bits
_WIDE, _LAG = 1 << 10, 1 << 12  # days; what does not fit has no gist and meets everything


class _Moment(NamedTuple):
    """What `date` looks at."""

    low: int
    high: int
    published: int
    dated: bool
    plain: bool
    open: bool
    backward: bool
    stage: str
    kind: str = "resignation"  # one that can be taken back: a gist does not tell the kind


def gist(seen: Seen) -> int | None:
    """The date of a scene in 47 bits, or None for one that has none or that does not fit."""
    if seen.low is None or seen.high is None or seen.published is None:
        return None
    wide, lag = seen.high - seen.low, seen.published - seen.low + _LAG
    if not (0 <= wide < _WIDE and 0 <= lag < 2 * _LAG):
        return None
    number = 1 if seen.stage in UNREAL else _STAGES.index(seen.stage) if seen.stage in _STAGES else 0
    for flag in (seen.dated, seen.plain, seen.open, seen.backward):
        number = 2 * number + flag
    return (((seen.low - _EPOCH) * _WIDE + wide) * 2 * _LAG + lag << _FLAGS) * _KINDS + number


@lru_cache(20_000)
def _moment(number: int) -> _Moment:
    rest, flags = divmod(number, _KINDS << _FLAGS)
    rest, lag = divmod(rest, 2 * _LAG)
    low, wide = divmod(rest, _WIDE)
    low += _EPOCH
    marks = (bool(flags & 8), bool(flags & 4), bool(flags & 2), bool(flags & 1))
    return _Moment(low, low + wide, low + lag - _LAG, *marks, _STAGES[flags >> _FLAGS])


def may_meet(one: int | None, other: int | None) -> bool:
    """False for two scenes whose dates rule out that they are one."""
    if one is None or other is None:
        return True
    left: Any = _moment(one)
    right: Any = _moment(other)
    return date(left, right) != "far"
