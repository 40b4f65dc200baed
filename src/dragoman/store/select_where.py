"""What a question asks of events, as conditions in SQL with bound values.

A condition that is a list of events (``ids``) can be the way into the tables as well as a test of a row; the
others look at the columns of an event. Rows of events go by the alias h. A plus before a column keeps SQLite from
taking an index of it, which for tests of single rows would be the long way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ..model import Question
from ..who import countries, sectors
from .names import bound
from .select_names import actors_like, listed, outlets_like, places_like, words_like, words_of
from .wording import wording_of

if TYPE_CHECKING:
    from .record import Store

Values = tuple[Any, ...]
_IN = "IN (SELECT value FROM json_each(?))"
_TOLD_BY_REPORT = "m.report IN (SELECT id FROM reports WHERE state = 'current' AND {0})"
_FOUND = "m.report IN (SELECT rowid FROM search WHERE search MATCH ?)"


@dataclass(frozen=True, slots=True)
class Condition:
    """A test of a row of events; ``ids`` selects the numbers of the events that pass it, where a list is at hand."""

    test: str
    values: Values = ()
    ids: str = ""
    id_values: Values = ()


def conditions(store: Store, asked: Question, of_mentions: bool = True) -> list[Condition]:
    """All conditions of a question; none for the empty one. ``of_mentions``: those too that one mention must meet."""
    own = [*_columns(store, asked), *_parties(store, asked), *_of_places(store, asked)]
    return [*own, *_of_mentions(store, asked)] if of_mentions else own


def all_of(parts: Iterable[Condition]) -> Condition:
    """Several conditions as one; "1" for none."""
    held = list(parts)
    return _joined(held, " AND ") if held else Condition("1")


def told(store: Store, asked: Question) -> list[Condition]:
    """What must hold of one and the same mention (alias m): who speaks, and what report tells it."""
    found = []
    if asked.speaker:
        found.append(Condition(f"m.speaker {_IN}", (listed(words_like(store, asked.speaker)),)))
    found.extend(
        Condition(_TOLD_BY_REPORT.format(each.test), each.values) for each in of_reports(store, asked) if each.test
    )
    if asked.text is not None:
        found.append(Condition(_FOUND, (wording_of(asked.text).fts5(),)))
    return found


def unindexed(each: Condition) -> Condition:
    """The same test of a mention, not to be used as the way to it."""
    return Condition(each.test.replace("m.", "+m.", 1), each.values)


def of_reports(store: Store, asked: Question, alias: str = "") -> list[Condition]:
    """What a question asks of the report itself: its outlet and its id."""
    found = []
    if asked.source:
        outlets = listed(outlets_like(store, asked.source))
        test = f"coalesce({alias}source, {alias}agency) {_IN}"
        found.append(Condition(test, (outlets,)))
    if asked.report:
        names = tuple(bound(name) for name in asked.report)
        found.append(Condition(f"{alias}name IN ({', '.join('?' * len(names))})", names))
    return found


def _columns(store: Store, asked: Question) -> Iterator[Condition]:
    for field in ("act", "mode", "plover", "status", "stage"):
        wanted = getattr(asked, field)
        if wanted:
            yield _one_of(f"h.{field}", words_of(store, wanted))
    if asked.cameo:
        yield _any(Condition("h.cameo GLOB ?", (code + "*",)) for code in asked.cameo)
    if asked.quad:
        yield _one_of("h.quad", asked.quad)
    if asked.context:
        yield _contexts(store, asked.context)
    if asked.since is not None:
        yield Condition('h."end" > ?', (asked.since,))
    if asked.until is not None:
        yield Condition("h.begin < ?", (asked.until,))
    if asked.confidence:
        yield Condition("h.confidence >= ?", (asked.confidence,))
    if asked.sources > 1:
        yield Condition("h.independent >= ?", (asked.sources,))
    if asked.disputed is not None:
        yield Condition("h.disputed > 0" if asked.disputed else "h.disputed = 0")


def _contexts(store: Store, wanted: tuple[str, ...]) -> Condition:
    test = " OR ".join("'; ' || word || '; ' LIKE ?" for _ in wanted)
    return Condition(
        f"h.contexts IN (SELECT id FROM words WHERE {test})", tuple(f"%; {context}; %" for context in wanted)
    )


def _parties(store: Store, asked: Question) -> Iterator[Condition]:
    for wanted, side in ((asked.actor, "1"), (asked.recipient, "2"), (asked.party, "1, 2")):
        if wanted:
            yield _side(side, _any(_actors(store, value) for value in wanted))
    if asked.sector:
        yield _side("1, 2", _any(map(_with_sector, asked.sector)))


def _side(side: str, actors: Condition) -> Condition:
    chosen = f"SELECT id FROM actors WHERE {actors.test}"
    return Condition(
        f"EXISTS (SELECT 1 FROM sides s WHERE s.happening = h.id AND +s.side IN ({side}) AND +s.actor IN ({chosen}))",
        actors.values,
        f"SELECT s.happening FROM sides s WHERE s.actor IN ({chosen}) AND s.side IN ({side})",
        actors.values,
    )


def _actors(store: Store, wanted: str) -> Condition:
    """The rows of parties that a code or a name means."""
    words = wanted.split()
    known = sectors()
    if (words[0] in known or _is_country(words[0])) and all(word in known for word in words[1:]):
        first = _with_sector(words[0]) if words[0] in known else Condition("country = ?", (words[0],))
        return all_of([first, *map(_with_sector, words[1:])])
    return Condition(f"id {_IN}", (listed(actors_like(store, wanted)),))


def _with_sector(sector: str) -> Condition:
    return Condition("' ' || sectors || ' ' LIKE ?", (f"% {sector} %",))


def _of_places(store: Store, asked: Question) -> Iterator[Condition]:
    if asked.place:
        chosen = _any(_place(store, value) for value in asked.place)
        yield _at(f"SELECT id FROM places WHERE {chosen.test}", chosen.values)
    if asked.area is not None:
        south, west, north, east = asked.area
        low_high = ((west, east),) if west <= east else ((west, 180.0), (-180.0, east))
        box = "p.lat BETWEEN ? AND ? AND p.lon BETWEEN ? AND ? AND s.south <= ? AND s.north >= ? AND s.west <= ?"
        parts = f"SELECT p.id FROM spots s JOIN places p ON p.id = s.id WHERE {box} AND s.east >= ?"
        values = tuple(v for low, high in low_high for v in (south, north, low, high, north, south, high, low))
        yield _at(" UNION ".join(parts for _ in low_high), values)


def _at(chosen: str, values: Values) -> Condition:
    return Condition(f"+h.place IN ({chosen})", values, f"SELECT id FROM happenings WHERE place IN ({chosen})", values)


def _place(store: Store, wanted: str) -> Condition:
    if wanted.isascii() and wanted.isdigit():
        return Condition("geonameid = ?", (min(int(wanted), 2**62),))
    if _is_country(wanted):
        return Condition("country = ?", (wanted,))
    return Condition(f"id {_IN}", (listed(places_like(store, wanted)),))


def _of_mentions(store: Store, asked: Question) -> Iterator[Condition]:
    found = told(store, asked)
    if found:
        whole, tests = all_of(found), all_of(map(unindexed, found))
        yield Condition(
            f"EXISTS (SELECT 1 FROM mentions m WHERE m.happening = h.id AND {tests.test})",
            whole.values,
            f"SELECT m.happening FROM mentions m WHERE {whole.test}",
            whole.values,
        )


def _any(parts: Iterable[Condition]) -> Condition:
    return _joined(list(parts), " OR ")


def _one_of(column: str, values: Sequence[int]) -> Condition:
    """A column has one of a few values."""
    return Condition(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


def _joined(parts: list[Condition], word: str) -> Condition:
    test = word.join(f"({part.test})" for part in parts)
    return Condition(f"({test})", tuple(value for part in parts for value in part.values))


@cache
def _countries() -> frozenset[str]:
    return frozenset(each.country for each in countries().values())


def _is_country(word: str) -> bool:
    return word in _countries()
