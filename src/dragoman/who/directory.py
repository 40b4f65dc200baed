"""All that is known of actors, in one place: names, office holders, roles and codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from .dictionary import read_dictionary
from .entity import Entity
from .names import NameIndex
from .people import People
from .roles import Role, RoleIndex, role_terms
from .tables import (
    cameo_countries,
    countries,
    country_names,
    media_names,
    office_names,
    organisation_names,
    prominent_names,
)
from .user import read_table


@dataclass(frozen=True, slots=True)
class Directory:
    """The indexes; ``problems`` are lines of the user's dictionaries that were passed over."""

    names: NameIndex[Entity]
    people: People
    roles: RoleIndex
    cameo: dict[str, str]
    problems: tuple[str, ...] = ()

    def starts(self, keys: Sequence[str]) -> list[int]:
        """The positions at which a key begins some name of the tables or the full name of an office holder."""
        names, people = self.names.firsts, self.people.firsts
        return [at for at, key in enumerate(keys) if key in names or key in people]

    def in_cameo(self, country: str | None) -> str | None:
        """A country in CAMEO's spelling."""
        return self.cameo.get(country, country) if country else None


@cache
def directory(
    tables: tuple[str, ...] = (),
    dictionaries: tuple[str, ...] = (),
    more_names: tuple[tuple[str, Entity], ...] = (),
    more_roles: tuple[tuple[str, Role], ...] = (),
) -> Directory:
    """The directory of the tables that ship with Dragoman and of the user's own; ConfigError if one is not usable.

    ``more_roles`` go before those of the table of roles, ``more_names`` after those of the tables.
    """
    imported = [read_dictionary(path) for path in dictionaries]
    names = NameIndex(
        chain(
            chain.from_iterable(read_table(path) for path in tables),
            chain.from_iterable(item.names for item in imported),
            country_names(),
            office_names(),
            prominent_names(),
            organisation_names(),
            media_names(),
            more_names,
        )
    )
    roles = RoleIndex(chain(chain.from_iterable(item.roles for item in imported), more_roles, role_terms()))
    problems = chain.from_iterable(item.problems for item in imported)
    return Directory(names, People(), roles, _cameo_spellings(), tuple(problems))


def _cameo_spellings() -> dict[str, str]:
    """Countries whose CAMEO code is not their ISO code."""
    known = cameo_countries()
    return {
        item.country: item.cameo
        for item in countries().values()
        if item.cameo
        and item.cameo != item.country
        and known.get(item.cameo) == item.country
        and item.code == item.country
    }
