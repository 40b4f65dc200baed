"""Persons' judgements on the events of a store: recorded, their neighbourhood settled, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..errors import UsageError
from ..model import Happening, Judgement
from ..store import Store, settling
from .settle import settle


@dataclass(frozen=True, slots=True)
class Became:
    """The events that there are after a judgement, each once, in the order of the mentions concerned."""

    events: tuple[Happening, ...]


def merge_events(store: Store, one: str, other: str, by: str, day: str | None, note: str | None = None) -> Became:
    """Judges two events, or those of two mentions, to be one.

    UsageError if they are one already, or if that contradicts what persons judged before.
    """
    _signed(by)
    first, second = store.happening(one), store.happening(other)
    if first.id == second.id:
        raise UsageError(f"events {one!r} and {other!r} are one already: {first.id}")
    pair = sorted((first.mentions[0], second.mentions[0]))
    with store.writing():
        store.judge(Judgement(pair[0], pair[1], "same", 0.0, (), by, day, note))
        settle(store)
    return _became(store, [*first.mentions, *second.mentions])


def undo_merge(store: Store, one: str, other: str) -> Became:
    """Takes back what ``merge_events`` judged of two events; UsageError if nothing was."""
    named = sorted((_mention(one), _mention(other)))
    whole = store.happening(one).mentions
    said = [item for item in store.judgements(whole) if item.verdict == "same"]
    pairs = [(item.left, item.right) for item in said if sorted((item.left, item.right)) == named]
    if not pairs and store.happening(other).mentions == whole and len(said) == 1:
        pairs = [(said[0].left, said[0].right)]
    if not pairs:
        known = ", ".join(f"e-{item.left} and e-{item.right}" for item in said) or "none"
        raise UsageError(f"events {one!r} and {other!r} were not merged by anybody; merged in this event: {known}")
    with store.writing():
        settling.unjudge(store, pairs)
        settle(store)
    return _became(store, whole)


def split_event(
    store: Store, event: str, mentions: Sequence[str], by: str, day: str | None, note: str | None = None
) -> Became:
    """Judges some mentions of an event to tell of another than the rest of its mentions.

    UsageError for mentions that are not of the event, for all of them, or against an earlier judgement.
    """
    _signed(by)
    whole = store.happening(event).mentions
    moved = list(dict.fromkeys(map(_mention, mentions)))
    strange = [name for name in moved if name not in whole]
    if strange:
        raise UsageError(f"mention {strange[0]!r} is not of event {event!r}; its mentions are {', '.join(whole)}")
    rest = [name for name in whole if name not in moved]
    if not rest:
        raise UsageError(f"all mentions of event {event!r} were named; at least one has to stay")
    with store.writing():
        for one in moved:
            for other in rest:
                left, right = sorted((one, other))
                store.judge(Judgement(left, right, "different", 0.0, (), by, day, note))
        settle(store)
    return _became(store, whole)


def undo_split(store: Store, event: str, mentions: Sequence[str]) -> Became:
    """Takes back what ``split_event`` judged of some mentions of what is now an event; UsageError if nothing was.

    What was judged with the same words on the same day goes with it, because the rest may have fallen into several.
    """
    moved, rest = set(map(_mention, mentions)), set(store.happening(event).mentions)
    said = [item for item in store.judgements(sorted(moved)) if item.verdict == "different"]
    here = [item for item in said if {item.left, item.right} & moved and {item.left, item.right} & (rest - moved)]
    marks = {(item.by, item.day, item.note) for item in here}
    pairs = [(item.left, item.right) for item in said if (item.by, item.day, item.note) in marks]
    if not pairs:
        raise UsageError(f"nobody split {', '.join(sorted(moved))} from event {event!r}")
    with store.writing():
        settling.unjudge(store, pairs)
        settle(store)
    return _became(store, [*sorted(rest), *sorted(moved)])


def _mention(name: str) -> str:
    return name.removeprefix("e-")


def _signed(by: str) -> None:
    if not by.strip():
        raise UsageError("a judgement needs the name of who judges; none was given")


def _became(store: Store, mentions: Iterable[str]) -> Became:
    found = {item.id: item for item in map(store.happening, mentions)}
    return Became(tuple(found.values()))
