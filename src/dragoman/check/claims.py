"""The claims of a reading put to the record, one answer each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Claim, Happening, Question, Reading
from .answer import CONTRADICTED, OPEN, Answer, Evidence, Extent
from .compare import compare
from .earlier import verdict_of, weigh
from .history import History
from .measure import measure_of, outdone, verdict_on
from .wanted import Wanted, event_of, wanted_of

MOST = 50  # events that an answer lists; its reason counts them all
_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE"))


def check(history: History, reading: Reading) -> Iterator[Answer]:
    """The answers to the claims of a reading, in their order; the reading need not be of a report in the record."""
    for claim in reading.claims:
        yield check_claim(history, reading, claim)


def check_claim(history: History, reading: Reading, claim: Claim) -> Answer:
    """The answer to one claim."""
    report = reading.report
    day = report.day.isoformat() if report.day else None
    answer = Answer(
        claim=" ".join(claim.span.of(report.text).split()), kind=claim.kind, verdict=OPEN, reason="", report=report.id,
        source=report.source or (report.dateline.agency if report.dateline else None), day=day,
    )  # fmt: skip
    if claim.kind == "comparison":
        return _comparison(history, reading, claim, answer)
    own = _own(history, reading, claim)
    happened = own is not None and own.stage == "happened" and own.begin is not None
    wanted = wanted_of(claim, reading, own.begin[:10] if own and own.begin and happened else None)
    if wanted is None:
        return replace(answer, reason="the claim names no act that a record of events could hold")
    answer = replace(
        answer, event=own.id if own else None, question=wanted.question, since=wanted.searched, until=wanted.until
    )
    if not wanted.countries:
        return replace(answer, reason="the claim names no country that events could be searched by")
    if wanted.searched and wanted.until and wanted.searched >= wanted.until:
        return replace(answer, reason="the period that was read from the claim holds no day before its event")
    return _history(history, wanted, own, answer)


def _own(history: History, reading: Reading, claim: Claim) -> Happening | None:
    """The happening that a claim is made of: its mention's, or the one that a report from outside tells of too."""
    event = event_of(claim, reading)
    if event is None:
        return None
    return history.happening_of(event.id) or history.happening_like(reading, event)


def _history(history: History, wanted: Wanted, own: Happening | None, answer: Answer) -> Answer:
    happenings = found_by(history, wanted)
    told = history.told(mention for item in happenings for mention in item.mentions)
    extent = history.extent(wanted.countries, wanted.searched, wanted.until)
    superlative = wanted.order not in ("first", "nth", "never", "none")
    found: list[Evidence]
    if superlative and measure_of(wanted.order) is None:
        reason = f"no number that reports tell of events measures which was the {wanted.order}"
        return replace(answer, reason=reason, extent=extent)
    if superlative:
        found, measure, mine = outdone(wanted, happenings, told, own)
        verdict, reason = verdict_on(measure, mine, found, extent)
    else:
        found = weigh(wanted, happenings, told, own)
        verdict, reason = verdict_of(wanted, found, extent)
        if wanted.order == "nth" and verdict != CONTRADICTED:  # the third has two before it
            found = [replace(item, bears="for") if item.bears == "against" else item for item in found]
    return replace(
        answer, verdict=verdict, reason=reason, evidence=tuple(_listed(found)), extent=extent, notes=_notes(wanted)
    )


def _comparison(history: History, reading: Reading, claim: Claim, answer: Answer) -> Answer:
    at = claim.of.get("figure")
    if not isinstance(at, int) or not 0 <= at < len(reading.figures):
        return replace(answer, reason="the claim points at no figure of its reading")
    figure = reading.figures[at]
    others = history.comparing(figure, reading)
    verdict, reason, found = compare(
        reading, figure, claim.span, history.points(), others, history.origin(answer.report)
    )
    period = claim.of.get("period") or {}
    since = claim.since.begin if claim.since else None
    until = period.get("end") if isinstance(period, dict) else None
    return replace(answer, verdict=verdict, reason=reason, evidence=tuple(_listed(found)), since=since, until=until)


def found_by(history: History, wanted: Wanted) -> list[Happening]:
    """The happenings of the kind in the days that are searched, earliest first, each once."""
    found: dict[str, Happening] = {}
    for question in questions(wanted):
        found.update((item.id, item) for item in history.happenings(question))
    return sorted(found.values(), key=lambda item: (item.begin or "9999", item.id))


def questions(wanted: Wanted) -> Iterator[Question]:
    """The claim's questions with its period; a host is asked for as a place too, what is mutual from either side."""
    for kind in wanted.sought.kinds:
        asked = replace(
            wanted.question, act=(kind.act,), mode=(kind.mode,) if kind.mode else (),
            cameo=(kind.cameo,) if kind.cameo else (), since=wanted.searched, until=wanted.until,
        )  # fmt: skip
        yield from _turned(asked, wanted)


def _turned(asked: Question, wanted: Wanted) -> Iterator[Question]:
    """A question, and what asks for the same with the parties in other places."""
    yield asked
    if wanted.crossing and asked.recipient and not asked.place:
        yield replace(asked, recipient=(), place=asked.recipient)
    both = asked.actor and asked.recipient and not asked.mode
    if (asked.act[0] in _MUTUAL or asked.cameo) and (both or (asked.actor and not asked.mode)):
        yield replace(asked, actor=asked.recipient, recipient=asked.actor)


def _listed(found: Sequence[Evidence]) -> list[Evidence]:
    """The first of each bearing, what speaks against the claim before the rest."""
    rank = {"against": 0, "perhaps": 1, "edge": 2, "for": 3}
    return sorted(found, key=lambda item: (rank[item.bears], item.begin or "9999", item.id))[:MOST]


def _notes(wanted: Wanted) -> tuple[str, ...]:
    notes = []
    if wanted.narrowed:
        notes.append(f"no record of events can tell what is {' '.join(wanted.narrowed)}")
    if wanted.edge:
        notes.append(f"events from {wanted.edge[0]} to before {wanted.edge[1]} may be those that the claim counts from")
    return tuple(notes)


def earliest(history: History, question: Question, most: int) -> tuple[list[Happening], Extent]:
    """The first happenings that a question asks for, and the extent of the search.

    Only what happened is taken, unless the question itself names stages.
    """
    asked = question if question.stage else replace(question, stage=("happened",))
    countries = tuple(word for word in (*asked.actor, *asked.recipient, *asked.party, *asked.place) if _is_code(word))
    extent = history.extent(tuple(dict.fromkeys(countries)), question.since, question.until)
    return [item for item in history.happenings(asked, most) if item.begin is not None], extent


def _is_code(word: str) -> bool:
    return len(word) == 3 and word.isalpha() and word.isupper()
