"""The development sets and what the shared scorer says of a reading of them."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "eval"


@dataclass(frozen=True)
class GoldSet:
    """One set: a gold file, the layers it scores and the scorer that does it."""

    name: str
    scorer: str
    gold: str
    layers: list[str]
    docs: str | None = None
    map: str | None = None
    routine: bool = True

    @property
    def path(self) -> Path:
        """The gold file."""
        return SHARED / self.gold

    def records(self) -> list[dict[str, Any]]:
        """The gold, joined with its documents."""
        gold = _lines(self.path)
        return scorer("exam").with_documents(gold, _lines(SHARED / self.docs)) if self.docs else gold

    def inputs(self) -> Iterator[dict[str, Any]]:
        """What a reader gets to see, a record a report."""
        if self.docs:
            return map(scorer("exam").record_input, _lines(SHARED / self.docs))
        return map(scorer("common").record_input, _lines(self.path))

    def score(self, readings: list[dict[str, Any]], boot: int = 0) -> tuple[dict[str, Any], list[str]]:
        """The scorer's result and its list of errors."""
        common = scorer("common")
        options = {"map": self.map, "km": 161.0}
        result, errors = common.run(scorer(self.scorer), self.records(), readings, options, boot)
        return result, errors


def gold_sets() -> dict[str, GoldSet]:
    """All sets of sets.toml, by name."""
    table = tomllib.loads((HERE / "sets.toml").read_text(encoding="utf-8"))
    return {name: GoldSet(name=name, **row) for name, row in table.items()}


def show(result: dict[str, Any]) -> str:
    """The scorer's own print of a result."""
    text: str = scorer("common").show(result)
    return text


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def scorer(name: str) -> ModuleType:
    """A module of the shared scorer."""
    if str(SHARED) not in sys.path:
        sys.path.insert(0, str(SHARED))
    return __import__(f"score.{name}", fromlist=[name])
