"""The life of a happening: its turns in the order of publication, and the stage that holds at the end."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Turn
from .cues import TURNED
from .view import Seen

_RANK = {"happened": 5, "cancelled": 4, "postponed": 3, "announced": 2, "denied": 1, "possible": 0}


def order(seen: Seen) -> tuple[str, str]:
    """Mentions stand by day of publication, those without one last, and then by id."""
    return seen.told.day or "9999", seen.told.id


def turns(seen: Sequence[Seen]) -> tuple[Turn, ...]:
    """One turn for each mention, in order."""
    return tuple(Turn(one.stage, one.told.id, one.told.day, one.told.begin, one.told.end) for one in seen)


def stage(seen: Sequence[Seen]) -> str:
    """The stage that holds, of mentions in order.

    What happened has happened, unless the only report of it was of a plan that was dropped or put off later. Of plans
    the last word holds: announced, postponed, cancelled; a denial or a possibility where nothing else is told.
    """
    told = {one.stage for one in seen}
    if "happened" in told and not _undone(seen):
        return "happened"
    planned = [one for one in seen if one.stage in ("announced", *TURNED)]
    if planned:
        last = max(one.told.day or "9999" for one in planned)
        return max((one.stage for one in planned if (one.told.day or "9999") == last), key=_RANK.__getitem__)
    return max(told, key=_RANK.__getitem__)


def _undone(seen: Sequence[Seen]) -> bool:
    """True if what is told as a fact gives no day and a later report tells that the plan was put off or dropped."""
    ends = [one.told.day for one in seen if one.stage in TURNED and one.told.day]
    facts = [one for one in seen if one.stage == "happened"]
    return bool(ends) and all(
        not one.dated and one.told.status == "asserted" and one.told.day and one.told.day < max(ends) for one in facts
    )
