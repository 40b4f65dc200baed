"""Answers of the checks as people read them at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ..check.answer import CONTRADICTED, OPEN, SUPPORTED, Answer, Evidence, Extent
from ..model.page.phrases import interval_phrase, squeezed
from ..model.record import to_record
from .terminal import visible

SHOWN = 5  # pieces of evidence; --format json has them all
STYLES = {SUPPORTED: "green", CONTRADICTED: "red", OPEN: "yellow"}
_BEARS = {"against": "red", "for": "green", "perhaps": "yellow", "edge": "dim"}


def show_answer(console: Console, answer: Answer, shown: int = SHOWN) -> None:
    """Prints one answer: verdict and claim, reason, evidence, and what was searched."""
    head = Text.assemble((answer.verdict, f"bold {STYLES[answer.verdict]}"), "  ", (answer.kind, "dim"), "  ")
    console.print(head + Text(f"“{visible(squeezed(answer.claim, 300))}”"), soft_wrap=True)
    where = " · ".join(filter(None, (answer.source, answer.day, answer.report)))
    if answer.copies:
        where += f", and in {', '.join(answer.copies[:4])}, the same text"
    for line in (Text(visible(where), style="dim"), Text(visible(answer.reason))):
        put(console, line)
    for item in answer.evidence[:shown]:
        show_evidence(console, item)
    if len(answer.evidence) > shown:
        put(console, Text(f"… and {len(answer.evidence) - shown} more", style="dim"))
    if answer.question is not None:
        put(console, Text(visible(f"looked for {sought_phrase(answer)}"), style="dim"))
    if answer.extent is not None:
        put(console, Text(visible(extent_phrase(answer.extent)), style="dim"))
    for note in answer.notes:
        put(console, Text(visible(note), style="dim"))


def show_evidence(console: Console, item: Evidence) -> None:
    """Prints one happening or figure that bears on a claim, and the sentence that tells it."""
    when = interval_phrase(item.begin, item.end) if item.begin else "no date"
    tellers = _told_by(item) if item.reports else ""
    line = Text.assemble((item.bears, _BEARS.get(item.bears, "")), "  ", when, "  ", (visible(item.what), "bold"))
    about = "".join(f"  {part}" for part in (tellers, item.id if item.reports else "loaded series") if part)
    put(console, line + Text(about, style="dim"))
    if item.reason and item.bears not in ("against", "for"):
        put(console, Text(visible(item.reason), style="dim"), 4)
    if item.words:
        told = ", ".join(filter(None, (item.source, item.day)))
        words = Text.assemble((f"“{visible(squeezed(item.words, 240))}”", "italic"), (f" {visible(told)}", "dim"))
        put(console, words, 4)


def show_event(console: Console, item: Evidence, mark: str) -> None:
    """Prints one happening of a list, and the sentence that tells it best."""
    when = interval_phrase(item.begin, item.end) if item.begin else "no date"
    head = Text.assemble((mark, "dim"), "  ", when, "  ", (visible(item.what), "bold"))
    console.print(head + Text(f"  {_told_by(item)}  {item.id}", style="dim"), soft_wrap=True)
    if item.words:
        told = ", ".join(filter(None, (item.source, item.day)))
        words = Text.assemble((f"“{visible(squeezed(item.words, 240))}”", "italic"), (f" {visible(told)}", "dim"))
        put(console, words, 4)


def sought_phrase(answer: Answer) -> str:
    """*CONSULT/visit by RUS to PRK, 2000-01-01 to before 2024-06-19*: what a claim was taken to ask for."""
    asked = answer.question
    assert asked is not None
    said = "/".join((*asked.act, *asked.mode))
    said += "".join(f", CAMEO {code}" for code in asked.cameo)
    for word, named in (("by", asked.actor), ("to or with", asked.recipient), ("in", asked.place)):
        said += f" {word} {' or '.join(named)}" if named else ""
    days = (("from", answer.since), ("before", answer.until))
    return said + "".join(f", {word} {day}" for word, day in days if day)


def extent_phrase(extent: Extent) -> str:
    """*searched 118 reports, 2020-05-01 to 2023-07-24; 41 name PRK …*."""
    days = "".join(
        f" {word} {day}" for word, day in (("published since", extent.since), ("before", extent.until)) if day
    )
    said = f"searched {counted(extent.reports, 'report')}{days}"
    if not extent.about:
        return said + f" ({_reach(extent)})" if extent.naming else said
    said += f"; {extent.naming} name{'s' if extent.naming == 1 else ''} {' and '.join(extent.about)}"
    return f"{said}: {_reach(extent)}" if extent.naming else said


def _told_by(item: Evidence) -> str:
    return f"{counted(item.reports, 'report')} of {counted(item.independent, 'independent source')}"


def _reach(extent: Extent) -> str:
    outlets = ", ".join(f"{name} {number}" for name, number in extent.sources[:4])
    if len(extent.sources) > 4:
        outlets += f", and {len(extent.sources) - 4} more"
    covered = f"in {extent.covered} of {counted(extent.steps, extent.step)}, "
    return f"{covered}{extent.first} to {extent.last}, from {outlets or 'outlets that are not named'}"


def extent_record(extent: Extent | None) -> dict[str, Any] | None:
    """The extent as plain JSON, its sources as an object."""
    if extent is None:
        return None
    return {**to_record(extent), "sources": dict(extent.sources), "share": round(extent.share, 4)}


def answer_record(answer: Answer) -> dict[str, Any]:
    """An answer as plain JSON; of the question only what narrows it."""
    question = to_record(answer.question) if answer.question else None
    asked = {key: value for key, value in question.items() if value} if question else None
    return {**to_record(answer), "question": asked, "extent": extent_record(answer.extent)}


def counts_phrase(answers: Sequence[Answer]) -> str:
    """*12 claims: 2 supported, 1 contradicted, 9 not decidable*."""
    return f"{counted(len(answers), 'claim')}: " + ", ".join(_counts(answers))


def _counts(answers: Sequence[Answer]) -> Iterator[str]:
    for verdict in (SUPPORTED, CONTRADICTED, OPEN):
        yield f"{sum(answer.verdict == verdict for answer in answers)} {verdict}"


def put(console: Console, text: Text, indent: int = 2) -> None:
    """Prints a line under another, wrapped with its indent at a terminal."""
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent)))
    else:
        console.print(Text(" " * indent) + text, soft_wrap=True)


def counted(number: int, what: str) -> str:
    """*1 report*, *2 reports*."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
