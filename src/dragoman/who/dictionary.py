"""Import of TABARI and PETRARCH actor and agent dictionaries, with the meaning that PETRARCH 1 documents.

Dated codes come before the default; limits are inclusive; two-digit years up to 30 are 20YY; an open ``>date`` means
"still so when the file was last edited" and is closed at the newest date that the file itself holds. Lines that
cannot be read are passed over and reported, because files in the wild hold some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..errors import ConfigError
from .codes import read_cameo
from .entity import Entity
from .roles import Role
from .tables import cameo_countries

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_REMARK = re.compile(r"[#;].*")
_BRACKET = re.compile(r"\[([^\]}\[]*)[\]}]")
_BRACES = re.compile(r"\{([^}]*)\}")
_SET = re.compile(r"^!(\w+)!\s*=\s*(.*)$")
_SET_USE = re.compile(r"!(\w+)!")
_LATEST = "2030"  # two-digit years run to 30


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What a file says: names with their meanings, roles, and the lines that were passed over."""

    names: tuple[tuple[str, Entity], ...]
    roles: tuple[tuple[str, Role], ...]
    problems: tuple[str, ...]


@dataclass(slots=True)
class _Block:
    """A primary phrase, its synonyms and its codes as (begin, end, code)."""

    names: list[str]
    codes: list[tuple[str, str, str]] = field(default_factory=list)
    default: str | None = None


@dataclass(slots=True)
class _Reader:
    source: str
    blocks: list[_Block] = field(default_factory=list)
    roles: list[tuple[str, Role]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    sets: dict[str, list[str]] = field(default_factory=dict)

    def read(self, number: int, line: str) -> None:
        """One line without its comments."""
        text = line.strip()
        if found := _SET.match(text):
            self.sets[found[1].upper()] = [word.strip() for word in found[2].split(",") if word.strip()]
            return
        phrase = _BRACES.sub("", text.split("[", 1)[0]).strip()
        brackets = [inside.strip() for inside in _BRACKET.findall(text)]
        if any("~" in inside for inside in brackets):
            self.agent(phrase, text, brackets[0])
            return
        if phrase:
            self.phrase(phrase)
        if not self.blocks:
            self.problems.append(f"{self.source}:{number}: a code before any name: {text[:60]!r}")
            return
        for inside in brackets:
            self.code(number, inside)

    def phrase(self, phrase: str) -> None:
        """A primary phrase opens a block, a synonym joins it."""
        name = _plain(phrase.lstrip("+"))
        if phrase.startswith("+") and self.blocks:
            self.blocks[-1].names.append(name)
        else:
            self.blocks.append(_Block([name]))

    def code(self, number: int, inside: str) -> None:
        """A code with or without its dates."""
        code, _, dates = inside.partition(" ")
        block = self.blocks[-1]
        if not dates.strip():
            block.default = code
            return
        limits = _period(dates.strip())
        if limits is None:
            self.problems.append(f"{self.source}:{number}: dates {dates.strip()!r} are not understood")
        else:
            block.codes.append((*limits, code))

    def agent(self, phrase: str, text: str, code: str) -> None:
        """A role with its plural."""
        elements = code.replace("~", "").replace("-", "").strip().upper()
        sectors = read_cameo(elements, ())[1]
        braces = _BRACES.search(text)
        for form in self.forms(phrase):
            role = Role(form.lower(), sectors, elements if len(elements) % 3 == 0 else "")
            self.roles.append((form.lower(), role))
            plurals = _plurals(form) if braces is None and "!" not in phrase else []
            for plural in plurals:
                self.roles.append((plural.lower(), role))
        for plural in braces[1].split() if braces else ():
            role = Role(_plain(plural).lower(), sectors, elements if len(elements) % 3 == 0 else "")
            self.roles.append((role.term, role))

    def forms(self, phrase: str) -> list[str]:
        """A phrase with its substitution set spelt out."""
        found = _SET_USE.search(phrase)
        words = self.sets.get(found[1].upper(), []) if found else [""]
        return [_plain(_SET_USE.sub(word, phrase)) for word in words]


def read_dictionary(path: str | Path) -> Dictionary:
    """The actors and agents of a file; ConfigError if it cannot be opened."""
    try:
        text = Path(path).read_bytes().decode("latin-1").replace("\0", "")
    except OSError as problem:
        raise ConfigError(f"actor dictionary {path}: cannot be read: {problem}") from problem
    reader = _Reader(Path(path).name)
    for number, line in enumerate(_COMMENT.sub(_blank, text).splitlines(), 1):
        if line.startswith("---STOP---"):
            break
        line = _REMARK.sub("", line)
        if line.strip():
            reader.read(number, line)
    names = tuple(_entities(reader))
    return Dictionary(names, tuple(reader.roles), tuple(reader.problems))


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _plain(phrase: str) -> str:
    return " ".join(phrase.replace("_", " ").split())


def _plurals(form: str) -> list[str]:
    """The regular plural of TABARI: Y to IES, SS to SSES, else S."""
    if form.upper().endswith("Y"):
        return [form[:-1] + "IES"]
    return [form + ("ES" if form.upper().endswith("SS") else "S")]


def _period(dates: str) -> tuple[str, str] | None:
    """First and last day of ``A-B``, ``>A`` or ``<B``; ">" as last day stands for "still so"."""
    if dates[0] in "<>":
        day = _day(dates[1:].strip())
        if day is None:
            return None
        return (day, ">") if dates[0] == ">" else ("", day)
    first, dash, last = dates.partition("-")
    begin, end = _day(first.strip()), _day(last.strip())
    return (begin, end) if dash and begin and end and begin <= end else None


def _day(digits: str) -> str | None:
    """``YYYYMMDD`` or ``YYMMDD`` as an ISO 8601 day."""
    digits = digits[:8]
    if not digits.isdigit() or len(digits) not in (6, 8):
        return None
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 30 else "19") + digits
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return None
    return day if day < _LATEST else None


def _entities(reader: _Reader) -> Iterator[tuple[str, Entity]]:
    dated = [day for block in reader.blocks for begin, end, _ in block.codes for day in (begin, end) if len(day) == 10]
    newest = max(dated, default="")
    known = cameo_countries()
    for block in reader.blocks:
        for rank, (begin, end, code) in enumerate(_codes(block, newest)):
            country, sectors = read_cameo(code.replace("-", ""), known)
            kind = "state" if country == code else "person" if block.codes else "organisation"
            id_ = "dictionary:" + "-".join(block.names[0].lower().split())
            meaning = Entity(
                id_,
                block.names[0].title(),
                kind,
                known.get(country or ""),
                sectors,
                code.replace("-", ""),
                begin=begin,
                end=end,
                rank=rank - 1000,
            )
            for name in block.names:
                yield name, meaning


def _codes(block: _Block, newest: str) -> Iterator[tuple[str, str, str]]:
    """The codes in the order in which they are tried: dated ones as they stand, then the default."""
    for begin, end, code in block.codes:
        yield begin, newest if end == ">" else end, code
    if block.default is not None:
        yield "", "", block.default
