"""A history made by hand for the tests of the checks, and the things that it is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dragoman.check.answer import Extent
from dragoman.check.extent import Coverage, extent_over
from dragoman.model import Happening, Party, Span, Told, Turn


class Seen(NamedTuple):
    """Reports that name the parties: their day (ISO 8601), outlet, the outlet their texts go back to, and number."""

    day: str
    source: str | None
    origin: str
    number: int = 1


def extent_of(
    seen: Iterable[Seen], reports: int, since: str | None, until: str | None, about: tuple[str, ...] = ()
) -> Extent:
    """The extent of a search in ``[since, until)``; without a ``since`` it begins with the first report.

    ``reports`` is the number of all reports of the period.
    """
    found = [item for item in seen if (not since or item.day >= since) and (not until or item.day < until)]
    outlets: Counter[str] = Counter()
    for item in found:
        if item.source:
            outlets[item.source] += item.number
    origins = {item.origin for item in found}
    covered = Coverage({item.day for item in found}, outlets, sum(item.number for item in found), len(origins))
    return extent_over(covered, reports, since, until, about)


def party(name: str, country: str | None = None, entity: str | None = None, role: str | None = None) -> Party:
    return Party(Span(0, 1), name, country, entity=entity, role=role)


def visit(id_: str, begin: str | None, end: str | None, **more) -> Happening:
    """A visit of a Russian to North Korea, of one mention, unless said otherwise."""
    base = Happening(
        id=f"e-{id_}", act="CONSULT", mode="visit", stage="happened", status="asserted", plover="CONSULT",
        actors=(party("Shoigu", "RUS", "rus-shoigu"),), recipients=(party("North Korea", "PRK", "country:prk"),),
        begin=begin, end=end, first=begin, last=begin, mentions=(id_,), confidence=0.9,
        turns=(Turn("happened", id_, begin, begin, end),),
    )  # fmt: skip
    return replace(base, **more)


def telling(id_: str, words: str = "", **more) -> Told:
    base = Told(
        id=id_, report=f"r-{id_}", start=0, act="CONSULT", mode="visit", status="asserted", origin="text",
        words=words or f"Sentence {id_}.", confidence=0.9, source="Outlet", day="2023-07-27",
        actors=(party("Wang", "CHN", "chn-wang"),), recipients=(party("North Korea", "PRK", "country:prk"),),
    )  # fmt: skip
    return replace(base, **more)


def told_of(item: Happening) -> Told:
    """The first mention of a happening, which tells what the happening says."""
    said = {name: getattr(item, name) for name in ("act", "mode", "actors", "recipients", "where")}
    return telling(item.mentions[0], **said)


@dataclass
class Made:
    """A history of happenings made by hand: what is asked for by act, mode and countries is found."""

    items: list[Happening] = field(default_factory=list)
    tellings: dict[str, Told] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    loaded: list = field(default_factory=list)
    others: list = field(default_factory=list)
    voices: dict[str, str] = field(default_factory=dict)

    def happenings(self, question, most=None):
        def fits(item):
            actors, recipients = ({p.country for p in side} for side in (item.actors, item.recipients))
            return (
                (not question.act or item.act in question.act)
                and (not question.mode or item.mode in question.mode)
                and (not question.stage or item.stage in question.stage)
                and (not question.actor or actors & set(question.actor))
                and (not question.recipient or recipients & set(question.recipient))
                and (not question.place or (item.where is not None and item.where.country in question.place))
                and (question.disputed is None or bool(item.disputes) is question.disputed)
            )

        found = (item for item in self.items if fits(item))
        return sorted(found, key=lambda item: (item.begin or "9999", item.id))[:most]

    def planned(self, question):
        return self.happenings(question)

    def disputed(self, question, fields):
        return (item for item in self.happenings(question) if item.disputes)

    def happening_of(self, mention):
        return next((item for item in self.items if mention in item.mentions), None)

    def happening_like(self, reading, event):
        return None

    def told(self, mentions):
        known = {item.mentions[0]: told_of(item) for item in self.items}
        return {key: (known | self.tellings)[key] for key in mentions if key in known | self.tellings}

    def extent(self, countries, since, until):
        return extent_of(self.seen, len(self.seen), since, until, tuple(countries))

    def origin(self, report):
        return report

    def outlets(self, reports):
        return {report: self.voices.get(report, report) for report in reports}

    def points(self):
        return self.loaded

    def comparing(self, figure, reading):
        return iter(self.others)


def monthly(first: str, last: str, *sources: str) -> list[Seen]:
    """A report of each source on the tenth of every month from one to another (``2020-05`` to ``2023-07``)."""
    low, high = (12 * int(month[:4]) + int(month[5:]) - 1 for month in (first, last))
    days = [f"{at // 12:04}-{at % 12 + 1:02}-10" for at in range(low, high + 1)]
    return [Seen(day, source, source) for day in days for source in sources]
