"""Scores every layer on the development sets, prints one table beside the baselines, and holds the floors.

python eval/run.py                     # all sets; exit code 1 under a floor
python eval/run.py --only lgl exam     # some sets
python eval/run.py --raise             # write today's figures, less a margin, as the new floors
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tomllib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import record
from dragoman.annotate.parse import installed_model
from dragoman.annotate.parse.spacy_model import DEFAULT_MODELS
from layer import readings_of
from sets import HERE, SHARED, gold_sets

FLOORS = HERE / "floors.toml"
FIGURES = HERE / "figures.toml"
RECORD = "record"  # the project's own gold of happenings
MARGIN = 1.0  # points below the measured figure at which a raised floor is set


def measure(name: str) -> tuple[str, dict[str, float]]:
    """The figures of one set: each number of the scorer's result by a dotted name, in percent where it is a share."""
    if name == RECORD:
        return name, record.figures()
    gold = gold_sets()[name]
    result, _ = gold.score(list(readings_of(gold)))
    return name, dict(_figures(result["metrics"]))


def _figures(metrics: dict[str, Any]) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for key, value in metrics.items():
        if isinstance(value, dict):
            found += [
                (f"{key}.{inner}", 100.0 * number if isinstance(number, float) else float(number))
                for inner, number in value.items()
                if isinstance(number, int | float)
            ]
        elif isinstance(value, float):
            found.append((key, 100 * value))
        elif isinstance(value, int):
            found.append((key, float(value)))
    return found


def digest(name: str) -> str:
    """The SHA-256 of a set's gold."""
    if name == RECORD:
        return record.digest()
    return hashlib.sha256(gold_sets()[name].path.read_bytes()).hexdigest()


def table(measured: dict[str, dict[str, float]], floors: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The lines of the table, and what fell under its floor."""
    shown: dict[str, Any] = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
    lines = [f"{'set':14} {'figure':34} {'Dragoman':>9} {'floor':>7} {'baseline':>9}  of"]
    fallen: list[str] = []
    for name, figures in measured.items():
        for row in shown.get(name, []):
            value, floor = figures.get(row["figure"]), floors.get(name, {}).get(row["figure"])
            if value is None:
                continue
            worse = floor is not None and (value > floor if row.get("lower") else value < floor)
            if worse:
                fallen.append(f"{name} {row['figure']}: {value:.1f}, floor {floor:.1f}")
            marks = f"{floor:7.1f}" if floor is not None else "      -"
            base = f"{row['baseline']:9.1f}" if "baseline" in row else "        -"
            remark = row.get("of", "") + ("  UNDER" if worse else "")
            lines.append(f"{name:14} {row['figure']:34} {value:9.1f} {marks} {base}  {remark}")
    return lines, fallen


def markdown(measured: dict[str, dict[str, float]]) -> list[str]:
    """The table for the documentation."""
    shown: dict[str, Any] = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
    lines = ["| set | figure | Dragoman | baseline | of |", "|---|---|---|---|---|"]
    for name, figures in measured.items():
        for row in shown.get(name, []):
            if row["figure"] in figures:
                base = f"{row['baseline']:.1f}" if "baseline" in row else ""
                lines.append(
                    f"| {name} | {row['figure']} | **{figures[row['figure']]:.1f}** | {base} | {row.get('of', '')} |"
                )
    return lines


def raise_floors(measured: dict[str, dict[str, float]], floors: dict[str, Any], allow_regression: bool) -> None:
    """Writes new floors: today's figures less the margin; an old one is only lowered when that is allowed."""
    shown = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
    head = FLOORS.read_text(encoding="utf-8").split("\n[", 1)[0].rstrip()
    parts = [head]
    for name, rows in shown.items():
        old, figures = floors.get(name, {}), measured.get(name, {})
        lines = [f"[{name}]", f'digest = "{digest(name)}"']
        for row in rows:
            key, lower = row["figure"], row.get("lower", False)
            if key not in figures:
                continue
            new = round(figures[key] + MARGIN, 1) if lower else round(max(0.0, figures[key] - MARGIN), 1)
            kept = old.get(key)
            if kept is not None and not allow_regression:
                new = min(new, kept) if lower else max(new, kept)
            lines.append(f'"{key}" = {new}')
        parts.append("\n".join(lines))
    FLOORS.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", metavar="SET")
    parser.add_argument("--raise", dest="higher", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    if not Path(SHARED).is_dir():
        print(f"no development data at {SHARED}: nothing is measured")
        return 0
    known = {**{name: gold.routine for name, gold in gold_sets().items()}, RECORD: True}
    sets = [name for name, routine in known.items() if (name in options.only if options.only else routine)]
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    changed = [name for name in sets if name in floors and floors[name]["digest"] != digest(name)]
    with ProcessPoolExecutor(max_workers=2) as pool:
        measured = dict(pool.map(measure, sets))
    lines, fallen = table(measured, floors)
    print("\n".join(markdown(measured) if options.markdown else lines))
    for name in changed:
        print(f"the gold of {name} is not the one its floors were set on")
    if options.higher:
        raise_floors(measured, floors, options.allow_regression)
    for line in fallen:
        print("UNDER THE FLOOR:", line)
    if installed_model() != DEFAULT_MODELS[0]:
        print("the floors are those of the larger model, which needs Python 3.12; they do not bind here")
        return 0
    return 1 if (fallen or changed) and not options.allow_regression else 0


if __name__ == "__main__":
    sys.exit(main())
