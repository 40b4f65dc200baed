"""The codes that a question may name, and the nearest ones where it names another."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import cache

from ..errors import UsageError
from ..lexicon import load
from ..model import STAGES, STATUSES
from ..who import sectors

ALL_NAMED = 20  # so many codes or fewer are named one by one in an error


@cache
def _ontology() -> dict[str, tuple[str, ...]]:
    """Codes by their kind: category, mode, context, cameo."""
    found: dict[str, dict[str, None]] = {}
    for entry in load("ontology").entries:
        found.setdefault(entry.value["kind"], {})[entry.id.rpartition("/")[2]] = None
    return {kind: tuple(codes) for kind, codes in found.items()}


def allowed(field: str) -> tuple[str, ...]:
    """The codes that a field takes: act, plover, mode, context, cameo, status, stage or sector."""
    if field == "status":
        return STATUSES
    if field == "stage":
        return STAGES
    if field == "sector":
        return tuple(sectors())
    return _ontology()["category" if field in ("act", "plover") else field]


def code(field: str, given: str) -> str:
    """A code as the tables write it, whatever the case it is given in; UsageError names the nearest ones."""
    known = {each.lower(): each for each in allowed(field)}
    found = known.get(given.strip().lower().replace(" ", "-") if field == "mode" else given.strip().lower())
    if found is None:
        raise UsageError(f"unknown {field} {given!r}; {nearest(given, known.values())}")
    return found


def cameo(given: str) -> str:
    """A CAMEO code or the beginning of one."""
    wanted = given.strip()
    if not wanted.isascii() or not wanted.isdigit() or not any(each.startswith(wanted) for each in allowed("cameo")):
        raise UsageError(f"unknown cameo {given!r}; allowed are codes such as 042, or their beginning such as 04")
    return wanted


def nearest(given: str, known: Collection[str]) -> str:
    """The end of an error: the codes that are like the one given, or all if they are few."""
    lower = {each.lower(): each for each in known}
    near = list(dict.fromkeys(lower[each] for each in get_close_matches(given.strip().lower(), lower, 3)))
    if near:
        return f"the nearest {'is' if len(near) == 1 else 'are'} {', '.join(near)}"
    if len(known) <= ALL_NAMED:
        return f"allowed are {', '.join(known)}"
    return f"allowed are {', '.join(list(known)[:6])} … (dragoman codebook lists them)"


def key(given: str, known: Iterable[str], what: str) -> str:
    """A name that must be one of those known."""
    names = list(known)
    if given not in names:
        raise UsageError(f"unknown {what} {given!r}; {nearest(given, names)}")
    return given
