"""Kinds of happening: under which acts and modes reports may tell one and the same thing."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..errors import LexiconError

LEADERS = {"talks": "meeting", "force": "violence"}  # families that have a name of their own


@dataclass(frozen=True, slots=True)
class Kind:
    """What an act is as a happening.

    ``speech`` holds for what is done by saying it; ``either`` for what its parties do together, so that reports
    may name them in either order.
    """

    name: str
    speech: bool = False
    either: bool = False


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this folder."""
    path = files("dragoman.resolve").joinpath("data", name)
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def _table() -> tuple[tuple[str, str, str, Kind], ...]:
    """Act, mode, beginning of the rule, and kind: the first row that fits decides."""
    found = []
    for row in rows("kinds.csv"):
        if row["nature"] not in ("deed", "speech") or row["sides"] not in ("one", "either"):
            raise LexiconError(f"kinds.csv, {row['kind']!r}: nature is deed or speech, sides one or either")
        kind = Kind(row["kind"], row["nature"] == "speech", row["sides"] == "either")
        found.append((row["act"], row["mode"], row["rule"], kind))
    return tuple(found)


@cache
def kind_of(act: str | None, mode: str | None, rule: str) -> Kind:
    """The kind of a mention; ``rule`` is the entry of the lexicon that saw it (``trigger:sign``).

    Of a turn it also names what it is a turn of (``trigger:plan.turn.off+sign``).
    """
    entry = rule.rpartition(":")[2].rpartition("+")[2]  # a turn is of the kind of what is put off
    for of_act, of_mode, of_rule, kind in _table():
        if of_act in ("", act) and of_mode in ("", mode) and (not of_rule or within(entry, of_rule)):
            return kind
    raise LexiconError("kinds.csv: the last row has to fit everything")


def within(entry: str, rule: str) -> bool:
    """True for ``sign`` and what stands below it, such as ``sign.noun``."""
    return entry == rule or entry.startswith(rule + ".")


@cache
def _near() -> frozenset[frozenset[str]]:
    kinds = {frozenset((row["kind"], row["other"])) for row in rows("near.csv")}
    return frozenset(kinds | {frozenset((row["mode"], row["other"])) for row in rows("near_modes.csv")})


@cache
def _pairs(how: str) -> frozenset[frozenset[str]]:
    """The pairs of kinds that are near each other in one way (the column of that name)."""
    return frozenset(frozenset((row["kind"], row["other"])) for row in rows("near.csv") if row["how"] == how)


@cache
def part(kind: str, other: str) -> bool:
    """True for two kinds of which one may be a part of the other, such as a meeting and a visit."""
    return frozenset((kind, other)) in _pairs("part")


@cache
def doers(kind: str, other: str) -> bool:
    """True for two kinds that different parties do in one happening, such as to let aid in and to bring it."""
    return frozenset((kind, other)) in _pairs("doers")


@cache
def kin(kind: str, other: str) -> bool:
    """True for two kinds of which one is how the other is done or comes out, such as a vote and what it approves."""
    return frozenset((kind, other)) in _pairs("kin")


@cache
def kin_of(kind: str) -> tuple[str, ...]:
    """The families of the kinds that a kind names as its kin, in order: those of the acts that come of a vote."""
    told = {row["other"] for row in rows("near.csv") if row["how"] == "kin" and row["kind"] == kind}
    return tuple(sorted({families()[other] for other in told} - {families()[kind]}))


@cache
def near(kind: str, other: str) -> bool:
    """True for two kinds, or two modes, of which one may be told where the other is meant."""
    return frozenset((kind, other)) in _near()


@cache
def families() -> dict[str, str]:
    """The family of each kind: kinds that are near, or near to one that is, are one family, called by ``LEADERS``.

    Kin are not: what is voted on may be anything.
    """
    family = {kind.name: kind.name for _, _, _, kind in _table()}
    for row in rows("near.csv"):
        if row["how"] == "kin":
            continue
        one, other = family[row["kind"]], family[row["other"]]
        family = {name: one if held == other else held for name, held in family.items()}
    called = {family[kind]: name for name, kind in LEADERS.items()}
    return {kind: called.get(held, held) for kind, held in family.items()}
