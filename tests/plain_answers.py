"""The same questions answered by looking at every event, without any SQL."""

from __future__ import annotations

from dragoman.query.parties import is_country
from dragoman.store.wording import fold, wording_of
from dragoman.who import keys_of, sectors


def holds(question, item, tellings, reports):
    """Whether an event with its mentions answers a question; ``reports`` are the reports by id."""
    return (
        all(
            not getattr(question, name) or getattr(item, name) in getattr(question, name)
            for name in ("act", "mode", "plover", "status", "stage", "quad")
        )
        and (not question.cameo or any((item.cameo or "").startswith(code) for code in question.cameo))
        and (not question.context or bool(set(question.context) & set(item.contexts)))
        and _in_period(question, item)
        and item.confidence >= question.confidence
        and item.independent >= question.sources
        and (question.disputed is None or bool(item.disputes) == question.disputed)
        and _by_parties(question, item)
        and _there(question, item)
        and any(_told(question, told, reports[told.report]) for told in tellings)
    )


def _in_period(question, item):
    since = question.since is None or (item.end is not None and item.end > question.since)
    return since and (question.until is None or (item.begin is not None and item.begin < question.until))


def _by_parties(question, item):
    both = (*item.actors, *item.recipients)
    return (
        (not question.actor or _any(question.actor, item.actors))
        and (not question.recipient or _any(question.recipient, item.recipients))
        and (not question.party or _any(question.party, both))
        and (not question.sector or any(set(party.sectors) & set(question.sector) for party in both))
    )


def _any(wanted, parties):
    return any(_is(value, party) for value in wanted for party in parties)


def _is(value, party):
    first, *rest = value.split()
    if (first in sectors() or is_country(first)) and all(word in sectors() for word in rest):
        own = first in party.sectors if first in sectors() else party.country == first
        return own and set(rest) <= set(party.sectors)
    return inside(value, party.name)


def inside(name, words):
    """Whether a name stands in some words as whole words."""
    wanted, keys = keys_of(name), keys_of(words or "")
    return bool(wanted) and any(keys[at : at + len(wanted)] == wanted for at in range(len(keys)))


def _there(question, item):
    where = item.where
    if question.place and not (where and any(_at(value, where) for value in question.place)):
        return False
    if question.area is None:
        return True
    if where is None or where.lat is None or where.lon is None:
        return False
    south, west, north, east = question.area
    across = where.lon >= west or where.lon <= east if west > east else west <= where.lon <= east
    return south <= where.lat <= north and across


def _at(value, where):
    if value.isdigit():
        return where.geonameid == int(value)
    return where.country == value if is_country(value) else keys_of(where.name) == keys_of(value)


def _told(question, told, report):
    outlet = report.source or (report.dateline.agency if report.dateline else None)
    return (
        (not question.speaker or any(inside(name, told.speaker) for name in question.speaker))
        and (not question.source or any(keys_of(name) == keys_of(outlet or "") for name in question.source))
        and (not question.report or told.report in question.report)
        and (question.text is None or _reads(wording_of(question.text), report))
    )


def _reads(wording, report):
    tokens = [
        [fold(word) for word in "".join(c if c.isalnum() else " " for c in text).split()]
        for text in (report.title or "", report.text)
    ]

    def found(term):
        return any(term.at(part, at) for part in tokens for at in range(len(part)))

    return all(any(map(found, group)) for group in wording.groups) and not any(map(found, wording.without))
