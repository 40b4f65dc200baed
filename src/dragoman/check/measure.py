"""Whether something was the deadliest or the largest: events of the kind are held against each other by size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..lexicon import load
from ..model import Happening, Size, Told
from ..model.page.phrases import number_phrase
from .answer import CONTRADICTED, OPEN, SUPPORTED, Evidence, Extent
from .earlier import weigh
from .extent import speaks
from .wanted import Wanted

_ANY = ("people", "killed", "injured", "arrested")
Bounds = tuple[float, float]


def measure_of(order: str) -> str | None:
    """The number of people that a superlative measures (killed, any …), or None if no number can measure it."""
    return _measures().get(order)


def outdone(
    wanted: Wanted, happenings: Sequence[Happening], told: Mapping[str, Told], own: Happening | None
) -> tuple[list[Evidence], str, str | None]:
    """The earlier events that were larger, or may have been; the measure; and the size of the claim's own event."""
    measure = measure_of(wanted.order) or "any"
    mine = _size(own.size if own else wanted.event.size if wanted.event else None, measure)
    if mine is None:
        return [], measure, None
    name, (low, high) = mine
    sizes = {item.id: item.size for item in happenings}
    found = []
    for item in weigh(wanted, happenings, told, own):
        theirs = _size(sizes[item.id], name)
        if theirs is None or theirs[1][1] < low or item.bears == "edge":
            continue
        surely = item.bears == "against" and theirs[1][0] > high
        about = f"{_range(theirs[1])} {name}, against {_range((low, high))}"
        reason = about if surely or item.bears == "against" else f"{about}; {item.reason}"
        found.append(replace(item, bears="against" if surely else "perhaps", reason=reason))
    return found, name, _range((low, high))


def verdict_on(measure: str, mine: str | None, found: Sequence[Evidence], extent: Extent) -> tuple[str, str]:
    """The verdict on a claim of record, and the sentence that says why."""
    larger = [item for item in found if item.bears == "against"]
    if mine is None:
        return OPEN, "no number is told of the claim's own event"
    if larger:
        return CONTRADICTED, f"{len(larger)} of the kind with more {measure} found, the first on {larger[0].begin}"
    if found:
        return OPEN, f"{len(found)} of the kind may have had more {measure}, but the record cannot tell"
    if speaks(extent):
        return SUPPORTED, f"none of the kind with more {measure} than {mine} found in a period that reports cover"
    return OPEN, (
        f"none of the kind with more {measure} than {mine} found, but the reports that name the parties cover "
        f"{extent.covered} of {extent.steps} {extent.step}s"
    )


def _size(size: Size | None, measure: str) -> tuple[str, Bounds] | None:
    """The number of people of a size, by the name asked for or the first that is told."""
    if size is None:
        return None
    for name in _ANY if measure == "any" else (measure,):
        bounds: Bounds | None = getattr(size, name)
        if bounds is not None:
            return name, bounds
    return None


def _range(bounds: Bounds) -> str:
    low, high = map(number_phrase, bounds)
    return low if low == high else f"{low} – {high}"


@cache
def _measures() -> Mapping[str, str]:
    return {form: entry.value["measure"] for entry in load("check_measures").entries for form in entry.forms}
