"""Scores the resolver on the project's own gold of happenings: which mentions belong together, plans, copies.

python eval/record.py                  # all parts
python eval/record.py --errors 40      # and errors of all parts but `last`, which is scored and never shown
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

from dragoman.ingest import report_of
from dragoman.model import Happening, Reading, Report, Told
from dragoman.resolve import Credit, Seen, agency_of, copied, judged, origin_of, resolve, sketch, stretches
from layer import pipeline

GOLD = Path(__file__).parent / "record"
LIGHT = 20
PARTS = ("dev", "aside", "third", "fresh", "last")
SHOWN = ("dev", "aside", "third", "fresh")  # parts whose errors may be read
CLASS = {
    "happened": "fact",
    "announced": "plan",
    "possible": "plan",
    "postponed": "end",
    "cancelled": "end",
    "denied": "denial",
}


@dataclass(frozen=True)
class Mention:
    """A mention of the gold: the words of the act in a report, its happening, and the stage that is told."""

    report: str
    start: int
    end: int
    event: str
    stage: str


@dataclass(frozen=True)
class Gold:
    """The gold of one part."""

    mentions: list[Mention]
    copies: list[frozenset[str]]
    reports: set[str]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of the gold."""
    with (GOLD / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def reports() -> dict[str, dict[str, Any]]:
    """The reports of the gold: those of the demo and those written for it, by id."""
    demo = files("dragoman.demo").joinpath("reports.jsonl").read_text(encoding="utf-8")
    lines = [*demo.splitlines(), *(GOLD / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    return {row["id"]: row for row in map(json.loads, filter(None, lines))}


def gold(part: str, texts: Mapping[str, str]) -> Gold:
    """The gold of one part, its words found in the reports' texts."""
    held = {row["report"] for row in rows("stories.csv") if row["part"] == part}
    mentions = [
        Mention(
            row["report"], *place(texts[row["report"]], row["trigger"], int(row["nth"])), row["event"], row["stage"]
        )
        for row in rows("mentions.csv")
        if row["report"] in held
    ]
    pairs = [(row["report"], row["original"]) for row in rows("copies.csv")]
    return Gold(mentions, [frozenset(pair) for pair in pairs if pair[0] in held], held)


def place(text: str, words: str, nth: int) -> tuple[int, int]:
    """Where some words stand in a text for the nth time."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at, at + len(words)


def readings() -> list[Reading]:
    """The readings of all reports of the gold."""
    run = pipeline(("events",))
    return [run(report_of(row)) for row in reports().values()]


def credits_of(read: Iterable[Reading]) -> dict[str, Credit]:
    """Outlet, agency and origin of each report, near-copies grouped."""
    held = {reading.report.id: reading.report for reading in read}
    bands = {name: set(sketch(report.text)) for name, report in held.items()}
    texts = {name: stretches(report.text) for name, report in held.items()}
    group = {name: {name} for name in held}
    for one, other in combinations(sorted(held), 2):
        if bands[one] & bands[other] and copied(texts[one], texts[other]) and group[one] is not group[other]:
            group[one] |= group[other]
            for name in group[other]:
                group[name] = group[one]
    days = {name: report.day.isoformat() if report.day else None for name, report in held.items()}
    origin = {name: origin_of({mate: days[mate] for mate in group[name]}) for name in held}
    return {
        name: Credit(report.source, agency_of(report.text, _dateline(report), report.author), origin[name])
        for name, report in held.items()
    }


def _dateline(report: Report) -> str | None:
    return report.dateline.agency if report.dateline else None


def aligned(wanted: Iterable[Mention], told: Iterable[Told]) -> dict[Mention, Told]:
    """For each mention of the gold the reading's that overlaps it most, each used once.

    What overlaps none may still be the light verb before it (*paid a visit*), at most ``LIGHT`` characters off.
    """
    found: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        found[one.report].append(one)
    pairs = []
    for number, mention in enumerate(wanted):
        for one in found[mention.report]:
            end = one.start + len(one.trigger)
            shared = min(mention.end, end) - max(mention.start, one.start)
            if shared > 0 or 0 <= mention.start - end <= LIGHT:
                pairs.append((shared <= 0, -shared, number, one.id, mention, one))
    taken: dict[Mention, Told] = {}
    used: set[str] = set()
    for *_, name, mention, one in sorted(pairs, key=lambda pair: pair[:4]):
        if mention not in taken and name not in used:
            taken[mention] = one
            used.add(name)
    return taken


def share(part: float, whole: float) -> float:
    """A part in percent of the whole."""
    return 100 * part / whole if whole else 100.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(wanted: Mapping[str, str], given: Mapping[str, str]) -> tuple[float, float]:
    """Mean precision and recall of the groups that mentions stand in, in percent (Bagga and Baldwin 1998)."""
    golds, groups = _inverted(wanted), _inverted(given)
    precision = sum(len(golds[wanted[one]] & groups[given[one]]) / len(groups[given[one]]) for one in wanted)
    recall = sum(len(golds[wanted[one]] & groups[given[one]]) / len(golds[wanted[one]]) for one in wanted)
    return share(precision, len(wanted)), share(recall, len(wanted))


def _inverted(groups: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, group in groups.items():
        found[group].add(one)
    return found


def pairs_of(groups: Mapping[str, str]) -> set[frozenset[str]]:
    """The pairs of mentions that stand in one group."""
    return {frozenset(pair) for members in _inverted(groups).values() for pair in combinations(sorted(members), 2)}


Life = tuple[str, str, str]  # an event and two reports, which tell it at different stages


def lives(wanted: Mapping[Mention, Told], right: Callable[[Mention, Mention], bool]) -> dict[Life, bool]:
    """For each plan, or end of a plan, that one report tells and what came of it in another: whether it is right.

    It is if any two of the mentions with which the two reports tell these stages are.
    """
    events: dict[str, list[Mention]] = defaultdict(list)
    for mention in wanted:
        events[mention.event].append(mention)
    found: dict[Life, bool] = {}
    for event, mentions in events.items():
        for one, other in combinations(mentions, 2):
            kinds = {CLASS.get(one.stage, ""), CLASS.get(other.stage, "")}
            if len(kinds) == 2 and "" not in kinds and "denial" not in kinds:
                first, second = sorted((one, other), key=lambda mention: CLASS[mention.stage])
                key = (event, first.report, second.report)
                found[key] = found.get(key, False) or right(first, second)
    return found


def measure(
    wanted: Gold, happenings: list[Happening], told: list[Told], origins: Mapping[str, str]
) -> dict[str, float]:
    """The figures of one part."""
    of = {name: item.id for item in happenings for name in item.mentions}
    stages = {turn.mention: turn.stage for item in happenings for turn in item.turns}
    found = aligned(wanted.mentions, told)
    golds, groups = (
        {one.id: mention.event for mention, one in found.items()},
        {one.id: of[one.id] for one in found.values()},
    )
    precision, recall = b_cubed(golds, groups)
    right, given = pairs_of(golds), pairs_of(groups)
    pair_p, pair_r = share(len(right & given), len(given)), share(len(right & given), len(right))

    def together(one: Mention, other: Mention) -> bool:
        return of[found[one].id] == of[found[other].id]

    def staged(one: Mention, other: Mention) -> bool:
        return together(one, other) and all(
            CLASS[stages[found[mention].id]] == CLASS[mention.stage] for mention in (one, other)
        )

    joined, plans = lives(found, together), lives(found, staged)
    mates = pairs_of({name: origins[name] for name in wanted.reports})
    gold_mates = _closed(wanted.copies)
    copies_p, copies_r = share(len(mates & gold_mates), len(mates)), share(len(mates & gold_mates), len(gold_mates))
    return {
        "mentions": len(wanted.mentions), "coverage": share(len(found), len(wanted.mentions)),
        "b3.P": precision, "b3.R": recall, "b3.F1": f1(precision, recall),
        "pairwise.P": pair_p, "pairwise.R": pair_r, "pairwise.F1": f1(pair_p, pair_r),
        "plans": len(plans), "plans.joined": share(sum(joined.values()), len(plans)),
        "plans.right": share(sum(plans.values()), len(plans)),
        "copies.P": copies_p, "copies.R": copies_r,
    }  # fmt: skip


def _closed(pairs: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """All pairs of the groups that some pairs make."""
    group: dict[str, set[str]] = {}
    for pair in pairs:
        whole = set().union(pair, *(group.get(name, set()) for name in pair))
        for name in whole:
            group[name] = whole
    return {frozenset(two) for members in group.values() for two in combinations(sorted(members), 2)}


def errors(wanted: Gold, happenings: list[Happening], told: list[Told]) -> list[str]:
    """Wrong merges and wrong splits with their features, and lives that are not right."""
    of = {name: item.id for item in happenings for name in item.mentions}
    stages = {turn.mention: turn.stage for item in happenings for turn in item.turns}
    found = {one.id: mention for mention, one in aligned(wanted.mentions, told).items()}
    held = {one.id: one for one in told}
    golds, groups = {name: mention.event for name, mention in found.items()}, {name: of[name] for name in found}
    right, given = pairs_of(golds), pairs_of(groups)
    lines = []
    for kind, pairs in (("merged", given - right), ("split", right - given)):
        for one, other in sorted(sorted(pair) for pair in pairs):
            judgement = judged(Seen.of(held[one]), Seen.of(held[other]))
            reasons = " ".join(f"{item.name}:{item.score:g}" for item in judgement.features[1:])
            lines.append(f"{kind} {judgement.score:.1f} {reasons}")
            lines += [f"    {_shown(held[name])} <{golds[name]}>" for name in (one, other)]
    ids = {mention: name for name, mention in found.items()}
    joined = lives(
        {mention: held[name] for name, mention in found.items()},
        lambda one, other: groups[ids[one]] == groups[ids[other]],
    )
    for event, first, second in sorted(life for life, right in joined.items() if not right):
        lines.append(f"life {event}")
        lines += [
            f"    {mention.stage} as {stages[name]}: {_shown(held[name])}"
            for name, mention in sorted(found.items())
            if mention.event == event and mention.report in (first, second)
        ]
    for name, mention in sorted(found.items()):
        if CLASS.get(mention.stage) != CLASS[stages[name]]:
            lines.append(f"stage {stages[name]} for {mention.stage}: {_shown(held[name])}")
    return lines


def _shown(one: Told) -> str:
    sides = "/".join(",".join(party.name for party in parties) for parties in (one.actors, one.recipients))
    where = one.where.name if one.where else None
    return (
        f"{one.report} {one.act}/{one.mode} {one.status} [{one.trigger}] {one.begin} {one.origin} {sides} @{where}: "
        f"{one.words[:150]!r}"
    )


def scored(show: int = 0) -> dict[str, dict[str, float]]:
    """The figures of each part that the gold has."""
    read = readings()
    credits = credits_of(read)
    told = [one for reading in read for one in Told.each(reading)]
    happenings = resolve(told, credits)
    texts = {reading.report.id: reading.report.text for reading in read}
    origins = {name: credit.origin or name for name, credit in credits.items()}
    result = {}
    for part in PARTS:
        wanted = gold(part, texts)
        if not wanted.reports:
            continue
        result[part] = measure(wanted, happenings, told, origins)
        if part in SHOWN and show:
            print("\n".join([f"part {part}", *errors(wanted, happenings, told)[:show]]))
    return result


def figures() -> dict[str, float]:
    """The figures of the part that nobody reads, of the last one before it, and of the first: ``last.b3.F1``."""
    found = scored()
    parts = ("last", "fresh", "aside")
    return {f"{part}.{name}": value for part in parts for name, value in found.get(part, {}).items()}


def digest() -> str:
    """The SHA-256 of the gold."""
    names = sorted(path for path in GOLD.iterdir() if path.suffix in (".csv", ".jsonl"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in names)).hexdigest()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    found = scored(options.errors)
    for name in found["dev"]:
        print(f"{name:14} " + "  ".join(f"{part} {found[part][name]:6.1f}" for part in found))


if __name__ == "__main__":
    main()
