"""Where sources tell one happening differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Dispute, Happening, Question, Told
from .answer import best_told, what_of
from .history import History


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a disputed field, and who gives it in which sentence; ``independent`` counts their origins.

    ``day`` is that of the first report that gives it (ISO 8601).
    """

    value: str
    independent: int
    reports: tuple[str, ...]
    sources: tuple[str, ...]
    speakers: tuple[str, ...]
    words: str
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a happening on which sources do not agree."""

    event: str
    what: str
    begin: str | None
    end: str | None
    field: str
    sides: tuple[Side, ...]


def conflicts(history: History, question: Question, fields: Sequence[str] = ()) -> Iterator[Conflict]:
    """The conflicts in what a question asks for, earliest first, on the fields named (empty: on all).

    Sources are at odds where two values each have a voice that gives no other: somebody quoted, or an outlet that
    speaks for itself. A wire and its edited copies are one voice.
    """
    for happening in history.disputed(question, fields):
        chosen = [dispute for dispute in happening.disputes if not fields or dispute.field in fields]
        if chosen:
            told = history.told(happening.mentions)
            outlets = history.outlets(item.report for item in told.values())
            for dispute in chosen:
                if _at_odds(dispute, told, outlets):
                    yield _conflict(happening, dispute, [told[key] for key in happening.mentions if key in told])


def _at_odds(dispute: Dispute, told: Mapping[str, Told], outlets: Mapping[str, str]) -> bool:
    voices = [
        {told[name].speaker or outlets[told[name].report] for name in account.mentions if name in told}
        for account in dispute.accounts
    ]
    counts = Counter(voice for side in voices for voice in side)
    return sum(any(counts[voice] == 1 for voice in side) for side in voices) > 1


def _conflict(happening: Happening, dispute: Dispute, tellings: list[Told]) -> Conflict:
    sides = []
    for account in dispute.accounts:
        mine = [told for told in tellings if told.id in account.mentions]
        best = best_told(mine)
        sides.append(
            Side(
                value=account.value,
                independent=account.independent,
                reports=_each(told.report for told in mine),
                sources=_each(told.source for told in mine),
                speakers=_each(told.speaker for told in mine),
                words=" ".join(best.words.split()) if best else "",
                day=min((told.day for told in mine if told.day), default=None),
            )
        )
    return Conflict(
        happening.id, what_of(happening), happening.begin, happening.end, dispute.field, tuple(sides)
    )  # fmt: skip


def _each(names: Iterator[str | None] | Sequence[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
