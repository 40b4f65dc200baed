"""Reads the marked sentences of cases.txt and compares them with what the stage finds."""

from __future__ import annotations

from pathlib import Path

from dragoman.annotate.claim import ClaimStage
from dragoman.annotate.claim.compare import interval
from dragoman.annotate.figure import FigureStage
from dragoman.model import Actor, Claim, Event, Reading, Report, Span, Time
from marked import Mark, read_marks

PUBLISHED = "2023-07-26"
CASES = tuple(
    line
    for line in (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
KEYS = ("act", "mode", "actor", "recipient", "place", "n", "order")


def reading_of(case: str, parser, figures: FigureStage) -> tuple[Reading, list[Mark]]:
    text, marks = read_marks(case)
    span = Span(0, len(text))
    reading = Reading(
        Report.of(text, published=PUBLISHED),
        sentences=(span,),
        parse=parser(text, (span,)),
        times=tuple(map(_time, (mark for mark in marks if mark.name == "t"))),
        actors=tuple(_actor(text, mark) for mark in marks if mark.name == "a"),
        events=tuple(_event(span, mark) for mark in marks if mark.name == "e"),
    )
    return reading.with_layer("figures", tuple(figures(reading))), marks


def _time(mark: Mark) -> Time:
    value = mark.get("v")
    kind = "DURATION" if value[0] == "P" else "DATE"
    begin, end = interval(value) if kind == "DATE" else (None, None)
    return Time(Span(mark.start, mark.end), kind, value, begin=begin, end=end)


def _actor(text: str, mark: Mark) -> Actor:
    return Actor(Span(mark.start, mark.end), text[mark.start : mark.end], country=mark.get("c"), kind="state")


def _event(sentence: Span, mark: Mark) -> Event:
    trigger = Span(mark.start, mark.end)
    return Event(f"e{mark.start}", sentence, trigger, mark.get("act"), mark.get("mode"), "asserted", mark.get("act"))


def stated(text: str, mark: Mark, marks: list[Mark]) -> tuple:
    inner = [item for item in marks if item.name == "s" and mark.start <= item.start < mark.end]
    since = text[inner[0].start : inner[0].end] if inner else None
    asked = tuple(mark.get(key) for key in KEYS)
    begin = mark.get("b")
    if mark.get("kind") == "comparison":
        begin = next(
            interval(t.get("v"))[0] for t in marks if t.name == "t" and inner[0].start <= t.start < inner[0].end
        )
    return mark.get("kind"), asked, since, begin, bool(mark.get("event"))


def found(text: str, claim: Claim) -> tuple:
    asked = tuple(None if claim.of.get(key) is None else str(claim.of[key]) for key in KEYS)
    since = claim.since.span.of(text) if claim.since is not None and claim.since.span is not None else None
    begin = None if claim.since is None else claim.since.begin
    return claim.kind, asked, since, begin, claim.event is not None


def compare(case: str, stage: ClaimStage, figures: FigureStage, parser) -> tuple[list, list, bool]:
    """What the case states, what is found, and whether each claim's words lie where they should."""
    reading, marks = reading_of(case, parser, figures)
    text = reading.report.text
    wanted = [mark for mark in marks if mark.name == "c"]
    claims = list(stage(reading))
    placed = all(claim.span.overlaps((mark.start, mark.end)) for mark, claim in zip(wanted, claims, strict=False))
    return [stated(text, mark, marks) for mark in wanted], [found(text, claim) for claim in claims], placed
