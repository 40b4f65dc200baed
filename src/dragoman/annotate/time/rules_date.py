"""Rules for times that the calendar names: dates, months, seasons, quarters, years, decades, centuries, holidays."""

from __future__ import annotations

from calendar import monthrange

from .calendar import Period, day_of, month_of
from .item import Between, Expression, Item, Known, Named
from .pattern import Match, Rule

MIDDLE = 15  # last day of the first half of a month
_CENTURY_TURN = 30  # two-digit years up to this one belong to the 2000s
_DAY = "(day | ordinal)"
_WEEKDAY = "(last | next | this)? coming? (weekday comma? (the | on)?)?"
_ERA = "(adera | bcera)"
_FISCAL_QUARTERS = "(ordinal fiscal? dash? unit)"


def _year(item: Item) -> int:
    if item.kind == "shortyear":
        return int(item.number) + (2000 if item.number <= _CENTURY_TURN else 1900)
    return int(item.number)


def _with_era(match: Match, year: int) -> int:
    return 1 - year if match.has("bcera") else year


def _iso(match: Match) -> Expression | None:
    year, month, day = match.items[0].value[:10].split("-")
    period = day_of(int(year), int(month), int(day)) if int(year) else None
    return Known(period) if period else None


def _iso_parts(match: Match) -> Expression | None:
    """An ISO day that the parser has cut at its hyphens."""
    year, month, day = (int(item.number) for item in match.all("year", "day", "num"))
    period = day_of(year, month, day)
    return Known(period) if period else None


def _numeric(match: Match) -> Expression | None:
    """26/07/2023 or 7/26/2023: only what can be read in one way, or has a dot, which no American date has."""
    text = match.items[0].value
    one, two, year = (int(part) for part in text.replace(".", "/").split("/"))
    year = year if year > 99 else year + (2000 if year <= _CENTURY_TURN else 1900)
    if "." in text or one > 12:
        period = day_of(year, two, one)
    elif two > 12 or one == two:
        period = day_of(year, one, two)
    else:
        return None
    return Known(period) if period else None


def _date(match: Match) -> Expression | None:
    """A day of a month, with or without its year and weekday."""
    month, day = int(match.the("month").number), int(match.the("day", "ordinal").number)
    weekday, year = match.get("weekday"), match.get("year", "shortyear")
    if year is None:
        if day_of(2000, month, day) is None:
            return None
        beside = int(weekday.number) if weekday else None
        step = match.get("last", "next", "this")
        return Named("monthday", month, day, step.kind if step and not weekday else "", weekday=beside)
    period = day_of(_year(year), month, day)
    return Known(period) if period else None


def _days(match: Match) -> Expression | None:
    """Two days of a month: July 3-5, 3 to 5 July."""
    month = int(match.the("month").number)
    low, high = (int(item.number) for item in match.all("day", "ordinal"))
    year = match.get("year")
    if not low < high or day_of(2000, month, high) is None:
        return None
    if year is None:
        return Between(Named("monthday", month, low), Named("monthday", month, high))
    first, last = day_of(_year(year), month, low), day_of(_year(year), month, high)
    return Between(Known(first), Known(last)) if first and last else None


def _month_year(match: Match) -> Expression | None:
    year = match.the("year", "shortyear", "num")
    if year.kind == "num" and not match.has("bcera"):
        return None
    return Known(month_of(_with_era(match, _year(year)), int(match.the("month").number)))


def _month(match: Match) -> Expression | None:
    month = match.the("month")
    if month.value == "short" and match.items[-1].end - month.start < 4:
        return None  # Jan, Mar: more often names of people and places
    return Named("month", int(month.number))


def _season_year(match: Match) -> Expression | None:
    year = _year(match.the("year", "shortyear"))
    return Known(Period("season", year * 4 + int(match.the("season").number)))


def _part_number(match: Match, size: int) -> int | None:
    number = int(match.the("ordinal").number)
    number = size if number == -1 else number
    return number if 1 <= number <= size else None


def _quarter(match: Match) -> Expression | None:
    """A numbered quarter, with its year on either side or without."""
    if match.the("unit").value != "quarter":
        return None
    number, year = _part_number(match, 4), match.get("year")
    if number is None or (match.has("the") and match.has("dash") and match.after[:1] == "N"):
        return None  # the article of "the third-quarter loss" belongs to the loss
    return Known(Period("quarter", _year(year) * 4 + number - 1)) if year else Named("quarter", number)


def _half(match: Match) -> Expression | None:
    number, year = _part_number(match, 2), match.get("year")
    if number is None:
        return None
    return Known(Period("half", _year(year) * 2 + number - 1)) if year else Named("half", number)


def _half_month(match: Match) -> Expression | None:
    """The first half of March: its first fifteen days."""
    number, month = _part_number(match, 2), int(match.the("month").number)
    if number is None:
        return None
    low, high = (1, MIDDLE) if number == 1 else (MIDDLE + 1, monthrange(2001, month)[1])
    year = match.get("year")
    if year is None:
        return Between(Named("monthday", month, low), Named("monthday", month, high))
    first, last = day_of(_year(year), month, low), day_of(_year(year), month, high)
    return Between(Known(first), Known(last)) if first and last else None


def _half_last(match: Match) -> Expression | None:
    return Named("half", 2)


def _quarter_tag(match: Match) -> Expression | None:
    tag = match.the("quartertag").value.upper()
    letter, number = (tag[0], tag[1]) if tag[0] in "QH" else (tag[1], tag[0])
    grain, size = ("quarter", 4) if letter == "Q" else ("half", 2)
    if int(number) > size:
        return None
    year = match.get("year")
    if year is None:
        return Named(grain, int(number))
    return Known(Period(grain, _year(year) * size + int(number) - 1))


def _bare_year(match: Match) -> Expression | None:
    return Known(Period("year", _year(match.the("year"))))


def _years(match: Match) -> Expression | None:
    """1939-45: years of one century."""
    first, last = match.the("year"), match.items[-1]
    low = int(first.number)
    high = low // 100 * 100 + int(last.number)
    if len(str(int(last.number))) != 2 or not low < high < low + 60 or match.follows.startswith("-"):
        return None
    return Between(Known(Period("year", low)), Known(Period("year", high)))


def _year_words(match: Match) -> Expression | None:
    number = int(match.the("word").number)
    return Known(Period("year", number)) if match.the("unit").value == "year" and 1000 <= number < 2200 else None


def _era_year(match: Match) -> Expression | None:
    number = match.the("year", "num", "day")
    return Known(Period("year", _with_era(match, int(number.number)))) if 0 < number.number < 10_000 else None


def _regnal(match: Match) -> Expression | None:
    """Juche 112 is 2023: the table holds the year before the first of the era."""
    number = match.items[-1].number
    year = int(match.the("regnal").number + number)
    month, day = match.get("month"), match.get("day")
    if month is not None and day is not None:
        period = day_of(year, int(month.number), int(day.number))
        return Known(period) if period else None
    return Known(Period("year", year)) if 0 < year < 10_000 and 0 < number < 400 else None


def _short(match: Match) -> Expression | None:
    return Known(Period("year", _year(match.the("shortyear"))))


def _decade(match: Match) -> Expression | None:
    number = int(match.the("decade", "decadeword").number)
    return Known(Period("decade", (number if number > 99 else number + (2000 if number < 20 else 1900)) // 10))


def _century(match: Match) -> Expression | None:
    number = int(match.the("ordinal").number)
    if match.the("unit").value != "century" or not 0 < number < 40:
        return None
    return Known(Period("century", -number if match.has("bcera") else number - 1))


def _weekday(match: Match) -> Expression | None:
    return Named("weekday", int(match.the("weekday").number))


def _season(match: Match) -> Expression | None:
    bare = len(match.items) == 1
    if bare and match.before not in _SEASON_BEFORE:
        return None
    return Named("season", int(match.the("season").number), step="the" if match.has("the") else "")


_SEASON_BEFORE = frozenset("in during by since until till of through this every early late mid for from".split())


def _holiday(match: Match) -> Expression | None:
    return Named("holiday", holiday=match.the("holiday").value)


def _day_alone(match: Match) -> Expression | None:
    """The 25th, a day of the month that the text has named."""
    day = match.the("ordinal")
    if match.before not in ("on", "until", "by", "since", "from", "of") or match.after[:1] in ("N", "J"):
        return None
    return Named("dayofmonth", day=int(day.number)) if day.number <= 31 and day.value[:1].isdigit() else None


RULES = (
    Rule("date.iso", "isodate", _iso),
    Rule("date.iso", "year dash (day | num) dash (day | num)", _iso_parts),
    Rule("date.numeric", "numdate", _numeric),
    Rule("date.month-day", f"{_WEEKDAY} month dash? the? {_DAY} ((comma | of)? (year | shortyear))?", _date),
    Rule("date.day-month", f"{_WEEKDAY} the? {_DAY} of? dash? month ((dash | comma)? (year | shortyear))?", _date),
    Rule("date.days", f"month {_DAY} (dash | to) {_DAY} (comma? year)?", _days),
    Rule("date.days", f"{_DAY} (dash | to) {_DAY} month (comma? year)?", _days),
    Rule("date.month-year", f"month (of | comma)? (year | shortyear | num bcera) {_ERA}?", _month_year),
    Rule("date.month", "month", _month),
    Rule("date.season-year", "the? season (of | comma)? (year | shortyear)", _season_year),
    Rule("date.season", "the? season", _season),
    Rule("date.quarter", f"the? year? fiscal? dash? {_FISCAL_QUARTERS} ((of | in | comma)? fiscal? year)?", _quarter),
    Rule("date.half-month", "the? ordinal dash? half of month (of? year)?", _half_month),
    Rule("date.half", "the? ordinal dash? half ((of | in)? fiscal? year)?", _half),
    Rule("date.half-last", "the? (last | later) half", _half_last),
    Rule("date.quarter-tag", "quartertag (of? year)?", _quarter_tag),
    Rule("date.year", "(the unit)? year adera?", _bare_year),
    Rule("date.years", "year dash (num | day)", _years),
    Rule("date.year-words", "the unit word", _year_words),
    Rule("date.fiscal-year", "(the? fiscal unit?) year", _bare_year),
    Rule("date.year-era", f"(year | num | day) {_ERA}", _era_year),
    Rule("date.era-year", "adera (num | day | year)", _era_year),
    Rule("date.regnal", "(month day comma?)? regnal (day | num)", _regnal),
    Rule("date.short-year", "shortyear", _short),
    Rule("date.decade", "the? poss? decade | the decadeword", _decade),
    Rule("date.century", "the? ordinal dash? unit bcera?", _century),
    Rule("date.weekday", "weekday", _weekday),
    Rule("date.holiday", "holiday", _holiday),
    Rule("date.day", "the ordinal", _day_alone),
)
