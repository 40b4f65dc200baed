"""Rules for times told from another time: yesterday, last month, two weeks ago, the previous year, the next day."""

from __future__ import annotations

from .amounts import CLOCK_CODES, CODES, COUNT, NUMBER, UNIT, UNKNOWN, amount_of, duration, known, unit_of
from .calendar import Period
from .item import Expression, Known, Length, Moved, Named, Vague, Within
from .pattern import Match, Rule
from .rules_clock import part_of_day

_TEXT_STEPS = {"previous": -1, "following": 1, "same": 0, "that": 0}
_DAY_STEPS = {"last": -1, "next": 1, "coming": 1, "this": 0, "current": 0, "past": -1, "these": 0}
_STEP = "(last | past | next | previous | following | coming | current | same | this | that | latest)"
_AGO_UNITS = f"({COUNT} | indefinite) dash? more? {UNIT} approx?"
_NOT_AFTER = ("D", "N", "P", "J", "C", "V", "W", "E")


def _deictic(match: Match) -> Expression | None:
    return Moved("day", match.items[0].number, "published")


def _tonight(match: Match) -> Expression | None:
    item = match.items[0]
    return part_of_day(item.value, Moved("day", item.number, "night" if item.number < 0 else "published"))


def _last_night(match: Match) -> Expression | None:
    code = match.the("part").value
    return part_of_day(code, Moved("day", -1, "published")) if code in ("NI", "EV") else None


def _this_part(match: Match) -> Expression | None:
    return part_of_day(match.the("part").value, Moved("day", 0, "published"))


def _that_part(match: Match) -> Expression | None:
    step = 1 if match.has("next", "following") else -1 if match.has("previous") else 0
    return part_of_day(match.the("part").value, Moved("day", step, "text"))


def _stepped_unit(match: Match) -> Expression | None:
    """Last year, the next month, that week, the latest quarter."""
    grain, size = unit_of(match)
    if size != 1 or grain in ("hour", "minute", "second"):
        return None
    step = match.get(*_TEXT_STEPS) or match.the(*_DAY_STEPS, "latest")
    if step.kind in _TEXT_STEPS:
        return Moved(grain, _TEXT_STEPS[step.kind], "text")
    if step.kind == "latest":
        return Moved(grain, -1, "latest") if grain in ("quarter", "month", "year", "week") else None
    if match.has("the") and step.kind == "next":
        return Moved(grain, 1, "next") if grain != "decade" else Length("P10Y")
    if match.has("the") and step.kind in ("last", "past") and grain in ("decade", "century", "day"):
        return Length({"decade": "P10Y", "century": "P100Y", "day": "P1D"}[grain])
    if grain == "day":
        return Vague("PRESENT_REF") if step.kind == "current" else None
    return Moved(grain, _DAY_STEPS[step.kind], "published")


def _stepped_name(match: Match) -> Expression | None:
    """Last Friday, next March, the previous April, this summer."""
    step = match.get("previous", "following", "same", "that") or match.the("last", "past", "next", "coming", "this")
    kind = {"past": "last", "coming": "next", "that": "same"}.get(step.kind, step.kind)
    name = match.get("weekday", "month", "season", "weekend")
    if name is not None:
        return Named(name.kind, int(name.number) if name.kind != "weekend" else 0, step=kind)
    if match.has("quartertag") or (match.has("unit") and match.the("unit").value != "quarter"):
        return None
    ordinal = match.get("ordinal")
    return Named("quarter", int(ordinal.number), step=kind) if ordinal and 1 <= ordinal.number <= 4 else None


def _stepped_holiday(match: Match) -> Expression | None:
    step = match.the("last", "next", "this")
    return Named("holiday", holiday=match.the("holiday").value, step=step.kind)


def _weekend(match: Match) -> Expression | None:
    return Named("weekend", step="")


def _the_unit(match: Match) -> Expression | None:
    grain, size = unit_of(match)
    if grain == "year" and match.follows.startswith(("ended ", "ending ", "to ")):
        return Length("P1Y")  # a year of accounts, which is not one of the calendar
    return Named("the-" + grain) if size == 1 and grain not in ("hour", "minute", "second") else None


def _ago(match: Match) -> Expression | None:
    """Two weeks ago: from the day of publication."""
    amount, (grain, size) = amount_of(match), unit_of(match)
    if not known(amount):
        return Vague("PAST_REF")
    compared = grain == "year" and amount == 1
    return Moved(grain, -amount * size, "published", compared=compared, counted=True)


def _ago_today(match: Match) -> Expression | None:
    """Three years ago today: the same day of that year, month or week."""
    amount, (grain, size) = amount_of(match), unit_of(match)
    if not known(amount) or match.the("deictic").number or grain not in ("year", "month", "week", "decade"):
        return None
    months = {"year": 12, "month": 1, "decade": 120}
    if grain == "week":
        return Moved("day", -7 * amount * size, "published")
    return Moved("sameday", -amount * size * months[grain], "published")


def _vague_ago(match: Match) -> Expression | None:
    return Vague("PAST_REF")


def _hence(match: Match) -> Expression | None:
    amount, (grain, size) = amount_of(match), unit_of(match)
    return Moved(grain, amount * size, "published", counted=True) if known(amount) else Vague("FUTURE_REF")


def _apart(match: Match) -> Expression | None:
    """Two days later, a year earlier: from a time in the text."""
    sign = 1 if match.has("later", "after") else -1
    if match.has("after", "before") and match.after[:1] in _NOT_AFTER:
        return None
    amount, (grain, size) = amount_of(match), unit_of(match)
    if grain in CLOCK_CODES:
        return None  # the duration is all that can be told
    if not known(amount):
        return Moved(grain, sign, "text", vague=True)
    compared = sign < 0 and grain == "year" and amount == 1
    return Moved(grain, sign * amount * size, "text", compared=compared, counted=True)


def _vague_apart(match: Match) -> Expression | None:
    if match.has("after", "before") and match.after[:1] in _NOT_AFTER:
        return None
    return Moved(match.the("units", "hours").value, 1 if match.has("later", "after") else -1, "text", vague=True)


def _year_ago(match: Match) -> Expression | None:
    """The year-ago quarter, the year-earlier period: what is compared, a year before."""
    units = match.all("unit")
    if units[0].value != "year":
        return None
    ordinal, year = match.get("ordinal"), Moved("year", -1, "text", compared=True)
    if ordinal is None:
        return year
    return Within(Named("quarter", int(ordinal.number)), Moved("year", -1, "compared"))


def _year_period(match: Match) -> Expression | None:
    """The 2019 quarter, the 2019 period: in that year the part of the year that the text speaks of."""
    if match.has("unit") and match.the("unit").value != "quarter":
        return None
    return Within(Named("the-period"), Known(Period("year", int(match.the("year").number))))


def _latest_period(match: Match) -> Expression | None:
    return Moved("quarter", 0, "latest")


def _adjective(match: Match) -> Expression | None:
    """The current government, recent reports."""
    return Vague({"current": "PRESENT_REF", "recent": "PAST_REF"}[match.items[0].kind])


def _the_past(match: Match) -> Expression | None:
    return None if match.after[:1] in ("N", "C", "J") else Vague("PAST_REF")


def _edge_unit(match: Match) -> Expression | None:
    """The first day, the last week of what follows; without that it is no time."""
    unit, nth = match.the("unit").value, match.the("last", "ordinal")
    if unit not in ("day", "week", "month", "quarter") or not match.follows:
        return None
    number = -1 if nth.kind == "last" else int(nth.number)
    return Named("nth-" + unit, number)


def _then(match: Match) -> Expression | None:
    """Since then, until then: the time that the text named last."""
    return Moved("then", 0, "text") if match.before in ("since", "until", "till", "by", "from") else None


def _full_year(match: Match) -> Expression | None:
    return Named("the-year") if match.the("unit").value == "year" else None


def _recent_units(match: Match) -> Expression | None:
    """In recent years: a stretch of the past whose length is not the point."""
    return Vague("PAST_REF")


def _coming_units(match: Match) -> Expression | None:
    """In the coming weeks: so many of them, from now on."""
    return Length(duration(UNKNOWN, match.the("units").value))


def _next_to_it(match: Match) -> Expression | None:
    """The year before, the day after: counted from what the text names, where no event follows to count from."""
    grain, size = unit_of(match)
    if size != 1 or grain not in CODES or match.after[:1] in _NOT_AFTER:
        return None
    return Moved(grain, 1 if match.has("after", "later") else -1, "text")


def _ref(match: Match) -> Expression | None:
    return Vague(match.the("ref", "refadj").value)


def _year_end(match: Match) -> Expression | None:
    return Named("the-" + match.the("yearend").value)


RULES = (
    Rule("relative.day", "deictic", _deictic),
    Rule("relative.tonight", "tonight", _tonight),
    Rule("relative.last-night", "last part", _last_night),
    Rule("relative.this-part", "this part", _this_part),
    Rule("relative.that-part", "(that | the? same | the (next | following | previous)) part", _that_part),
    Rule("relative.unit", f"(the | this | that)? {_STEP} fiscal? unit", _stepped_unit),
    Rule(
        "relative.name",
        "(this | the)? (last | past | next | coming | this | previous | following | same | that)"
        " (weekday | month | season | weekend)",
        _stepped_name,
    ),
    Rule(
        "relative.quarter", "(last | next | this | the (previous | following | same)) ordinal dash? unit", _stepped_name
    ),
    Rule("relative.holiday", "(last | next | this) holiday", _stepped_holiday),
    Rule("relative.weekend", "the weekend", _weekend),
    Rule("relative.the-unit", "the fiscal? unit", _the_unit),
    Rule("relative.ago", f"{_AGO_UNITS} ago", _ago),
    Rule("relative.ago", f"(indefinite | {NUMBER}) {UNIT} dash? and dash? indefinite? dash? half ago", _ago),
    Rule("relative.ago", f"{NUMBER} and indefinite? half dash? {UNIT} ago", _ago),
    Rule("relative.ago-today", f"{_AGO_UNITS} ago deictic", _ago_today),
    Rule("relative.vague-ago", "(units | hours | vague? (seasons | units)) ago", _vague_ago),
    Rule("relative.hence", f"{_AGO_UNITS} hence", _hence),
    Rule("relative.apart", f"{_AGO_UNITS} (later | earlier | after | before)", _apart),
    Rule("relative.vague-apart", "(units | hours) (later | earlier | after | before)", _vague_apart),
    Rule("relative.year-ago", "the? unit dash? (ago | earlier) (ordinal? dash? unit | period)?", _year_ago),
    Rule("relative.recent-units", "(the | these)? recent units", _recent_units),
    Rule("relative.coming-units", "(the | these)? coming units | the units ahead", _coming_units),
    Rule("relative.next-to-it", "the unit (before | after | earlier | later)", _next_to_it),
    Rule("relative.year-end", "the? yearend", _year_end),
    Rule("relative.year-period", "the year (unit | period)", _year_period),
    Rule("relative.latest-period", "the (latest | same) period", _latest_period),
    Rule("relative.nth-unit", "the (last | ordinal) unit of", _edge_unit),
    Rule("relative.then", "then", _then),
    Rule("relative.full-year", "the more unit", _full_year),
    Rule("relative.adjective", "current | recent", _adjective),
    Rule("relative.the-past", "the past", _the_past),
    Rule("relative.reference", "ref | refadj", _ref),
)
