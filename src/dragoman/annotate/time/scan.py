"""From tokens to items: which words of a sentence may take part in a time expression."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ...lexicon import load
from ...model import Parse
from .item import Item
from .numerals import join_numerals

TABLES = (
    "time_names",
    "time_units",
    "time_modifiers",
    "time_refs",
    "time_numbers",
    "time_zones",
    "time_holidays",
)
# kinds without which no time expression stands
ANCHORS = frozenset(
    "weekday weekdays month season seasons part parts noon deictic tonight decadeword decade unit units hour hours "
    "weekend weekends often ref refadj holiday year shortyear isodate numdate clock ampm yearend oclock regnal "
    "quartertag current recent latest past then bcera adera hrs".split()
)
_CACHE_LIMIT = 100_000
_YEAR_WORDS = (18, 19, 20)
_PIECES = (
    ("isodate", re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")),
    ("numdate", re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)")),
    ("clock", re.compile(r"(\d{1,2})[:.]([0-5]\d)(?::([0-5]\d))?")),
    ("ordinal", re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.I)),
    ("decade", re.compile(r"(1\d\d0|20\d0)['’]?s")),
    ("decade", re.compile(r"['’‘]?(\d0)['’]?s")),
    ("shortyear", re.compile(r"['’‘](\d\d)")),
    ("quartertag", re.compile(r"([QH])([1-4])|([1-4])([QH])")),
)
_SPLIT = re.compile(r"[-–—/]|[^-–—/]+")
_AMPM = re.compile(r"(\d{1,2}(?:[:.]\d\d)?)([ap]\.?m\.?)", re.I)
_HALF = re.compile(r"(\d+)([½¼¾])")
# how the parser cuts the forms of the tables into tokens
_TOKENS = re.compile(r"['’]s(?!\S)|['’](?!\S)|[-–](?=\S)|[^\s'’–-]+(?:['’](?!s(?!\S))[^\s'’-]+)*|\S")


class Piece(NamedTuple):
    """An item without its place; characters ``start`` to ``end`` of its word."""

    kind: str
    value: str
    number: float
    start: int
    end: int
    capital: bool = False
    tags: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The forms of the tables, single words and longer ones by their first word."""

    single: dict[str, tuple[Piece, ...]]
    longer: dict[str, tuple[tuple[tuple[str, ...], Piece], ...]]


@cache
def words() -> Words:
    """All tables, read once."""
    single: dict[str, list[Piece]] = {}
    longer: dict[str, list[tuple[tuple[str, ...], Piece]]] = {}
    for table in TABLES:
        for entry in load(table).entries:
            tags = frozenset(entry.value["tags"]) if entry.value["tags"] else None
            value, number = entry.value["value"] or "", entry.value["number"]
            for form in entry.forms:
                piece = Piece(entry.value["kind"], value, number or 0, 0, 0, bool(entry.value["capital"]), tags)
                parts = tuple(_TOKENS.findall(form.lower()))
                if len(parts) == 1:
                    single.setdefault(parts[0], []).append(piece)
                else:
                    longer.setdefault(parts[0], []).append((parts, piece))
    ordered = {first: tuple(sorted(forms, key=lambda form: -len(form[0]))) for first, forms in longer.items()}
    return Words({form: tuple(pieces) for form, pieces in single.items()}, ordered)


class Look(dict[str, "tuple[Piece, ...] | None"]):
    """What a word may be, remembered by the word; None for a word that has no part in times."""

    def __init__(self) -> None:
        self.telling: set[str] = set()  # the words without which no sentence holds a time

    def __missing__(self, word: str) -> tuple[Piece, ...] | None:
        found = self[word] = _analyse(word)
        if found is not None and _may_tell(found):
            self.telling.add(word)
        return found

    def words(self, words: Sequence[str]) -> list[tuple[Piece, ...] | None] | None:
        """What each of some words may be, or None where none of them tells of a time."""
        found = [self[word] for word in words]
        return None if self.telling.isdisjoint(words) else found


def _analyse(word: str) -> tuple[Piece, ...] | None:
    lower = word.lower()
    if lower in words().single:
        return tuple(piece._replace(end=len(word)) for piece in words().single[lower])
    if any(char.isdigit() for char in word):
        return _with_digits(word)
    if "-" in word[1:-1] or "–" in word[1:-1]:
        return _compound(word)
    return () if lower in words().longer else None


def _with_digits(word: str) -> tuple[Piece, ...] | None:
    if not word.isascii() and _HALF.fullmatch(word) is None and not any(mark in word for mark in "–’‘½¼¾"):
        return None
    for kind, pattern in _PIECES:
        found = pattern.fullmatch(word)
        if found:
            number = int(found[1]) if kind in ("ordinal", "decade", "shortyear") else 0
            return (Piece(kind, word, number, 0, len(word)),)
    plain = word.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return (_number(word, plain),)
    half = _HALF.fullmatch(word)
    if half:
        amount = int(half[1][:9]) + {"½": 0.5, "¼": 0.25, "¾": 0.75}[half[2]]
        return (Piece("num", "", amount, 0, len(word)),)
    glued = _AMPM.fullmatch(word)
    if glued:
        kind = "clock" if not glued[1].isdigit() else "num"
        kind = "day" if kind == "num" else kind
        first = Piece(kind, glued[1], float(glued[1]) if kind == "day" else 0, 0, len(glued[1]))
        return first, Piece("ampm", glued[2][0].upper() + "M", 0, len(glued[1]), len(word))
    return _compound(word) if re.search(r"\d[-–/]\w|\w[-–]\d", word) else None


def _number(word: str, plain: str) -> Piece:
    number = float(plain[:12])
    if "," not in word and len(plain) == 4 and plain.isdigit() and 1000 <= number < 2200:
        return Piece("year", word, number, 0, len(word))
    if plain.isdigit() and len(plain) <= 2 and 1 <= number <= 31:
        return Piece("day", word, number, 0, len(word))
    return Piece("num", word, number, 0, len(word))


def _compound(word: str) -> tuple[Piece, ...] | None:
    """The parts of a word with hyphens, if one of them can carry a time."""
    pieces: list[Piece] = []
    for part in _SPLIT.finditer(word):
        found = (Piece("dash", part.group(), 0, 0, 1),) if part.group() in "-–—/" else _part(part.group())
        if not found:
            pieces.append(Piece("gap", "", 0, part.start(), part.end()))
            continue
        pieces += [item._replace(start=item.start + part.start(), end=item.end + part.start()) for item in found]
    return tuple(pieces) if any(piece.kind in ANCHORS or piece.kind == "word" for piece in pieces) else None


def _part(word: str) -> tuple[Piece, ...] | None:
    lower = word.lower()
    if lower in words().single:
        return (words().single[lower][0]._replace(end=len(word), tags=None),)
    return _with_digits(word) if any(char.isdigit() for char in word) and "-" not in word and "–" not in word else None


class Scanner:
    """Finds the items of sentences; holds a memory of words, and nothing of any report."""

    __slots__ = ("_look",)

    def __init__(self) -> None:
        self._look = Look()

    def __call__(self, parse: Parse) -> Iterator[tuple[int, list[Item | None]]]:
        """Sentences (by index) that may hold a time, as items with None for all other words."""
        if len(self._look) > _CACHE_LIMIT:
            self._look = Look()
        look = self._look
        for sentence, (first, last) in enumerate(parse.sentences):
            found = look.words(parse.words[first:last])
            if found is not None:
                yield sentence, join_numerals(_items(parse, first, found))


def _may_tell(pieces: tuple[Piece, ...]) -> bool:
    """True for a word that carries a time, begins a longer form, or begins a year in words (nineteen, twenty)."""
    return not pieces or any(
        piece.kind in ANCHORS
        or (piece.kind == "word" and piece.number in _YEAR_WORDS)
        or (piece.kind == "ordinal" and piece.value != "")
        or (piece.kind == "zone" and piece.capital)
        for piece in pieces
    )


def _items(parse: Parse, first: int, found: Sequence[tuple[Piece, ...] | None]) -> list[Item | None]:
    items: list[Item | None] = []
    longer, done, size = words().longer, 0, len(found)
    for at, pieces in enumerate(found):
        if pieces is None or at < done:
            continue
        items += [None] * (at - done)
        token, done = first + at, at + 1
        forms = longer.get(parse.lower[token])
        long = _longer(parse, token, first + size, forms) if forms is not None else None
        if long is not None:
            piece, count = long
            start, end = parse.starts[token], parse.ends[token + count - 1]
            items.append(Item(piece.kind, piece.value, piece.number, start, end, token))
            done = at + count
        else:
            items += _singles(parse, token, pieces)
    items += [None] * (size - done)
    return items


def _longer(
    parse: Parse, token: int, stop: int, forms: Sequence[tuple[tuple[str, ...], Piece]]
) -> tuple[Piece, int] | None:
    follows = parse.lower[token + 1] if token + 1 < stop else ""
    for parts, piece in forms:
        if parts[1] != follows:
            continue
        last = token + len(parts)
        if last <= stop and parse.lower[token:last] == parts:
            if piece.capital and not any(word[:1].isupper() for word in parse.words[token:last]):
                continue
            return piece, len(parts)
    return None


def _singles(parse: Parse, token: int, pieces: tuple[Piece, ...]) -> Iterator[Item | None]:
    start, alternatives = parse.starts[token], len(pieces) > 1 and pieces[0].end == pieces[1].end
    none = True
    for piece in pieces:
        if piece.kind == "gap" or not _allowed(parse, token, piece):
            if not alternatives:
                yield None
                none = False
            continue
        yield Item(piece.kind, piece.value, piece.number, start + piece.start, start + piece.end, token)
        none = False
        if alternatives:
            return
    if none:
        yield None


def _allowed(parse: Parse, token: int, piece: Piece) -> bool:
    if piece.tags is None and not piece.capital:
        return True
    if piece.capital and not parse.words[token][piece.start : piece.start + 1].isupper():
        return False
    if piece.tags is None or parse.tags[token] in piece.tags:
        return True
    around = (parse.words[token - 1][:1] if token else "", parse.words[token + 1][:1] if token + 1 < len(parse) else "")
    return piece.kind == "month" and any(map(str.isdigit, around))  # a number tells the month from the verb
