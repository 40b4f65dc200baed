"""Countries, peoples and codes of parties as people write them."""

from __future__ import annotations

from functools import cache
from itertools import chain

from ..errors import UsageError
from ..who import countries, keys_of, sectors
from ..who.tables import country_names, media_names, organisation_names, prominent_names
from .codes import nearest

CODE = 3  # letters of a code of a country or sector
_MEANT = ("state", "region", "people")


def party(given: str, field: str) -> str:
    """A party as a question holds it: a country's code, a PLOVER code, or a name as it is given.

    Names of states and peoples become the code of the country (*North Korea*, *Russians*). UsageError where a code
    is unknown or a country's name may mean several.
    """
    words = given.split()
    if not words:
        raise UsageError(f"{field} is empty; allowed are codes such as RUS or RUS MIL, and names")
    if all(len(word) == CODE and word.isascii() and word.isalpha() for word in words):
        upper, plain = [word.upper() for word in words], given.isupper() or given.islower()
        if plain and _is_code(upper):
            return " ".join(upper)
        if given.isupper() and len(words) > 1 and _is_known(upper[0]):
            bad = next(word for word in upper[1:] if word not in sectors())
            raise UsageError(f"{field}: unknown sector {bad!r} in {given!r}; {nearest(bad, sectors())}")
    code = country(given, field)
    if code is None and given.isupper() and len(given) == CODE and given.isascii() and not _is_acronym(given):
        raise UsageError(f"{field}: unknown country or sector {given!r}; {nearest(given, [*_codes(), *sectors()])}")
    return code or " ".join(words)


def place(given: str) -> str:
    """A place as a question holds it: a GeoNames id, the code of a country, or a name as it is given."""
    words = " ".join(given.split())
    if not words:
        raise UsageError("place is empty; allowed are GeoNames ids, codes of countries such as PRK, and names")
    if words.upper() in _codes() and (words.isupper() or words.islower()):
        return words.upper()
    named = country(words, "place")
    if named is None and words.isupper() and len(words) == CODE and words.isascii():
        raise UsageError(f"place: unknown country {given!r}; {nearest(words, _codes())}")
    return named or words


def country(given: str, field: str) -> str | None:
    """The code of a country by its name or that of its people; None if the name is no country's."""
    found = _names().get(keys_of(given), ())
    if len(found) > 1:
        raise UsageError(f"{field} {given!r} may be {' or '.join(found)}; ask with the code")
    return found[0] if found else None


def is_country(code: str) -> bool:
    """True for the code of a country as records write it."""
    return code in _codes()


def _is_code(words: list[str]) -> bool:
    return _is_known(words[0]) and all(word in sectors() for word in words[1:])


def _is_known(word: str) -> bool:
    return word in _codes() or word in sectors()


@cache
def _codes() -> tuple[str, ...]:
    """ISO 3166-1 alpha-3 codes, and those that stand for what has none."""
    return tuple(dict.fromkeys(each.country for each in countries().values() if len(each.country) == CODE))


@cache
def _names() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The countries of each name that a state or a people has; of several only those of the best rank."""
    found: dict[tuple[str, ...], dict[str, int]] = {}
    for name, entity in country_names():
        if entity.country and entity.kind in _MEANT:
            ranks = found.setdefault(keys_of(name), {})
            ranks[entity.country] = min(entity.rank, ranks.get(entity.country, entity.rank))
    return {
        keys: tuple(code for code, rank in ranks.items() if rank == min(ranks.values()))
        for keys, ranks in found.items()
    }


@cache
def _acronyms() -> frozenset[str]:
    named = chain(organisation_names(), media_names(), prominent_names())
    return frozenset(name for name, _ in named if len(name) == CODE)


def _is_acronym(word: str) -> bool:
    return word in _acronyms()
