"""Tokens to actors: which mentions fill the roles of an act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from ...lexicon import load
from ...model import Actor, Parse, Party, Place, Reading, Where
from ...who import cameo_code, plover_code


@cache
def words(name: str) -> frozenset[str]:
    """One of the small classes of ``grammar.toml``."""
    return frozenset(next(entry for entry in load("grammar").entries if entry.id == name).forms)


class Cast:
    """The actors and places of a reading, by the tokens that they cover."""

    __slots__ = ("_actors", "_parse", "_places", "reading")

    def __init__(self, reading: Reading) -> None:
        assert reading.parse is not None
        self.reading = reading
        self._parse = reading.parse
        self._actors: dict[int, list[int]] = {}
        self._places: dict[int, Place] = {}
        for index, actor in enumerate(reading.actors):
            for token in reading.parse.tokens_in(actor.span):
                self._actors.setdefault(token, []).append(index)
        for place in reading.places:
            for token in reading.parse.tokens_in(place.span):
                self._places.setdefault(token, place)

    def at(self, token: int) -> list[Actor]:
        """The actors whose mention covers a token."""
        return [self.reading.actors[index] for index in self._actors.get(token, ())]

    def mutual(self, heads: Iterable[int]) -> bool:
        """True for *each other*, *one another*, *the other* of *each*."""
        parse = self._parse
        return any(
            parse.lower[head] in ("other", "another") and parse.lower[head - 1] in ("each", "one", "the")
            for head in heads
            if head
        )

    def place_at(self, token: int) -> Place | None:
        """The place whose name covers a token."""
        return self._places.get(token)

    def holds(self, name: str, token: int) -> bool:
        """Whether a token stands for an actor, a person or a place, by the names of the object classes."""
        if name == "@place":
            return token in self._places or any(actor.kind == "state" for actor in self.at(token))
        if name == "@relief":
            return self._laden(token)
        if name == "@deported":
            return self._deported(token)
        if name == "@held":
            return self._held(token)
        actors = self.at(token)
        if name == "@nation":
            return any(actor.kind in ("group", "state") and not actor.sectors for actor in actors)
        if name == "@person":
            alone = self._parse.lower[token] in ("he", "she")
            return any(actor.kind == "person" or (alone and actor.kind == "reference") for actor in actors)
        return name == "@actor" and bool(actors)

    def _deported(self, token: int) -> bool:
        """True for what brings people away: *the first flight taking migrants to Rwanda*."""
        parse = self._parse
        return any(parse.lemmas[at] in words("deportee") for at in aboard(parse, token))

    def _held(self, token: int) -> bool:
        """True for people who are said to be held: *nurses held by rebels*, *a priest who was jailed in Mali*."""
        parse = self._parse
        clauses = parse.children_by(token, "acl", "relcl")
        return any(parse.lemmas[at] in words("holding") and parse.tags[at] == "VBN" for at in clauses)

    def _laden(self, token: int) -> bool:
        """True for what brings relief: *aid trucks*, *a convoy of lorries loaded with food*."""
        parse = self._parse
        if parse.lemmas[token] not in words("transport"):
            return False
        return any(
            parse.lemmas[at] in words("cargo") or parse.lower[at] in words("cargo") for at in parse.subtree(token)
        )

    def fill(self, heads: Iterable[int], place: bool = False, thing: bool = False, people: bool = False) -> list[Party]:
        """The parties that some noun phrases name, coordination and partitives opened, in order of the text."""
        parties: list[Party] = []
        for head in heads:
            for member in self._parse.conjuncts(head):
                for party in self._of_phrase(member, place, thing, people):
                    if party not in parties:
                        parties.append(party)
        return parties

    def crowd(self, heads: Iterable[int]) -> list[Party]:
        """Plain people in the plural, who need no table to protest: *supporters of the new vote*."""
        lemmas = self._parse.lemmas
        return [self._plain(head, "CVL") for head in heads if lemmas[head] in words("crowd")][:1]

    def _of_phrase(self, head: int, place: bool, thing: bool, people: bool) -> list[Party]:
        parse = self._parse
        actors = self.at(head)
        if actors and not any(actor.country or actor.entity for actor in actors) and (named := self._apposed(head)):
            return named
        if actors:
            return [*(self._from_where(party_of(actor), head) for actor in actors), *self._led_by(head)]
        if place and (spot := self._spot_of(head)) is not None and spot.country:
            return [party_of_place(spot)]
        if named := self._apposed(head):
            return named
        counted = parse.lemmas[head] in words("partitive") or parse.tags[head] == "CD"
        if counted and (inside := self._inside(head, ("of", "from", "among"), place, thing)):
            return inside
        if thing and (owners := self._owners(head, place) or self._told_owners(head, place)):
            return owners
        if people and (parse.lemmas[head] in words("people") or parse.tags[head] == "CD"):
            return [self._plain(head, "CVL")]
        if carried := aboard(parse, head):
            return self.fill(carried, people=people)
        if found := self._pair(head):
            return found
        if parse.lemmas[head] in words("body") and parse.deps[head] != "compound":  # a state visit
            return [self._plain(head, "GOV")]
        return []

    def _spot_of(self, head: int) -> Place | None:
        """The place that a token names, or a noun of places beside its name: *the Ryazan region*, *the town of Gao*."""
        parse = self._parse
        if (spot := self.place_at(head)) is not None or parse.lemmas[head] not in words("region"):
            return spot
        joints = (child for child in parse.children_by(head, "prep") if parse.lower[child] == "of")
        named = (*parse.children_by(head, "compound", "nmod"), *(at for of in joints for at in parse.children[of]))
        return next((spot for at in named if (spot := self.place_at(at)) is not None), None)

    def _from_where(self, party: Party, head: int) -> Party:
        """Somebody of no known country with the one that they are said to be from: *two peacekeepers from Chad*."""
        parse = self._parse
        if party.country or party.entity or head + 2 >= len(parse) or parse.lower[head + 1] != "from":
            return party
        above = parse.heads[head + 1]
        if parse.tags[head] not in ("NN", "NNS") or (above != head and parse.lemmas[above] not in words("afflict")):
            return party
        home = next(iter(self.fill(parse.children_by(head + 1, "pobj"), True)), None)
        if home is None or home.country is None:
            return party
        country, sectors = home.country, party.sectors
        return replace(
            party, country=country, plover=plover_code(country, sectors), cameo=cameo_code(country, sectors, "")
        )

    def _apposed(self, head: int) -> list[Party]:
        """Who is named behind a comma: *its main partners, China and Russia*."""
        for child in self._parse.children_by(head, "appos"):
            found = [party_of(actor) for member in self._parse.conjuncts(child) for actor in self.at(member)]
            if found:
                return found
        return []

    def _led_by(self, head: int) -> list[Party]:
        """Who leads those who act: *a delegation led by the minister*."""
        parse = self._parse
        for clause in parse.children_by(head, "acl"):
            if parse.lemmas[clause] in ("lead", "head"):
                for agent in parse.children_by(clause, "agent", "prep"):
                    return [party_of(actor) for at in parse.children_by(agent, "pobj") for actor in self.at(at)]
        return []

    def _pair(self, head: int) -> list[Party]:
        """The two who were named last, for *the two* and *the pair*: people if there are two of them, else states."""
        parse = self._parse
        bare = parse.lower[head] in ("pair", "duo") or (parse.lower[head] == "two" and parse.tags[head] == "CD")
        if not bare or head == 0 or parse.lower[head - 1] != "the" or parse.children_by(head, "prep", "amod"):
            return []
        first = parse.sentences[max(0, parse.sentence_of(head) - 1)][0]
        for kinds in (("person", "office"), ("state",)):
            named: dict[str, Party] = {}
            for token in range(head - 1, first - 1, -1):
                for actor in self.at(token):
                    if actor.kind in kinds and actor.country:
                        named.setdefault(actor.country, party_of(actor))
            if len(named) > 1:
                return list(named.values())[1::-1]
        return []

    def _plain(self, head: int, sector: str) -> Party:
        """People or bodies of whom no table knows anything, under the words that name them."""
        parse = self._parse
        before = [at for at in parse.children[head] if at < head and parse.deps[at] in ("amod", "compound", "nummod")]
        span = parse.span(min([head, *before]), head)
        return Party(span, span.of(self.reading.report.text), None, (sector,), sector, sector)

    def _inside(self, head: int, names: Sequence[str], place: bool, thing: bool = False) -> list[Party]:
        parse = self._parse
        for child in parse.children_by(head, "prep"):
            if parse.lower[child] in names and (found := self.fill(parse.children_by(child, "pobj"), place, thing)):
                return found
        return []

    def _told_owners(self, head: int, place: bool) -> list[Party]:
        """To whom a thing belongs by an earlier sentence: *a statue of the general ... bowed before the statue*."""
        parse = self._parse
        if parse.tags[head] != "NN" or not any(parse.lower[child] == "the" for child in parse.children_by(head, "det")):
            return []
        first = parse.sentences[parse.sentence_of(head)][0]
        for earlier in range(first - 1, max(-1, first - BACK), -1):
            if parse.lemmas[earlier] == parse.lemmas[head] and parse.tags[earlier] == "NN":
                owners = self._inside(earlier, ("of",), place) or self.fill(parse.children_by(earlier, "poss"), place)
                return [party for party in owners if party.country]
        return []

    def _owners(self, head: int, place: bool) -> list[Party]:
        """Actors to whom a thing belongs: *Russia's invasion*, *Kurdish villages*, *the arrest of men by Egypt*."""
        parse = self._parse
        for names in (("by",), ("between",), ("of",), ("in", "on", "against", "from", "to", "with", "for")):
            if names == ("of",):
                owners = parse.children_by(head, "poss", "amod", "compound", "nmod")
                if found := self.fill(owners, place):
                    return found
            if found := self._inside(head, names, place):
                return found
        for clause in parse.children_by(head, "acl", "relcl"):
            for agent in parse.children_by(clause, "agent"):
                if found := self.fill(parse.children_by(agent, "pobj")):
                    return found
            if parse.lemmas[clause] in ("carry", "bring", "bear") and parse.tags[clause] == "VBG":
                return self.fill(parse.children_by(clause, "dobj"))  # a plane carrying the envoy
        return []


CARRYING = frozenset(("carry", "take", "bring", "transport", "ferry", "fly", "bear", "deport"))


def aboard(parse: Parse, head: int) -> list[int]:
    """Who or what is in a vehicle: *a plane with soldiers*, *a flight that was to take migrants to Rwanda*."""
    if parse.lemmas[head] not in words("vehicle"):
        return []
    joints = (child for child in parse.children_by(head, "prep") if parse.lower[child] in ("with", "of"))
    found = [at for child in joints for at in parse.children_by(child, "pobj")]
    for clause in parse.children_by(head, "acl", "relcl"):
        for verb in (clause, *parse.children_by(clause, "xcomp")):
            if parse.lemmas[verb] in CARRYING:
                found += parse.children_by(verb, "dobj")
    counted = (of for at in found for of in parse.children_by(at, "prep") if parse.lower[of] == "of")
    return [*found, *(at for of in counted for at in parse.children_by(of, "pobj"))]


BACK = 150  # words back to the sentence that told whose a thing is


def party_of(actor: Actor) -> Party:
    """An actor in its part."""
    return Party(
        actor.span, actor.name, actor.country, actor.sectors, actor.plover, actor.cameo, actor.entity, actor.role
    )


def settle_people(party: Party, where: Where | None, actors: Sequence[Party]) -> Party:
    """Plain people of no known country belong to where they are acted on, else to the police or court that does it."""
    if party.country or party.entity or party.sectors != ("CVL",):
        return party
    at_home = (actor.country for actor in actors if {"COP", "JUD"}.intersection(actor.sectors))
    country = where.country if where is not None and where.country else next(at_home, None)
    if country is None:
        return party
    return replace(party, country=country, plover=f"{country} CVL", cameo=f"{country}CVL")


def party_of_place(place: Place) -> Party:
    """A place that stands for those who live there or rule it."""
    return Party(place.span, place.name, place.country, (), place.country, place.country)


def party_of_where(where: Where) -> Party:
    """The place of an act of which nobody is told, for those who live there."""
    return Party(where.span, where.name, where.country, (), where.country, where.country)
