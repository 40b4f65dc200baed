"""Finding the mentions of actors: one for each head of a noun phrase, whatever names and roles stand in it."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from .named import AMBIGUOUS, COUNTRYLIKE, absorb, again, is_where, named, state_of, trim
from .origin import Origin, is_worldwide, origin_of, unused
from .persons import name_behind, person, person_at
from .scene import Mention, Scene, phrase
from .spot import Hit
from .titles import Title, may_be_title, sectors_of, title_at

_NOMINAL = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "poss", "agent", "attr", "dative", "appos", "conj"))
_NOUNS_BY_USE = ("JJ", "VBN")
_LARGER = frozenset(("ORG", "FAC", "LOC", "WORK_OF_ART", "LANGUAGE"))
_NOT_OPEN = frozenset(("IGO", "NGO", "MNC", "INT"))


def find(scene: Scene) -> None:
    """Adds all mentions of a report but the pronouns to the scene."""
    parse, hit_at, mentions = scene.parse, scene.hit_at, scene.mentions
    described: list[int] = []
    for token, tag in enumerate(parse.tags):
        if tag[0] != "N" and token not in hit_at and not (tag in _NOUNS_BY_USE and _noun_by_use(scene, token)):
            continue
        if token in mentions:
            continue
        if scene.modifies(token):
            if (tag == "NNP" and parse.ents[token] == "PERSON") or (
                tag == "NN" and parse.lower[token] in scene.cues.collective
            ):
                described.append(token)
            continue
        hit = hit_at.get(token)
        if hit is not None:
            if hit.key in scene.used or _head(scene, hit) != token:
                continue
            if tag[0] not in "NJ" and hit.meanings and hit.meanings[0].kind == "people":
                continue
        _read(scene, token, hit)
    for token in described:
        _before_noun(scene, token)
    for hit in list(unused(scene)):
        _leftover(scene, hit)


def _noun_by_use(scene: Scene, token: int) -> bool:
    """True for an adjective or participle that stands for people: *the displaced*, *the wounded*."""
    parse = scene.parse
    return parse.deps[token] in _NOMINAL and scene.directory.roles.knows(parse.lower[token])


def _head(scene: Scene, hit: Hit) -> int:
    return scene.parse.head_in(range(hit.first, hit.last + 1))


def _read(scene: Scene, head: int, hit: Hit | None) -> None:
    if hit is not None and hit.meanings:
        made = _of_people(scene, head, hit) or named(scene, head, hit)
        if made is not None and made.rule == AMBIGUOUS:
            made = _by_role(scene, head) or made
    else:
        made = person_at(scene, head) or _by_role(scene, head) or _many(scene, head) or _unknown(scene, head)
    if made is None:
        return
    made.plural = made.plural or scene.parse.tags[head] in ("NNS", "NNPS")
    made.definite = any(
        scene.parse.lower[child] in ("the", "this", "that", "these", "those", "both")
        for child in scene.parse.children[head]
        if child < head and scene.parse.deps[child] in ("det", "predet", "preconj")
    )
    scene.add(made)
    together = scene.mentions[made.head]
    together.insert(0, together.pop())  # before its twins, in order of the text


def _by_role(scene: Scene, head: int) -> Mention | None:
    """An actor whose head noun is a role."""
    if not may_be_title(scene, head):
        return None
    parse = scene.parse
    first = scene.left(head)
    title = title_at(scene, head, first)
    if title is None or _is_abstract(scene, title):
        return None
    behind = name_behind(scene, title) if parse.tags[head].startswith("NNP") or title.role.kind == "person" else None
    if behind is not None and behind[0] > head:
        made = person(scene, head, first, behind[0], behind[1], title)
        made.last = max(made.last, behind[1])
        scene.mentions.setdefault(behind[1], [])
        return made
    name = _named_beside(scene, head)
    if name is not None:
        return _person_beside(scene, head, first, title, name)
    return _role_mention(scene, head, first, title)


def _is_abstract(scene: Scene, title: Title) -> bool:
    """True for *by force*, *its authority*: a bare singular that is a quality rather than a body."""
    parse, head = scene.parse, title.head
    if title.first != title.last or parse.tags[head] != "NN" or parse.lower[head] not in scene.cues.abstract:
        return False
    return not any(parse.lower[child] in ("the", "a", "an") for child in parse.children_by(head, "det"))


def _named_beside(scene: Scene, head: int) -> int | None:
    """A person's name in apposition to a role: *the party's leader, Jane Roe*."""
    parse = scene.parse
    for child in parse.children_by(head, "appos"):
        hit = scene.hit_at.get(child)
        proper = child > head and parse.tags[child].startswith("NNP") and (hit is None or not hit.meanings)
        if proper and (parse.ents[child] == "PERSON" or hit is not None):
            return child
    return None


def _of_people(scene: Scene, head: int, hit: Hit) -> Mention | None:
    """A person whose name follows that of a people: *an Australian, Jane Roe*."""
    if hit.meanings[0].kind != "people" or scene.parse.tags[head] not in ("NN", "NNP", "JJ"):
        return None
    name = next((child for child in scene.parse.children_by(head, "appos") if _is_person(scene, child)), None)
    entity = scene.entity(hit)
    if name is None or name < head or entity is None or is_where(scene, head):
        return None
    first = scene.left(head)
    made = person(scene, head, first, trim(scene, scene.left(name), name), name, None)
    made.first, made.last, made.rule = trim(scene, first, hit.first), max(made.last, name), "name:people"
    made.country, made.open = entity.country, False
    scene.used.add(hit.key)
    scene.mentions.setdefault(name, [])
    return made


def _is_person(scene: Scene, token: int) -> bool:
    return scene.parse.ents[token] == "PERSON" and scene.parse.tags[token].startswith("NNP")


def _person_beside(scene: Scene, head: int, first: int, title: Title, name: int) -> Mention:
    start = scene.left(name)
    made = person(scene, head, first, start, name, title)
    made.last = max(made.last, name)
    scene.mentions.setdefault(name, [])
    return made


def _role_mention(scene: Scene, head: int, first: int, title: Title) -> Mention:
    parse, role = scene.parse, title.role
    base = title.role.sectors
    found = origin_of(scene, head, first, title.last, base, title.first)
    sectors = sectors_of(scene, title, first, found.bodies)
    low = found.first if found.first < first else trim(scene, first, head)
    kind = role.kind if role.kind in ("office", "organisation") else "group" if parse.tags[head] == "NNS" else "office"
    if (kind == "office" and role.kind == "person") or (parse.tags[head] == "NN" and not sectors):
        kind = "group"
    made = Mention(head, low, found.last, kind, phrase(scene, low, found.last), "role", role.term, found.country)
    term = parse.lower[head] if parse.tags[head] in _NOUNS_BY_USE else parse.lemmas[head].lower()
    made.sectors, made.term, made.owner = sectors, term, found.owner
    made.cameo = role.cameo if sectors == role.sectors else ""
    if made.country is None and made.owner is None and not found.named and role.country:
        made.country, made.rule = role.country, "role:office"
    made.open = made.country is None and not found.named and not _NOT_OPEN.intersection(sectors)
    made.open = made.open and parse.lemmas[head] not in scene.cues.relation
    own = parse.lower[first : min(title.first, head)]  # a foreign minister is no foreigner
    made.open = made.open and not any(word in scene.cues.elsewhere for word in own)
    made.gender = "male" if made.term in scene.cues.male else "female" if made.term in scene.cues.female else ""
    for token in range(title.head + 1, title.last + 1):
        scene.mentions.setdefault(token, [])
    if found.bodies and found.bodies[0].cameo and "IGO" in sectors:
        made.cameo = found.bodies[0].cameo
    if role.bearer and parse.tags[head] == "NNP" and is_worldwide(scene, first, head):
        made.sectors, made.country, made.open, made.kind = ("IGO",), None, False, "organisation"
    if made.term in scene.cues.amount:
        _amount(scene, made)
    if found.several:
        _split(scene, made, found)
    absorb(scene, made)
    return made


def _many(scene: Scene, head: int) -> Mention | None:
    """*Thousands of students*, where the head noun is no role at all."""
    parse = scene.parse
    if parse.lemmas[head] not in scene.cues.amount:
        return None
    for joint in parse.children_by(head, "prep"):
        inner = parse.child(joint, "pobj") if parse.lower[joint] == "of" else None
        if inner is None or inner in scene.mentions or inner in scene.hit_at:
            continue
        first = scene.left(inner)
        title = title_at(scene, inner, first)
        if title is not None:
            made = _role_mention(scene, inner, first, title)
            scene.mentions[inner] = []
            made.head, made.first, made.plural = head, trim(scene, scene.left(head), head), True
            made.name = phrase(scene, made.first, made.last)
            return made
    return None


def _amount(scene: Scene, made: Mention) -> None:
    """*Thousands of students*: the noun inside says who they are."""
    parse = scene.parse
    for joint in parse.children_by(made.head, "prep"):
        inner = parse.child(joint, "pobj") if parse.lower[joint] == "of" else None
        if inner is None or inner in scene.mentions:
            continue
        hit = scene.hit_at.get(inner)
        if hit is not None:
            continue
        first = scene.left(inner)
        title = title_at(scene, inner, first)
        if title is not None:
            found = origin_of(scene, inner, first, title.last, title.role.sectors)
            made.sectors = sectors_of(scene, title, first, found.bodies) or made.sectors
            made.country = made.country or found.country
            made.open = made.open or made.country is None
            made.last = max(made.last, found.last, inner)
            made.term, made.plural = parse.lemmas[inner], parse.tags[inner] == "NNS"
            made.name = phrase(scene, made.first, made.last)
            scene.mentions.setdefault(inner, [])


def _split(scene: Scene, made: Mention, found: Origin) -> None:
    """One actor for each of several coordinated countries; the first stays with the mention itself."""
    for country in found.countries[1:]:
        twin = replace(made, country=country, refers=None)
        twin.plural = True
        scene.add(twin)


def _unknown(scene: Scene, head: int) -> Mention | None:
    """Organisations and places that only the parser's entity recogniser, or the gazetteer, knows."""
    parse = scene.parse
    known = scene.aliases.get(parse.lower[head])
    if known is not None and parse.words[head].isupper():
        return again(scene, head, known)
    label = parse.ents[head]
    if label == "ORG" and parse.tags[head].startswith("NNP"):
        first = head
        while first > 0 and parse.ents[first - 1] == "ORG" and not parse.ent_starts[first]:
            first -= 1
        if any(scene.mentions.get(token) for token in range(first, head)) or is_where(scene, head):
            return None
        found = origin_of(scene, head, min(first, scene.left(head)), head, ())
        first = trim(scene, first, head)
        made = Mention(head, first, head, "organisation", phrase(scene, first, head), "entity", country=found.country)
        made.sectors = found.bodies[0].sectors if found.bodies else ()
        absorb(scene, made)
        return made
    place = scene.places.get(head)
    if label in ("GPE", "LOC") and place is not None and place.country and not is_where(scene, head):
        first, state = trim(scene, scene.left(head), head), state_of(scene, head)
        owner = scene.entity(state) if state is not None else None
        country = owner.country if owner is not None else place.country
        return Mention(head, first, head, "state", place.name, "city", country=country, sectors=("CVL",))
    if label == "NORP" and parse.tags[head] in ("NNPS", "NNS"):
        return Mention(head, head, head, "group", parse.words[head], "entity", plural=True)
    return None


def _leftover(scene: Scene, hit: Hit) -> None:
    """Names that describe what is no actor: *Turkish airstrikes*, *White House statement*."""
    entity = scene.entity(hit)
    if entity is None or entity.kind in ("capital", "region", "person") or not hit.meanings:
        return
    parse, head = scene.parse, _head(scene, hit)
    label = parse.ents[hit.first]
    wider = label in _LARGER and (
        (hit.last + 1 < len(parse) and parse.ents[hit.last + 1] == label and not parse.ent_starts[hit.last + 1])
        or (hit.first > 0 and parse.ents[hit.first - 1] == label and not parse.ent_starts[hit.first])
    )
    if wider or is_where(scene, head) or any(item.rule != "modifier" for item in scene.mentions.get(head, ())):
        return
    kind = "state" if entity.kind in COUNTRYLIKE else entity.kind
    made = Mention(head, hit.first, hit.last, kind, entity.name, "modifier", country=entity.country)
    made.sectors, made.entity, made.cameo = entity.sectors, entity.id, entity.cameo if kind != "state" else ""
    scene.add(made)


def _before_noun(scene: Scene, token: int) -> None:
    """A person or institution before what is no actor: *the Tolland proposals*, *police violence*."""
    parse = scene.parse
    head = parse.heads[token]
    above = [head, *islice(parse.ancestors(head), 2)]
    if parse.ents[head] == "PERSON" or token in scene.mentions or any(word in scene.mentions for word in above):
        return
    made = person_at(scene, token)
    if made is not None and (made.entity or made.refers):
        made.rule = "modifier"
        scene.add(made)
    elif made is None and (title := title_at(scene, token, token)) is not None:
        made = _role_mention(scene, token, token, title)
        made.rule = "modifier"
        scene.add(made)
