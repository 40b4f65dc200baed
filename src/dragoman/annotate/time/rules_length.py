"""Rules for durations and for sets of times."""

from __future__ import annotations

from .amounts import CLOCK_CODES, CODES, COUNT, NUMBER, UNIT, UNKNOWN, amount_of, duration, known, length_of, unit_of
from .item import Expression, Length, Often
from .pattern import Match, Rule

_STEP = "(last | past | next | coming | previous | following | ordinal | latest | recent)"
_MANY = "(units | hours)"


def _length(match: Match) -> Expression | None:
    """A count of units; no age, no fraction (three quarters of them); without the article of "the two-week truce"."""
    unit = match.the("unit", "units", "hour", "hours")
    year = match.get("year")
    if match.before == "as" and match.has("vague"):
        return None  # the third in as many weeks
    if year is not None and (year.number > 1900 or match.before == "-"):
        return None
    if match.follows.startswith(_AGES) or (unit.value == "quarter" and match.items[0].kind != "the"):
        return None
    compound = unit.kind in ("unit", "hour") and (match.has("dash") or match.after[:1] in ("N", "J"))
    if compound and match.items[0].kind in ("the", "indefinite"):
        return None
    return Length(length_of(match))


_AGES = ("old", "- old", "of age")


def _ranged(match: Match) -> Expression | None:
    """Two to three weeks: a number of weeks that the text leaves open."""
    low, high = match.all("word", "day", "num", "year")[:2]
    grain, size = unit_of(match)
    return Length(duration(low.number * size if low.number == high.number else UNKNOWN, grain))


def _or_two(match: Match) -> Expression | None:
    return Length(duration(UNKNOWN, unit_of(match)[0]))


def _half_unit(match: Match) -> Expression | None:
    grain, size = unit_of(match)
    smaller = {
        "hour": (30, "minute"),
        "year": (6, "month"),
        "day": (12, "hour"),
        "century": (50, "year"),
        "minute": (30, "second"),
        "decade": (5, "year"),
    }.get(grain)
    return Length(duration(*smaller)) if smaller else Length(duration(0.5 * size, grain))


def _open(match: Match) -> Expression | None:
    """Bare plurals (weeks, years): a number of them that the text leaves open."""
    unit = match.the("unit", "units", "hour", "hours").value
    bare = len(match.items) == 1 and match.before not in _BEFORE_UNITS
    if bare or match.follows.startswith(_AGES):
        return None
    return Length(duration(UNKNOWN, unit)) if unit != "quarter" or len(match.items) > 1 else None


_BEFORE_UNITS = frozenset("for in over after within during the through since past".split())


def _long(match: Match) -> Expression | None:
    """Decades-long, hours long: of an open number."""
    return Length(duration(UNKNOWN, unit_of(match)[0]))


def _whole(match: Match) -> Expression | None:
    if match.follows in ("- earlier", "- ago"):
        return None
    grain, size = unit_of(match)
    return Length(duration(size, grain)) if grain != "quarter" else None


def _every(match: Match) -> Expression | None:
    """Every day, each Monday, every two weeks, every other month."""
    weekday = match.get("weekday")
    if weekday is not None:
        return Often(f"XXXX-WXX-{int(weekday.number) + 1}" + _part_code(match))
    month, season, part = match.get("month"), match.get("season"), match.get("part")
    if month is not None:
        return Often(f"XXXX-{int(month.number):02d}")
    if season is not None:
        return Often("XXXX-" + ("SP", "SU", "FA", "WI")[int(season.number)])
    if part is not None:
        return Often("XXXX-XX-XXT" + part.value)
    if match.has("weekend"):
        return Often("XXXX-WXX-WE")
    grain, size = unit_of(match)
    amount = 2.0 if match.has("other", "ordinal") else amount_of(match)
    return Often(duration(amount * size, grain)) if known(amount) else None


def _part_code(match: Match) -> str:
    part = match.get("part", "parts")
    return "T" + part.value if part else ""


def _weekdays(match: Match) -> Expression | None:
    day = match.the("weekdays", "weekday")
    return Often(f"XXXX-WXX-{int(day.number) + 1}" + _part_code(match))


def _weekends(match: Match) -> Expression | None:
    return Often("XXXX-WXX-WE")


def _often(match: Match) -> Expression | None:
    """Daily, weekly; quarterly and yearly only as adverbs, for a quarterly dividend is a kind of dividend."""
    if match.items[0].value == "P1D" and match.after == "NNP":
        return None  # a newspaper
    if match.the("often").value in ("P1Q", "P1Y") and match.after[:1] in ("N", "J"):
        return None
    return Often(match.the("often").value)


def _hours_a_day(match: Match) -> Expression | None:
    """Twenty-four hours a day, seven days a week."""
    grain, size = unit_of(Match(match.items[-1:]))
    return Often(duration(size, grain))


def _rate(match: Match) -> Expression | None:
    """Ten a day, $40 per week."""
    grain, size = unit_of(match)
    if match.has("per") or match.before in _RATE_BEFORE or match.before[-1:].isdigit():
        code = CLOCK_CODES.get(grain) or CODES[grain]
        return Often(f"PT{size:.0f}{code}" if grain in CLOCK_CODES else duration(size, grain))
    return None


_RATE_BEFORE = frozenset(
    "times once twice people barrels tons tonnes dollars euros million billion cents trillion miles".split()
)


RULES = (
    Rule("length.count", f"the? {COUNT} dash? more? {UNIT} (dash? long)?", _length),
    Rule("set.rate", "(indefinite | per) (unit | hour)", _rate),
    Rule("length.one", "indefinite more? more? (unit | hour)", _whole),
    Rule("length.and-half", f"(indefinite | {NUMBER}) {UNIT} dash? and dash? indefinite dash? half", _length),
    Rule("length.count-half", f"{NUMBER} and indefinite? half dash? {UNIT}", _length),
    Rule("length.half", "(indefinite? half dash? indefinite?) (unit | hour)", _half_unit),
    Rule(
        "length.range",
        f"(the {_STEP})? {NUMBER} (dash? more? {UNIT})? (to | or | dash) {NUMBER} dash? more? {UNIT}",
        _ranged,
    ),
    Rule("length.or-two", "indefinite (unit | hour) or (word | day)", _or_two),
    Rule("length.or-units", f"{_MANY} (or | and) {_MANY}", _or_two),
    Rule("length.step", f"(the | these | this | that | poss)? {_STEP} {COUNT} more? {UNIT}", _length),
    Rule("length.open", f"(the (early | ordinal))? {_MANY}", _open),
    Rule("length.long", "(units | hours) dash? long", _long),
    Rule("length.long-one", "(unit | hour) dash long", _whole),
    Rule("length.all", "all (unit | hour)", _whole),
    Rule("set.every", f"every (other | ordinal | {NUMBER})? (unit | units | hour | hours)", _every),
    Rule("set.every-name", "every (weekday part? | month | season | part | weekend)", _every),
    Rule("set.weekdays", "(weekdays | weekday parts)", _weekdays),
    Rule("set.weekends", "weekends", _weekends),
    Rule("set.often", "often", _often),
    Rule("set.hours-a-day", f"{NUMBER} (hours | units) indefinite unit", _hours_a_day),
)
