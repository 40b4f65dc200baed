"""What is announced: who says so, for when, and whether it came to pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model import Happening, Question, Told, Turn
from .answer import best_told, what_of
from .history import History

_TAKEN_BACK = ("postponed", "cancelled")
_ENDLESS = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Plan:
    """Something that was announced.

    ``begin`` and ``end`` are the half-open interval that the record holds for it now, ``stage`` what became of it.
    ``announced`` is the day of the first report that announces it (ISO 8601), ``by`` those according to whom it was
    announced, or the outlets where they speak in their own voice; ``formerly`` are other days that were announced
    for it, in the order in which they were told. ``words`` is the sentence that announces it, ``outcome`` the one
    that tells what became of it, with its ``told`` day.
    """

    event: str
    what: str
    stage: str
    begin: str | None
    end: str | None
    announced: str | None
    by: tuple[str, ...]
    where: str | None
    lat: float | None
    lon: float | None
    act: str | None
    formerly: tuple[tuple[str, str], ...] = ()
    words: str = ""
    outcome: str = ""
    told: str | None = None
    reports: int = 1
    independent: int = 1
    last: str | None = None


def ahead(history: History, question: Question) -> Iterator[Plan]:
    """The plans of a period (``question.since`` to ``question.until``, half-open), in the order of their days.

    What was put off or called off is listed under the days for which it had been announced.
    """
    plans = []
    for happening in history.planned(question):
        announcing = [turn for turn in happening.turns if turn.stage == "announced"]
        taken_back = happening.stage in _TAKEN_BACK
        if (announcing or taken_back) and _within(happening, question):
            plans.append(_plan(happening, announcing, history.told(happening.mentions)))
    yield from sorted(plans, key=lambda plan: (plan.begin or _ENDLESS, plan.event))


def _within(happening: Happening, question: Question) -> bool:
    """True if the happening, or a day announced for it, lies in the period."""
    spans = [(happening.begin, happening.end), *((turn.begin, turn.end) for turn in happening.turns)]
    return any(
        begin is not None
        and (question.until is None or begin < question.until)
        and (question.since is None or (end or begin) > question.since)
        for begin, end in spans
    )


def _plan(happening: Happening, announcing: list[Turn], told: Mapping[str, Told]) -> Plan:
    plans = [told[turn.mention] for turn in announcing if turn.mention in told]
    after = [told[turn.mention] for turn in happening.turns if turn.stage == happening.stage and turn.mention in told]
    first = min(plans, key=lambda item: (item.day or _ENDLESS, item.id), default=None)
    outcome = best_told(after) if happening.stage != "announced" else None
    where = happening.where
    return Plan(
        event=happening.id, what=what_of(happening), stage=happening.stage, begin=happening.begin, end=happening.end,
        announced=first.day if first else None, by=_by(plans), where=where.name if where else None,
        lat=where.lat if where else None, lon=where.lon if where else None, act=happening.plover or happening.act,
        formerly=_formerly(happening, announcing, told), words=_flat(first), outcome=_flat(outcome),
        told=outcome.day if outcome else None, reports=happening.reports, independent=happening.independent,
        last=happening.last,
    )  # fmt: skip


def _by(plans: Iterable[Told]) -> tuple[str, ...]:
    names = (item.speaker or item.source for item in sorted(plans, key=lambda item: (item.day or _ENDLESS, item.id)))
    return tuple(dict.fromkeys(name for name in names if name))


def _formerly(
    happening: Happening, announcing: Iterable[Turn], told: Mapping[str, Told]
) -> tuple[tuple[str, str], ...]:
    """Days announced in words that do not touch those that the record holds now."""
    begin, end = happening.begin or _ENDLESS, happening.end or happening.begin or _ENDLESS
    worded = (turn for turn in announcing if turn.mention not in told or told[turn.mention].origin == "text")
    dated = ((turn.begin, turn.end or turn.begin) for turn in worded if turn.begin is not None)
    return tuple(dict.fromkeys((b, e) for b, e in dated if b and e and (e <= begin or b >= end)))


def _flat(told: Told | None) -> str:
    return " ".join(told.words.split()) if told else ""
