"""Questions to the record: events, mentions, statements, figures, reports, counts, series."""

from .ask import of_mapping, question, to_mapping
from .count import DIMENSIONS, PERIODS, Tally, Value, count, dimensions, series
from .find import (
    FIGURES,
    Found,
    Given,
    Said,
    Telling,
    disputed,
    events,
    figures,
    mentions,
    planned,
    reports,
    search,
    statements,
)
from .first import First, Searched, first, searched
from .page import LIMIT, MOST, Page
from .snippet import Snippet
from .story import Story, Version, event_named, story

__all__ = [
    "DIMENSIONS",
    "FIGURES",
    "LIMIT",
    "MOST",
    "PERIODS",
    "First",
    "Found",
    "Given",
    "Page",
    "Said",
    "Searched",
    "Snippet",
    "Story",
    "Tally",
    "Telling",
    "Value",
    "Version",
    "count",
    "dimensions",
    "disputed",
    "event_named",
    "events",
    "figures",
    "first",
    "mentions",
    "of_mapping",
    "planned",
    "question",
    "reports",
    "search",
    "searched",
    "series",
    "statements",
    "story",
    "to_mapping",
]
