"""A record in which events have several mentions, disputes, and no date: made of the demo reports by a plain rule."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from dragoman.model import Account, Dispute, Happening
from dragoman.store import open_store


@pytest.fixture(scope="session")
def asked_store(demo_store, tmp_path_factory):
    """The demo reports, their mentions grouped by act, day and country, whatever the resolver makes of them."""
    path = tmp_path_factory.mktemp("asked") / "asked.dragoman"
    demo_store.connection.execute("SELECT 1").fetchall()
    shutil.copy(demo_store.path, path)
    with open_store(path, write=True) as store:
        names = [f"{row[0] + (1 << 63):016x}" for row in store.connection.execute("SELECT hash FROM mentions")]
        store.drop_happenings(names)
        groups = {}
        for told in store.pending(100_000):
            country = told.actors[0].country if told.actors else told.id
            groups.setdefault((told.act, told.begin, country), []).append(told)
        store.put_happenings([happening(group) for group in groups.values()])
    with open_store(path) as store:
        yield store


def happening(group):
    """One event of some mentions."""
    outlets, reports = {told.source for told in group}, {told.report for told in group}
    statuses = sorted({told.status for told in group})
    accounts = tuple(
        Account(status, tuple(told.id for told in group if told.status == status), 1) for status in statuses
    )
    return replace(
        Happening.alone(group[0]),
        mentions=tuple(told.id for told in group),
        reports=len(reports),
        sources=len(outlets),
        independent=len(outlets),
        last=group[-1].day,
        speakers=tuple(dict.fromkeys(told.speaker for told in group if told.speaker)),
        disputes=(Dispute("status", accounts),) if len(statuses) > 1 else (),
    )


@pytest.fixture(scope="session")
def asked_events(asked_store):
    """All events of that record, each with its mentions."""
    rows = asked_store.connection.execute("SELECT hash FROM happenings").fetchall()
    found = [asked_store.happening(f"{row[0] + (1 << 63):016x}") for row in rows]
    return [(item, list(asked_store.told(item.mentions).values())) for item in found]
