"""Who is who: dated tables of countries, office holders, organisations, ministries, media and roles."""

from .codes import cameo_code, plover_code, read_cameo, sectors
from .dictionary import Dictionary, read_dictionary
from .directory import Directory, directory
from .entity import Entity, choose, countries_of, holds
from .fold import keys_of
from .names import NameIndex
from .people import People, Person
from .roles import Role, RoleIndex
from .tables import Country, countries
from .user import read_table

__all__ = [
    "Country",
    "Dictionary",
    "Directory",
    "Entity",
    "NameIndex",
    "People",
    "Person",
    "Role",
    "RoleIndex",
    "cameo_code",
    "choose",
    "countries",
    "countries_of",
    "directory",
    "holds",
    "keys_of",
    "plover_code",
    "read_cameo",
    "read_dictionary",
    "read_table",
    "sectors",
]
