"""What a question asks of events, as conditions in SQL with bound values.

A condition that is a list of events (``ids``) can be the way into the tables as well as a test of a row; the
others look at the columns of an event. Rows of events go by the alias h. The period stands apart (select_plan).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ...model import Question
from ..bodies import PARTS
from ..names import bound
from ..wording import wording_of
from .facets import chosen_casts, chosen_kinds, holding, is_code, is_country
from .names import actors_like, listed, outlets_like, places_like, words_like

if TYPE_CHECKING:
    from ..record import Store

Values = tuple[Any, ...]
LONG = 20_000  # events that are fetched one by one in about the time in which all are passed by
MANY = 3 * LONG  # events from which on no list of them is the shorter way, not even for counts
IN = "IN (SELECT value FROM json_each(?))"
_TOLD_BY_REPORT = "{0} IN (SELECT id FROM reports WHERE state = 'current' AND {1})"
_FOUND = "{0} IN (SELECT rowid FROM search WHERE search MATCH ?)"
_BY_REPORT = "reports r CROSS JOIN mentions m ON m.id BETWEEN r.low AND r.high"
_SIDES = {"actor": "1", "recipient": "2", "party": "1, 2", "sector": "1, 2"}


@dataclass(frozen=True, slots=True)
class Condition:
    """A test of a row of events.

    ``ids`` selects the numbers of the events that pass it, where a list is at hand, and ``length`` tells how many
    these are, or LONG and more; ``column`` is that of the index by which they are found, where it is one of events;
    ``exact``: the length is no estimate; ``covered``: the index of days holds all that the test looks at.
    """

    test: str
    values: Values = ()
    ids: str = ""
    id_values: Values = ()
    length: int = LONG
    column: str = ""
    exact: bool = False
    covered: bool = True


def conditions(store: Store, asked: Question, of_mentions: bool = True, planned: bool = False) -> list[Condition]:
    """All conditions of a question but its period; ``of_mentions``: those too that one mention must meet.

    ``planned``: only events that a mention announces, or that were put off or called off.
    """
    own = [*_facets(store, asked, planned), *_columns(store, asked), *_of_places(store, asked)]
    return [*own, *_of_mentions(store, asked)] if of_mentions else own


def all_of(parts: Iterable[Condition]) -> Condition:
    """Several conditions as one; "1" for none."""
    held = list(parts)
    return _joined(held, " AND ") if held else Condition("1")


def told(store: Store, asked: Question, report: str = "m.report") -> list[Condition]:
    """What must hold of one and the same mention (alias m): who speaks, and what ``report`` tells it."""
    found = []
    if asked.speaker:
        found.append(Condition(f"m.speaker {IN}", (listed(words_like(store, asked.speaker)),)))
    found.extend(
        Condition(_TOLD_BY_REPORT.format(report, each.test), each.values)
        for each in of_reports(store, asked)
        if each.test
    )
    if asked.text is not None:
        found.append(Condition(_FOUND.format(report), (wording_of(asked.text).fts5(),)))
    return found


def among(store: Store, ids: str, values: Values) -> Condition:
    """An event is one of a list that an expression selects."""
    return Condition(f"h.id IN ({ids})", values, ids, values, _length(store, ids, values))


def unindexed(each: Condition) -> Condition:
    """The same test of a mention, not to be used as the way to it."""
    return Condition(each.test.replace("m.", "+m.", 1), each.values)


def of_reports(store: Store, asked: Question, alias: str = "") -> list[Condition]:
    """What a question asks of the report itself: its outlet and its id."""
    found = []
    if asked.source:
        outlets = listed(outlets_like(store, asked.source))
        test = f"{alias}outlet {IN}"
        found.append(Condition(test, (outlets,)))
    if asked.report:
        names = tuple(bound(name) for name in asked.report)
        found.append(Condition(f"{alias}name IN ({', '.join('?' * len(names))})", names))
    return found


def _facets(store: Store, asked: Question, planned: bool) -> Iterator[Condition]:
    """What is asked of codes, and of parties by code, as lists of facets; parties by name as lists of events."""
    kinds = chosen_kinds(store, asked, planned)
    if kinds is not None:
        yield faceted("kind", kinds)
    coded = {
        field: values
        for field in _SIDES
        if (values := getattr(asked, field)) and (field == "sector" or all(map(is_code, values)))
    }
    if coded:
        yield faceted("casting", chosen_casts(store, coded))
    for field, sides in _SIDES.items():
        if getattr(asked, field) and field not in coded:
            yield _named(store, field, getattr(asked, field), sides)


def faceted(column: str, chosen: dict[int, int]) -> Condition:
    """An event has one of some facets, given with how many events have each."""
    if sum(chosen.values()) >= MANY:
        return marked(column, chosen)
    ids = listed(chosen)
    test, source = f"h.{column} {IN}", f"happenings INDEXED BY happenings_by_{column}"
    return Condition(
        test, (ids,), f"SELECT id FROM {source} WHERE {column} {IN}", (ids,), sum(chosen.values()), column, exact=True
    )


def marked(column: str, chosen: dict[int, int]) -> Condition:
    """The same for a row that is met anyway: one byte for each number there is, twice as fast as a list of numbers."""
    marks = bytearray(max(chosen, default=0) + 1)
    for number in chosen:
        marks[number] = 1
    return Condition(f"substr(?, h.{column} + 1, 1) = x'01'", (bytes(marks),), length=sum(chosen.values()), exact=True)


def _named(store: Store, field: str, wanted: tuple[str, ...], sides: str) -> Condition:
    """Parties of which one is looked for by name."""
    actors = {row for name in wanted if not is_code(name) for row in actors_like(store, name)}
    ids = f"SELECT s.happening FROM sides s WHERE s.actor {IN} AND s.side IN ({sides})"
    values: Values = (listed(sorted(actors)),)
    codes = tuple(name for name in wanted if is_code(name))
    if codes:
        ids += f" UNION SELECT id FROM happenings WHERE casting {IN}"
        values = (*values, listed(chosen_casts(store, {field: codes})))
    return among(store, ids, values)


def _columns(store: Store, asked: Question) -> Iterator[Condition]:
    if asked.confidence:
        yield Condition("h.confidence >= ?", (round(asked.confidence * PARTS, 4),), covered=False)
    if asked.sources > 1:
        ids = "SELECT id FROM happenings INDEXED BY happenings_told WHERE reports > 1 AND independent >= ?"
        values: Values = (asked.sources,)
        yield Condition("h.independent >= ?", values, ids, values, _length(store, ids, values), covered=False)
    if asked.disputed:
        ids = "SELECT id FROM happenings INDEXED BY happenings_disputed WHERE disputed > 0"
        yield Condition("h.disputed > 0", (), ids, (), _length(store, ids, ()), covered=False)
    elif asked.disputed is not None:
        yield Condition("h.disputed = 0", covered=False)


def _of_places(store: Store, asked: Question) -> Iterator[Condition]:
    if asked.place:
        parts = [_place(store, value) for value in asked.place]
        test = " OR ".join(f"({part.test})" for part in parts)
        values = tuple(value for part in parts for value in part.values)
        yield _at(store, f"SELECT id FROM places WHERE {test}", values)
    if asked.area is not None:
        south, west, north, east = asked.area
        low_high = ((west, east),) if west <= east else ((west, 180.0), (-180.0, east))
        box = "p.lat BETWEEN ? AND ? AND p.lon BETWEEN ? AND ? AND s.south <= ? AND s.north >= ? AND s.west <= ?"
        parts_ = f"SELECT p.id FROM spots s JOIN places p ON p.id = s.id WHERE {box} AND s.east >= ?"
        values = tuple(v for low, high in low_high for v in (south, north, low, high, north, south, high, low))
        yield _at(store, " UNION ".join(parts_ for _ in low_high), values)


def _at(store: Store, chosen: str, values: Values) -> Condition:
    ids = f"SELECT id FROM happenings INDEXED BY happenings_by_place WHERE place IN ({chosen})"
    return Condition(
        f"+h.place IN ({chosen})", values, ids, values, _length(store, ids, values), "place", covered=False
    )


def _place(store: Store, wanted: str) -> Condition:
    if wanted.isascii() and wanted.isdigit():
        return Condition("geonameid = ?", (min(int(wanted), 2**62),))
    if is_country(wanted):
        return Condition("country = ?", (wanted,))
    return Condition(f"id {IN}", (listed(places_like(store, wanted)),))


def _of_mentions(store: Store, asked: Question) -> Iterator[Condition]:
    """What one mention must meet; where only one thing is asked of it, the facet of the event tells that."""
    held = [bool(asked.source), bool(asked.speaker), bool(asked.report), asked.text is not None]
    if not any(held):
        return
    if asked.source:
        outlets = holding(store, "outlets", outlets_like(store, asked.source))
        several = marked("outlets", outlets)
        yield replace(several, exact=sum(held) == 1)
        if sum(held) == 1 and several.length >= LONG:
            return
    tests = all_of(map(unindexed, told(store, asked)))
    way, report = ("mentions m", "m.report") if asked.speaker else (_BY_REPORT, "r.id")
    whole = all_of(told(store, asked, report))
    ids = f"SELECT m.happening FROM {way} WHERE m.happening IS NOT NULL AND {whole.test}"
    number = _length(store, ids, whole.values)
    if asked.speaker and sum(held) == 1 and number >= LONG:
        voices = holding(store, "voices", words_like(store, asked.speaker))
        yield marked("voices", voices)
        return
    test = f"EXISTS (SELECT 1 FROM mentions m WHERE m.happening = h.id AND {tests.test})"
    yield Condition(test, whole.values, ids, whole.values, number)


def _length(store: Store, ids: str, values: Values) -> int:
    counted = f"SELECT count(*) FROM (SELECT 1 FROM ({ids}) LIMIT {LONG})"
    (length,) = store.connection.execute(counted, values).fetchone()
    return int(length)


def _joined(parts: list[Condition], word: str) -> Condition:
    test = word.join(f"({part.test})" for part in parts)
    return Condition(f"({test})", tuple(value for part in parts for value in part.values))
