"""Where an actor comes from, by the words of its own noun phrase: adjectives, possessors, *of*, *from*, *in*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...who import Entity
from .scene import Scene
from .spot import Hit

_DEEPEST = 3  # nested *of* phrases that are followed
_BETWEEN = frozenset(("and", "or", "-", ",", "/", "–", "&"))
_WHERE = frozenset(("in", "at", "across", "inside", "around", "near"))
_STAYS_ABROAD = frozenset(("MIL", "IGO", "NGO", "SPY"))  # troops in a country are not always of that country


@dataclass(slots=True)
class Origin:
    """Countries in order of preference, bodies (organisations, offices) named beside, and the tokens that say so.

    ``several`` is True where coordinated adjectives make several actors of one noun (*Russian and Chinese officials*).
    """

    first: int
    last: int
    countries: list[str] = field(default_factory=list)
    bodies: list[Entity] = field(default_factory=list)
    several: bool = False
    owner: int | None = None
    direct: bool = False
    named: bool = False

    @property
    def country(self) -> str | None:
        """The one country, None if there is none."""
        return self.countries[0] if self.countries else None


def origin_of(
    scene: Scene, head: int, first: int, last: int, sectors: tuple[str, ...], title: int | None = None
) -> Origin:
    """The origin of the noun phrase of a head whose words run from ``first`` to ``last``; marks names as used.

    ``title`` is the first token of the role, which is no place (*coast* in *coast guard*).
    """
    found = Origin(first, last)
    own = scene.hit_at.get(head)
    before = [hit for hit in scene.hits_in(first, head - 1) if hit is not own and not _of_event(scene, hit, head)]
    for hit in before:
        _take(scene, found, hit)
    if len(found.countries) > 1:
        between = scene.parse.lower[before[0].last + 1 : before[-1].first]
        found.several = any(word in _BETWEEN for word in between)
    found.direct = bool(found.countries)
    if scene.parse.lemmas[head] in scene.cues.relation:
        return found
    end = head if title is None else min(title, head)  # a foreign minister is no foreigner
    if not any(word in scene.cues.elsewhere for word in scene.parse.lower[first:end]):
        _possessor(scene, found, head)
    if not found.countries and (found.owner is None or scene.parse.tags[found.owner] != "PRP$"):
        _behind(scene, found, head, sectors)
    if not found.countries:
        _person_or_place(scene, found, head if title is None else min(title, head))
    return found


def _of_event(scene: Scene, hit: Hit, head: int) -> bool:
    """True for a country that only names an event: *an Iraq War veteran*, *Vietnam War protesters*."""
    after = hit.last + 1
    return after < head and scene.parse.lower[after] in ("war", "wars", "crisis") and hit.meanings[:1] != ()


def _take(scene: Scene, found: Origin, hit: Hit) -> None:
    """Uses a name as origin; one that the report does not decide is used up as well, for it is no actor of its own."""
    scene.used.add(hit.key)
    found.named = True
    entity = scene.entity(hit)
    if entity is None:
        return
    if entity.country and entity.country not in found.countries:
        found.countries.append(entity.country)
    if entity.kind in ("organisation", "office", "media", "seat") or entity.sectors == ("PRE",):
        found.bodies.append(entity)


def _possessor(scene: Scene, found: Origin, head: int) -> None:
    parse = scene.parse
    owner = parse.child(head, "poss")
    if owner is None:
        return
    hit = scene.hit_at.get(owner)
    if hit is not None and hit.meanings:
        _take(scene, found, hit)
        found.first = min(found.first, hit.first)
        if owner in scene.mentions:  # a country inside the name of another actor is no actor of its own
            scene.mentions[owner] = []
    elif parse.lower[owner] in scene.cues.pronouns:
        found.owner = owner
    else:
        mention = scene.at(owner)
        if mention is not None:
            found.owner = owner
            if mention.country:
                found.countries.append(mention.country)
        elif (place := scene.places.get(owner)) and place.country:
            found.countries.append(place.country)
            found.first = min(found.first, scene.left(owner))
        elif parse.ents[owner] in ("GPE", "NORP"):
            found.named = True  # some country or town that no table knows


def _behind(scene: Scene, found: Origin, head: int, sectors: tuple[str, ...], depth: int = 0) -> None:
    """Prepositional phrases after a noun."""
    parse = scene.parse
    for joint in parse.children[head]:
        if joint < head or parse.deps[joint] != "prep":
            continue
        word = parse.lower[joint]
        if word in _WHERE and (depth or _STAYS_ABROAD.intersection(sectors)):
            continue
        if word not in _WHERE and word not in ("of", "from"):
            continue
        inner = parse.child(joint, "pobj")
        if inner is not None and not found.countries:
            _inner(scene, found, inner, sectors, depth)


def _inner(scene: Scene, found: Origin, inner: int, sectors: tuple[str, ...], depth: int) -> None:
    hit = scene.hit_at.get(inner)
    if hit is not None and hit.meanings:
        _take(scene, found, hit)
        found.last = max(found.last, hit.last)
        for other in scene.parse.conjuncts(inner)[1:]:
            second = scene.hit_at.get(other)
            if second is not None and second.meanings and scene.entity(second) is not None:
                _take(scene, found, second)
                found.last = max(found.last, second.last)
                found.several = len(found.countries) > 1
        return
    known = scene.aliases.get(scene.parse.lower[inner])
    if known is not None and known.country:
        found.countries.append(known.country)
        return
    first = scene.left(inner)
    for hit in scene.hits_in(first, inner - 1):
        entity = scene.entity(hit)
        if entity is not None and entity.country:
            found.countries.append(entity.country)
            return
        if entity is not None and entity.kind == "organisation":  # the chairman of the African Union Commission
            _take(scene, found, hit)
            return
    place = scene.places.get(inner)
    if place is not None and place.country:
        found.countries.append(place.country)
        found.last = max(found.last, inner)
    elif is_worldwide(scene, first, inner):
        found.named = True
    elif depth < _DEEPEST:
        _behind(scene, found, inner, sectors, depth + 1)
        if not (depth or found.countries or found.bodies or found.owner is not None) and _known_body(scene, inner):
            found.owner = inner


def is_worldwide(scene: Scene, first: int, noun: int) -> bool:
    """True for a body that no table knows but that calls itself international: *the World Union of Farmers*."""
    while first < noun and scene.parse.tags[first] in ("DT", "PRP$"):
        first += 1
    capital = scene.parse.words[first][0].isupper() and scene.parse.tags[noun].startswith("NNP")
    return first < noun and capital and scene.parse.lower[first] in scene.cues.worldwide


def _known_body(scene: Scene, noun: int) -> bool:
    """True for a body that was told of before: *the head of the delegation*."""
    parse = scene.parse
    pointing = any(parse.lower[child] in ("the", "this", "that") for child in parse.children_by(noun, "det"))
    return pointing and parse.tags[noun] in ("NN", "NNS") and parse.lower[noun] in scene.cues.collective


def _person_or_place(scene: Scene, found: Origin, end: int) -> None:
    """A person known by now, or a place of the gazetteer, before the role (*Obama aides*, *Aleppo residents*)."""
    parse = scene.parse
    for token in range(found.first, end):
        if parse.tags[token] != "NNP":
            continue
        place, key = scene.places.get(token), parse.lower[token]
        known = scene.people.get(key) or scene.aliases.get(key)
        if known is not None and known.country:
            found.countries.append(known.country)
        elif place is not None and place.country:
            found.countries.append(place.country)
        elif parse.ents[token] == "PERSON":
            person = scene.directory.people.by_surname(key, scene.day, scene.support)
            if person is not None and person.country:
                found.countries.append(person.country)
        if found.countries:
            found.direct = True
            return


def unused(scene: Scene) -> Iterator[Hit]:
    """The names that no actor has used."""
    return (hit for hit in scene.hits if hit.key not in scene.used)
