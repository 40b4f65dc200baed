"""Finding what may be a place name: stretches of capitalised words that the gazetteer knows, and entities it does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...gazetteer import Gazetteer, GazetteerPlace, fold
from ...model import Parse
from .candidates import find
from .cues import Cues

LONGEST = 6  # words of a name
_LINKS = frozenset(
    "of|the|and|de|la|las|los|del|al|el|da|do|dos|du|des|sur|upon|on|le|di|an|as|ash|e|y|am|im|den|der|van|-|–|'|’|&".split(
        "|"
    )
)
_NEVER = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "LANGUAGE"))


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


def hits(parse: Parse, text: str, gazetteer: Gazetteer, cues: Cues) -> Iterator[Hit]:
    """All candidates, from left to right, without overlap."""
    entities = entities_by_token(parse)
    for start, end in parse.sentences:
        at = start
        while at < end:
            hit = _at(at, end, parse, text, gazetteer, cues, entities) if _may_begin(at, parse) else None
            if hit is None:
                at += 1
            else:
                yield hit
                at = hit.last + 1


def entities_by_token(parse: Parse) -> dict[int, tuple[int, int, str]]:
    """The trimmed entity that covers a token, for each token of one."""
    found = {}
    for first, last, label in parse.entities():
        while first < last and parse.lower[first] in ("the", "a", "an"):
            first += 1
        while last > first and (
            parse.lower[last] in ("'s", "’s", "'", "’", ",", ".", "-", "the") or parse.tags[last] == "POS"
        ):
            last -= 1
        for token in range(first, last + 1):
            found[token] = (first, last, label)
    return found


def _may_begin(at: int, parse: Parse) -> bool:
    word = parse.words[at]
    return (word[0].isupper() or not word[0].isascii()) and word[0].isalpha() and parse.ents[at] not in _NEVER


def _at(
    at: int,
    end: int,
    parse: Parse,
    text: str,
    gazetteer: Gazetteer,
    cues: Cues,
    entities: dict[int, tuple[int, int, str]],
) -> Hit | None:
    """The longest known name from a token on, or else the entity that begins there."""
    if parse.lower[at] == "the" and at + 1 < end and parse.words[at + 1] != "Hague":
        return None
    entity = entities.get(at)
    run = _run(at, end, parse)
    for last in range(run, at - 1, -1):
        if not parse.words[last][0].isupper() and last > at:
            continue
        name = text[parse.starts[at] : parse.ends[last]]
        places = gazetteer.by_key(fold(name))
        if not places and last > at and (parse.words[last] in cues.head or last == run):
            places = find(gazetteer, name).places
        if places:
            return _with_head(Hit(at, last, places, entity), run, parse, cues)
    if entity and entity[0] == at and entity[2] in ("GPE", "LOC", "FAC"):
        return Hit(at, entity[1], (), entity)
    return _named_by_head(at, run, entity, parse, cues)


def _run(at: int, end: int, parse: Parse) -> int:
    """The last token of the stretch of capitalised words and links that begins at a token."""
    last = at
    for token in range(at + 1, min(end, at + LONGEST)):
        word = parse.words[token]
        if word[0].isupper():
            last = token
        elif parse.lower[token] not in _LINKS and not (word == "." and parse.starts[token] == parse.ends[token - 1]):
            break
    return last


def _with_head(hit: Hit, run: int, parse: Parse, cues: Cues) -> Hit:
    """*Neva River*, *Marsh Lane*: a known name that a head turns into another one that is not known."""
    follows = hit.last + 1
    if (
        follows <= run
        and parse.words[follows] in cues.head | cues.street
        and parse.words[follows] not in ("St.", "Dr.")
    ):
        return Hit(hit.first, follows, (), hit.entity)
    return hit


def _named_by_head(at: int, run: int, entity: tuple[int, int, str] | None, parse: Parse, cues: Cues) -> Hit | None:
    """*Holly Creek*, *Lake Norvelt*: unknown words with a head or a front that only places have."""
    for last in range(at + 1, min(run, at + 3) + 1):
        word = parse.words[last]
        if not word[0].isupper():
            return None
        if word in cues.head or word in cues.street:
            return Hit(at, last, (), entity)
    return None
