"""The options that the commands which ask the record have in common."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from inspect import Parameter
from pathlib import Path
from typing import Annotated, Any

import typer

from ..model import STAGES, STATUSES
from ..query import codes, question


class AnswerFormat(StrEnum):
    """What an answer is written as."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def _codes_like(field: str) -> Callable[[str], list[str]]:
    def like(incomplete: str) -> list[str]:
        return [code for code in codes.allowed(field) if code.lower().startswith(incomplete.lower())]

    return like


def _several(metavar: str, help_: str, field: str | None = None) -> Any:
    like = _codes_like(field) if field else None
    return Annotated[list[str] | None, typer.Option(metavar=metavar, help=help_, autocompletion=like)]


def _one(metavar: str, help_: str) -> Any:
    return Annotated[str | None, typer.Option(metavar=metavar, help=help_)]


_PARTY = "a country (RUS, Russia, Russians), a code (RUS MIL) or a name"
_OPTIONS: dict[str, Any] = {
    "act": _several("ACT", "PLOVER category of the act; may be repeated, as all options that take a word.", "act"),
    "mode": _several("MODE", "PLOVER mode of the act, such as visit.", "mode"),
    "plover": _several("ACT", "Official PLOVER category (a planned visit is AGREE).", "plover"),
    "cameo": _several("CODE", "CAMEO code or the beginning of one, such as 042 or 19."),
    "quad": _several("1-4", "Quad class: 1 and 2 verbal and material cooperation, 3 and 4 conflict."),
    "context": _several("CONTEXT", "PLOVER context, such as military.", "context"),
    "actor": _several("WHO", f"Who does it: {_PARTY}."),
    "recipient": _several("WHO", "To whom it is done, likewise."),
    "party": _several("WHO", "Actor or recipient, likewise."),
    "sector": _several("SECTOR", "PLOVER sector of either party, such as MIL.", "sector"),
    "place": _several("PLACE", "Where: a GeoNames id, a country or a name."),
    "area": _one("S,W,N,E", "Where: a box in degrees; west above east crosses the date line."),
    "since": _one("DAY", "From this day, month or year on (ISO 8601)."),
    "until": _one("DAY", "Before this day, month or year."),
    "status": _several("STATUS", f"One of {', '.join(STATUSES)}.", "status"),
    "stage": _several("STAGE", f"How far it has come: {', '.join(STAGES)}.", "stage"),
    "speaker": _several("NAME", "According to whom: a name, or words of it."),
    "source": _several("OUTLET", "Told by this outlet."),
    "report": _several("ID", "Told by this report."),
    "text": _one("WORDS", 'The report holds these words: words, "phrases", OR, NOT, beginnings such as nucl*.'),
    "min_confidence": Annotated[
        float | None, typer.Option(metavar="P", help="Leave out events below this confidence.")
    ],
    "min_sources": Annotated[
        int | None, typer.Option(metavar="N", help="Told by at least so many independent sources.")
    ],
    "disputed": Annotated[
        bool | None, typer.Option("--disputed/--agreed", help="Only what sources tell differently, or not so.")
    ],
}
EVENTS = tuple(_OPTIONS)
REPORTS = ("source", "report", "since", "until", "text")
STATEMENTS = ("speaker", *REPORTS)

Limit = Annotated[int, typer.Option("--limit", "-n", metavar="N", help="At most so many rows; 0: all.")]
After = Annotated[str | None, typer.Option(metavar="CURSOR", help="Go on after the page that ended with this cursor.")]
Order = Annotated[str, typer.Option(metavar="ORDER", help="newest, oldest, or for events most-told.")]
Form = Annotated[AnswerFormat, typer.Option("--format", "-f", help="table: for people; the others for programs.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="A file (default: standard output).")
]


def asking(names: tuple[str, ...]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options of a question behind its first; it gets them as one ``Question``, ``asked``."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = inspect.signature(command, eval_str=True)
        shared = [Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=_OPTIONS[name]) for name in names]
        kept = [each for each in own.parameters.values() if each.name != "asked"]
        arguments = [each for each in kept if each.kind is Parameter.POSITIONAL_OR_KEYWORD]
        others = [each for each in kept if each.kind is Parameter.KEYWORD_ONLY]

        @wraps(command)
        def run(*words: Any, **given: Any) -> None:
            said = {name: given.pop(name) for name in names}
            command(*words, asked=question(**{name: value for name, value in said.items() if value != []}), **given)

        run.__signature__ = own.replace(parameters=[*arguments, *others[:1], *shared, *others[1:]])  # type: ignore[attr-defined]
        run.__annotations__ = {}
        return run

    return decorate
