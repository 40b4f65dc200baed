"""Actor tables of one's own: CSV or TOML files with the same columns.

    [[actor]]
    name = "Jane Roe"
    aliases = ["J. Roe"]
    kind = "person"                # state, region, organisation, office, media, person
    country = "KEN"
    sectors = ["GOV"]
    role = "Cabinet Secretary"
    begin = "2024-01-01"           # days, months or years, both included; left out: open
    end = ""

In CSV, ``aliases`` and ``sectors`` are joined with "; ". Optional columns are id, aliases, sectors, cameo, role,
begin and end. What these tables say goes before what ships with Dragoman.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import ConfigError
from .codes import sectors
from .entity import KINDS, Entity
from .tables import countries

_COLUMNS = ("id", "name", "aliases", "kind", "country", "sectors", "cameo", "role", "begin", "end")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def read_table(path: str | Path) -> Iterator[tuple[str, Entity]]:
    """Names and meanings of a user's file; ConfigError names the row and what is allowed."""
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = (
            tomllib.loads(text).get("actor", []) if path.suffix == ".toml" else list(csv.DictReader(text.splitlines()))
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, csv.Error) as problem:
        raise ConfigError(f"actor table {path}: cannot be read: {problem}") from problem
    for number, row in enumerate(rows, 1):
        yield from _named(f"actor table {path}, actor {number}", row)


def _named(where: str, row: dict[str, Any]) -> Iterator[tuple[str, Entity]]:
    for key in row:
        if key not in _COLUMNS:
            raise ConfigError(f"{where}: unknown column {key!r}, allowed are {', '.join(_COLUMNS)}")
    name = _text(where, row, "name")
    kind = _text(where, row, "kind") or "organisation"
    if not name or kind not in KINDS:
        raise ConfigError(f"{where}: needs a name and a kind of {', '.join(KINDS)}, not {name!r}, {kind!r}")
    entity = Entity(
        id=_text(where, row, "id") or "user:" + "-".join(name.lower().split()),
        name=name,
        kind=kind,
        country=_country(where, _text(where, row, "country")),
        sectors=_sectors(where, _list(row.get("sectors"))),
        cameo=_text(where, row, "cameo"),
        role=_text(where, row, "role") or None,
        begin=_date(where, _text(where, row, "begin")),
        end=_date(where, _text(where, row, "end")),
        rank=0,
    )
    for text in (name, *_list(row.get("aliases"))):
        yield text, entity


def _text(where: str, row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if value is not None and not isinstance(value, str) and not hasattr(value, "isoformat"):
        raise ConfigError(f"{where}: {key} is {value!r}, expected a string")
    return "" if value is None else str(value).strip()


def _list(value: Any) -> tuple[str, ...]:
    parts = value.split(";") if isinstance(value, str) else value or ()
    return tuple(str(part).strip() for part in parts if str(part).strip())


def _country(where: str, code: str) -> str | None:
    if code and code not in {item.country for item in countries().values()}:
        raise ConfigError(f"{where}: country is {code!r}, expected an ISO 3166-1 alpha-3 code")
    return code or None


def _sectors(where: str, given: tuple[str, ...]) -> tuple[str, ...]:
    for code in given:
        if code not in sectors():
            raise ConfigError(f"{where}: sector is {code!r}, allowed are {', '.join(sorted(sectors()))}")
    return given


def _date(where: str, text: str) -> str:
    if text and not _DATE.fullmatch(text):
        raise ConfigError(f"{where}: date is {text!r}, expected YYYY, YYYY-MM or YYYY-MM-DD")
    return text
