"""``dragoman codebook``: what a code means, with examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..errors import MissingData, UsageError
from ..lexicon import Entry, load
from ..model.page.phrases import squeezed
from .terminal import data_console

TABLE = "ontology"


def _like(incomplete: str) -> list[str]:
    bare = [code.removeprefix("cameo/") for code in codes()]
    return [code for code in bare if code.lower().startswith(incomplete.lower())]


def codebook(
    act: Annotated[
        str | None,
        typer.Argument(
            help="A category (CONSULT), a mode (CONSULT/visit, visit), a CAMEO code (042), a context (military) or a "
            "status (planned); none lists the categories.",
            autocompletion=_like,
        ),
    ] = None,
) -> None:
    """Say what a code means, with examples of what has it and what has not."""
    known, console = codes(), data_console()
    if act is not None:
        for code in _chosen(known, act):
            _show(console, known, code)
        return
    _listing(console, [(code, _gloss(entry)) for code, entry in known.items() if "/" not in code])
    for kind in ("context", "status"):
        names = [code.partition("/")[2] for code in known if code.startswith(kind + "/")]
        if names:
            console.print(Text.assemble((f"\n{kind}: ", "bold"), ", ".join(names)), soft_wrap=not console.is_terminal)


def codes() -> Mapping[str, Entry]:
    """The entries of the table of codes by code; MissingData if it is not there."""
    try:
        return {entry.id: entry for entry in load(TABLE).entries}
    except FileNotFoundError as problem:
        mend = "pip install --force-reinstall dragoman"
        raise MissingData(f"the table of codes is not installed; mend it with: {mend}") from problem


def _chosen(known: Mapping[str, Entry], act: str) -> list[str]:
    """The codes that a person may mean: one in any case, or all that end in that name."""
    wanted = act.strip().lower()
    chosen = [code for code in known if code.lower() == wanted]
    chosen = chosen or [code for code in known if code.lower().endswith("/" + wanted)]
    if not chosen:
        lower = {code.removeprefix("cameo/").lower(): code.removeprefix("cameo/") for code in known}
        near = [lower[code] for code in get_close_matches(wanted, lower, 3)]
        hint = f"; the nearest are {', '.join(near)}" if near else "; dragoman codebook lists the categories"
        raise UsageError(f"no code {act!r}{hint}")
    return chosen


def _show(console: Console, known: Mapping[str, Entry], code: str) -> None:
    entry = known[code]
    title = code.replace("/", " ", 1).replace("cameo", "CAMEO") if code[0].islower() else code
    name, facts = entry.value.get("name"), _facts(entry)
    console.print(Text.assemble((title, "bold"), f"  {name}" if name else "", (f"  [{facts}]" if facts else "", "dim")))
    console.print(Text(_gloss(entry)))
    for heading, lines in (("Examples", entry.examples), ("But not", entry.but_not)):
        if lines:
            console.print(Text(f"\n{heading}", style="dim"))
            _listing(console, [("·", line) for line in lines])
    modes = [(each.partition("/")[2], _gloss(known[each])) for each in known if each.startswith(entry.id + "/")]
    if modes:
        console.print(Text("\nModes", style="dim"))
        _listing(console, modes)
    console.print()


def _listing(console: Console, rows: Sequence[tuple[str, str]]) -> None:
    """Two columns at a terminal, whole lines in a pipe."""
    if not console.is_terminal:
        width = max((len(left) for left, _ in rows), default=0)
        for left, right in rows:
            console.print(Text(f"  {left:<{width}}  {right}"), soft_wrap=True)
        return
    table = Table.grid(padding=(0, 1, 0, 1))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for left, right in rows:
        table.add_row(left, right)
    console.print(table)


def _facts(entry: Entry) -> str:
    """Quad class, score and the codes that belong to a code."""
    value = entry.value
    plover = "/".join(part for part in (value.get("plover"), value.get("mode")) if part)
    return ", ".join(
        part
        for part in (
            f"PLOVER {plover}" if plover and plover != entry.id else "",
            f"quad class {value['quad']}" if value.get("quad") is not None else "",
            f"{value['score']:+g}" if value.get("score") is not None else "",
        )
        if part
    )


def _gloss(entry: Entry) -> str:
    return squeezed(str(entry.value.get("gloss") or "; ".join(entry.forms[:3])))
