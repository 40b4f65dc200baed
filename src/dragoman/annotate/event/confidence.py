"""How sure the coder is of a mention, as a share of such mentions that are right.

A logistic function of what can be seen of a mention: how surely its trigger tells the act, which parties are known, how
it was told. The weights stand in ``ontology/confidence.csv``; they were fitted on the development sets
(``eval/calibrate.py``), and docs/accuracy.md has the reliability table.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from ...model import Party
from .draft import Draft


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature, and ``bias``."""
    path = files("dragoman.lexicon").joinpath("data", "ontology", "confidence.csv")
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return {row["feature"]: float(row["weight"]) for row in rows}


def features(draft: Draft, status: str, told: bool, refused: bool) -> dict[str, float]:
    """What can be seen of a mention, each between 0 and 1; ``refused``: its actor is said not to want to."""
    recalled = any(reason.rule.startswith("roles:from") for reason in draft.why)
    return {
        "trigger": draft.found.trigger.weight,
        "actor": float(bool(draft.actors)),
        "actor known": float(_known(draft.actors)),
        "recipient": float(bool(draft.recipients)),
        "recipient known": float(_known(draft.recipients)),
        "noun": float(draft.found.noun),
        "phrase": float(bool(draft.found.used) or draft.found.first < draft.found.token),
        "composed": float(draft.inner is not None),
        "recalled": float(recalled),
        "spoken of": float(draft.presupposed),
        "in a statement": float(told),
        "not asserted": float(status not in ("asserted", "background")),
        "refused": float(refused),
        "aside": float(draft.aside),
    }


def _known(parties: Iterable[Party]) -> bool:
    return any(party.country or party.entity for party in parties)


def confidence(draft: Draft, status: str, told: bool, refused: bool) -> float:
    """The estimated share of such mentions that are right, to two digits."""
    table = weights()
    total = table["bias"] + sum(table[name] * value for name, value in features(draft, status, told, refused).items())
    return round(1 / (1 + math.exp(-total)), 2)
