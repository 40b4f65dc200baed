"""Events, mentions, statements, figures and reports that answer a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ..errors import UsageError
from ..model import Figure, Happening, Question, Reading, Statement, Told
from ..model.page.phrases import speaker_phrase
from ..model.record import to_record
from ..store import Store
from ..store.select import events as select
from ..store.select import reports as papers
from ..store.wording import wording_of
from .codes import key
from .page import LIMIT, Key, Page, paged
from .parties import country
from .snippet import Snippet, snippet_of

T = TypeVar("T")
_OF_REPORTS = ("source", "report", "since", "until", "text")
FIGURES = ("count", "money", "percent", "ratio", "measure", "ordinal")
_EMPTY = Question()


@dataclass(frozen=True, slots=True)
class Found:
    """A report that answers a question; ``mentions`` counts the events that it tells."""

    id: str
    title: str | None
    published: str | None
    day: str | None
    source: str | None
    url: str | None
    mentions: int
    snippet: Snippet | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the report that it stands in.

    ``number`` is its place among the statements of the reading, ``speaker`` who says it (None if nobody is named),
    ``country`` the speaker's, ``cue`` and ``words`` the words of the report, ``strength`` what the cue commits to.
    """

    report: str
    number: int
    day: str | None
    source: str | None
    speaker: str | None
    country: str | None
    cue: str | None
    words: tuple[str, ...]
    manner: str
    strength: str


@dataclass(frozen=True, slots=True)
class Given:
    """A figure with the report that gives it; ``words`` as they stand there, ``sentence`` around them."""

    report: str
    number: int
    day: str | None
    source: str | None
    words: str
    value: float
    low: float | None
    high: float | None
    unit: str | None
    kind: str
    compares: str | None
    with_: str | None
    of: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention with the id of the event that it tells of."""

    event: str
    told: Told


def events(
    store: Store, question: Question = _EMPTY, order: str = "newest", after: str | None = None, limit: int = LIMIT
) -> Page[Happening]:
    """The events of the record, ``newest`` or ``oldest`` by their own day, or ``most-told`` by independent sources."""
    return paged(
        lambda key, most: select.events(store, question, order, key, most), ("events", question, order), after, limit
    )


def disputed(
    store: Store, fields: Sequence[str] = (), question: Question = _EMPTY, after: str | None = None, limit: int = LIMIT
) -> Page[Happening]:
    """The events that sources tell differently, on one of some fields if they are named, the earliest first."""
    asked = question if question.disputed is not None else replace(question, disputed=True)

    def rows(key: Key | None, most: int) -> list[tuple[Happening, Key]]:
        return select.events(store, asked, "oldest", key, most, tuple(fields))

    return paged(rows, ("disputed", asked, tuple(fields)), after, limit)


def planned(store: Store, question: Question = _EMPTY) -> list[Happening]:
    """The events that some mention announces, and what was put off or called off, the earliest first.

    The latter are of the period if any day that was told for them is.
    """
    return select.planned(store, question)


def mentions(
    store: Store, question: Question = _EMPTY, order: str = "newest", after: str | None = None, limit: int = LIMIT
) -> Page[Telling]:
    """Each telling of the events of a question, ``newest`` or ``oldest`` by day of publication.

    Speaker, source, report and text single out mentions; all else asks of the events that they tell.
    """

    def rows(key: Key | None, most: int) -> list[tuple[Telling, Key]]:
        found = select.mentions_of(store, question, order, key, most)
        return [(Telling(event, told), at) for (event, told), at in found]

    return paged(rows, ("mentions", question, order), after, limit)


def reports(
    store: Store, question: Question = _EMPTY, order: str = "newest", after: str | None = None, limit: int = LIMIT
) -> Page[Found]:
    """The reports that tell such events; since and until are those of publication."""

    def rows(key: Key | None, most: int) -> list[tuple[Found, Key]]:
        return [(_found(row), at) for row, at in papers.reports(store, question, order, key, most)]

    return paged(rows, ("reports", question, order), after, limit)


def search(store: Store, question: Question, after: str | None = None, limit: int = LIMIT) -> Page[Found]:
    """The reports that hold the words of ``question.text``, the best match first, with a snippet of each.

    Source, report, since and until narrow the search. A report's rank follows from all reports, so that a cursor
    keeps its place only as long as none is added.
    """
    _only(question, "search", _OF_REPORTS)
    if question.text is None:
        raise UsageError('nothing to search for; allowed are words, "phrases", OR, NOT and beginnings such as nucl*')
    wording = wording_of(question.text)

    def rows(key: Key | None, most: int) -> list[tuple[Found, Key]]:
        found = papers.ranked(store, question, key, most)
        return [(_found(row, snippet_of(text, wording)), at) for row, text, at in found]

    return paged(rows, ("search", question), after, limit)


def statements(
    store: Store, question: Question = _EMPTY, order: str = "newest", after: str | None = None, limit: int = LIMIT
) -> Page[Said]:
    """Who says what: by speaker (a name, or the country of the speaker), source, report, period and text."""
    _only(question, "statements", ("speaker", *_OF_REPORTS))
    speakers = dict.fromkeys(word for name in question.speaker for word in (name, country(name, "speaker")) if word)
    codes = dict.fromkeys(name.upper() for name in question.speaker if len(name) == 3 and name.isupper())
    asked = Question(
        speaker=(*speakers, *codes), source=question.source, report=question.report, since=question.since,
        until=question.until, text=question.text,
    )  # fmt: skip

    def rows(key: Key | None, most: int) -> list[tuple[Said, Key]]:
        found = papers.statements(store, asked, order, key, most)
        return _in_readings(store, found, _said)

    return paged(rows, ("statements", question, order), after, limit)


def figures(
    store: Store,
    question: Question = _EMPTY,
    kind: str | None = None,
    unit: str | None = None,
    order: str = "newest",
    after: str | None = None,
    limit: int = LIMIT,
) -> Page[Given]:
    """The numbers that reports give: by kind (one of FIGURES), unit, source, report, period and text."""
    _only(question, "figures", _OF_REPORTS)
    if kind is not None:
        key(kind, FIGURES, "kind")

    def rows(beyond: Key | None, most: int) -> list[tuple[Given, Key]]:
        found = papers.figures(store, question, kind, unit, order, beyond, most)
        return _in_readings(store, found, _given)

    return paged(rows, ("figures", question, kind, unit, order), after, limit)


def _in_readings(
    store: Store,
    rows: list[tuple[papers.Row, Key]],
    make: Callable[[papers.Row, Reading], T],
) -> list[tuple[T, Key]]:
    """What stands in readings, each of which is unpacked once."""
    readings: dict[str, Reading] = {}
    for row, _ in rows:
        if row.name not in readings:
            readings[row.name] = store.reading(row.name)
    return [(make(row, readings[row.name]), at) for row, at in rows]


def _found(row: papers.Row, snippet: Snippet | None = None) -> Found:
    return Found(row.name, row.title, row.published, row.day, row.source, row.url, row.mentions, snippet)


def _said(row: papers.Row, reading: Reading) -> Said:
    item: Statement = reading.statements[row.number]
    text = reading.report.text
    actor = reading.actors[item.speaker] if item.speaker is not None and item.speaker < len(reading.actors) else None
    return Said(
        row.name, row.number, row.day, row.source, speaker_phrase(reading, row.number) or None,
        actor.country if actor else None, item.cue.of(text) if item.cue else None,
        tuple(span.of(text) for span in item.content), item.manner, item.strength,
    )  # fmt: skip


def _given(row: papers.Row, reading: Reading) -> Given:
    item: Figure = reading.figures[row.number]
    text, relation = reading.report.text, item.relation
    around = next((span for span in reading.sentences if span.contains(item.span)), item.span)
    return Given(
        row.name, row.number, row.day, row.source, item.span.of(text), item.value, item.low, item.high, item.unit,
        item.kind, relation.compares if relation else None, relation.with_ if relation else None,
        relation.of if relation else None, " ".join(around.of(text).split()),
    )  # fmt: skip


def _only(question: Question, what: str, fields: tuple[str, ...]) -> None:
    """Refuses what the tables asked know nothing of, rather than passing over it."""
    empty = to_record(_EMPTY)
    asked: dict[str, Any] = to_record(question)
    odd = [name for name in asked if asked[name] != empty[name] and name not in fields]
    if odd:
        raise UsageError(f"{what} cannot be narrowed by {', '.join(odd)}; allowed are {', '.join(fields)}")
