"""People: names with their titles, appositions and table entries."""

from __future__ import annotations

from ...who import Person
from .origin import Origin, origin_of
from .scene import Mention, Scene, is_date, phrase
from .titles import Title, sectors_of, title_at

_NAME_TAGS = ("NNP", "NNPS", "HYPH", "FW")
_INSIDE_NAMES = frozenset(
    ("al", "el", "bin", "ibn", "de", "da", "dos", "van", "von", "der", "ben", "ul", "ag", "-", "la")
)
_THROUGH = frozenset(("NN", "NNS", "NNP", "NNPS", "IN", "DT", "TO", "JJ", "POS", "HYPH", "CC", "XX"))
_CUT_OFF = 2  # tokens of a title that a wrong parse may have cut off
_COMPLEMENT = 6  # tokens between a title and its name
_OF_OFFICE = frozenset(("GOV", "MIL", "LEG", "JUD", "REL", "COP", "IGO", "PTY", "SPY"))
_FAR = 9  # tokens between a title and the name it belongs to (Ambassador to the Republic of X, Y Z)


def name_start(scene: Scene, head: int, first: int) -> int:
    """The first token of the personal name that ends at ``head``."""
    parse = scene.parse
    at = head
    while at > first:
        token = at - 1
        word = parse.words[token]
        named = parse.tags[token] in _NAME_TAGS and (word[0].isupper() or word == "-")
        if not named and not (word.lower() in _INSIDE_NAMES and at - 2 >= first):
            break
        hit = scene.hit_at.get(token)
        if hit is not None and hit.meanings:
            break
        low = parse.lower[token].rstrip(".")
        opens = parse.ents[token] != "PERSON" or parse.ent_starts[token]
        if is_date(parse, token):
            break
        if opens and (
            _may_be_title(scene, token) or low in scene.cues.honorific or parse.lower[token] in scene.cues.honorific
        ):
            break
        at = token
    while at < head and parse.words[at] == "-":
        at += 1
    return at


def _may_be_title(scene: Scene, token: int) -> bool:
    """False for surnames and given names that are trades as well (*Hunter*, *Miller*)."""
    if not scene.directory.roles.knows(scene.parse.lower[token].rstrip(".")):
        return False
    if scene.parse.ents[token] != "PERSON":
        return True
    if scene.parse.lower[token] in scene.cues.adherent:
        return False
    found = title_at(scene, token, token)
    return found is not None and bool(_OF_OFFICE.intersection(found.role.sectors))


def _title_before(scene: Scene, start: int, first: int) -> Title | None:
    """The title that ends right before a name, its complement included (*Secretary of State*)."""
    found = title_at(scene, start - 1, first)
    parse = scene.parse
    if found is not None or start - 2 < first:
        return found
    for token in range(start - 2, max(first, start - _COMPLEMENT) - 1, -1):
        if parse.tags[token] in ("NNP", "NN") and parse.lower[token + 1] in ("of", "for", "to"):
            return title_at(scene, token, first)
    return None


def person_at(scene: Scene, head: int) -> Mention | None:
    """The person whom a noun phrase names, None if it names none."""
    parse = scene.parse
    known = parse.lower[head] in scene.people and parse.words[head][0].isupper()
    if not parse.tags[head].startswith("NNP") and parse.ents[head] != "PERSON" and not known:
        return None
    hit = scene.hit_at.get(head)
    if hit is not None and hit.meanings:
        return None
    first = scene.left(head)
    start = min(name_start(scene, head, first), hit.first if hit else head)
    title = _title_before(scene, start, first) if start > first else None
    honoured = start > first and parse.lower[start - 1] in scene.cues.honorific
    if start == head and title_at(scene, head, first) is not None and (parse.ent_starts[head] or not parse.ents[head]):
        return None
    certain = hit is not None or parse.ents[head] == "PERSON" or honoured or _in_office(scene, head, start)
    if not certain and (
        title is None or (parse.ents[head] in ("ORG", "FAC") and parse.ents[title.head] == parse.ents[head])
    ):
        return _surname_alone(scene, head, first, start)
    return person(scene, head, first, start, head if hit is None else hit.last, title)


def _in_office(scene: Scene, head: int, start: int) -> bool:
    """True for the full name of an office holder that the recogniser takes for a body's: *Donald Trump* as ORG."""
    if scene.parse.ents[head] != "ORG" or start == head:
        return False
    keys = _keys(scene, start, head)
    return len(keys) > 1 and scene.directory.people.find(keys, scene.day) is not None


def _surname_alone(scene: Scene, head: int, first: int, start: int) -> Mention | None:
    """A capitalised word that earlier words, or high office, make a person."""
    parse = scene.parse
    if start != head or parse.ents[head] in ("DATE", "FAC", "LAW", "EVENT") or not parse.words[head][0].isupper():
        return None
    keys = _keys(scene, head, head)
    known = earlier(scene, keys) is not None
    if not keys or (not known and scene.places.get(head) is not None):
        return None
    if not known and scene.directory.people.by_surname(keys[-1], scene.day, scene.support) is None:
        return None
    return person(scene, head, first, start, head, None)


def person(scene: Scene, head: int, first: int, start: int, last: int, title: Title | None) -> Mention:
    """A mention of a person whose name runs from ``start`` to ``last``, after a title or none."""
    keys = _keys(scene, start, last)
    if title is not None and title.head < start:
        title = title_at(scene, title.head, max(0, title.first - _CUT_OFF)) or title
        first = scene.widened(min(first, title.first))
    title, low, high, apposed = _apposed(scene, head, first, last, title)
    made = Mention(head, low, high, "person", phrase(scene, start, last), "name", keys=keys)
    made.gender = _gender(scene, min(low, first), start)
    source = apposed if apposed is not None else head
    limit = start if apposed is None else None
    found = origin_of(scene, source, scene.left(source) if apposed is not None else first, last, (), limit)
    made.first, made.last = min(made.first, found.first, start), max(made.last, found.last, high)
    if title is None and not found.direct and not found.countries:
        made.first = start if apposed is None else made.first
    for token in range(first, start):
        if token in scene.mentions:
            scene.mentions[token] = []
    if title is not None:
        for token in range(title.head + 1, title.last + 1):
            scene.mentions.setdefault(token, [])
    if title is None and not found.countries:
        _of_people(scene, made, found, head)
    _resolve(scene, made, title, found, first if apposed is None else scene.left(apposed))
    return made


def _of_people(scene: Scene, made: Mention, found: Origin, head: int) -> None:
    """The people that a name is said to be of behind a comma: *Jane Roe, a 28-year-old Australian*."""
    for child in scene.parse.children_by(head, "appos"):
        hit = scene.hit_at.get(child)
        if child < head or hit is None or not hit.meanings or hit.meanings[0].kind != "people":
            continue
        entity = scene.entity(hit)
        if entity is not None and entity.country and scene.parse.tags[child] in ("NN", "NNP", "JJ"):
            found.countries.append(entity.country)
            scene.used.add(hit.key)
            scene.mentions.setdefault(child, [])
            made.last = max(made.last, hit.last)
            return


def _apposed(
    scene: Scene, head: int, first: int, last: int, title: Title | None
) -> tuple[Title | None, int, int, int | None]:
    """A title in apposition (*X, the foreign minister*), with the span that it widens."""
    parse = scene.parse
    if title is None:
        for child in parse.children_by(head, "appos"):
            found = title_at(scene, child, scene.left(child))
            if found is not None and child > head and child not in scene.mentions:
                scene.mentions.setdefault(child, [])
                return found, first, found.last, child
    return title, first, last, None


def _keys(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    stream = scene.stream
    return tuple(stream.keys[stream.at[first] : stream.at[last + 1]])


def _gender(scene: Scene, first: int, start: int) -> str:
    cues = scene.cues
    for token in range(first, start + 1):
        word = scene.parse.lower[token]
        if word in cues.male:
            return "male"
        if word in cues.female:
            return "female"
    return ""


def earlier(scene: Scene, keys: tuple[str, ...]) -> Mention | None:
    """The last person before this one whose name these keys repeat or shorten."""
    if not keys:
        return None
    for key in (keys[-1], keys[0]):
        known = scene.people.get(key)
        if known is not None and _shortens(keys, known.keys):
            return known
    return None


def _shortens(keys: tuple[str, ...], known: tuple[str, ...]) -> bool:
    if len(keys) > len(known):
        return keys[-1] == known[-1] and len(known) > 1 and known[0] in keys
    return all(key in known for key in keys) and (keys[-1] == known[-1] or keys[0] == known[0])


def _resolve(scene: Scene, made: Mention, title: Title | None, found: Origin, first: int) -> None:
    """Country, sectors and role of a person: what the words say, then the table, then an earlier mention."""
    before = earlier(scene, made.keys)
    known = _known(scene, made, found) if before is None or before.entity is None else None
    if title is not None:
        made.role = phrase(scene, title.first, title.last)
        made.term = scene.parse.lower[title.head]
        made.sectors = sectors_of(scene, title, first, found.bodies)
        made.cameo = title.role.cameo if made.sectors == title.role.sectors else ""
        made.rule = "title"
    made.country, made.owner = found.country, found.owner
    if known is not None:
        made.entity = known.id
        made.country = known.country if made.country is None else made.country
        if known.sectors and (not made.sectors or (title is not None and title.role.bearer)):
            made.sectors = known.sectors
        if made.role is None and known.standing == "holds" and known.office_kind != "RULER":
            made.role = known.office
        made.rule += ":table"
    elif before is not None:
        made.refers = before.root()
        made.rule += ":again"
        made.country = made.country or before.country
        made.sectors = made.sectors or before.sectors
        made.cameo = made.cameo or before.cameo
        made.entity, made.gender = before.entity, made.gender or before.gender
        made.role = made.role or before.role
        made.term = made.term or before.term
    if made.country is None and made.owner is None and title is not None and title.role.country:
        made.country, made.rule = title.role.country, made.rule + ":office"
    made.open = made.country is None and "IGO" not in made.sectors and (known is None or known.country is not None)


def _known(scene: Scene, made: Mention, found: Origin) -> Person | None:
    people = scene.directory.people
    if len(made.keys) > 1:
        return people.find(made.keys, scene.day, found.country, scene.support)
    return people.by_surname(made.keys[-1], scene.day, scene.support) if made.keys else None


def name_behind(scene: Scene, title: Title) -> tuple[int, int] | None:
    """The name that follows a title and its complements without a comma: *Secretary of State Jane Roe*."""
    parse = scene.parse
    at = title.head + 1
    end = parse.sentences[scene.sentence(title.head)][1]
    while at < min(end, title.head + _FAR):
        if parse.ents[at] == "PERSON" and (parse.ent_starts[at] or at == title.last + 1):
            last = at
            while last + 1 < end and parse.ents[last + 1] == "PERSON" and not parse.ent_starts[last + 1]:
                last += 1
            return at, last
        if parse.tags[at] not in _THROUGH or (parse.tags[at] == "CC" and at > title.last + 3):
            return None
        if parse.tags[at] in ("NN", "NNS") and at > title.last:
            return None
        at += 1
    return None
