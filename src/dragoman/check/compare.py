"""Whether one period was to another as a report says: by the user's series, and by other reports' figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..lexicon import load
from ..model import Figure, Point, Reading, Span
from ..model.page.phrases import interval_phrase, number_phrase
from .answer import CONTRADICTED, OPEN, SUPPORTED, Evidence
from .precision import agree, fits
from .quantity import Key, Quantity, quantity_of, series_for, value_in

_WORD = re.compile(r"[^\W\d_]+")
_SCALES: Mapping[str, float] = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
NO_SERIES = "no series and no other report tells this quantity for both periods"


@dataclass(frozen=True, slots=True)
class Comparing:
    """A figure of another report that compares two periods; ``origin`` is the report that it goes back to."""

    reading: Reading
    figure: Figure
    sentence: Span
    origin: str


Found = tuple[str, str, list[Evidence]]


def compare(
    reading: Reading, figure: Figure, sentence: Span, points: Sequence[Point], others: Iterable[Comparing],
    origin: str,
) -> Found:  # fmt: skip
    """Verdict, reason and evidence of a figure that compares; a loaded series outweighs other reports."""
    quantity = quantity_of(reading, figure, sentence)
    if quantity is None:
        return OPEN, "the periods or the quantity compared are not told closely enough", []
    told = _by_reports(reading, figure, quantity, others, origin)
    keys = series_for(quantity, points)
    if len(keys) > 1:
        names = ", ".join(" ".join(filter(None, key)) for key in keys)
        return OPEN, f"several series may be meant: {names}", told
    if keys:
        verdict, reason, evidence = _by_series(reading, figure, sentence, quantity, points, keys[0])
        return verdict, reason, [*evidence, *told]
    against = [item for item in told if item.bears == "against"]
    if against:
        return CONTRADICTED, f"{_reports(len(against))} another figure for the same", told
    if told:
        return SUPPORTED, f"{_reports(len(told))} the same figure; no series tells it", told
    return OPEN, NO_SERIES, told


def _by_series(
    reading: Reading, figure: Figure, sentence: Span, quantity: Quantity, points: Sequence[Point], key: Key
) -> Found:
    now, then = value_in(points, key, quantity.period), value_in(points, key, quantity.against)
    name = " ".join(filter(None, key))
    if now is None or (then is None and figure.kind in ("ratio", "percent")):
        missing = interval_phrase(*(quantity.against if now else quantity.period))
        return OPEN, f"the series {name} has no value for {missing}", []
    evidence = [
        _point(name, span, value[0], value[2])
        for span, value in ((quantity.period, now), (quantity.against, then)) if value
    ]  # fmt: skip
    words = figure.span.of(reading.report.text)
    if figure.kind not in ("ratio", "percent"):
        return _level(figure, words, now, name, evidence)
    assert then is not None
    if now[2] != then[2] or now[1] != then[1]:
        return OPEN, f"the values of {name} are not of one unit and one length", evidence
    if then[0] == 0:
        return OPEN, f"the series {name} is 0 in {interval_phrase(*quantity.against)}", evidence
    readings = _readings(figure, _direction(reading.report.text, figure.span, sentence), now[0], then[0])
    if not readings:
        return OPEN, "the words do not tell whether it rose or fell", evidence
    verdicts = [(fits(figure, words, value), value, how) for value, how in readings]
    ok, value, how = next((item for item in verdicts if item[0]), verdicts[0])
    verdict = SUPPORTED if ok else OPEN if ok is None else CONTRADICTED
    unit = "%" if figure.kind == "percent" else " times" if figure.unit == "times" else ""
    reason = (
        f"{name}: {number_phrase(now[0])} {now[2]} in {interval_phrase(*quantity.period)} against "
        f"{number_phrase(then[0])} in {interval_phrase(*quantity.against)}, {how} {value:.4g}{unit}; "
        f"the report says {words}"
    )
    bears = {SUPPORTED: "for", CONTRADICTED: "against", OPEN: "perhaps"}[verdict]
    return verdict, reason, [replace(item, bears=bears) for item in evidence]


def _level(figure: Figure, words: str, now: tuple[float, int, str], name: str, evidence: list[Evidence]) -> Found:
    """A plain value of a period: it must stand in the series itself, in a unit that can be compared."""
    value, parts, unit = now
    known = [word.lower() for word in _WORD.findall(unit)]
    scale = next((_SCALES[word] for word in known if word in _SCALES), 1.0)
    if parts > 1 or (figure.unit or "").lower().split("/")[0] not in known:
        return OPEN, f"{name} is told in {unit}, the report speaks of {figure.unit or 'a bare number'}", evidence
    ok = fits(figure, words, value * scale)
    verdict = SUPPORTED if ok else OPEN if ok is None else CONTRADICTED
    return verdict, f"{name}: {number_phrase(value)} {unit}; the report says {words}", evidence


def _readings(figure: Figure, direction: str | None, now: float, then: float) -> list[tuple[float, str]]:
    """What the words may mean, the plain sense first, as a number to hold against the figure's.

    *Eight times higher* is said of eight times as much, and by some of eight times more on top of it.
    """
    if figure.kind == "percent" or (figure.unit == "share" and direction):
        scale = 100.0 if figure.kind == "percent" else 1.0
        change = scale * (now - then) / then
        if direction is None:
            return []
        return [(change if direction == "up" else -change, "a rise of" if direction == "up" else "a fall of")]
    if figure.unit == "times" and direction == "down" and figure.value > 1:
        return [(then / now, "smaller by a factor of")] if now else []
    plain = (now / then, "a ratio of")
    return [plain, (now / then - 1, "more by")] if figure.unit == "times" and direction == "up" else [plain]


def _direction(text: str, figure: Span, sentence: Span) -> str | None:
    """Up or down: the word of change nearest to the figure in its sentence."""
    near = [
        (min(abs(at - figure.end), abs(figure.start - at)), _directions()[word])
        for found in _WORD.finditer(text, sentence.start, sentence.end)
        if (word := found[0].lower()) in _directions() and not figure.start <= (at := found.start()) < figure.end
    ]
    return min(near)[1] if near else None


def _by_reports(
    reading: Reading, figure: Figure, mine: Quantity, others: Iterable[Comparing], origin: str
) -> list[Evidence]:
    """The figures of other origin for the same quantity and the same periods, one for each origin."""
    found: dict[str, Evidence] = {}
    words = figure.span.of(reading.report.text)
    for other in others:
        if other.origin in (origin, *found) or other.reading.report.id == reading.report.id:
            continue
        theirs = quantity_of(other.reading, other.figure, other.sentence)
        if theirs is None or not _same(mine, theirs) or (figure.kind, figure.unit) != (
            other.figure.kind, other.figure.unit,
        ):  # fmt: skip
            continue
        report = other.reading.report
        said = other.figure.span.of(report.text)
        bears = "for" if agree(figure, words, other.figure, said) else "against"
        day = report.day.isoformat() if report.day else None
        found[other.origin] = Evidence(
            id=report.id, bears=bears, reason=f"says {said}", what=other.figure.relation.of or ""
            if other.figure.relation else "", begin=theirs.period[0], end=theirs.period[1],
            words=" ".join(other.sentence.of(report.text).split()), report=report.id, source=report.source, day=day,
        )  # fmt: skip
    return [found[key] for key in sorted(found)]


def _same(one: Quantity, other: Quantity) -> bool:
    parties = set(one.countries) == set(other.countries)
    return parties and one.words == other.words and (one.period, one.against) == (other.period, other.against)


def _point(name: str, span: tuple[str, str], value: float, unit: str) -> Evidence:
    what = f"{name}: {number_phrase(value)} {unit}"
    return Evidence(id=f"{name} {interval_phrase(*span)}", bears="for", reason="series", what=what, begin=span[0],
                    end=span[1], reports=0, independent=0)  # fmt: skip


def _reports(number: int) -> str:
    return "1 report of other origin gives" if number == 1 else f"{number} reports of other origin give"


@cache
def _directions() -> Mapping[str, str]:
    return {form: entry.value["direction"] for entry in load("check_direction").entries for form in entry.forms}
