"""``dragoman show``: one event as all its reports tell it."""

from __future__ import annotations

import json
from collections import Counter
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .. import query
from ..errors import UsageError
from ..model import Happening, Party, Span, Told
from ..model.page.phrases import interval_phrase, party_phrase, size_phrase, squeezed, where_phrase
from ..model.record import to_record
from ..query import Story, Version
from ..store import open_store
from .asking import AnswerFormat, Form
from .brief import STATUS_STYLES
from .listing import STAGE_STYLES, act_words, dyad_words, marked, told_words
from .settings import StoreFile
from .terminal import data_console, visible

_LONGEST = 400  # characters of a sentence


def show(
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help="Id of the event or of one of its mentions, or a beginning of it.")
    ],
    store: StoreFile,
    form: Form = AnswerFormat.TABLE,
) -> None:
    """Show one event: what every report says of it, what they agree on and what not, and how it went on."""
    if form not in (AnswerFormat.TABLE, AnswerFormat.JSON):
        raise UsageError(f"option --format: {form.value} does not hold one event; allowed are table and json")
    with open_store(store) as kept:
        found = query.story(kept, event)
    console = data_console()
    if form is AnswerFormat.JSON:
        console.file.write(json.dumps(_record(found), ensure_ascii=False, indent=1) + "\n")
        return
    show_head(console, found.happening)
    _fields(console, found.happening)
    _turns(console, found)
    _disputes(console, found)
    _versions(console, found)


def show_head(console: Console, item: Happening) -> None:
    """The line that names an event."""
    stage = (item.stage, STAGE_STYLES.get(item.stage, ""))
    line = Text.assemble((visible(dyad_words(item)), "bold"), "  ", act_words(item), "  ", stage)
    _put(console, line)
    _put(console, Text(item.id, style="dim"))


def _record(found: Story) -> dict[str, object]:
    return {
        "happening": to_record(found.happening),
        "mentions": [{**to_record(each.told), "copy_of": each.copy_of} for each in found.versions],
    }


def _fields(console: Console, item: Happening) -> None:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    codes = ", ".join(filter(None, (f"PLOVER {item.plover}" if item.plover else "",
                                    f"CAMEO {item.cameo}" if item.cameo else "")))  # fmt: skip
    rows = [
        ("when", interval_phrase(item.begin, item.end) if item.begin else "not known"),
        ("where", where_phrase(item.where) or "not known"),
        ("who", "; ".join(map(party_phrase, item.actors)) or "nobody"),
        ("to whom", "; ".join(map(party_phrase, item.recipients)) or "nobody"),
        ("size", size_phrase(item.size)),
        ("codes", codes),
        ("according to", "; ".join(item.speakers) or "the reports themselves"),
        ("told by", f"{told_words(item)}, {item.first or '?'} to {item.last or '?'}"),
    ]
    for name, value in rows:
        if value and console.is_terminal:
            table.add_row(name, Text(visible(value)))
        elif value:
            console.print(Text(f"{name:<14}{visible(value)}"), soft_wrap=True)
    if console.is_terminal:
        console.print(table)


def _turns(console: Console, found: Story) -> None:
    """How far it had come by what day, as long as that changes."""
    outlets = {each.told.id: each.outlet for each in found.versions}
    undated = {each.told.id for each in found.versions if each.told.origin == "published"}
    steps, before = [], None
    for turn in found.happening.turns:
        if (turn.stage, turn.begin, turn.end) != before:
            steps.append(turn)
        before = (turn.stage, turn.begin, turn.end)
    if len({turn.stage for turn in steps}) < 2:
        return
    _heading(console, "How it went on")
    for turn in steps:
        known = turn.begin and turn.stage != "happened" and turn.mention not in undated
        ahead = f" for {interval_phrase(turn.begin, turn.end)}" if turn.begin and known else ""
        told = ", ".join(filter(None, (outlets.get(turn.mention), turn.mention)))
        _put(console, Text.assemble(f"{turn.day or 'no date':<10}  ", (turn.stage, STAGE_STYLES.get(turn.stage, "")),
                                    ahead, (f"  {visible(told)}", "dim")), 2)  # fmt: skip


def _disputes(console: Console, found: Story) -> None:
    """What the reports agree on, and what they tell differently."""
    item = found.happening
    if item.reports < 2:
        return
    agreed = [name for name, same in _same(found.versions).items() if same and name not in _disputed(item)]
    _heading(console, "Agreement")
    _put(console, Text(f"same in all: {', '.join(agreed)}" if agreed else "nothing is told the same way by all"), 2)
    for dispute in item.disputes:
        _put(console, Text(f"{dispute.field} is told differently:", style="yellow"), 2)
        sources = {each.told.id: each.outlet or each.told.report for each in found.versions}
        for account in dispute.accounts:
            who = ", ".join(dict.fromkeys(sources[name] for name in account.mentions if name in sources))
            _put(console, Text.assemble((visible(account.value), "bold"), f"  {visible(who)}"), 4)


def _disputed(item: Happening) -> set[str]:
    return {dispute.field for dispute in item.disputes}


def _same(versions: tuple[Version, ...]) -> dict[str, bool]:
    """Which fields have one value in all mentions that have any."""
    values: dict[str, set[Any]] = {}
    for each in versions:
        told = each.told
        fields: dict[str, Any] = {
            "act": told.act, "mode": told.mode, "status": told.status,
            "when": (told.begin, told.end) if told.begin else None, "where": told.where.name if told.where else None,
            "actors": _lands(told.actors), "recipients": _lands(told.recipients),
        }  # fmt: skip
        for name, value in fields.items():
            values.setdefault(name, set()).add(value)
    return {name: len(found - {None}) == 1 for name, found in values.items()}


def _lands(parties: tuple[Party, ...]) -> tuple[str, ...] | None:
    return tuple(sorted({party.country or party.name for party in parties})) or None


def _versions(console: Console, found: Story) -> None:
    told = Counter(each.outlet or "unknown outlet" for each in found.versions)
    _heading(console, f"In the words of {', '.join(visible(name) for name in told)}")
    for each in found.versions:
        _version(console, each)


def _version(console: Console, each: Version) -> None:
    told, report = each.told, each.report
    copy = f"  copy of {visible(each.copy_of)}" if each.copy_of else ""
    head = Text.assemble(f"{told.day or 'no date'}  ", (visible(each.outlet or "unknown outlet"), "bold"),
                         (f"  {visible(report.id)}  {told.id}{copy}", "dim"))  # fmt: skip
    _put(console, head, 2)
    _put(console, _sentence(told), 4)
    said = f"according to {told.speaker}" if told.speaker else "in its own voice"
    days = interval_phrase(told.begin, told.end) if told.begin else "no date"
    days += " (published)" if told.begin and told.origin == "published" else ""
    facts = (act_words(told), days, where_phrase(told.where), size_phrase(told.size), said)
    line = Text.assemble((told.status, STATUS_STYLES.get(told.status, "dim")), " · ",
                         (visible(" · ".join(filter(None, facts))), "dim"))  # fmt: skip
    _put(console, line, 4)
    if report.url:
        _put(console, Text(visible(report.url), style="dim"), 4)


def _sentence(told: Told) -> Text:
    """The sentence with its act marked."""
    words = squeezed(told.words, _LONGEST)
    trigger = squeezed(told.trigger)
    at = words.find(trigger) if trigger else -1
    return marked(words, [Span(at, at + len(trigger))] if at >= 0 else [])


def _heading(console: Console, words: str) -> None:
    console.print(Text(f"\n{words}", style="bold"), soft_wrap=not console.is_terminal)


def _put(console: Console, line: Text, indent: int = 0) -> None:
    """A line that is folded at a terminal and whole in a pipe."""
    if console.is_terminal:
        console.print(Padding(line, (0, 0, 0, indent)), overflow="fold")
    else:
        console.print(Text(" " * indent) + line, soft_wrap=True)
