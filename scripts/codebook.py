"""Writes CODEBOOK.md from the tables: every act, mode, context, status and CAMEO code, with its tested examples.

python scripts/codebook.py            # writes CODEBOOK.md
python scripts/codebook.py --check    # exit code 1 if CODEBOOK.md is not what the tables say
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.annotate.event.acts import acts
from dragoman.annotate.event.refine import PURPOSES
from dragoman.lexicon import Entry, load

TARGET = Path(__file__).parent.parent / "CODEBOOK.md"
HEAD = """# Codebook

Written by `make docs` from the tables of `src/dragoman/lexicon/data`; the tests run the coder over the examples.
Definitions and examples are Dragoman's own; names and codes are those of PLOVER (manual 0.8) and CAMEO (1.1b3).

## How a code comes about

A **trigger** (a verb, an event noun, a phrase) tells an **act**. A **stance** (ask, demand, agree, vow, refuse,
threaten, stop, accuse, deny) takes another act inside itself: to *demand* the *release* of prisoners is REQUEST/yield,
CAMEO 1053. The act table (`ontology/acts.csv`) gives each act and each composition its PLOVER category and mode and its
CAMEO code.

`act` and `mode` are the underlying act, whatever its status. `plover` and `cameo` are the official codes:

| told as | official code |
|---|---|
| asserted, background | the act's own category and code |
| planned, and cooperative (CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT) | AGREE, CAMEO 03x |
| planned, and hostile (PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT) | THREATEN, CAMEO 13x |
| denied, as something that the actor will not do or fails to agree on | REJECT, CAMEO 12x |
| denied otherwise, hypothetical | none |
| a mention of whose parties none is identified by country, by table, or by the sector of a state or its rivals | none |
| a mention that is more likely wrong than right (`confidence` below one half) | none |
| a noun that another act only speaks about (*condemned the bombing*) | none: the act that speaks is coded |
| a side clause (*after rebels attacked*, *who killed two*) beside a coded main act; once in a longer report | none |

Where CAMEO2PLOVER-2021 differs from the category of the underlying act, the official code follows that table: sanctions
(163) are COERCE, a conviction (116) is ACCUSE, an apology (055) and forgiveness (056) are SUPPORT.

Actors and recipients: who acts is the actor; for a symmetric act (meet, agree, fight, talks between A and B) the first
named is the actor, the others are recipients; for a visit the visitor is the actor and the host the recipient. No
recipient is guessed.
"""


def quoted(sentences: Iterable[str]) -> Iterator[str]:
    """Bullet lines."""
    return (f"- {sentence}" for sentence in sentences)


def described(entry: Entry, level: str) -> Iterator[str]:
    """A category, mode, context or status."""
    score = entry.value.get("score")
    yield f"{level} {entry.id.removeprefix('context/').removeprefix('status/')}" + (f" ({score:+g})" if score else "")
    yield ""
    yield entry.value["gloss"]
    if entry.examples:
        yield ""
        yield from quoted(entry.examples)
    if entry.but_not:
        yield ""
        yield "Not: " + " · ".join(entry.but_not)
    yield ""


def codebook() -> str:
    """The whole text."""
    entries = load("ontology").entries
    of_kind = {kind: [entry for entry in entries if entry.value["kind"] == kind] for kind in KINDS}
    lines = [HEAD, "## Categories and modes of PLOVER", ""]
    for category in of_kind["category"]:
        lines += described(category, "###")
        for mode in of_kind["mode"]:
            if mode.id.split("/")[0] == category.id:
                lines += described(mode, "####")
    for kind, title in (("status", "Statuses"), ("context", "Contexts")):
        lines += [f"## {title}", ""]
        for entry in of_kind[kind]:
            lines += described(entry, "###")
    plain = {act.cameo for act in acts().values()}
    reached = plain | {code[:3] + last for code in plain if code[:2] == "14" for last in PURPOSES.values()}
    lines += [
        "## CAMEO codes",
        "",
        "| code | name | PLOVER | Goldstein | meaning | example |",
        "|---|---|---|---|---|---|",
    ]
    for entry in of_kind["cameo"]:
        value, code = entry.value, entry.id.removeprefix("cameo/")
        plover = "/".join(part for part in (value.get("plover"), value.get("mode")) if part)
        mark = "" if code in reached or len(code) == 2 else " ¹"
        score = "" if value.get("score") is None else f"{value['score']:g}"
        cells = (code + mark, value["name"], plover, score, value["gloss"], " ".join(entry.examples))
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    lines += ["", "¹ " + UNREACHED, ""]
    return "\n".join(lines)


KINDS = ("category", "mode", "status", "context", "cameo")
UNREACHED = (
    "Not given by the coder: 010 is plain speech, which the statements hold; 084 is always told as 0841 or 0842; "
    "1883 is a leftover of another list."
)


def main() -> int:
    """Command line."""
    text = codebook()
    if "--check" in sys.argv:
        return int(not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
