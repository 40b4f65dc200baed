"""``dragoman check``: claims of record put to the record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..check.answer import CONTRADICTED, OPEN, SUPPORTED, VERDICTS, Answer
from ..check.claims import check
from ..check.stored import Stored
from ..errors import InputError, UsageError
from ..model import Reading
from ..store import Store, open_store
from .explain import readings_of
from .settings import Published, Settings, Source
from .terminal import data_console
from .verdicts import answer_record, counts_phrase, show_answer

RANK = {CONTRADICTED: 0, SUPPORTED: 1, OPEN: 2}  # of a store's claims, what it can decide comes first
_SQLITE = b"SQLite format 3\x00"


class CheckForm(StrEnum):
    """How answers are shown."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def check_claims(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="REPORT",
            help="A file with reports or readings, the id of a stored report, or a store; none: all claims.",
        ),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option("--store", "-s", metavar="FILE", envvar="DRAGOMAN_STORE", help="The store that is searched."),
    ] = None,
    form: Annotated[CheckForm, typer.Option("--format", "-f", help="table, json, or jsonl.")] = CheckForm.TABLE,
    verdict: Annotated[
        list[str] | None, typer.Option(metavar="VERDICT", help=f"Only these answers: {', '.join(VERDICTS)}.")
    ] = None,
    published: Published = None,
    source: Source = None,
    config: Settings = None,
) -> None:
    """Put claims of record (first since, deadliest, eight times higher) to a store: supported, contradicted, open."""
    for word in verdict or ():
        if word not in VERDICTS:
            raise UsageError(f"verdict is {word!r}; allowed are {', '.join(map(repr, VERDICTS))}")
    if what is not None and _is_store(what) and (store is None or (store.exists() and store.samefile(what))):
        store, what = Path(what), None
    if store is None:
        raise UsageError("no store is named; give it with --store FILE")
    with open_store(store) as opened:
        readings = _readings(opened, what, published, source, config)
        history = Stored(opened)
        answers = [answer for reading in readings for answer in check(history, reading)]
        if what is None:
            answers = sorted(folded(answers, history.origin), key=lambda answer: RANK[answer.verdict])
        _show(answers, verdict or list(VERDICTS), form)


def _readings(
    store: Store, what: str | None, published: str | None, source: str | None, config: Path | None
) -> Iterator[Reading]:
    """The readings whose claims are asked for; a stored report goes before a file of the same name."""
    if what is None:
        yield from Stored(store).claiming()
    elif store.holds(what):
        yield store.reading(what)
    elif Path(what).is_file():
        yield from readings_of(Path(what), published, source, config)
    else:
        raise InputError(f"{what}: neither a file nor the id of a report in {store.path}")


def folded(answers: Iterable[Answer], origin: Callable[[str], str]) -> list[Answer]:
    """Answers with each claim that copies repeat in the same words told once, for the report that it goes back to."""
    found: dict[tuple[str, str], Answer] = {}
    for answer in answers:
        key = (origin(answer.report), answer.claim)
        first = found.get(key)
        found[key] = answer if first is None else replace(first, copies=(*first.copies, answer.report))
    return list(found.values())


def _is_store(name: str) -> bool:
    try:
        with Path(name).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _show(answers: list[Answer], verdicts: list[str], form: CheckForm) -> None:
    console = data_console()
    shown = [answer for answer in answers if answer.verdict in verdicts]
    if form is CheckForm.JSON:
        typer.echo(json.dumps([answer_record(answer) for answer in shown], ensure_ascii=False, indent=1))
        return
    for answer in shown:
        if form is CheckForm.JSONL:
            typer.echo(json.dumps(answer_record(answer), ensure_ascii=False))
        else:
            show_answer(console, answer)
            console.print()
    if form is CheckForm.TABLE:
        console.print(counts_phrase(answers), style="bold")
