"""Actors whose head is a name of the tables: states, capitals, peoples, organisations, offices, media."""

from __future__ import annotations

from dataclasses import replace

from ...model import Place
from ...who import Entity
from .origin import origin_of
from .scene import Mention, Scene, phrase
from .spot import Hit
from .titles import title_at

_ETHNIC = "ethnic"  # ethnic Albanians are citizens of the country that the report is about
AMBIGUOUS = "name:ambiguous"
_LOCATIVE = frozenset(
    (
        *("in", "at", "to", "from", "near", "outside", "around", "across", "into", "through", "toward", "towards"),
        *("inside", "via"),
    )
)
_ARTICLES = frozenset(("DT", "PDT", "WDT", "PRP$"))
COUNTRYLIKE = ("state", "region", "capital", "seat", "people")
_SURE = 0.8  # score of a place from which on it overrules the tables


def named(scene: Scene, head: int, hit: Hit) -> Mention | None:
    """An actor whose head is a name of the tables."""
    scene.used.add(hit.key)
    entity = scene.entity(hit)
    kind = (entity or hit.meanings[0]).kind
    if kind in COUNTRYLIKE:
        return _country(scene, head, hit, entity, kind)
    if entity is None:
        text = phrase(scene, hit.first, hit.last)
        return Mention(head, hit.first, hit.last, "organisation", text, AMBIGUOUS)
    if kind == "person":
        made = Mention(head, hit.first, hit.last, "person", entity.name, "name:own", entity.role, entity.country)
        made.sectors, made.cameo, made.entity = entity.sectors, entity.cameo, entity.id
        made.keys = tuple(scene.stream.keys[scene.stream.at[hit.first] : scene.stream.at[hit.last + 1]])
        return made
    first = scene.left(head)
    found = origin_of(scene, head, min(first, hit.first), hit.last, entity.sectors)
    title = title_at(scene, head, hit.first) if entity.kind == "office" else None
    made = Mention(head, min(found.first, hit.first), max(hit.last, found.last), entity.kind, entity.name, "name")
    if made.first < hit.first and not found.countries:
        made.first = hit.first
    made.first = trim(scene, made.first, hit.first)
    made.role = entity.role if entity.kind == "media" else None
    made.country, made.sectors, made.cameo, made.entity = entity.country, entity.sectors, entity.cameo, entity.id
    elsewhere = found.country if found.direct or found.first < first else None
    if entity.kind == "office" and elsewhere and elsewhere != entity.country:
        made.country, made.entity, made.cameo = elsewhere, None, ""
    made.term = scene.parse.lower[head] if title else ""
    absorb(scene, made)
    return made


def _country(scene: Scene, head: int, hit: Hit, entity: Entity | None, kind: str) -> Mention | None:
    parse = scene.parse
    place = scene.places.get(head)
    if entity is not None and kind == "state" and place is not None and _another(entity, place):
        entity = replace(entity, country=place.country, id="", kind="region", name=place.name)
        kind = "region"
    city = kind in ("capital", "region") or (kind == "people" and parse.ents[head] in ("GPE", "LOC", "FAC"))
    where = is_where(scene, head)
    if city and where and not (kind == "capital" and parse.deps[head] == "dobj"):
        return None
    text = phrase(scene, hit.first, hit.last)
    if kind == "people" and not city:
        made = Mention(head, trim(scene, scene.left(head), hit.first), hit.last, "group", text, "people")
        made.plural = True
        if entity is not None and (state := state_of(scene, head)) is not None:
            entity, made.last = scene.entity(state), state.last
        if _ETHNIC in parse.lower[made.first : head]:
            made.sectors, made.open, made.rule = ("CVL",), True, "people:ethnic"
            scene.meaning[hit.key] = None
            if entity is not None and entity.country:
                scene.support[entity.country] -= 1.0
            return made
    else:
        name = entity.name if entity is not None and entity.kind == "state" else text
        made = Mention(head, hit.first, hit.last, "state", name, f"{kind}:place" if where else kind)
        if kind == "people":
            made.sectors = ("CVL",)
    if entity is not None:
        made.country, made.cameo = entity.country, entity.cameo if kind == "state" else ""
        made.sectors = made.sectors or entity.sectors
        made.entity = entity.id or None
    absorb(scene, made)
    return made


def state_of(scene: Scene, head: int) -> Hit | None:
    """The state to which members of a people, or a town, are said to belong: *the Tajiks of Uzbekistan*."""
    parse = scene.parse
    for joint in parse.children_by(head, "prep"):
        inner = parse.child(joint, "pobj") if joint > head and parse.lower[joint] == "of" else None
        other = scene.hit_at.get(inner) if inner is not None else None
        entity = scene.entity(other) if other is not None and other.meanings else None
        if other is not None and entity is not None and entity.kind in ("state", "region") and entity.country:
            scene.used.add(other.key)
            return other
    return None


def _another(entity: Entity, place: Place) -> bool:
    """True if the gazetteer is sure that a state's name is here a part of another (*Georgia*)."""
    return place.kind != "country" and place.country not in (None, entity.country) and place.score >= _SURE


def is_where(scene: Scene, head: int) -> bool:
    """True if a name stands where a place stands: after a locative preposition or a verb of going."""
    parse = scene.parse
    dep, governor = parse.deps[head], parse.heads[head]
    if dep == "conj":
        return is_where(scene, governor) if governor < head else False
    if dep == "pobj":
        return parse.lower[governor] in _LOCATIVE
    if dep == "dobj":
        return parse.lemmas[governor] in scene.cues.goes
    return dep in ("npadvmod", "appos", "ROOT", "dep")


def again(scene: Scene, head: int, known: Mention) -> Mention:
    """An acronym that the report has introduced in brackets."""
    made = replace(known, head=head, first=head, last=head, rule="acronym", refers=known.root(), definite=False)
    made.owner = None
    return made


def absorb(scene: Scene, made: Mention) -> None:
    """Names in brackets or apposition that say the same again are no actors of their own (*X (North Korea)*)."""
    parse = scene.parse
    for child in parse.children_by(made.head, "appos"):
        hit = scene.hit_at.get(child)
        bracket = child > 0 and parse.words[child - 1] in "([" and parse.words[min(child + 1, len(parse) - 1)] in ")]"
        if hit is not None and hit.meanings and hit.first > 0 and parse.words[hit.first - 1] in "([":
            entity = scene.entity(hit)
            if entity is not None and entity.country == made.country:
                scene.used.add(hit.key)
        elif bracket and hit is None:
            scene.mentions.setdefault(child, [])
            if parse.words[child].isupper() and made.kind != "person":
                scene.aliases[parse.lower[child]] = made


def trim(scene: Scene, first: int, limit: int) -> int:
    """The first token that is no article."""
    while first < limit and (scene.parse.tags[first] in _ARTICLES or not scene.parse.words[first][0].isalnum()):
        first += 1
    return first
