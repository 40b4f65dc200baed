"""The place that a sentence itself gives an act."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ....model import Place, Reading, Reason, Where
from ..grammar.clause import Climb, climb, roles_of
from ..grammar.slots import PASSIVE_SUBJECTS
from ..mention import Mention
from ..roles import words
from .presence import opened, speaks, stays
from .territory import territories

Spot = tuple[Where | None, Reason | None]
FURTHEST = 5  # steps; what lies further apart in a sentence belongs to something else
REACHES = {  # acts that reach, leave or strike a place: the roles of the prepositions that name it
    "CONSULT": ("to",),
    "AID": ("to",),
    "MOBILIZE": ("to", "over"),
    "RETREAT": ("from",),
    "ASSAULT": ("over", "to", "through"),
    "COERCE": ("over",),
    "PROTEST": ("through", "to"),
}
STATES = ("CONSULT", "ASSAULT", "MOBILIZE", "RETREAT")  # the acts whose goal may be a country and no party
OBJECTS = frozenset(("ASSAULT", "CONSULT", "COERCE", "RETREAT", "MOBILIZE"))  # the place may be the verb's object
VIOLENT = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE"))
LONGEST_NAME = 300  # characters
_BEFORE = ("poss", "compound", "nmod", "amod")
_DOMINANT = 0.5  # share of a report's places that makes a country its scene


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A place in the grammar of its sentence; ``link`` is the preposition that locates, "" for none."""

    place: Place
    first: int
    last: int
    way: Climb
    dep: str
    named: bool  # part of the name of an actor


class Spots:
    """The places of a reading, ready to be chosen from."""

    __slots__ = ("_firsts", "_named_from", "_parse", "_phrases", "_words", "reading", "scene")

    def __init__(self, reading: Reading) -> None:
        assert reading.parse is not None
        self.reading = reading
        self._parse = reading.parse
        self._words = roles_of("event_where")
        self._named_from = [actor.span.start for actor in reading.actors]
        self._phrases = self._all()
        self._firsts = [phrase.first for phrase in self._phrases]
        self.scene = _scene(reading)

    def _all(self) -> list[_Phrase]:
        """The phrases of all places that are no mere repetition of the one that they stand beside."""
        parse, line = self._parse, self.reading.report.dateline
        covered = {token for place in self.reading.places for token in parse.tokens_in(place.span)}
        found = []
        lands = list(territories(self.reading, self.countries()))
        for place in sorted((*self.reading.places, *lands), key=lambda place: place.span):
            tokens = parse.tokens_in(place.span)
            if not tokens or (line is not None and line.span.overlaps(place.span)):
                continue
            head = parse.head_in(tokens)
            dep, above = parse.deps[head], parse.heads[head]
            if dep in ("conj", "appos", "npadvmod") and above in covered and above not in tokens:
                continue
            found.append(_Phrase(place, tokens[0], tokens[-1], climb(parse, head), dep, self._named(place, head)))
        return found

    def _named(self, place: Place, head: int) -> bool:
        """True for a place that is only part of an actor's name (*the University of Texas*)."""
        start = self._parse.starts[head]
        near = bisect_left(self._named_from, place.span.start - LONGEST_NAME)
        for actor in self.reading.actors[near : bisect_left(self._named_from, place.span.start + 1)]:
            if actor.kind != "reference" and actor.span.contains(place.span) and actor.span != place.span:
                tokens = self._parse.tokens_in(actor.span)
                own = self._parse.starts[self._parse.head_in(tokens)] if tokens else start
                if not place.span.start <= own < place.span.end:
                    return True
        return False

    def of(self, mention: Mention) -> Spot:
        """The place beside an act and the reason; nothing where no place of the sentence is the act's."""
        start, end = self._parse.sentences[mention.number]
        best: tuple[int, int] | None = None
        found: _Phrase | None = None
        for phrase in self._phrases[bisect_left(self._firsts, start) : bisect_left(self._firsts, end)]:
            cost = self._cost(mention, phrase)
            if cost is None or cost > (FURTHEST if mention.physical else 1):
                continue
            parted = phrase.dep in _BEFORE and self._parse.lemmas[self._parse.heads[phrase.last]] in self._words["part"]
            rank = (cost + parted, abs(phrase.first - mention.token))  # the West Bank city of Jenin
            if best is None or rank < best:
                best, found = rank, phrase
        found = found or self._told_there(mention, start, end)
        if found is None:
            return self._here(mention, start, end)
        return self._at_home(found, start, end), Reason("where:place beside the act", found.place.span)

    def _here(self, mention: Mention, start: int, end: int) -> Spot:
        """The place of the dateline for what happens *here*."""
        parse, line = self._parse, self.dateline()
        for at in range(start, end) if line is not None and mention.physical else ():
            if parse.lower[at] != "here" or parse.deps[at] not in ("advmod", "npadvmod", "pcomp", "pobj"):
                continue
            cost = mention.web.cost(mention.token, climb(parse, at), at, at, loose=True)
            if cost is not None and cost <= FURTHEST:
                return line, Reason("where:here, where the dateline is", parse.span(at, at))
        return None, None

    def _told_there(self, mention: Mention, start: int, end: int) -> _Phrase | None:
        """The place on which the clause of an act hangs, or where the one who says it is said to be."""
        phrases = self._phrases[bisect_left(self._firsts, start) : bisect_left(self._firsts, end)]
        noun = opened(mention)
        for phrase in phrases:
            if noun is not None and phrase.first <= noun <= phrase.last:
                return phrase
        literal = (phrase for phrase in phrases if phrase.place.literal)
        return next((phrase for phrase in literal if speaks(mention, phrase.way)), None)

    def _cost(self, mention: Mention, phrase: _Phrase) -> int | None:
        """How far a place is from an act; None where it names a party or the place of something else."""
        way, more = self._located(mention, phrase)
        if more is None or (phrase.named and way.links[0] not in self._words["at"]):
            return self._struck(mention, phrase)
        if way.nouns and mention.token not in way.nouns and not self._takes_part(mention, way.nouns[-1]):
            return None
        cost = mention.web.cost(mention.token, way, phrase.first, phrase.last, loose=mention.physical)
        if cost is None and way.links[0] in self._words["at"] and stays(mention, way):
            return 3  # guests staying in Gao paid tribute
        return None if cost is None else cost + more

    def _takes_part(self, mention: Mention, noun: int) -> bool:
        """True for a noun whose place is that of the act: a target, or somebody who acts or is acted on."""
        if mention.act.act in VIOLENT:
            return True
        parse = self._parse
        if parse.heads[noun] == mention.token and parse.lemmas[mention.token] in words("carrier"):
            return mention.physical  # held talks in Geneva
        start = parse.starts[noun]
        parties = (*mention.actors, *mention.recipients)
        return mention.physical and any(party.span.start <= start < party.span.end for party in parties)

    def _located(self, mention: Mention, phrase: _Phrase) -> tuple[Climb, int | None]:
        """The way from the preposition that locates, what lies around the place cut off, and what the kind costs."""
        names, way = self._words, phrase.way
        inside = self._inside(mention, phrase)
        if inside and (phrase.place.literal or phrase.place.kind == "city"):
            way = _cut(way, inside)
        while way.nouns and way.links[0] == "of" and self._parse.lemmas[way.nouns[0]] in names["part"]:
            way = _cut(way, 1)
            if way.links[0] in names["over"]:  # on the outskirts of
                way = way._replace(links=("at", *way.links[1:]))
        while way.nouns and way.links[0] in names["at"] and way.nouns[0] != mention.token:
            if way.links[1] in names["at"]:
                way = _cut(way, 1)
            elif len(way.nouns) > 1 and way.links[1] == "of" and way.links[2] in names["at"]:
                way = _cut(way, 2)
            else:
                break
        link = way.links[0]
        if not phrase.place.literal and not link:
            return way, None
        if link in names["at"]:
            return way, 0
        if phrase.place.kind == "country" and mention.act.act not in STATES:
            return way, None
        if any(link in names[role] for role in REACHES.get(mention.act.act or "", ())):
            return way, 1
        return way, None

    def _inside(self, mention: Mention, phrase: _Phrase) -> int:
        """How many nouns lie between a place in their name and what locates them: *at the Lagos Museum*; 0 for none."""
        way, names = phrase.way, self._words
        owner = phrase.dep == "poss" and phrase.place.kind == "area"  # the European Union's headquarters
        if owner or phrase.dep not in (*_BEFORE, "appos", "npadvmod"):
            return 0
        for steps, noun in enumerate(way.nouns[:3], 1):
            if noun == mention.token or self._parse.lemmas[noun] in names["abstract"] or way.links[steps - 1]:
                return 0
            link = way.links[steps]
            if link in names["at"] or (mention.act.act in ("PROTEST", "ASSAULT") and link in names["through"]):
                return steps
        return 0

    def _struck(self, mention: Mention, phrase: _Phrase) -> int | None:
        """The cost of a place that the act itself has as its object, or in its own noun phrase."""
        way, act, token = phrase.way, mention.act.act, mention.token
        parse = self._parse
        if mention.is_noun:
            if act == "ASSAULT" and way.nouns[1:2] == (token,) and way.links[:2] == ("", "of"):
                return 2  # the battle of Gao town
            if not way.nouns or way.nouns[0] != token:
                return None
            if way.links[0] == "of" and act == "ASSAULT":
                return 1
            compound = phrase.dep in ("compound", "nmod") and phrase.place.kind != "country"
            return 2 if compound and not phrase.named else None
        if act not in OBJECTS or way.verb != token:
            return None
        if self._site(mention, phrase):
            return 2
        if not way.nouns:
            return 1 if phrase.dep in ("dobj", *PASSIVE_SUBJECTS) and not way.links[0] else None
        if (
            act != "ASSAULT"
            or phrase.dep == "amod"
            or len(way.nouns) > 1
            or parse.deps[way.nouns[0]] not in ("dobj", *PASSIVE_SUBJECTS)
        ):
            return None
        return 3 if way.links[0] in ("of", "") and not phrase.named else None

    def _site(self, mention: Mention, phrase: _Phrase) -> bool:
        """True for a place in the name of what is visited: *visited the Lagos Museum*."""
        way, parse = phrase.way, self._parse
        named = phrase.dep in ("compound", "nmod") and len(way.nouns) == 1 and not way.links[0]
        return (
            mention.act.key == "visit" and named and way.role == "dobj" and parse.heads[way.nouns[0]] == mention.token
        )

    def _at_home(self, phrase: _Phrase, start: int, end: int) -> Where:
        """The place with the country of its surroundings, if it is a site of which no gazetteer knows the country."""
        where = Where.at(phrase.place)
        if where.country is not None or where.kind != "site":
            return where
        near = [
            (abs(other.first - phrase.first), other.place.country)
            for other in self._phrases[bisect_left(self._firsts, start) : bisect_left(self._firsts, end)]
            if other.place.country and other.place.kind not in ("country", "site")
        ]
        country = min(near)[1] if near else self.scene
        return replace(where, country=country) if country else where

    def told_in(self, number: int) -> Where | None:
        """The place where the main clause of a sentence plays, whether or not it tells an act."""
        parse = self._parse
        start, end = parse.sentences[number]
        for phrase in self._phrases[bisect_left(self._firsts, start) : bisect_left(self._firsts, end)]:
            way = phrase.way
            main = not way.nouns and way.verb is not None and parse.heads[way.verb] == way.verb
            if main and way.links[0] in self._words["at"]:
                return self._at_home(phrase, start, end)
        return None

    def dateline(self) -> Where | None:
        """The place of the report's dateline."""
        line = self.reading.report.dateline
        inside = (place for place in self.reading.places if line is not None and line.span.contains(place.span))
        first = next(inside, None)
        return Where.at(first) if first is not None else None

    def countries(self) -> Mapping[str, Where]:
        """The first mention of each country as a place."""
        found: dict[str, Where] = {}
        for place in self.reading.places:
            if place.kind == "country" and place.country:
                found.setdefault(place.country, Where.at(place))
        return found


def _cut(way: Climb, steps: int) -> Climb:
    return Climb(way.nouns[steps:], way.links[steps:], way.verb, way.role)


def _scene(reading: Reading) -> str | None:
    """The country where a report plays: that of its dateline, else of at least half its places."""
    line = reading.report.dateline
    for place in reading.places:
        if line is not None and line.span.contains(place.span) and place.country:
            return place.country
    counted = Counter(place.country for place in reading.places if place.country)
    if not counted:
        return None
    country, times = min(counted.items(), key=lambda item: (-item[1], item[0]))
    return country if times >= _DOMINANT * sum(counted.values()) else None
