"""``dragoman explain EVENT --store FILE``: where each field of an event comes from, and why its mentions are one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from .. import query
from ..flow.merges import merges
from ..model import MACHINE, Event, Happening, Judgement, Reading, Told
from ..store import open_store
from .fields import fields_of, in_context, show_rules
from .listing import act_words
from .show import show_head
from .terminal import data_console, visible

_FOLLOWS = (
    ("act", "act"), ("mode", "mode"), ("when", "begin"), ("until", "end"), ("status", "status"), ("where", "where"),
)  # fmt: skip


def explain_event(name: str, store: Path) -> None:
    """Explains an event of the record: its fields by mention, each with its words and rules, and every merge."""
    console = data_console()
    with open_store(store) as kept:
        found = query.story(kept, name)
        show_head(console, found.happening)
        _sources(console, found.happening, [each.told for each in found.versions])
        for number, each in enumerate(found.versions, 1):
            _mention(console, number, kept.reading(each.told.report), each)
        _merges(console, found.happening, merges(kept, found.happening))


def _sources(console: Console, item: Happening, told: list[Told]) -> None:
    """For each field of the event, the mentions that give that value."""
    if len(told) < 2:
        return
    _heading(console, "Which mentions give the values of the event")
    for label, field in _FOLLOWS:
        value = getattr(item, field)
        if value is None:
            continue
        same = [str(at) for at, each in enumerate(told, 1) if _plain(getattr(each, field)) == _plain(value)]
        _put(console, Text.assemble((f"{label:<8}", "bold"), visible(str(_plain(value))),
                                    (f"  mention {', '.join(same) or '—'} of {len(told)}", "dim")), 2)  # fmt: skip


def _plain(value: object) -> object:
    return getattr(value, "name", value)


def _mention(console: Console, number: int, reading: Reading, each: query.Version) -> None:
    """One mention with the words and rules of each field, as its reading has them."""
    told = each.told
    event = next((item for item in reading.events if item.id == told.id), None) or _at(reading, told)
    where = ", ".join(filter(None, (each.outlet, told.day, told.report)))
    _heading(console, f"Mention {number}  {told.id}  {act_words(told)}")
    _put(console, Text(visible(where), style="dim"), 2)
    if event is None:
        _put(console, Text(visible(told.words)), 2)
        return
    _put(console, in_context(reading.report.text, event.trigger, event.sentence), 2)
    for name, value, span in fields_of(event):
        words = Text.assemble("  ", in_context(reading.report.text, span)) if span and span != event.trigger else Text()
        _put(console, Text.assemble((f"{name:<11}", "bold"), visible(value), words), 2)
    show_rules(console, reading.report.text, event)


def _at(reading: Reading, told: Told) -> Event | None:
    """The event of a mention whose id had to be changed, since another report has one of that id."""
    return next((each for each in reading.events if each.trigger.start == told.start and each.act == told.act), None)


def _merges(console: Console, item: Happening, judgements: Iterable[Judgement]) -> None:
    """Every pair that was taken for one happening, by the machine or by a person, with what speaks for and against."""
    if len(item.mentions) < 2:
        return
    number = {name: at for at, name in enumerate(item.mentions, 1)}
    _heading(console, "Why the mentions are one event")
    _put(
        console, Text("two are taken for one where the sum is not below 0; a person's judgement outweighs it", "dim"), 2
    )
    known = (each for each in judgements if each.left in number and each.right in number)
    for each in sorted(known, key=lambda one: sorted((number[one.left], number[one.right]))):
        by = "" if each.by == MACHINE else f", says {each.by}{f' on {each.day}' if each.day else ''}"
        score = "" if by else f"  {each.score:+.2f}"
        pair = " and ".join(str(at) for at in sorted((number[each.left], number[each.right])))
        _put(console, Text.assemble((pair, "bold"), f"  {each.verdict}{visible(by)}", (score, "cyan")), 2)
        for feature in sorted(each.features, key=lambda one: (one.name != "base", -abs(one.score))):
            _put(console, Text(f"{feature.score:+6.2f}  {feature.name}: {visible(feature.reason)}"), 6)
        if each.note:
            _put(console, Text(f"“{visible(each.note)}”", style="italic"), 6)


def _heading(console: Console, words: str) -> None:
    console.print(Text(f"\n{visible(words)}", style="bold"), soft_wrap=not console.is_terminal)


def _put(console: Console, line: Text, indent: int) -> None:
    console.print(Text(" " * indent) + line, soft_wrap=not console.is_terminal)
