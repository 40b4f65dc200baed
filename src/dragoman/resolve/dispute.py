"""What reports tell differently of one happening: each value with the mentions that give it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..model import Account, Dispute
from .compare.places import NEARBY, km
from .credit import Credit, independent
from .view import COUNTS, Seen

Value = tuple[str, str]  # a mention and the value that it gives


def disputes(seen: Sequence[Seen], credits: Mapping[str, Credit]) -> tuple[Dispute, ...]:
    """The fields on which the mentions of a happening, in order, do not agree."""
    facts = [one for one in seen if one.stage == "happened"]
    found = [
        ("when", _days(facts)),
        ("where", _places(facts)),
        *((name, _counts(facts, number)) for number, name in enumerate(COUNTS)),
        ("status", _statuses(seen)),
        ("actors", _actors(facts)),
    ]
    reports = {one.told.id: one.told.report for one in seen}
    return tuple(
        Dispute(field, tuple(_account(value, names, reports, credits) for value, names in accounts))
        for field, accounts in found
        if len(accounts) > 1
    )


def _account(value: str, names: Sequence[str], reports: Mapping[str, str], credits: Mapping[str, Credit]) -> Account:
    return Account(value, tuple(names), independent((reports[name] for name in names), credits))


Accounts = list[tuple[str, list[str]]]


def _grouped(values: Sequence[Value]) -> Accounts:
    """The values in the order in which they were first told, each with its mentions."""
    found: dict[str, list[str]] = {}
    for name, value in values:
        found.setdefault(value, []).append(name)
    return list(found.items())


def _days(facts: Sequence[Seen]) -> Accounts:
    """Days that texts give; none where two of them share a day, as a night and its evening do."""
    plain = [one for one in facts if one.plain and one.told.begin]
    values = sorted({(one.low or 0, one.high or 0, (one.told.begin or "")[:10]) for one in plain})
    heads: list[tuple[int, int, str]] = []
    for low, high, words in values:
        if not heads or low >= heads[-1][1]:
            heads.append((low, high, words))
    if len(heads) < 2:
        return []

    def head(one: Seen) -> str:
        return next(words for low, high, words in reversed(heads) if (one.low or 0) >= low or low == heads[0][0])

    return _grouped([(one.told.id, head(one)) for one in plain])


def _places(facts: Sequence[Seen]) -> Accounts:
    """Towns and sites that lie apart; those near each other are one, called as it was first told."""
    heads: list[Seen] = []
    values: list[Value] = []
    for one in facts:
        if one.point is None or one.told.where is None or one.speech:
            continue
        same = next((head for head in heads if head.point and km(head.point, one.point) <= NEARBY), None)
        if same is None:
            heads.append(one)
            same = one
        values.append((one.told.id, same.told.where.name if same.told.where else ""))
    return _grouped(values) if len(heads) > 1 else []


def _counts(facts: Sequence[Seen], number: int) -> Accounts:
    """Numbers of people; of one report and who it quotes the largest, since a report may tell parts and the whole."""
    largest: dict[tuple[str, str | None], tuple[float, float, str]] = {}
    for one in facts:
        count = one.counts[number]
        teller = (one.told.report, one.told.speaker)
        if count is not None and count[1] >= largest.get(teller, (0.0, 0.0, ""))[1]:
            largest[teller] = (*count, one.told.id)
    values = [(name, _number(low, high)) for low, high, name in largest.values()]
    spans = [(low, high) for low, high, _ in largest.values()]
    apart = any(one[0] > other[1] for one in spans for other in spans)
    return _grouped(values) if apart else []


def _number(low: float, high: float) -> str:
    words = [f"{end:.0f}" if end == int(end) else f"{end:g}" for end in (low, high)]
    return words[0] if words[0] == words[1] else "-".join(words)


def _statuses(seen: Sequence[Seen]) -> Accounts:
    """Told as a fact by some and denied by others."""
    values = [(one.told.id, one.stage) for one in seen if one.stage in ("happened", "denied")]
    return _grouped(values)


def _actors(facts: Sequence[Seen]) -> Accounts:
    """The countries of those who did it, where mentions that name them have none in common."""
    named = [one for one in facts if one.actor.lands and not one.either]
    lands = [one.actor.lands for one in named]
    if not any(mine.isdisjoint(yours) for mine in lands for yours in lands):
        return []
    return _grouped([(one.told.id, ", ".join(sorted(one.actor.lands))) for one in named])


Finder = Callable[[Sequence[Seen]], Accounts]
