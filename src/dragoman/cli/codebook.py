"""``dragoman codebook``: what a code means, with examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib.resources import files
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from ..errors import MissingData, UsageError
from ..lexicon import Entry, load
from .terminal import data_console

TABLES = "ontology"


def _like(incomplete: str) -> list[str]:
    return [code for code in codes() if code.lower().startswith(incomplete.lower())]


def codebook(
    act: Annotated[
        str | None,
        typer.Argument(
            help="A category (CONSULT), a mode (CONSULT/visit, visit), a CAMEO code (042); none lists the categories.",
            autocompletion=_like,
        ),
    ] = None,
) -> None:
    """Say what a code means, with examples of what has it and what has not."""
    known, console = codes(), data_console()
    if act is None:
        for code in (code for code in known if "/" not in code and not code.isdecimal()):
            console.print(Text.assemble((f"{code:<12}", "bold"), _gloss(known[code])))
        return
    for code in _chosen(known, act):
        _show(console, known, code)


def codes() -> Mapping[str, Entry]:
    """The entries of the code tables by code; MissingData if there are none."""
    folder = files("dragoman.lexicon").joinpath("data", "en")
    names = sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.startswith(TABLES))
    if not names:
        raise MissingData("the tables of codes are not installed; mend it with: pip install --force-reinstall dragoman")
    return {entry.id: entry for name in names for entry in load(name).entries}


def _chosen(known: Mapping[str, Entry], act: str) -> list[str]:
    """The codes that a person may mean: one in any case, or every mode of that name."""
    wanted = act.strip().lower()
    chosen = [code for code in known if code.lower() == wanted] or [
        code for code in known if code.lower().endswith("/" + wanted)
    ]
    if not chosen:
        near = get_close_matches(wanted.upper(), known, 3) or get_close_matches(wanted, [*known], 3)
        hint = f"; the nearest are {', '.join(near)}" if near else "; dragoman codebook lists the categories"
        raise UsageError(f"no code {act!r}{hint}")
    return chosen


def _show(console: Console, known: Mapping[str, Entry], code: str) -> None:
    entry = known[code]
    score = entry.value.get("score")
    console.print(
        Text.assemble((code, "bold"), f"  {_gloss(entry)}", (f"  [{score:+g}]" if score is not None else "", "dim"))
    )
    for name, lines in _lists(known, entry):
        if lines:
            console.print(Text(f"\n{name}", style="dim"))
            for line in lines:
                console.print(Text(f"  {line}"))
    console.print()


def _lists(known: Mapping[str, Entry], entry: Entry) -> Iterator[tuple[str, list[str]]]:
    yield "Examples", list(entry.examples)
    yield "But not", list(entry.but_not)
    modes = [code for code in known if code.startswith(entry.id + "/")]
    yield "Modes", [f"{code.partition('/')[2]:<16} {_gloss(known[code])}" for code in modes]


def _gloss(entry: Entry) -> str:
    return str(entry.value.get("gloss") or "; ".join(entry.forms[:3]))
