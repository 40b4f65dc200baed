"""Datelines of wire copy: ``PYONGYANG, July 26 (KCNA) --``.

The patterns below are tried from the one that says most to the one that says least; the less a dateline says, the
more its words must prove: an agency or a date makes almost any name a place, a bare dash only a name in capitals
or a city known from datelines, and a sentence must begin after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from ..lexicon import load, words_of
from .calendar import DATE, day_of

LONGEST = 160  # characters of a dateline; wire style keeps them under 80
_WORD = r"[^\W\d_](?:[^\W\d_]|['’.]|-(?=[^\W\d_]))*"
_NAME = rf"(?!{DATE}){_WORD}(?: {_WORD}){{0,5}}"
_PLACE = rf"(?P<place>{_NAME}(?:\s?/\s?{_NAME}){{0,3}}(?:, ?{_NAME}){{0,2}}(?: \[{_NAME}\])?)"
_SEP = r"(?P<sep>--+|\.-|[—–―‒\x96\x97]|[_:-])"
_PARTICLES = words_of("dateline_particles")
_OPENERS = frozenset(
    ["On", "In", "At", "By", "From", "Since", "After", "Before", "Until", "As", "For", "A", "It", "This"]
)
_SHORTENED = frozenset(["st.", "ste.", "ft.", "mt.", "pt.", "sta.", "sto.", "u.s."])


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline at some place of a text: its length in characters and what it says."""

    length: int
    place: str | None = None
    agency: str | None = None
    day: str | None = None
    certain: bool = True


def dateline_at(line: str, near: date | None) -> Found | None:
    """The dateline with which a line begins, or None; ``near`` gives the year of a date without one."""
    head = line[:LONGEST]
    for name, pattern in _patterns():
        match = pattern.match(head)
        if match is not None and _holds(name, match, line):
            found = match.groupdict()
            place, agency = _clean(found.get("place")), _clean(_agency(found))
            day = day_of(found["date"], near) if found.get("date") else None
            return Found(match.end(), place, agency, day, name != "place")
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    bare = "|".join(re.escape(name) for name in sorted(_known(), key=lambda name: (-len(name), name)))
    agency = (
        r"(?:\((?P<round>[^()\n]{2,60})\)|/(?P<slashed>[^/()\n]{2,40})/\.?"
        rf"|(?<![^\W_])(?P<bare>{bare})(?![\w/])(?P<stop>\.)?)"
    )
    day = rf"(?P<date>{DATE})"
    gap, stop = r"[.,]?\s{0,3}", rf"(?:\s{{0,3}}{_SEP})?"
    table = (
        ("place date agency", rf"{_PLACE}{gap}{day}{gap}{agency}{stop}"),
        ("place agency date", rf"{_PLACE}{gap}{agency}{gap}{day}\s{{0,3}}{_SEP}"),
        ("place agency", rf"{_PLACE}{gap}{agency}{stop}"),
        ("place date", rf"{_PLACE}[.,]\s{{0,3}}{day}(?:\s{{0,3}}{_SEP}|\s*$)"),
        ("date agency", rf"(?i:date:? )?{day}{gap}{agency}{stop}"),
        ("date", rf"(?i:date:? )?{day}\s{{0,3}}{_SEP}"),
        ("agency", rf"{agency}{stop}"),
        ("place", rf"{_PLACE}\s{{0,3}}{_SEP}"),
    )
    return tuple((name, re.compile(pattern)) for name, pattern in table)


@cache
def _known() -> frozenset[str]:
    return frozenset(form for entry in load("dateline_agencies").entries for form in entry.forms)


def _agency(found: dict[str, str | None]) -> str | None:
    return found.get("round") or found.get("slashed") or found.get("bare")


def _clean(words: str | None) -> str | None:
    """Words without the full stop that closes them, unless it belongs to an abbreviation (*Va.*, *U.S.*)."""
    if words is None:
        return None
    words = " ".join(words.split())
    last = words.rsplit(" ", 1)[-1]
    if words.endswith(".") and "." not in last[:-1] and last.lower() not in words_of("dateline_regions"):
        return words[:-1]
    return words


def _holds(name: str, match: re.Match[str], line: str) -> bool:
    """True if a match of pattern ``name`` is a dateline and not the beginning of a sentence."""
    sep = match["sep"]
    known = _is_known(match) if "agency" in name else False
    if not _opens(line, match.end(), bool(known and sep and not match["bare"])):
        return False
    if "agency" in name:
        if match["bare"] and not _bare_agency(name, match):
            return False
        if not known and not (sep and _looks_like_agency(match) and ("date" in name or _capitals(match))):
            return False
        return "place" not in name or _plain_place(match)
    if name == "place date":
        return _plain_place(match) and (bool(sep) or match.end() == len(line))
    if name == "date":
        return bool(re.search(r"\d{4}", match["date"]))
    return _plain_place(match) and _bare_place(match, line)


def _opens(line: str, end: int, anything: bool) -> bool:
    """True if a sentence begins at ``end``: the line is over, or a capital, a digit or a quotation mark follows."""
    rest = line[end : end + 40].lstrip(" \t\r\n.,-–—_\"'“”‘’«»(`")
    return not rest or anything or not rest[0].islower()


def _is_known(match: re.Match[str]) -> bool:
    words = _agency(match.groupdict()) or ""
    parts = re.split(r"\s*[/,;|]\s*| - ", words)
    return words in _known() or any(part in _known() for part in parts)


def _looks_like_agency(match: re.Match[str]) -> bool:
    words = (_agency(match.groupdict()) or "").split()
    return 0 < len(words) <= 4 and all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words)


def _bare_agency(name: str, match: re.Match[str]) -> bool:
    """An agency without brackets needs a comma before it, where anything stands there, and a stop or dash after it."""
    before = match.string[: match.start("bare")].rstrip()
    divided = not before or before[-1] in ",." or "date" in name
    return divided and bool(match["stop"] or (match["sep"] and (match["sep"] != ":" or before)))


def _capitals(match: re.Match[str]) -> bool:
    """True if the town is written in capitals."""
    town = re.split(r"[,/\[]", match.groupdict().get("place") or "")[0]
    return town.isupper()


def _plain_place(match: re.Match[str]) -> bool:
    """True if every word of the place is a name's: a capital first, or a particle inside."""
    for part in re.split(r"\s*[,/\[\]]\s*", match["place"]):
        words = part.split()
        if words and not words[0][0].isupper() and words[0].lower() not in ("al", "as", "ash", "el"):
            return False
        if any(word[0].islower() and word not in _PARTICLES and "-" not in word and "'" not in word for word in words):
            return False
        if any(word[-1] == "." and len(word) > 2 and word.lower() not in _SHORTENED for word in words[:-1]):
            return False  # a sentence ends there
        if words[:1] == ["The"] and part.lower() not in words_of("dateline_cities") | words_of("dateline_regions"):
            return False
        if len(words) > 1 and words[0] in _OPENERS and not part.isupper():
            return False
    first = match["place"].split(",")[0]
    return first.lower() not in words_of("dateline_labels") and first.split()[0] not in _OPENERS


def _bare_place(match: re.Match[str], line: str) -> bool:
    """True if a place may stand before a bare dash or colon."""
    town, *regions = re.split(r"\s*[,\[\]]\s*", match["place"].rstrip("]"))
    sep, end = match["sep"], match.end()
    cities = [part.strip().lower().rstrip(".") in words_of("dateline_cities") for part in town.split("/")]
    known = all(cities) or (bool(regions) and regions[-1].lower() in words_of("dateline_regions"))
    if regions and not (known or regions[-1].lower() in words_of("dateline_regions")):
        return False
    spaced = line[match.start("sep") - 1 : match.start("sep")].isspace()
    if sep in "-_" and not (spaced and line[end : end + 1] in ("", " ", "\t", "\r", "\n")):
        return False
    if sep == ":" and not (all(cities) and not spaced and line[end : end + 1] == " "):
        return False
    if not any(sign.islower() for sign in line[end : end + 80]) and line[end:].strip():
        return False  # a headline in capitals
    if town.isupper():
        return known or (len(town) > 3 and len(town.split()) <= 4 and not _label(town))
    follows = line[end : end + 40].split()[:1]
    return known and sep != ":" and not (follows and follows[0].lower().rstrip(",.") in words_of("dateline_cities"))


def _label(words: str) -> bool:
    return words.lower() in words_of("dateline_labels") or words.split()[0].lower() in words_of("dateline_labels")
