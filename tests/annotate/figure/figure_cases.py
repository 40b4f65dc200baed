"""Reads the marked sentences of cases.txt and compares them with what the stage finds."""

from __future__ import annotations

from dataclasses import replace
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
    return Value(text[mark.start : mark.end], round(value, 9), low, high, mark.get("u"), kind), relation if any(
        relation
    ) else None


def found(text: str, figure: Figure) -> tuple[Value, tuple | None]:
    relation = figure.relation
    return (
        Value(figure.span.of(text), round(figure.value, 9), figure.low, figure.high, figure.unit, figure.kind),
        None if relation is None else (relation.compares, relation.with_, relation.of),
    )


def figures_of(texts: list[str], times: list[list[Time]], stage: FigureStage, parser) -> list[list[tuple]]:
    """What the stage finds in each of some sentences, read as one report (one call of the parser for all)."""
    spans, at = [], 0
    for text in texts:
        spans.append(Span(at, at + len(text)))
        at += len(text) + 1
    whole = "\n".join(texts)
    moved = (
        replace(time, span=Span(time.span.start + span.start, time.span.end + span.start))
        for span, own in zip(spans, times, strict=True)
        for time in own
    )
    reading = Reading(Report.of(whole), sentences=tuple(spans), times=tuple(moved), parse=parser(whole, spans))
    figures = list(stage(reading))
    return [[figure for figure in figures if span.contains(figure.span)] for span in spans]


def compare(cases, stage: FigureStage, parser) -> list[tuple[str, list, list]]:
    """Each case with what it states and what the stage finds, both as lists of (value, relation)."""
    read = [read_marks(case) for case in cases]
    times = [
        [
            Time(Span(mark.start, mark.end), "DURATION" if mark.get("v")[0] == "P" else "DATE", mark.get("v"))
            for mark in marks
            if mark.name == "t"
        ]
        for _, marks in read
    ]
    whole = "\n".join(text for text, _ in read)
    got = figures_of([text for text, _ in read], times, stage, parser)
    wanted = [[stated(text, mark) for mark in marks if mark.name == "n"] for text, marks in read]
    return [
        (case, said, [found(whole, figure) for figure in figures])
        for case, said, figures in zip(cases, wanted, got, strict=True)
    ]


class Share(NamedTuple):
    values: float
    relations: float
    misses: list[str]


def share(cases, stage, parser) -> Share:
    """Shares of values and of relations that are right; a figure too many counts as one wrong."""
    values, right, relations, related, misses = 0, 0, 0, 0, []
    for case, wanted, got in compare(cases, stage, parser):
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
