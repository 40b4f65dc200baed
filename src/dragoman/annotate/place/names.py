"""Finding what may be a place name: capitalised words that the gazetteer knows, and entities that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...gazetteer import ABBREVIATION, MAIN, Gazetteer, GazetteerPlace, fold
from ...lexicon import words_of
from ...model import Parse
from .candidates import find
from .cues import Cues

LONGEST = 7  # words of a name
LINKS = words_of("place_links")
_NEVER = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "LANGUAGE"))
_OF_WHAT = frozenset(
    (
        "City",
        "Town",
        "Village",
        "State",
        "Province",
        "County",
        "Commonwealth",
        "Borough",
        "Township",
        "District",
        "Region",
    )
)
_LANDS = frozenset(("National", "State", "Provincial", "Regional", "County", "Wildlife", "Memorial"))
_RESERVES = frozenset(
    ("Park", "Forest", "Refuge", "Monument", "Seashore", "Lakeshore", "Wilderness", "Preserve", "Reserve")
)
_LEADING = frozenset(("of", "to", "and", ",", "the", "northern", "southern", "eastern", "western", "central"))
_LOWER_CASE_SIZE = 30_000  # people
_CITY = 100_000  # people
_SAINTS = frozenset(("St.", "St", "Saint", "Santa", "San"))
_SITES = frozenset(
    ("plant", "nuclear", "camp", "crossing", "corridor", "complex", "reactor", "prison", "peninsula", "dam", "base")
)
_SHORT_TYPES = frozenset(("City", "District", "Village", "State", "Department", "Town", "Region"))


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens ``first`` to ``last`` that carry a name; ``places`` is empty where the gazetteer does not know it.

    ``entity`` is the parser's entity (first, last, label) that covers the first token, trimmed of its article and
    of a closing 's, or None.
    """

    first: int
    last: int
    places: tuple[GazetteerPlace, ...]
    entity: tuple[int, int, str] | None


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks for names in one report."""

    parse: Parse
    text: str
    gazetteer: Gazetteer
    cues: Cues
    entities: dict[int, tuple[int, int, str]]
    lowered: bool = False  # the report has no capitals

    def __call__(self) -> Iterator[Hit]:
        """All candidates, from left to right, without overlap."""
        words, ents, lower = self.parse.words, self.parse.ents, self.parse.lower
        for start, end in self.parse.sentences:
            at = start
            while at < end:
                if ents[at] in _NEVER or not words[at][0].isalpha() or (words[at] == lower[at] and not self.lowered):
                    at += 1
                    continue
                hit = self._in_lower_case(at, start, end) if self.lowered else self._at(at, end)
                if hit is None:
                    at += 1
                else:
                    yield hit
                    at = hit.last + 1

    def _in_lower_case(self, at: int, start: int, end: int) -> Hit | None:
        """A name in a report without capitals: one that is prominent enough, after a word that leads to places."""
        parse, entity = self.parse, self.entities.get(at)
        labelled = entity is not None and entity[2] in ("GPE", "LOC")
        leads = at > start and parse.lower[at - 1] in self.cues.locative | _LEADING
        if not parse.tags[at].startswith(("N", "F")) or parse.lower[at] in self.cues.stop:
            return None
        for last in range(min(end, at + LONGEST) - 1, at - 1, -1):
            places = self.gazetteer.by_key(fold(self.text[parse.starts[at] : parse.ends[last]]))
            if (
                parse.words[last][-1].isalpha()
                and places
                and (labelled or _prominent(places[0], leads))
                and len(parse.words[at]) > 2
            ):
                return Hit(at, last, places, entity)
        return None

    def _at(self, at: int, end: int, joins: bool = True) -> Hit | None:
        """The longest known name from a token on, or else the entity that begins there."""
        word = self.parse.words[at]
        if self.parse.lower[at] == "the":
            return None
        run = self._run(at, end)
        if run > at + 1 and self.parse.lower[at + 1] == "of" and (word in _OF_WHAT or word in self.cues.civic):
            return None  # the city of Richmond, the University of Texas: the name comes after
        entity = self.entities.get(at)
        known = self._known(at, run, entity)
        if joins and run > at and (known is None or known.last == at):
            joined = self._joined(at, end, run, entity)
            if joined is not None:
                return joined
        if known is not None:
            return self._with_head(known, run)
        if entity and entity[0] == at and entity[2] in ("GPE", "LOC", "FAC"):
            return Hit(at, self._closed(entity[1], end), (), entity)
        return self._named_by_head(at, run, entity, end)

    def _known(self, at: int, run: int, entity: tuple[int, int, str] | None) -> Hit | None:
        parse = self.parse
        for last in range(run, at - 1, -1):
            word = parse.words[last]
            if last > at and word == parse.lower[last] and word not in _SITES:
                continue
            name = self.text[parse.starts[at] : parse.ends[last]]
            places = self.gazetteer.by_key(fold(name))
            if last > at and word in _SHORT_TYPES and self._civic_follows(last, run):
                places = tuple(place for place in places if place.match == MAIN)
                if not places:
                    continue
            if not places and last > at and (word in self.cues.head or last == run):
                places = find(self.gazetteer, name).places
            if places and not (parse.words[at] in _SAINTS and self._patron(last, places)):
                return Hit(at, self._closed(last, len(parse), places[0].match == ABBREVIATION), places, entity)
        return None

    def _patron(self, last: int, places: tuple[GazetteerPlace, ...]) -> bool:
        """True for a saint whose house it is, and not a town of that name: *at St. Hilda's*, *St. Peter's Church*."""
        words, follows = self.parse.words, last + 2
        if follows > len(words) or self.parse.tags[last + 1] != "POS":
            return False
        house = follows < len(words) and words[follows] in self.cues.civic
        return house or max(place.population for place in places) < _CITY

    def _civic_follows(self, last: int, run: int) -> bool:
        """*Dublin City Council* is the council of Dublin."""
        return last < run and self.parse.words[last + 1] in self.cues.civic | self.cues.title

    def _run(self, at: int, end: int) -> int:
        """The last token of the stretch of capitalised words and links that begins at a token."""
        words, lower = self.parse.words, self.parse.lower
        last = at
        for token in range(at + 1, min(end, at + LONGEST)):
            if words[token] != lower[token] or words[token] in _SITES:
                last = token
            elif lower[token] not in LINKS:
                break
        return last

    def _closed(self, last: int, end: int, short: bool = False) -> int:
        """Takes in the full stop of an abbreviation (*W.Va.*, *Twp.*) where the parser parted it."""
        parse = self.parse
        follows = last + 1
        if follows < end and parse.words[follows] == "." and parse.starts[follows] == parse.ends[last]:
            word = parse.words[last]
            if short or "." in word or word + "." in self.cues.shortened:
                return follows
        return last

    def _joined(self, at: int, end: int, run: int, entity: tuple[int, int, str] | None) -> Hit | None:
        """*West Midlands*, *Lake Norvelt*: a direction or a front before a name, together unknown to the gazetteer."""
        parse, cues = self.parse, self.cues
        follows = at + 1
        if parse.words[follows] == "-" or parse.words[follows] == parse.lower[follows]:
            return None
        if parse.words[at] in cues.front:
            return Hit(at, follows, (), self.entities.get(follows) or entity)
        if parse.lower[at].rstrip(".") not in cues.heading or parse.words[follows] in cues.civic | cues.trade:
            return None
        rest = self._at(follows, end, joins=False)
        if rest is None or rest.first != follows:
            return None
        name = self.text[parse.starts[at] : parse.ends[rest.last]]
        return Hit(at, rest.last, find(self.gazetteer, name).places, rest.entity or entity)

    def _with_head(self, hit: Hit, run: int) -> Hit:
        """*Neva River*, *Marsh Lane*: a known name that a head turns into another one that is not known."""
        words = self.parse.words
        follows = hit.last + 1
        if follows > run:
            return hit
        if words[follows] in self.cues.head or words[follows] in self.cues.street:
            return Hit(hit.first, self._closed(follows, len(words)), (), hit.entity)
        reserve = follows + 1 + (follows + 1 <= run and words[follows + 1] == "Wildlife")
        if words[follows] in _LANDS and reserve <= run and words[reserve] in _RESERVES:
            return Hit(hit.first, reserve, (), hit.entity)
        return hit

    def _named_by_head(self, at: int, run: int, entity: tuple[int, int, str] | None, end: int) -> Hit | None:
        """*Holly Creek*: unknown words with a head that only places have."""
        parse, cues = self.parse, self.cues
        if parse.words[at] in cues.civic or parse.words[at] in cues.head or parse.words[at] in cues.trade:
            return None
        for last in range(at + 1, min(run, at + 3) + 1):
            word = parse.words[last]
            if word == parse.lower[last]:
                return None
            if word in cues.head or word in cues.street:
                return Hit(at, self._closed(last, end), (), entity)
        return None


def _prominent(place: GazetteerPlace, leads: bool) -> bool:
    """A country, or a place of some size where a word leads to it."""
    if place.kind == "country":
        return True
    return leads and (place.kind in ("admin1", "area", "water", "site") or place.population >= _LOWER_CASE_SIZE)


def entities_by_token(parse: Parse) -> dict[int, tuple[int, int, str]]:
    """The trimmed entity that covers a token, for each token of one."""
    found = {}
    for first, last, label in parse.entities():
        if label in _NEVER:
            continue
        while first < last and parse.lower[first] in ("the", "a", "an"):
            first += 1
        while last > first and (
            parse.tags[last] == "POS" or parse.lower[last] in ("'s", "’s", "'", "’", ",", ".", "-", "the")
        ):
            last -= 1
        for token in range(first, last + 1):
            found[token] = (first, last, label)
    return found
