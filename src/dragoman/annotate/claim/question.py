"""The question that a claim of record asks of a history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...model import Claim, Event, Parse, Reading, Since
from .acts import Act, Acts
from .markers import Marker
from .parties import Countries, Found, of_noun, of_verb
from .since import Scope

_TEXT = ("compound", "amod", "nmod")


@dataclass(frozen=True, slots=True)
class Questions:
    """Turns a marker and its period into a claim, or into nothing where no history could check it."""

    acts: Acts

    def __call__(
        self, reading: Reading, parse: Parse, marker: Marker, scope: Scope | None, limits: tuple[int, int]
    ) -> Claim | None:
        """The claim of a marker in a sentence of some limits."""
        named = self.acts(parse, marker.about)
        event = _event(reading, parse, marker, named, limits)
        if not _checkable(marker, scope, named is not None or event is not None):
            return None
        first = _left_edge(parse, marker, limits[0])
        last = marker.last if scope is None else max(marker.last, scope.last)
        target = named[0] if named is not None else (marker.about[0] if marker.about else marker.last)
        since = None if scope is None else scope.since
        parties = _parties(reading, parse, marker, named, target, (first, last, *limits))
        of = _question(reading, parse, marker, named, event, parties, since, target)
        span = parse.span(first, last)
        rule = f"{marker.order}.{'scope' if scope is not None else 'bare'}"
        return Claim(span, marker.kind, of, since, None if event is None else event.id, rule)


def _checkable(marker: Marker, scope: Scope | None, known: bool) -> bool:
    if marker.needs == "act":
        return known
    if marker.needs == "scope" and scope is not None and scope.since is None and marker.order == "nth":
        return False
    if marker.needs == "period":
        return scope is not None and scope.since is not None
    if marker.needs == "either":
        return scope is not None or known
    return marker.needs == "none" or scope is not None


def _event(
    reading: Reading, parse: Parse, marker: Marker, named: tuple[int, Act] | None, limits: tuple[int, int]
) -> Event | None:
    """The event that a claim is about: its trigger is one of the claim's words, or it is the sentence's of that act."""
    low, high = parse.starts[limits[0]], parse.ends[limits[1] - 1]
    near = [event for event in reading.events if low <= event.trigger.start < high]
    for token in marker.about:
        for event in near:
            if event.trigger.start <= parse.starts[token] < event.trigger.end:
                return event
    if named is None:
        return None
    act = named[1]
    same = [event for event in near if event.act == act.act and (act.mode is None or event.mode in (act.mode, None))]
    return min(same, key=lambda event: abs(event.trigger.start - parse.starts[marker.first]), default=None)


def _left_edge(parse: Parse, marker: Marker, start: int) -> int:
    """The first token of the claim: that of the noun phrase which the marker stands in."""
    first = marker.first
    if marker.kind == "never-before" and marker.order != "never":
        return first
    while first > start and parse.tags[first - 1] in ("DT", "PRP$", "POS"):
        first -= 1
        if parse.tags[first] == "POS":
            first = min(parse.edges(parse.heads[first])[0], first) if parse.heads[first] < first else first
            break
    return max(first, start)


def _parties(
    reading: Reading,
    parse: Parse,
    marker: Marker,
    named: tuple[int, Act] | None,
    target: int,
    window: tuple[int, int, int, int],
) -> Found:
    first, last, start, end = window
    countries = Countries.of(reading, parse, start, end)
    if not countries.of_token:
        return Found()
    if parse.tags[target][:1] == "V":
        return of_verb(parse, countries, target)
    possessor = named[1].possessor if named is not None else "actor"
    stop = min(end - 1, max(last, target + 12))
    found = of_noun(parse, countries, target, (min(first, target), stop), possessor)
    if found.actor is None and found.recipient is None:
        governor = next((at for at in marker.about if parse.tags[at][:1] == "V"), None)
        if governor is None and parse.tags[parse.heads[target]][:1] == "V" and parse.deps[target] == "dobj":
            governor = parse.heads[target]
        if governor is not None:
            above = of_verb(parse, countries, governor)
            return Found(above.actor, above.recipient, found.place or above.place)
    return found


def _question(
    reading: Reading,
    parse: Parse,
    marker: Marker,
    named: tuple[int, Act] | None,
    event: Event | None,
    parties: Found,
    since: Since | None,
    target: int,
) -> Mapping[str, Any]:
    of: dict[str, Any] = {}
    if event is not None:
        of["act"], of["mode"] = event.act, event.mode
    elif named is not None:
        of["act"], of["mode"] = named[1].act, named[1].mode
    of["actor"], of["recipient"], of["place"] = parties
    of["text"] = _words(parse, target, marker)
    of["n"], of["order"] = marker.n, marker.order
    day = reading.report.day
    if since is not None and since.begin is not None:
        of["period"] = {"begin": since.begin, "end": None if day is None else day.isoformat()}
    return {key: value for key, value in of.items() if value is not None}


def _words(parse: Parse, target: int, marker: Marker) -> str:
    """The noun with its compounds and adjectives, without the marker; the lemma of a verb."""
    if parse.tags[target][:1] == "V":
        return parse.lemmas[target]
    first = target
    while first > 0 and (parse.deps[first - 1] in _TEXT or parse.tags[first - 1] == "HYPH"):
        if first - 1 == marker.first or parse.tags[first - 1] in ("JJS", "RBS"):
            break
        first -= 1
    return " ".join(parse.words[first : target + 1]).replace(" - ", "-")
