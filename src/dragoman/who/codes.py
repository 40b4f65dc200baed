"""Actor codes: PLOVER sectors, CAMEO elements, and how they are joined.

PLOVER keeps country and sectors apart and writes news media JRN, health MED; CAMEO strings three-letter elements
together and writes news media MED, health HLH. Source: the PLOVER 0.8 and CAMEO 1.1b3 code lists.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

IN_PLACE_OF_A_COUNTRY = ("IGO", "NGO", "MNC")
_GENERIC = {**dict.fromkeys(("IMG", "INT", "UIS", "NGM", "BAR"), ""), **{code: code for code in IN_PLACE_OF_A_COUNTRY}}
_FROM_CAMEO = {
    "MED": "JRN",
    "HLH": "MED",
    "INS": "REB",
    "SEP": "REB",
    "IRR": "UAF",
    "RAD": "REB",
    "TOP": "ELI",
    "MID": "ELI",
    "HAR": "ELI",
    "MOD": "ELI",
    "SET": "CVL",
    "HRI": "SOC",
    "ENV": "SOC",
    "DEV": "SOC",
    "CHR": "REL",
    "CTH": "REL",
    "PRO": "REL",
    "MOS": "REL",
    "MUS": "REL",
    "HIN": "REL",
    "JEW": "REL",
    "BUD": "REL",
}
_WIDER = ("SOC", "REL", "ELI")  # a specialty that counts only where no better element stands beside it


@cache
def sectors() -> dict[str, str]:
    """Every PLOVER sector with its CAMEO element, "" where CAMEO has none."""
    text = files("dragoman.who").joinpath("data", "sectors.csv").read_text(encoding="utf-8")
    return {row["code"]: row["cameo"] for row in csv.DictReader(text.splitlines())}


def plover_code(country: str | None, given: Iterable[str]) -> str | None:
    """Country and sectors parted by blanks (``RUS GOV MIL``), None where there are neither."""
    return " ".join([country, *given] if country else given) or None


def cameo_code(country: str | None, given: Iterable[str], elements: str = "") -> str | None:
    """A CAMEO actor code (``RUSGOVMIL``) from a country in CAMEO's spelling, and from sectors or given elements.

    Doubled elements are dropped; IGO, NGO and MNC come first where they stand in place of a country.
    """
    return _joined(country, tuple(given), elements)


@lru_cache(1 << 12)
def _joined(country: str | None, given: tuple[str, ...], elements: str) -> str | None:
    known = sectors()
    parts = [elements[at : at + 3] for at in range(0, len(elements), 3)] or [known.get(code, "") for code in given]
    parts.sort(key=lambda part: part not in IN_PLACE_OF_A_COUNTRY)
    whole = [country or "", *parts]
    if country:
        whole = [part for part in whole if part not in IN_PLACE_OF_A_COUNTRY]
    return "".join(dict.fromkeys(whole)) or None


def read_cameo(code: str, countries: Iterable[str]) -> tuple[str | None, tuple[str, ...]]:
    """Country (as CAMEO writes it) and PLOVER sectors of a CAMEO actor code; unknown elements are passed over.

    ``countries`` are the known country codes.
    """
    parts = [code[at : at + 3].upper() for at in range(0, len(code), 3)]
    country, found = None, []
    for at, part in enumerate(parts):
        if at == 0 and part in countries:
            country = part
        elif sector := _sector(part):
            found.append(sector)
    strong = [sector for sector in found if sector not in _WIDER]
    return country, tuple(dict.fromkeys(strong or found))


def _sector(part: str) -> str:
    if part in _GENERIC:
        return _GENERIC[part]
    return _FROM_CAMEO.get(part) or (part if part in sectors() else "")
