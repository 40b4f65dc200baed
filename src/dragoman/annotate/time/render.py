"""From resolved expressions to the times of the public record: interval, EDTF, TIMEX3 modifier."""

from __future__ import annotations

from ...model import Span, Time
from .calendar import SEASONS, Period, civil, iso_bounds, iso_minutes, part_of
from .resolve import Resolved

_THIRDS = ("START", "MID", "END")
_OPEN = {"BEFORE": "../{}", "AFTER": "{}/.."}
_SIDES = {"earlier": "START", "later": "END"}


def render(found: Resolved, mod: str, span: Span, rule: str, published: Period | None) -> Time:
    """The record of a resolved expression."""
    if ".fiscal" in rule:  # a year of accounts, whose days the text does not tell
        return Time(span, found.type, found.value, _modifier(found, mod), None, None, None, found.anchor, rule)
    begin, end = _interval(found, mod, published)
    edtf = _edtf(found, mod, begin, end)
    return Time(span, found.type, found.value, _modifier(found, mod), begin, end, edtf, found.anchor, rule)


def _modifier(found: Resolved, mod: str) -> str | None:
    if mod == "START" and found.type == "DURATION":
        return None
    return _SIDES.get(mod, mod) or None


def _interval(found: Resolved, mod: str, published: Period | None) -> tuple[str | None, str | None]:
    period = found.period
    if period is None:
        return None, None
    if mod in _OPEN:
        return None, None
    if found.minutes is not None:
        begin, end = (iso_minutes(period.first, minute) for minute in found.minutes)
        return (begin + found.zone, end + found.zone) if begin and end else (None, None)
    first, stop = period.first, found.stop.stop if found.stop else period.stop
    if mod in _THIRDS:
        first, stop = part_of(period, mod)
    elif mod in _SIDES and published is not None and first < published.first < stop - 1:
        first, stop = (first, published.first + 1) if mod == "earlier" else (published.first, stop)
    bounds = iso_bounds(first, stop)
    return bounds if bounds else (None, None)


def _edtf(found: Resolved, mod: str, begin: str | None, end: str | None) -> str | None:
    """The ISO 8601-2 form; thirds become intervals with approximate inner bounds."""
    if found.period is not None and mod in _OPEN and "/" not in _plain(found.period):
        return _OPEN[mod].format(_plain(found.period))
    if found.period is None or begin is None or end is None:
        return None
    if found.minutes is not None:
        return f"{begin[:16]}:00{found.zone}" if found.minutes[1] - found.minutes[0] <= 60 else None
    if found.stop is not None:
        return f"{_plain(found.period)}/{_plain(found.stop)}"
    plain = _plain(found.period)
    if mod in _THIRDS and found.period.grain in ("year", "decade", "century", "half", "quarter", "season", "month"):
        return _third(found.period, mod)
    if mod == "APPROX":
        return plain + "~" if "/" not in plain else plain.replace("/", "~/") + "~"
    return plain


def _third(period: Period, mod: str) -> str:
    first, stop = part_of(period, mod)
    grain = {"decade": "year", "century": "year", "month": "day"}.get(period.grain, "month")
    low, high = Period("day", first).to(grain).value, Period("day", stop - 1).to(grain).value
    return f"{low}{'~' if mod != 'START' else ''}/{high}{'~' if mod != 'END' else ''}"


def _plain(period: Period) -> str:
    """EDTF level 1 of a period; weeks, quarters and halves as intervals, which EDTF level 1 has no names for."""
    year, month, _ = civil(period.first)
    if period.grain == "century":
        return f"{period.index:02d}XX"
    if period.grain == "decade":
        return f"{period.index:03d}X"
    if period.grain == "season":
        return f"{year:04d}-{21 + SEASONS.index(period.value[-2:])}"
    if period.grain in ("quarter", "half"):
        last = Period("day", period.stop - 1).to("month").value
        return f"{year:04d}-{month:02d}/{last}"
    if period.grain in ("week", "weekend"):
        return f"{Period('day', period.first).value}/{Period('day', period.stop - 1).value}"
    return period.value
