"""From when a record is claimed: *since 1979*, *in a decade*, *this year*, *since the closure of its border*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from ...lexicon import Matcher, load
from ...model import Parse, Reading, Since, Time
from .markers import Marker

_MOST = 300  # times on either side of a phrase among which its date is looked for
_REACH = 24  # tokens after a marker in which its period is looked for
_STOPS = frozenset((";", ":"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PRESENT = ("this", "the current")
_STEPS = {"Y": 12, "M": 1, "DE": 120, "CE": 1200, "Q": 3}


class Scope(NamedTuple):
    """The period of a claim: None for all of the past; ``first`` and ``last`` are the tokens that say it."""

    since: Since | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Scopes:
    """Finds the period that belongs to a marker."""

    open: Matcher

    @staticmethod
    def load() -> Scopes:
        """The table that ships."""
        return Scopes(Matcher(load("claim_scope").entries))

    def __call__(self, reading: Reading, times: Sequence[Time], parse: Parse, marker: Marker, end: int) -> Scope | None:
        """The nearest period after the marker's first token, or None; ``times`` are those of the whole report."""
        first, last = marker.first, marker.last
        reach = min(end, last + _REACH)
        limit = next((at for at in range(last + 1, reach) if parse.lower[at] in _STOPS), reach)
        both = (
            _since(reading, times, parse, last, limit, end),
            _named(reading, parse, last, limit, marker.kind == "record"),
        )
        found = [scope for scope in both if scope is not None and not _crosses(parse, first, last, scope)]
        for hit in self.open(parse.lower[first:limit]):
            if hit.entry.id != "known" or first + hit.last < last:
                found.append(Scope(None, first + hit.first, first + hit.last))
        dated = [scope for scope in found if scope.since is not None]
        return min(dated or found, key=lambda scope: scope.first, default=None)


def _crosses(parse: Parse, first: int, last: int, scope: Scope) -> bool:
    """True if a period belongs to a later clause: a finite verb between does not describe the thing itself."""
    return any(
        parse.tags[at] in _FINITE
        and not any(
            parse.deps[above] in ("relcl", "acl") and first <= parse.heads[above] <= last
            for above in (at, *parse.ancestors(at))
        )
        for at in range(last + 1, scope.first)
    )


def _since(reading: Reading, times: Sequence[Time], parse: Parse, last: int, limit: int, end: int) -> Scope | None:
    """*Since* with a time, a noun phrase or a clause."""
    at = next((at for at in range(last + 1, limit) if parse.lower[at] == "since"), None)
    if at is None or at + 1 >= end:
        return None
    near = [time for time in _times(reading, parse, at + 1, end) if time.type in ("DATE", "TIME")]
    direct = next((time for time in near if parse.tokens_in(time.span)[0] <= at + 2), None)
    if direct is not None and parse.tags[parse.tokens_in(direct.span)[0] - 1] in ("IN", "DT", "RB"):
        return Scope(Since(direct.begin, direct.end, direct.span), at, parse.tokens_in(direct.span)[-1])
    edge = _edge(parse, at, end)
    inside = next((time for time in near if parse.tokens_in(time.span)[-1] <= edge), None)
    if edge == at or (parse.lower[at - 1] == "," and inside is None):
        return None
    span = parse.span(at + 1, edge)
    if inside is not None:
        return Scope(Since(inside.begin, inside.end, span), at, edge)
    dated = dated_elsewhere(times, parse, range(at + 1, edge + 1))
    begin, stop = (dated.begin, dated.end) if dated is not None else (None, None)
    return Scope(Since(begin, stop, span), at, edge)


def _edge(parse: Parse, at: int, end: int) -> int:
    """The last token of what hangs on *since*; read from left to right where the parser hung nothing on it."""
    edge = parse.edges(at)[1]
    if edge <= at and parse.deps[at] == "mark":
        verb = parse.heads[at]
        root = (verb, *parse.ancestors(verb))[-1]
        if root != verb and parse.tags[root][:1] == "V":
            edge = parse.edges(verb)[1]
        else:  # the sentence has no other verb: it is the main one, and the phrase ends before it
            edge = min([verb, *parse.children_by(verb, "aux", "auxpass", "neg")], key=lambda token: abs(token - at)) - 1
    if edge <= at:
        while edge + 1 < end and parse.tags[edge + 1][:1] in ("D", "N", "J", "P", "C", "V"):
            edge += 1
    edge = min(edge, end - 1)
    for token in range(at + 1, edge + 1):
        if parse.lower[token] in (",", ";", "—", "–") or parse.tags[token] == ".":
            return token - 1
    return edge


def _named(reading: Reading, parse: Parse, last: int, limit: int, superlative: bool) -> Scope | None:
    """*In five months*, *this year*, *of the year*: a stretch that ends on the day of publication."""
    day = reading.report.day
    for time in _times(reading, parse, last + 1, limit):
        tokens = parse.tokens_in(time.span)
        before = parse.lower[tokens[0] - 1]
        if time.type == "DURATION" and _lasts(parse, tokens[0], superlative):
            begin, end = _ago(time.value, day)
            return Scope(Since(begin, end, time.span), tokens[0], tokens[-1])
        words = time.span.of(reading.report.text).lower()
        present = words.startswith(_PRESENT) or (before == "of" and words.startswith("the "))
        if time.type == "DATE" and present and _holds(time, day):
            return Scope(Since(time.begin, time.end, time.span), tokens[0], tokens[-1])
    return None


def _lasts(parse: Parse, first: int, superlative: bool) -> bool:
    """*In a decade*, *in more than 20 years*; *for years* only after a superlative."""
    before = parse.lower[max(0, first - 4) : first + 1]
    if parse.lower[first] in ("one", "single") or parse.lower[first : first + 2] == ("a", "single"):
        return False  # *the most in a single day* measures what is counted, not how far back
    words = ("in", "for") if superlative else ("in",)
    return any(word in words for word in before) and not any(word in (",", "and") for word in before)


def _holds(time: Time, day: date | None) -> bool:
    """True for a week, month or year that had begun when the report appeared."""
    known = time.begin is not None and time.value is not None and len(time.value) < 10
    return known and (day is None or str(time.begin) <= day.isoformat())


def _times(reading: Reading, parse: Parse, first: int, end: int) -> list[Time]:
    if first >= end:
        return []
    low, high = parse.starts[first], parse.ends[end - 1]
    inside = (time for time in reading.times if low <= time.span.start and time.span.end <= high)
    return [time for time in inside if parse.tokens_in(time.span)]


def _ago(value: str | None, day: date | None) -> tuple[str | None, str | None]:
    """The calendar unit that lies a TIMEX3 duration before a day; (None, None) if the duration is vague."""
    amount, unit = (value or "")[1:].rstrip("YMDWECQ"), (value or "").lstrip("P0123456789.")
    if day is None or not amount.isdigit() or len(amount) > 4:
        return None, None
    try:
        if unit in ("D", "W"):
            then = day - timedelta(days=int(amount) * (7 if unit == "W" else 1))
            return then.isoformat(), (then + timedelta(days=1)).isoformat()
        months = day.year * 12 + day.month - 1 - int(amount) * _STEPS[unit]
        if unit in ("M", "Q"):
            return _month(months), _month(months + 1)
        return _month(months - months % 12), _month(months - months % 12 + 12)
    except (KeyError, ValueError, OverflowError):
        return None, None


def _month(months: int) -> str:
    return date(months // 12, months % 12 + 1, 1).isoformat()


def dated_elsewhere(times: Sequence[Time], parse: Parse, phrase: Sequence[int]) -> Time | None:
    """The time at which another clause of the report dates what a phrase names, or None.

    *Its border closure* is dated by *closed its border in early 2020*: the verb of the dated clause, or its noun,
    shares its stem with a word of the phrase, and where the phrase says more than that, a second word agrees.
    """
    said = [
        parse.lemmas[at] for at in phrase if parse.tags[at][:1] in ("N", "V", "J") and parse.lemmas[at] not in _LIGHT
    ]
    low, high = parse.starts[phrase[0]], parse.ends[phrase[-1]]
    best: tuple[int, int] | None = None
    chosen: Time | None = None
    here = bisect_left(times, low, key=lambda time: time.span.start)
    for time in times[max(0, here - _MOST) : here + _MOST]:
        if time.begin is None or time.type != "DATE" or (low <= time.span.start < high):
            continue
        tokens = parse.tokens_in(time.span)
        shared = _agreement(parse, said, tokens[0]) if tokens else 0
        if shared >= min(2, len(said)) and shared > 0:
            rank = (shared, -abs(time.span.start - low))
            if best is None or rank > best:
                best, chosen = rank, time
    return chosen


_LIGHT = frozenset(("be", "have", "do", "begin", "start", "take", "place", "first", "last", "new"))


def _agreement(parse: Parse, said: Sequence[str], token: int) -> int:
    """How many words of a phrase agree with the clause that a time belongs to; 0 if its verb and noun do not."""
    for governor in parse.ancestors(token):
        if parse.tags[governor][:1] in ("V", "N"):
            break
    else:
        return 0
    clause = {parse.lemmas[governor]}
    for child in parse.children_by(governor, "dobj", "nsubj", "nsubjpass", "pobj", "compound", "poss"):
        clause.add(parse.lemmas[child])
        clause.update(parse.lemmas[inner] for inner in parse.children_by(child, "compound", "amod"))
    heads = {parse.lemmas[governor]} if parse.lemmas[governor] not in _LIGHT else clause
    if not any(related(word, head) for word in said for head in heads):
        return 0
    return sum(any(related(word, other) for other in clause) for word in said)


def related(one: str, other: str) -> bool:
    """True if two lemmas are the same or share a stem (*closure* and *close*, *invasion* and *invade*)."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < 5:
        return False
    shared = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return shared >= max(4, shorter - 2)
