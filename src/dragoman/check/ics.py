"""Plans as an iCalendar file (RFC 5545), the same bytes for the same record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from .ahead import Plan

_STATUS = {"happened": "CONFIRMED", "cancelled": "CANCELLED"}
_EPOCH = "1970-01-01"
_LONGEST = 366  # days of an interval that is still a date in a calendar; *next year* is none


def calendar(plans: Iterable[Plan], name: str = "Dragoman: announced events") -> bytes:
    """The plans with a day as an iCalendar object, all-day events one for each.

    A plan's UID is the id of its event, so that a calendar that subscribes updates what it holds. DTSTAMP is the day
    of the last report that tells of the plan, never the clock. STATUS is CONFIRMED for what happened, CANCELLED for
    what was called off, else TENTATIVE; the stage itself stands in CATEGORIES.
    """
    found = Calendar()
    found.add("prodid", "-//Dragoman//announced events//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", name)
    for plan in plans:
        event = _event(plan)
        if event is not None:
            found.add_component(event)
    data: bytes = found.to_ical()
    return data


def _event(plan: Plan) -> Event | None:
    days = _days(plan)
    if days is None:
        return None
    event = Event()
    event.add("uid", f"{plan.event}@dragoman")
    event.add("dtstamp", datetime.combine(_date(plan.last or plan.announced or _EPOCH), datetime.min.time(), UTC))
    event.add("dtstart", days[0])
    event.add("dtend", days[1])
    event.add("summary", plan.what)
    event.add("description", _description(plan))
    event.add("status", _STATUS.get(plan.stage, "TENTATIVE"))
    event.add("categories", [word for word in (plan.act, plan.stage) if word])
    event.add("transp", "TRANSPARENT")
    if plan.where:
        event.add("location", plan.where)
    if plan.lat is not None and plan.lon is not None:
        event.add("geo", (plan.lat, plan.lon))
    return event


def _days(plan: Plan) -> tuple[date, date] | None:
    """First day and day after the last; None for what has no day or only a year."""
    if plan.begin is None:
        return None
    try:
        first = _date(plan.begin)
        last = _date(plan.end) if plan.end else first
        if plan.end and len(plan.end) > 10 and not plan.end[10:].startswith("T00:00"):
            last += timedelta(days=1)  # a moment within a day ends on that day
        last = max(last, first + timedelta(days=1))
    except (ValueError, OverflowError):
        return None
    return None if (last - first).days > _LONGEST else (first, last)


def _description(plan: Plan) -> str:
    lines = [f"Stage: {plan.stage}"]
    if plan.by:
        lines.append(f"Announced {plan.announced or ''} by {', '.join(plan.by)}".replace("  ", " "))
    if plan.words:
        lines.append(f"“{plan.words}”")
    lines.extend(f"Formerly announced for {begin} to before {end}" for begin, end in plan.formerly)
    if plan.outcome:
        lines.append(f"{plan.stage.capitalize()}, as told on {plan.told}: “{plan.outcome}”")
    said = f"{plan.reports} report{'' if plan.reports == 1 else 's'}"
    lines.append(f"{said} of {plan.independent} independent source{'' if plan.independent == 1 else 's'}")
    return "\n".join(lines)


def _date(words: str) -> date:
    return date.fromisoformat(words[:10])
