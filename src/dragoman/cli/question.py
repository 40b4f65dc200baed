"""The options with which a question is asked, the same for every command that asks one."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer

from ..query.ask import question as question_of

_MANY = {
    "act": ("CODE", "PLOVER act: CONSULT, ASSAULT … May be repeated, like all options that take a code or name."),
    "mode": ("MODE", "PLOVER mode of the act: visit, aerial …"),
    "plover": ("CODE", "Official PLOVER category, plans and threats counted as such."),
    "cameo": ("CODE", "CAMEO code or the beginning of one: 042, 19 …"),
    "context": ("CONTEXT", "PLOVER context: military, diplomatic …"),
    "actor": ("WHO", "Who acts: a country (PRK, North Korea), a code (RUS MIL), or a name."),
    "recipient": ("WHO", "To whom it is done."),
    "party": ("WHO", "Who takes part, on either side."),
    "sector": ("SECTOR", "PLOVER sector of a party: GOV, MIL, CIV …"),
    "place": ("WHERE", "Where: a country, a place name, or a GeoNames id."),
    "status": ("STATUS", "How it is told: asserted, planned, denied, hypothetical, background."),
    "stage": ("STAGE", "What became of it: announced, happened, postponed, cancelled, denied, possible."),
    "speaker": ("WHO", "According to whom."),
    "source": ("NAME", "Outlet of the reports."),
    "report": ("ID", "Id of a report."),
}
_ONE = {
    "since": ("DAY", "From this day, month or year on."),
    "until": ("DAY", "Before this day, month or year."),
    "text": ("WORDS", 'Words of the reports: words, "phrases", OR, NOT, beginnings such as nucl*.'),
}
_NUMBERS = {
    "min_confidence": (float, "P", "At least this confidence, 0 to 1."),
    "min_sources": (int, "N", "Told by at least so many independent sources."),
}


def asking(*without: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options of a question but some, and hands it the Question as ``question``."""
    added = [item for item in _parameters() if item.name not in without]

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        hints = get_type_hints(command, include_extras=True)
        own = [
            item.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[name])
            for name, item in inspect.signature(command).parameters.items()
            if name != "question"
        ]

        @wraps(command)
        def run(**given: Any) -> None:
            asked = {item.name: given.pop(item.name) for item in added}
            whole = question_of(**{name: value for name, value in asked.items() if value not in (None, [], ())})
            command(question=whole, **given)

        everything = [*own, *added]
        run.__signature__ = inspect.Signature(everything)  # type: ignore[attr-defined]
        run.__annotations__ = {item.name: item.annotation for item in everything}
        return run

    return decorate


def _parameters() -> list[inspect.Parameter]:
    found = [_parameter(name, list[str] | None, *said) for name, said in _MANY.items()]
    found += [_parameter(name, str | None, *said) for name, said in _ONE.items()]
    return found + [_parameter(name, kind | None, *said) for name, (kind, *said) in _NUMBERS.items()]


def _parameter(name: str, kind: Any, metavar: str, about: str) -> inspect.Parameter:
    option = typer.Option(metavar=metavar, help=about, rich_help_panel="Question")
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind, option])
