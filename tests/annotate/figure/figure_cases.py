"""Reads the marked sentences of cases.txt and compares them with what the stage finds."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from dragoman.annotate.figure import FigureStage
from dragoman.model import Figure, Reading, Report, Span, Time
from marked import Mark, read_marks

CASES = tuple(
    line
    for line in (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
OPEN, SET_ASIDE = CASES[::2], CASES[1::2]


class Value(NamedTuple):
    words: str
    value: float
    low: float | None
    high: float | None
    unit: str | None
    kind: str


def stated(text: str, mark: Mark) -> tuple[Value, tuple | None]:
    value, bounds = float(mark.get("v")), mark.get("b")
    low, high = {"min": (value, None), "max": (None, value), "about": (None, None), None: (value, value)}.get(
        bounds, (0, 0)
    )
    if bounds and ".." in bounds:
        low, high = map(float, bounds.split(".."))
    relation = tuple(mark.get(key) for key in ("c", "w", "of"))
    kind = mark.get("k") or "count"
    return Value(text[mark.start : mark.end], value, low, high, mark.get("u"), kind), relation if any(
        relation
    ) else None


def found(text: str, figure: Figure) -> tuple[Value, tuple | None]:
    relation = figure.relation
    return (
        Value(figure.span.of(text), round(figure.value, 9), figure.low, figure.high, figure.unit, figure.kind),
        None if relation is None else (relation.compares, relation.with_, relation.of),
    )


def compare(case: str, stage: FigureStage, parser) -> tuple[list, list]:
    """What the case states and what the stage finds, both as lists of (value, relation)."""
    text, marks = read_marks(case)
    span = Span(0, len(text))
    times = tuple(
        Time(Span(mark.start, mark.end), "DURATION" if mark.get("v")[0] == "P" else "DATE", mark.get("v"))
        for mark in marks
        if mark.name == "t"
    )
    reading = Reading(Report.of(text), sentences=(span,), times=times, parse=parser(text, (span,)))
    wanted = [stated(text, mark) for mark in marks if mark.name == "n"]
    wanted = [(value._replace(value=round(value.value, 9)), relation) for value, relation in wanted]
    return wanted, [found(text, figure) for figure in stage(reading)]


class Share(NamedTuple):
    values: float
    relations: float
    misses: list[str]


def share(cases, stage, parser) -> Share:
    """Shares of values and of relations that are right; a figure too many counts as one wrong."""
    values, right, relations, related, misses = 0, 0, 0, 0, []
    for case in cases:
        wanted, got = compare(case, stage, parser)
        got_values = [value for value, _ in got]
        values += max(len(wanted), len(got))
        right += sum(value in got_values for value, _ in wanted)
        if [value for value, _ in wanted] != got_values:
            misses.append(f"{case}\n    values: {got_values}")
        by_words = {value.words: relation for value, relation in got}
        for value, relation in wanted:
            answer = by_words.get(value.words)
            if relation or answer:
                relations += 1
                related += relation == answer
                if relation != answer:
                    misses.append(f"{case}\n    relation: {answer}")
    return Share(right / values, related / max(1, relations), misses)
