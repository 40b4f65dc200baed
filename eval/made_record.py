"""Reports by the hundred thousand, with readings and without a parser: the demo reports in ever new variations.

One to five of the demo reports, which are short, make one report of the usual length of wire news.
A variation keeps the offsets of everything: other days, other countries, other names, and most words of the text
exchanged for words of the same length. Reports come in the order of their days, some seventy a day. One in five is a
near-copy of an earlier one under another outlet.
The same number gives the same report.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from dragoman.cli.demo import demo_reports
from dragoman.flow import Failure, Reader
from dragoman.model import LAYERS, Event, Reading, Span
from dragoman.store.packing.pack import coders

COUNTRIES = (
    "AGO ARG ARM AUS AUT AZE BEL BGD BGR BLR BOL BRA CAN CHE CHL CHN CIV CMR COD COL CUB CZE DEU DNK DZA ECU EGY ERI "
    "ESP ETH FIN FRA GBR GEO GHA GRC HUN IDN IND IRL IRN IRQ ISR ITA JOR JPN KAZ KEN KHM KOR KWT LAO LBN LBY LKA LTU "
    "LVA MAR MDA MEX MLI MMR MNG MOZ MYS NER NGA NLD NOR NPL NZL OMN PAK PER PHL POL PRK PRT QAT ROU RUS RWA SAU SDN "
    "SEN SGP SOM SRB SSD SVK SWE SYR TCD THA TJK TKM TUN TUR TWN TZA UGA UKR USA UZB VEN VNM YEM ZAF ZMB ZWE"
).split()
LAST = "demo-116"  # what is added to the demo later leaves the variations, and so the figures, as they are
WORLDS = 97  # in each of which other countries, people and places stand for those of the demo
COPIES = 0.2
FORMS, MOST_JOINED = 240, 5
FIRST = date(2020, 1, 1)  # the day of the first report
A_DAY = 70  # reports, in the order of their days as archives and feeds give them
DAYS = 10  # by which they are mixed
OUTLETS = 300
EXCHANGED = 0.9  # of the longer words: reports of different things share hardly a phrase
_DAY = re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d")
_CODE = re.compile(r'(?<=")([A-Z]{3})(?=["A-Z ])|(?<="country:)([a-z]{3})(?=")')
_WORD = re.compile(r"\b[a-z]{4,}\b")
_CALLED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")  # names, not the first word of a sentence
_PLACE = re.compile(r"(?<=, )\d{5,8}(?=, )")  # GeoNames ids
_NAME = re.compile(r'(?<=")[A-Z][a-z]+(?: [A-Z][a-z]+)*(?=")|(?<=")[a-z]{3}-[a-z-]+(?=")')  # and ids of entities


class Made:
    """The variations; ``reading(7)`` is the eighth."""

    def __init__(self, most: int = MOST_JOINED, reader: Reader | None = None) -> None:
        write, self._read = coders(Reading)
        self._plain: list[str] = []
        self._texts: list[str] = []
        self._days: list[date] = []
        results = (reader or Reader()).read_many([row for row in demo_reports() if row["id"] <= LAST])
        short = [result for result in results if not isinstance(result, Failure)]
        luck = random.Random(0)
        for _ in range(FORMS):
            reading = joined(luck.sample(short, luck.randint(1, most)))
            self._texts.append(reading.report.text)
            self._days.append(reading.report.day or FIRST)
            self._plain.append(json.dumps(write(reading), ensure_ascii=False))
        self._words: dict[int, list[str]] = {}
        for text in self._texts:
            for word in _WORD.findall(text):
                self._words.setdefault(len(word), []).append(word)

    def readings(self, count: int, start: int = 0) -> Iterator[Reading]:
        """Some variations in a row."""
        return map(self.reading, range(start, start + count))

    def reading(self, number: int) -> Reading:
        """One variation."""
        own = random.Random(number)
        copied = number > 10 and own.random() < COPIES
        first = number - own.randint(1, 10) if copied else number
        like = random.Random(first)
        like.random()
        at = like.randrange(len(self._plain))
        world = like.randrange(WORLDS)
        shift = FIRST + timedelta(first // A_DAY + like.randrange(DAYS)) - self._days[at]
        row = json.loads(self._varied(self._plain[at], number, world, shift))
        text = self._text(self._texts[at], like, world)
        outlet = min(int(own.paretovariate(0.6)), OUTLETS)
        self._report(row[0], text + (" " + "x" * own.randint(1, 9) if copied else ""), number, f"Outlet {outlet}")
        return self._read(row)  # type: ignore[no-any-return]

    def _varied(self, plain: str, number: int, world: int, shift: timedelta) -> str:
        new = dict[str, str]()

        def country(found: re.Match[str]) -> str:
            code = found[0].upper()
            if code not in new:
                here = COUNTRIES.index(code) if code in COUNTRIES else None
                new[code] = code if here is None else COUNTRIES[(here + world) % len(COUNTRIES)]
            return new[code] if found[1] else new[code].lower()

        def name(found: re.Match[str]) -> str:
            if found[0] not in new:
                mark = chr(97 + world // 26) + chr(97 + world % 26)
                new[found[0]] = f"{found[0]}{mark}" if found[0][0].isupper() else f"{found[0]}-{mark}"
            return new[found[0]]

        plain = _PLACE.sub(lambda found: str(int(found[0]) + world), plain)
        plain = _NAME.sub(name, plain)
        plain = _DAY.sub(lambda found: (date.fromisoformat(found[0]) + shift).isoformat(), plain)
        plain = _CODE.sub(country, plain)
        return re.sub(r'"([0-9a-f]{16})"', lambda found: f'"{_id(number, found[1])}"', plain)

    def _text(self, text: str, like: random.Random, world: int) -> str:
        """Other words of the same length, and in another world other names as well."""

        def other(found: re.Match[str]) -> str:
            return like.choice(self._words[len(found[0])]) if like.random() < EXCHANGED else found[0]

        def called(found: re.Match[str]) -> str:
            own = random.Random(f"{found[0]} {world}")
            return found[0][0] + "".join(own.choice("aeiklmnorstu") for _ in found[0][1:])

        return _WORD.sub(other, _CALLED.sub(called, text) if world else text)

    def _report(self, row: list[Any], text: str, number: int, outlet: str) -> None:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        row[0], row[1], row[4], row[5] = f"made-{number:07d}", text, outlet, f"https://outlet.example/{number}"
        row[8] = digest


def joined(parts: list[Reading]) -> Reading:
    """One reading of some, one after the other."""
    text, layers = "", {name: list[Any]() for name in LAYERS}
    for part in parts:
        text += "\n\n" if text else ""
        moved = _Moved(len(text), len(layers["actors"]), len(layers["statements"]))
        for name, items in layers.items():
            items.extend(moved.of(item) for item in getattr(part, name))
        text += part.report.text
    report = replace(parts[0].report, text=text, dateline=None, published=parts[0].report.published or "2021-03-04")
    return Reading(report, **{name: tuple(items) for name, items in layers.items()})


class _Moved:
    """Annotations as they stand further on in a text, behind other actors and statements."""

    def __init__(self, chars: int, actors: int, statements: int) -> None:
        self._chars = chars
        self._by = {"refers": actors, "speaker": actors, "statement": statements, "within": statements}

    def of(self, item: Any) -> Any:
        if isinstance(item, Span):
            return Span(item.start + self._chars, item.end + self._chars)
        if isinstance(item, tuple):
            return tuple(map(self.of, item))
        if not is_dataclass(item) or isinstance(item, type):
            return item
        values = {each.name: self.of(getattr(item, each.name)) for each in fields(item)}
        for name, by in self._by.items():
            if isinstance(values.get(name), int):
                values[name] += by
        if isinstance(item, Event):
            values["id"] = _id(self._chars, item.id)
        return type(item)(**values)


def _id(number: int, before: str) -> str:
    return hashlib.sha256(f"{number}\x1f{before}".encode()).hexdigest()[:16]
