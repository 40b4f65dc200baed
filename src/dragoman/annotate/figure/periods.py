"""Which periods a sentence compares: *in June than the previous year*, *up from 60 in 2021*, *year on year*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from ...lexicon import Hit, Matcher, load
from ...model import Parse, Time

MARKERS = frozenset(("than", "from", "compared", "versus", "vs", "vs.", "against", "as", "over", "on", "that"))
_CROSSED = frozenset(("to", "with", "of", "during", "that", "those", "level", "levels", "figure", "rate", "year", "%"))
_WINDOW = 8


class Mention(NamedTuple):
    """A time expression as tokens and its TIMEX3 value; ``marker`` is the token that makes it a baseline."""

    first: int
    last: int
    value: str | None
    type: str
    marker: int | None
    step: str | None


@dataclass(frozen=True, slots=True)
class Periods:
    """Finds the periods of a sentence and what is compared with what."""

    baselines: Matcher

    @staticmethod
    def load() -> Periods:
        """The table that ships."""
        return Periods(Matcher(load("figure_baseline").entries))

    def mentions(self, parse: Parse, times: Sequence[Time], start: int, end: int) -> list[Mention]:
        """The times of a sentence, each with its part in a comparison, in order of the text."""
        lower = parse.lower[start:end]
        hits = [Hit(hit.first + start, hit.last + start, hit.entry) for hit in self.baselines(lower)]
        found: list[Mention] = []
        used: set[int] = set()
        for time in times:
            tokens = parse.tokens_in(time.span)
            if not tokens or not (start <= tokens[0] < end) or time.type in ("DURATION", "SET"):
                continue
            inside = [hit for hit in hits if hit.first <= tokens[-1] and tokens[0] <= hit.last]
            used.update(hit.first for hit in inside)
            first = min([tokens[0], *(hit.first for hit in inside)])
            found.append(self._mention(parse, first, tokens[-1], time, inside, start))
        for hit in hits:
            if hit.first not in used:
                found.append(self._mention(parse, hit.first, hit.last, None, [hit], start))
        return sorted(found, key=lambda mention: mention[:2])

    def _mention(
        self, parse: Parse, first: int, last: int, time: Time | None, hits: Sequence[Hit], start: int
    ) -> Mention:
        marker = _marker(parse, first, start)
        step = str(hits[0].entry.value["step"]) if hits else None
        if marker is None and hits and hits[0].entry.value["bare"]:
            marker = first
        value = time.value if time is not None else None
        return Mention(first, last, value, time.type if time is not None else "DATE", marker, step)


def _marker(parse: Parse, first: int, start: int) -> int | None:
    """The word before a time that makes it what another is compared with, or None."""
    for at in range(first - 1, max(start, first - _WINDOW) - 1, -1):
        word, tag = parse.lower[at], parse.tags[at]
        if word in MARKERS and word not in ("on", "over"):
            if word == "that":
                return at if parse.lower[at + 1] in ("of", "in", "for") else None
            return at if word != "as" or tag == "IN" else None
        if word in ("on", "over"):
            return at if at >= first - 2 and parse.lower[first] in ("the", "a", "previous", "year", "last") else None
        if word not in _CROSSED and tag not in ("CD", "IN", "DT", "$", "JJ") and parse.lemmas[at] not in _UNITS:
            return None
    return None


_UNITS: Mapping[str, None] = dict.fromkeys(("percent", "%", "cent", "period", "month", "quarter", "week", "dollar"))


def back(value: str | None, step: str) -> str | None:
    """The TIMEX3 value of the period one calendar step before another; None where that has no value of its kind.

    *June 2023* and ``year`` give *June 2022*; a step smaller than the period gives None.
    """
    try:
        return None if value is None else _back(value, step)
    except (ValueError, OverflowError):
        return None


def _back(value: str, step: str) -> str | None:
    year, rest = int(value[:4]), value[4:]
    if step == "year":
        earlier = f"{year - 1:04d}{rest}"
        return earlier if rest != "-02-29" else f"{year - 1:04d}-02-28"
    if step == "quarter" and rest[:2] == "-Q":
        quarter = int(rest[2:])
        return f"{year:04d}-Q{quarter - 1}" if quarter > 1 else f"{year - 1:04d}-Q4"
    if step == "month" and len(rest) == 3 and rest[1:].isdigit():
        month = int(rest[1:])
        return f"{year:04d}-{month - 1:02d}" if month > 1 else f"{year - 1:04d}-12"
    if step == "week" and rest[:2] == "-W":
        monday = date.fromisocalendar(year, int(rest[2:4]), 1) - timedelta(days=7)
        return f"{monday.isocalendar().year:04d}-W{monday.isocalendar().week:02d}"
    if step in ("day", "week") and len(value) == 10:
        return (date.fromisoformat(value) - timedelta(days=1 if step == "day" else 7)).isoformat()
    return None
