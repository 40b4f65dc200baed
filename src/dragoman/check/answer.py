"""What comes of a check: the verdict, the evidence, and how much was searched."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model import Happening, Question, Told

SUPPORTED, CONTRADICTED, OPEN = "supported", "contradicted", "not decidable"
VERDICTS = (SUPPORTED, CONTRADICTED, OPEN)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much was searched: reports published from ``since`` to ``until`` (ISO 8601 days, half-open).

    ``reports`` counts all of them, ``naming`` those that name every country of ``about``; ``first`` and ``last`` are
    the days of the first and last report that do, ``sources`` their outlets with the number of reports of each, most
    first, ``independent`` counts the outlets that their texts go back to, so that a wire and its copies count once.
    The period is cut into ``steps`` of one ``step`` (month, week, day); ``covered`` of them have a report that names
    the parties.
    """

    since: str | None
    until: str | None
    about: tuple[str, ...] = ()
    reports: int = 0
    naming: int = 0
    first: str | None = None
    last: str | None = None
    sources: tuple[tuple[str, int], ...] = ()
    independent: int = 0
    step: str = "month"
    steps: int = 0
    covered: int = 0

    @property
    def share(self) -> float:
        """The share of the period's steps that have a report naming the parties, 0..1."""
        return self.covered / self.steps if self.steps else 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One happening or figure that bears on a claim, with the sentence that tells it best.

    ``bears`` is against, for, edge (in the stretch from which the claim counts), or perhaps; ``reason`` says why.
    """

    id: str
    bears: str
    reason: str
    what: str
    begin: str | None = None
    end: str | None = None
    words: str = ""
    report: str = ""
    source: str | None = None
    day: str | None = None
    reports: int = 1
    independent: int = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one claim: ``verdict`` is one of VERDICTS, ``reason`` one sentence that says why.

    ``claim`` are the claim's words, ``kind`` its kind (Claim.kind), ``report``, ``source`` and ``day`` tell where it
    stands, ``event`` is the happening that it is made of. ``since`` and ``until`` bound the days that were searched.
    ``copies`` are the reports that claim the same in the same words because they print the same text.
    """

    claim: str
    kind: str
    verdict: str
    reason: str
    report: str
    source: str | None = None
    day: str | None = None
    event: str | None = None
    question: Question | None = None
    since: str | None = None
    until: str | None = None
    evidence: tuple[Evidence, ...] = ()
    extent: Extent | None = None
    notes: tuple[str, ...] = field(default=())
    copies: tuple[str, ...] = field(default=())


def evidence_of(happening: Happening, best: Told | None, bears: str, reason: str) -> Evidence:
    """The evidence that a happening is, told in the words of its best mention."""
    return Evidence(
        id=happening.id, bears=bears, reason=reason, what=what_of(happening), begin=happening.begin,
        end=happening.end, words=" ".join(best.words.split()) if best else "", report=best.report if best else "",
        source=best.source if best else None, day=best.day if best else happening.first,
        reports=happening.reports, independent=happening.independent,
    )  # fmt: skip


def what_of(happening: Happening) -> str:
    """*CONSULT/visit: Sergei Shoigu (RUS) → North Korea (PRK)*."""
    act = "/".join(filter(None, (happening.act, happening.mode))) or f"comment {happening.cameo or ''}".strip()
    sides = [
        ", ".join(f"{party.name} ({party.country})" if party.country else party.name for party in side[:3])
        for side in (happening.actors, happening.recipients)
    ]
    return f"{act}: {sides[0] or '—'}" + (f" → {sides[1]}" if sides[1] else "")


_LINK = re.compile(r"\w\.\w+/|://")  # an embedded post: its words are cut short
_RANK = {"asserted": 0, "background": 1, "planned": 2, "hypothetical": 3, "denied": 4}


def best_told(tellings: list[Told]) -> Told | None:
    """The mention that tells a happening best: asserted, in whole words, by whom, with a day, sure, early; or None."""
    return min(
        tellings,
        key=lambda told: (
            _RANK.get(told.status, 5), bool(_LINK.search(told.words)), not told.actors, told.origin != "text",
            -round(told.confidence, 1), told.day or "9999", told.id,
        ),
        default=None,
    )  # fmt: skip
