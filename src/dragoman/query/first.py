"""The earliest events of a kind, and in how much they were looked for."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Happening, Question
from ..store import Store
from ..store.select import reports
from .find import events


@dataclass(frozen=True, slots=True)
class Searched:
    """What could have told: current reports published in the period of a question and by its sources.

    ``begin`` and ``end`` are the first and the last day of publication (None if there is no report or none has a
    day), ``sources`` the outlets with the number of their reports, the largest first.
    """

    reports: int
    begin: str | None
    end: str | None
    sources: tuple[tuple[str | None, int], ...]


@dataclass(frozen=True, slots=True)
class First:
    """The earliest events that answer a question, by their own day, and what was searched."""

    events: tuple[Happening, ...]
    searched: Searched


def first(store: Store, question: Question, limit: int = 5) -> First:
    """The earliest events of a question; those without a date come last."""
    return First(events(store, question, "oldest", limit=limit).items, searched(store, question))


def searched(store: Store, question: Question) -> Searched:
    """How much the record holds in which the answer could have been told."""
    outlets, begin, end = reports.outlets(store, question)
    named = tuple((outlet.source, outlet.reports) for outlet in outlets)
    return Searched(sum(outlet.reports for outlet in outlets), begin, end, named)
