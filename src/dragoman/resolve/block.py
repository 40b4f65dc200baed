"""Keys under which two mentions meet: only mentions that share one are compared.

A key names a family of kinds and what two tellings of one happening have in common: a country and a day, a place and a
month, a country and a name in a quarter. Each is narrow enough to keep its block small in a record of a hundred
thousand reports; no key depends on what else the record holds. A key begins with the month in which its time begins, so
that the keys of one time stand side by side in a store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import combinations, pairwise
from zlib import crc32

from .compare.dates import AHEAD, LONG_AHEAD, MONTH, REVOKED, of_the_telling, width
from .compare.parties import COURT
from .cues import TURNED
from .kinds import families, kin_of, within
from .turns import PLANS
from .view import FORCE, NOT_PERSONS, Seen
from .words import HEAVY, fold, stem, tokens

MOST = 4  # countries or names of one mention that give keys; a longer list names a crowd
TIES = 2  # names of a sentence that narrow a country down, where a key holds for months
BACK = 2  # days for which fighting is still news without a date
AWAITED = 14  # days of a stretch for which something is announced
LONGEST = 7  # months in which a visit may be looked for, once it was put off
LONG = 5  # quarters in which what was planned without a day may be looked for
MANY = 10  # people: from here on a number is rarely the same by chance
TALKS = "talks"  # family of all that is told of meetings and of what comes of them
DENSEST = "force"
DENSE = frozenset((DENSEST, TALKS))  # families of which a country has many in a quarter
COMMON = frozenset(("charge", "closure", "access"))  # families of which a country has some in a quarter
RARE = frozenset(("weapons", "call"))  # kinds of a dense family of which a country has few
SIGNED = "sign"  # entry of the lexicon
_EPOCH, _MONTHS = 1900 * 12, 1 << 12  # months are counted from 1900, and anew every 341 years

Key = tuple[int, str]  # the month in which its time begins, and what it says


def keys_of(seen: Seen) -> tuple[int, ...]:
    """The keys of a mention: 44-bit numbers, each once, in order."""
    return tuple(sorted({_number(month, key) for month, key in _keys(seen)}))


def _number(month: int, key: str) -> int:
    return ((month - _EPOCH) % _MONTHS << 32) + crc32(key.encode("utf-8", "surrogatepass"))


def _each(name: str, steps: Iterable[int], months: int = 1) -> Iterator[Key]:
    """A key for each of some stretches of so many months."""
    return ((step * months, f"{name}|{step}") for step in steps)


def _keys(seen: Seen) -> Iterator[Key]:
    for family in (families()[seen.kind], *kin_of(seen.kind)):
        yield from _under(seen, family)


def _under(seen: Seen, family: str) -> Iterator[Key]:
    """The keys of a mention in a family."""
    own, days = _lands(seen), _days(seen)
    lands = own or ([seen.told.home] if seen.told.home else [])
    for land in lands:
        yield from ((_step(day, 1), f"day|{family}|{land}|{day}") for day in days)
    if not own or not days:
        yield from _worded(seen, family)
    if seen.low is None or seen.backward:
        return
    if not seen.speech:
        yield from _long(seen, family, lands)


def _lands(seen: Seen) -> list[str]:
    """The countries of the parties, and of fighting the one where it is; so of what nobody's country is told of."""
    parties = seen.actor.lands | seen.recipient.lands
    scene = {seen.land} if seen.land and (seen.kind == FORCE or not (parties or seen.speech)) else set[str]()
    return sorted(parties | scene)[:MOST]


def _days(seen: Seen) -> range:
    """The days on which a mention may meet others of the same country."""
    low, high = seen.low, seen.high
    if low is None or high is None or seen.backward:
        return range(0)
    if seen.dated and not seen.plain and not (seen.open and high - low <= AWAITED):
        return range(0)
    if seen.dated:
        return range(low, high)
    return range(low - (BACK if families()[seen.kind] == DENSEST else 1), high)


def _long(seen: Seen, family: str, lands: list[str]) -> Iterator[Key]:
    """Keys of deeds, which are told of for longer than the day after."""
    low, high = _span(seen)
    months, quarters = _steps(low, high, 1), _steps(low, high, 3)
    if seen.spot is not None:
        yield from _each(f"place|{family}|{seen.spot}", months[:MOST])
    for count in {round(count[0]) for count in seen.counts if count and count[0] == count[1] and count[0] >= MANY}:
        yield from _each(f"count|{family}|{count}", months[:MOST])
    for name in () if lands and seen.kind not in COURT else _longest(seen.actor.names | seen.recipient.names)[:MOST]:
        yield from _each(f"name|{family}|{name}", months[:LONGEST])
    for tie in (*_pairs(lands), *_tied(seen, lands)) if family in COMMON else lands:
        if family not in DENSE:
            yield from _each(f"quarter|{family}|{tie}", quarters[:LONG], 3)
        if seen.kind in RARE or (seen.kind == "accord" and _signed(seen)):
            yield from _each(f"quarter|{seen.kind}|{tie}", quarters[:LONG], 3)
    if family == TALKS:
        yield from _planned(seen, lands, months, quarters)


def _signed(seen: Seen) -> bool:
    """True for what is signed: a country agrees to many things, and signs few."""
    return any(within(rule.rpartition(":")[2], SIGNED) for rule in seen.rules)


def _tied(seen: Seen, lands: Iterable[str]) -> list[str]:
    """Countries, each with one of the names and numbers of the sentences."""
    names = _longest(_stems(seen))[:TIES]
    return [f"{land}|{name}" for land in lands for name in names]


def _planned(seen: Seen, lands: list[str], months: list[int], quarters: list[int]) -> Iterator[Key]:
    """Keys of meetings, calls and visits, and of what came of them."""
    for two in _dyads(seen):
        yield from _each(f"dyad|{two}", months[:LONGEST])
    if seen.kind in PLANS:
        for name in _heavy(seen):
            yield from _each(f"heavy|{name}", quarters[:MOST], 3)
    if seen.kind == "visit":
        yield from _guests(seen)
        known = bool(seen.actor.lands and seen.recipient.lands)  # then its pair of countries finds later ones
        for tie in _tied(seen, lands):
            yield from _each(f"visit|{tie}", months[: 2 if known else LONGEST])


def _guests(seen: Seen) -> Iterator[Key]:
    """Keys of a guest and the host's country: who is invited may come within the year."""
    low, high = _span(seen)
    if seen.open and seen.stage not in TURNED and not seen.dated:
        high = max(high, low + LONG_AHEAD)
    for person in sorted(seen.actor.persons)[:TIES]:
        for land in sorted(seen.recipient.lands)[:TIES]:
            yield from _each(f"guest|{person}|{land}", _steps(low, high, 3)[:LONG], 3)


def _span(seen: Seen) -> tuple[int, int]:
    """The days in which the happening may have been, as far as keys go."""
    low, high = seen.low or 0, seen.high or 1
    if seen.stage in TURNED:  # what was put off may follow half a year later; its day may be the new one
        low = low if seen.published is None else min(low, seen.published)
        return low - (MONTH if seen.kind in REVOKED else 0), low + 6 * MONTH
    if seen.open and (not seen.dated or of_the_telling(seen)):
        return low, low + (AHEAD if families()[seen.kind] in DENSE else LONG_AHEAD)
    if not seen.dated:
        return low - 3, high
    return (low, high) if width(seen) <= 12 * MONTH else (low, low + 1)


def _pairs(lands: Iterable[str]) -> list[str]:
    """Pairs of countries, whichever side they are on."""
    return ["+".join(two) for two in combinations(sorted(lands), 2)][:MOST]


def _dyads(seen: Seen) -> list[str]:
    """Pairs of countries of the two sides; two parties of one country are a pair as well."""
    pairs = {tuple(sorted((mine, yours))) for mine in seen.actor.lands for yours in seen.recipient.lands}
    return ["+".join(two) for two in sorted(pairs)][:MOST]


@cache
def _step(day: int, months: int) -> int:
    """The number of the stretch of so many months that a day lies in."""
    at = date.fromordinal(min(max(day, 1), date.max.toordinal()))
    return (at.year * 12 + at.month - 1) // months


def _steps(low: int, high: int, months: int) -> list[int]:
    return list(range(_step(low, months), _step(high - 1, months) + 1))


def _heavy(seen: Seen) -> list[str]:
    """Names by which plans meet: those of the persons who are parties, or of a plan without parties all that it has.

    Who is to travel is not always read as a party, but stands in the sentence. So of what happened without parties.
    """
    if seen.stage not in TURNED and (seen.actor.persons or seen.recipient.persons):
        parties = (*seen.told.actors, *seen.told.recipients)
        persons = [party for party in parties if party.entity and not party.entity.startswith(NOT_PERSONS)]
        return sorted({_surname(party.name) for party in persons})[:MOST]
    mine, yours = bool(seen.actor.lands), bool(seen.recipient.lands)
    if seen.stage not in TURNED and ((mine and yours) if seen.open else (mine or yours)):
        return []
    return _longest(_stems(seen))[: 2 * MOST]


def _stems(seen: Seen) -> set[str]:
    """The names and numbers of the sentences."""
    return {name for words, _ in seen.sentences for name, weight in words.items() if weight >= HEAVY and len(name) > 2}


def _longest(names: Iterable[str]) -> list[str]:
    """Names by their length: a long one is rarer."""
    return sorted(names, key=lambda name: (-len(name), name))


def _surname(name: str) -> str:
    """The last long word of a name: *Charles* of *King Charles III*."""
    words = tokens(name)
    return stem(fold(next((word for word in reversed(words) if len(word) > 3), words[-1] if words else "")))


def _worded(seen: Seen, family: str) -> Iterator[Key]:
    """Two keys from the wording, its smallest pairs of words, for a mention without a country or a day to meet by."""
    stems = sorted(seen.sentences[0][0])
    pairs = sorted(crc32(f"{one} {other}".encode("utf-8", "surrogatepass")) for one, other in pairwise(stems))
    told = seen.published if seen.published is not None else seen.low or 0
    months = _steps(told - 7, told + 7, 1)
    for pair in pairs[:2]:
        yield from _each(f"words|{family}|{pair}", months)
