"""Office holders: who somebody is on a day, by full name or by surname."""

from __future__ import annotations

import re
from collections.abc import Iterable, KeysView, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from .entity import holds
from .fold import keys_of
from .names import NameIndex
from .tables import rows, split

_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "abu",
        "de",
        "da",
        "do",
        "dos",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "di",
        "du",
    ]
)
_WRITTEN = "2025-11"  # when the rows of prominent persons were written
_LASTING = timedelta(days=1100)  # an office without a known end is believed in for three years after its last sighting
_DOUBLE = re.compile(r"(\w)\1")
_ENDING = re.compile(r"(?:iy|yy|ii|ij|yi|i|y)$")
_TOP = ("RULER", "HOS+HOG", "HOS", "HOG")
_RANK = {kind: at for at, kind in enumerate((*_TOP, "CROWN", "FM", "DM", "VP", "DHOG", "IGOHEAD", "REBLEAD", "NSA"))}
_SECTORS = {
    "DM": ("GOV", "MIL"),
    "CHOD": ("MIL",),
    "MILOFF": ("MIL",),
    "SPK": ("LEG",),
    "LEG": ("LEG",),
    "SPY": ("SPY",),
    "COP": ("COP",),
    "JUD": ("JUD",),
    "PTYLEAD": ("PTY",),
    "OPPLEAD": ("OPP",),
    "REBLEAD": ("REB",),
    "IGOHEAD": ("IGO",),
    "AG": ("GOV", "JUD"),
    "JUSM": ("GOV", "JUD"),
    "IM": ("GOV", "COP"),
    "BUS": ("BUS",),
    "REL": ("REL",),
    "CVL": ("CVL",),
}


_KIND_OF = {
    "GOV": "MIN",
    "SPY": "SPY",
    "MIL": "CHOD",
    "LEG": "LEG",
    "PTY": "PTYLEAD",
    "OPP": "OPPLEAD",
    "BUS": "BUS",
    "CVL": "CVL",
    "REL": "REL",
}


@dataclass(frozen=True, slots=True)
class Person:
    """An office holder on a day; ``standing`` is holds, held, later or unknown (no day given, or dates unknown)."""

    id: str
    name: str
    country: str | None
    organisation: str
    office: str
    office_kind: str
    sectors: tuple[str, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class _Spell:
    name: str
    country: str
    organisation: str
    office: str
    kind: str
    begin: str
    end: str
    seen: str
    keys: tuple[str, ...]

    def standing(self, day: str | None) -> str:
        """Whether the office is held on a day."""
        if day is None or (not self.begin and not self.seen):
            return "unknown"
        if self.begin and day[: len(self.begin)] < self.begin:
            return "later"
        if self.end:
            return "holds" if holds(self.begin, self.end, day) else "held"
        if not self.begin and _days(self.seen) - _days(day) > _LASTING:
            return "later"
        return "holds" if _days(day) - _days(self.seen) <= _LASTING else "held"


@lru_cache(1 << 14)
def _days(text: str) -> date:
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return date(year, month, day)


class People:
    """All office holders of the tables."""

    __slots__ = ("_by_name", "_by_surname")

    def __init__(self) -> None:
        self._by_name: NameIndex[_Spell] = NameIndex()
        self._by_surname: dict[str, list[_Spell]] = {}
        for name, surname, aliases, country, organisation, office, kind, begin, end, seen, _ in rows("leaders"):
            keys = keys_of(name)
            spell = _Spell(name, country, organisation, office, kind, begin, end, seen or end or begin, keys)
            self._add(spell, aliases, keys_of(surname))
        for name, aliases, kind, country, sectors, office, begin, end, context in rows("prominent"):
            seen = end or (_WRITTEN if begin else "")
            if kind == "person" and not context:
                self._add(
                    _Spell(name, country, "", office, _KIND_OF[sectors], begin, end, seen, keys_of(name)), aliases, ()
                )

    def _add(self, spell: _Spell, aliases: str, surname: tuple[str, ...]) -> None:
        for text in (spell.name, *split(aliases)):
            if " " in text or text != spell.name:
                self._by_name.add(keys_of(text), spell)
        self._by_surname.setdefault(_sound((surname or spell.keys)[-1]), []).append(spell)

    @property
    def firsts(self) -> KeysView[str]:
        """The keys with which full names begin."""
        return self._by_name.firsts

    def at(self, keys: Sequence[str], start: int) -> int:
        """How many keys from a position on are the full name of an office holder, 0 if none."""
        found = self._by_name.at(keys, start)
        return found[0][0] if found else 0

    def find(
        self,
        keys: tuple[str, ...],
        day: str | None,
        country: str | None = None,
        support: Mapping[str, float] | None = None,
    ) -> Person | None:
        """The office holder of a name on a day, None if unknown or not clear.

        ``country`` excludes all others; of several countries, the one of most ``support`` is meant.
        """
        spells = list(self._by_name.get(keys))
        known = {spell.country for spell in spells}
        alike = self._alike(keys, day) if len(keys) > 1 else []
        spells += [spell for spell in alike if not known or (spell.country in known and spell not in spells)]
        spells = [spell for spell in spells if country in (None, spell.country, "") or not spell.country]
        if len({spell.country for spell in spells}) > 1:
            spells = _in_office(spells, day)
        several = {spell.country for spell in spells}
        if len(several) > 1 and support:
            best = max(sorted(several), key=lambda code: support.get(code, 0.0))
            spells = [spell for spell in spells if spell.country == best]
        return _person(spells, day)

    def by_surname(self, key: str, day: str | None, support: Mapping[str, float]) -> Person | None:
        """Whom a surname alone may mean: somebody in high office on the day, and nobody else of the name beside."""
        spells = [spell for spell in self._by_surname.get(_sound(key), ()) if spell.kind in _RANK]
        if day is None:
            top = [spell for spell in spells if spell.kind in _TOP]
            return _person(top, day) if len({spell.country for spell in spells}) == 1 and top else None
        holding = _in_office(spells, day)
        backed = [spell for spell in holding if support.get(spell.country, 0.0) > 0.0]
        lately = [spell for spell in spells if spell.kind in _TOP and _lately(spell, day)]
        for some in (backed, [] if backed else holding, [] if holding else lately):
            top = [spell for spell in some if spell.kind in _TOP] or some
            if top and len({spell.country for spell in top}) == 1:
                return _person(top, day)
        return None

    def _alike(self, keys: tuple[str, ...], day: str | None) -> list[_Spell]:
        """Spells of one person whose name agrees with these keys but for middle names, initials, particles, spelling.

        A table row that gives a surname only, or a given name that agrees in its first letter only, counts on days
        on which that person held high office and nobody else of the surname did.
        """
        given = _whole(keys)
        if len(given) < 2:
            return []
        last = self._by_surname.get(_sound(given[-1]), [])
        fitting = [spell for spell in (*last, *self._by_surname.get(_sound(given[0]), ())) if _agree(given, spell.keys)]
        if not fitting:
            high = [spell for spell in _in_office(last, day) if spell.kind in _RANK and day is not None]
            fitting = [spell for spell in high if len(spell.keys) == 1 or spell.keys[0][0] == given[0][0]]
            return fitting if len({spell.keys for spell in high}) == 1 else []
        people = {(spell.country, spell.keys[0][:3]) for spell in fitting}
        namesakes = [spell for one in fitting for spell in self._by_name.get(one.keys) if spell.country == one.country]
        return [*fitting, *namesakes] if len(people) == 1 else []


@lru_cache(1 << 13)
def _sound(key: str) -> str:
    """A surname without the differences that transliteration makes: *Zelensky*, *Zelenskyy*, *Zelenskiy*."""
    return _DOUBLE.sub(r"\1", _ENDING.sub("y", key)).replace("kh", "h").replace("ou", "u").replace("w", "v")


@lru_cache(1 << 13)
def _whole(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a name without its particles."""
    return tuple(key for key in keys if key not in _PARTICLES)


@lru_cache(1 << 14)
def _agree(given: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """True if a name without particles and one of the tables may be the same person's."""
    known = _whole(keys)
    if len(known) < 2:
        return False
    short, long = (given, known) if len(given) <= len(known) else (known, given)
    if all(_met(key, long) for key in short):
        return True
    first, second = given[0], known[0]
    alike = first[:3] == second[:3] and abs(len(first) - len(second)) <= 3
    return alike and _sound(given[-1]) == _sound(known[-1])


def _met(key: str, keys: Sequence[str]) -> bool:
    """True if a key, its initial, or a key of which it is the initial stands among some keys."""
    return key in keys or key[0] in keys or (len(key) == 1 and any(other[0] == key for other in keys))


def _in_office(spells: Iterable[_Spell], day: str | None) -> list[_Spell]:
    return [spell for spell in spells if spell.standing(day) == "holds"]


def _lately(spell: _Spell, day: str) -> bool:
    """True if an office ended within the eight years before a day."""
    return spell.standing(day) == "held" and int(day[:4]) - int((spell.end or spell.seen)[:4]) <= 8


def _person(spells: Sequence[_Spell], day: str | None) -> Person | None:
    if not spells:
        return None
    spells = [spell for spell in spells if spell.begin] or list(spells)
    order = {"holds": 0, "unknown": 1, "held": 2, "later": 3}
    late = (day or "9999")[:10]
    best = min(
        spells,
        key=lambda item: (order[item.standing(day)], _RANK.get(item.kind, 50), item.begin > late, item.begin or "9"),
    )
    standing = best.standing(day)
    if standing == "unknown" and len({item.country for item in spells}) > 1:
        return None
    given = _SECTORS.get(best.kind, ("GOV",))
    if standing == "held":
        given = ("ELI",) if best.kind not in ("REBLEAD", "OPPLEAD", "PTYLEAD") else given
    elif standing == "later":
        given = ()
    name = max((item.name for item in spells), key=len)
    id_ = "-".join(((best.country or best.organisation or "int").lower().replace(" ", "-"), *keys_of(name)))
    return Person(id_, name, best.country or None, best.organisation, best.office, best.kind, given, standing)
