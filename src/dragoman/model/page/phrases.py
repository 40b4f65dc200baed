"""The fields of a reading in words, as the brief on a terminal and the page both show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..event import Event, Party, Size
from ..figure import Figure
from ..place import Place, Where
from ..when import Time, When

if TYPE_CHECKING:
    from ..claim import Claim
    from ..reading import Reading
    from ..report import Report

_ORIGINS = {"text": "", "dateline": "day of the dateline", "published": "day of publication"}


def party_phrase(party: Party) -> str:
    """*Sergei Shoigu (RUS GOV MIL)*."""
    code = party.plover or party.country
    return f"{party.name} ({code})" if code and code != party.name else party.name


def parties_phrase(parties: Sequence[Party], most: int = 3) -> str:
    """The first few parties, and how many more there are; "" if there are none."""
    names = [party_phrase(party) for party in parties[:most]]
    if len(parties) > most:
        names.append(f"and {len(parties) - most} more")
    return ", ".join(names)


def dyad_phrase(event: Event, most: int = 3) -> str:
    """Who to whom, with an arrow where there is a recipient."""
    who = parties_phrase(event.actors, most) or "—"
    return f"{who} → {parties_phrase(event.recipients, most)}" if event.recipients else who


def act_phrase(event: Event) -> str:
    """*CONSULT/visit*; an act outside PLOVER's categories is a comment or has a mode alone: *election*."""
    if event.act is None:
        return f"comment (CAMEO {event.cameo})" if event.cameo else event.mode or "comment"
    return f"{event.act}/{event.mode}" if event.mode else event.act


def interval_phrase(begin: str | None, end: str | None) -> str:
    """A half-open interval as people write it: its last day is named, a day, month or year stands alone."""
    if not begin:
        return "…" if not end else f"before {end}"
    if not end:
        return f"from {begin}"
    whole = _calendar_unit(begin, end)
    if whole:
        return whole
    last = _last(end)
    return begin if last in (begin, begin[:10]) else f"{begin} – {last}"


def when_phrase(when: When | None) -> str:
    """The days of an event; "" if they are not known."""
    return interval_phrase(when.begin, when.end) if when else ""


def origin_phrase(when: When | None) -> str:
    """Where the date comes from, if it is not the text's own word."""
    return _ORIGINS.get(when.origin, when.origin) if when else ""


def where_phrase(where: Where | Place | None) -> str:
    """*Pyongyang, PRK*."""
    if where is None:
        return ""
    return f"{where.name}, {where.country}" if where.country and where.kind != "country" else where.name


def time_phrase(time: Time) -> str:
    """The value of a time expression and its interval."""
    value = time.value or "no value"
    days = interval_phrase(time.begin, time.end) if time.begin or time.end else ""
    parts = [time.mod.lower() if time.mod else "", value, f"({days})" if days and days != value else ""]
    return " ".join(filter(None, parts))


def number_phrase(value: float) -> str:
    """A number without needless decimals, thousands set apart."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def ordinal_phrase(value: float) -> str:
    """*1st*, *12th*, *70th*."""
    number = number_phrase(value)
    ending = "th" if number[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return number + ending


def figure_phrase(figure: Figure) -> str:
    """The value of a figure with its bounds, its unit and what it compares."""
    text = ordinal_phrase(figure.value) if figure.kind == "ordinal" else number_phrase(figure.value)
    if figure.low is None and figure.high is not None:
        text = f"at most {number_phrase(figure.high)}"
    elif figure.high is None and figure.low is not None:
        text = f"at least {number_phrase(figure.low)}"
    elif figure.low is not None and figure.high is not None and figure.low != figure.high:
        text = f"{number_phrase(figure.low)} – {number_phrase(figure.high)}"
    text = f"{text} {figure.unit}" if figure.unit else text
    if figure.relation is None:
        return text
    sides = [figure.relation.compares, figure.relation.with_]
    against = " against ".join(side for side in sides if side)
    return ", ".join(filter(None, (text, against, f"of {figure.relation.of}" if figure.relation.of else "")))


def size_phrase(size: Size | None) -> str:
    """*8 killed, 20 – 30 injured*."""
    if size is None:
        return ""
    named = [(name, getattr(size, name)) for name in ("killed", "injured", "arrested", "people")]
    return ", ".join(f"{_range(*bounds)} {name}" for name, bounds in named if bounds)


def since_phrase(claim: Claim) -> str:
    """The period from which a claim holds."""
    return f"since {interval_phrase(claim.since.begin, claim.since.end)}" if claim.since and claim.since.begin else ""


def speaker_phrase(reading: Reading, at: int) -> str:
    """The source of a statement: its actor's name, or its words; "" if nobody is named."""
    statement = reading.statements[at]
    if statement.speaker is not None and statement.speaker < len(reading.actors):
        return reading.actors[statement.speaker].name
    return squeezed(statement.source.of(reading.report.text)) if statement.source else ""


def source_phrase(report: Report) -> str:
    """Who published a report: its source, or else the agency of its dateline."""
    return report.source or (report.dateline.agency if report.dateline else None) or ""


def day_phrase(report: Report) -> str:
    """When a report was published: what it says of itself, or else the day of its dateline."""
    return report.published or (report.dateline.date if report.dateline else None) or ""


def squeezed(text: str, most: int = 0) -> str:
    """Text on one line; cut at a word with an ellipsis if longer than ``most`` (0: never)."""
    line = " ".join(text.split())
    if not most or len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut) + "…"


def _range(low: float, high: float) -> str:
    return number_phrase(low) if low == high else f"{number_phrase(low)} – {number_phrase(high)}"


def _calendar_unit(begin: str, end: str) -> str:
    """The month or year that an interval of days is; "" if it is none."""
    if begin[4:] == "-01-01" and end[4:] == "-01-01" and _digits(begin[:4]) + 1 == _digits(end[:4]):
        return begin[:4]
    months = 12 * _digits(begin[:4]) + _digits(begin[5:7]) + 1
    is_month = begin[7:] == end[7:] == "-01" and months == 12 * _digits(end[:4]) + _digits(end[5:7])
    return begin[:7] if is_month else ""


def _digits(text: str) -> int:
    return int(text) if text.isdecimal() else -1


def _last(end: str) -> str:
    """The last day before the end of a half-open interval of days; a moment stays as it is."""
    try:
        return (date.fromisoformat(end) - timedelta(days=1)).isoformat() if len(end) == 10 else end
    except (ValueError, OverflowError):
        return end
