"""One event with all that tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import UsageError
from ..model import Happening, Report, Told
from ..store import Store
from ..store.select import events as select

_SHOWN = 5  # ids that an error names


@dataclass(frozen=True, slots=True)
class Version:
    """One mention of an event in its report; ``copy_of`` is the report that its own is a near-copy of."""

    told: Told
    report: Report
    copy_of: str | None = None

    @property
    def outlet(self) -> str | None:
        """Who tells it: the source of the report or, where none was given, the agency of its dateline."""
        dateline = self.report.dateline
        return self.told.source or (dateline.agency if dateline else None)


@dataclass(frozen=True, slots=True)
class Story:
    """An event and how each report tells it, in order of publication."""

    happening: Happening
    versions: tuple[Version, ...]


def event_named(store: Store, name: str) -> Happening:
    """The event of an id: its own, that of one of its mentions, or a beginning of such an id that no other has.

    UsageError if there is none or several.
    """
    wanted = name.strip()
    if not wanted:
        raise UsageError("the id of an event is empty; dragoman events lists them")
    try:
        return store.happening(wanted)
    except UsageError:
        near = select.resembling(store, wanted, _SHOWN + 1)
        found = {each.id: each for each in map(store.happening, near)}
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise UsageError(f"event {name!r} is not in the record; dragoman events lists what is")
    more = " …" if len(near) > _SHOWN else ""
    raise UsageError(f"event {name!r} may be {', '.join(near[:_SHOWN])}{more}; give more of the id")


def story(store: Store, name: str) -> Story:
    """The event of an id or of its beginning, with every mention and the report in which it stands."""
    happening = event_named(store, name)
    told = store.told(happening.mentions)
    names = list(dict.fromkeys(item.report for item in told.values()))
    reports = {each: store.report(each) for each in names}
    origins = store.origins(names)
    versions = (
        Version(item, reports[item.report], origin if (origin := origins.get(item.report)) != item.report else None)
        for item in told.values()
    )
    return Story(happening, tuple(versions))
