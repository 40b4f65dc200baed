"""Finding the names of the tables in a report's tokens, before any grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice
from typing import NamedTuple

from ...model import Parse
from ...who import Directory, Entity, keys_of

_PARTICLES = frozenset(("al", "el", "an", "as", "ash", "at", "de", "la", "le", "the"))
_LOWER_CASED = 0.01  # share of words with a capital below which a report counts as written without capitals
_COMMON = frozenset(
    ("turkey", "chad", "polish", "us", "who", "it", "aid", "pa", "guinea", "jordan", "mali", "niger", "ice")
)


class Hit(NamedTuple):
    """A name found: first and last token (included), its meanings, and the key at which it begins.

    No meanings: the full name of an office holder.
    """

    first: int
    last: int
    meanings: tuple[Entity, ...]
    key: int


@dataclass(frozen=True, slots=True)
class Stream:
    """The keys of all tokens in order: ``tokens`` gives each key's token, ``at`` each token's first key."""

    keys: list[str]
    tokens: list[int]
    at: list[int]


def stream_of(words: Sequence[str]) -> Stream:
    """The keys of a report; tokens without letters or digits have none."""
    found = list(map(keys_of, words))
    tokens = [token for token, keys in enumerate(found) for _ in keys]
    return Stream(list(chain.from_iterable(found)), tokens, list(accumulate(map(len, found), initial=0)))


def spot(parse: Parse, stream: Stream, directory: Directory) -> list[Hit]:
    """The names in a report, longest first at each place, none overlapping another or crossing a sentence."""
    capitals = _has_capitals(parse)
    hits: list[Hit] = []
    done = sentence = 0
    ends = [stream.at[last] for _, last in parse.sentences]
    for at in directory.starts(stream.keys):
        lower = capitals and parse.words[stream.tokens[at]][0].islower()
        if at < done or (lower and not _particle(parse, stream, at)):
            continue
        while sentence < len(ends) and at >= ends[sentence]:
            sentence += 1
        hit = _hit(parse, stream, directory, at, capitals)
        if hit is not None and (sentence == len(ends) or stream.at[hit.last] < ends[sentence]):
            hits.append(hit)
            done = _after(stream, hit)
    return hits


def _particle(parse: Parse, stream: Stream, at: int) -> bool:
    """True for a small word before a capital (*al-Shabab*, *the Times*)."""
    return (
        stream.keys[at] in _PARTICLES and at + 1 < len(stream.keys) and parse.words[stream.tokens[at + 1]][0].isupper()
    )


def _after(stream: Stream, hit: Hit) -> int:
    """Where the search goes on: behind the name, but inside a token that holds two names (*U.S.-Japanese*)."""
    end = stream.at[hit.last + 1]
    return hit.key + 1 if hit.first == hit.last and end - hit.key > 1 and hit.meanings[:1] else end


def _hit(parse: Parse, stream: Stream, directory: Directory, at: int, capitals: bool) -> Hit | None:
    """The longest name at a key that is written as a name."""
    person = directory.people.at(stream.keys, at)
    first = stream.tokens[at]
    for length, meanings in directory.names.at(stream.keys, at):
        if person > max(length, 1):
            break
        last = stream.tokens[at + length - 1]
        fitting = tuple(item for item in meanings if _fits(parse, first, last, item, capitals))
        if fitting:
            return Hit(first, last, fitting, at)
    last = stream.tokens[at + person - 1]
    return Hit(first, last, (), at) if person > 1 and _capital(parse, first, last, capitals) else None


def _fits(parse: Parse, first: int, last: int, item: Entity, capitals: bool) -> bool:
    """True if the words are written as the name is: acronyms in capitals, names with a capital."""
    word = parse.words[first]
    if not capitals:
        return word not in _COMMON and (first < last or len(word) > 3 or parse.tags[first].startswith("NNP"))
    if item.exact:
        if item.kind == "media":
            return parse.tags[first].startswith("NNP") and word[0].isupper()
        return word.replace(".", "").isupper() or (item.rank < 1 and word[0].isupper())
    if first == last and word in ("Who", "Us", "May"):
        return False
    if item.kind == "media" and last + 1 < len(parse) and parse.tags[last + 1].startswith("NN"):
        return False
    if item.kind == "office" and first < last:  # the Israeli army
        last = first
    return _capital(parse, first, last, capitals)


def _capital(parse: Parse, first: int, last: int, capitals: bool) -> bool:
    if not capitals:
        return True
    word = parse.words[first]
    if not (word[0].isupper() or word[0].isdigit() or (parse.lower[first] in _PARTICLES and first < last)):
        return False
    return parse.words[last][0].isupper() or parse.words[last][0].isdigit() or last == first


def _has_capitals(parse: Parse) -> bool:
    seen = min(len(parse), 600)
    capitals = filter(None, map(str.__ne__, parse.words[:seen], parse.lower[:seen]))
    return next(islice(capitals, int(_LOWER_CASED * seen), None), False)
