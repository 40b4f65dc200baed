"""Which readings of a rule the grammar of the sentence speaks against: numbers that are no years, names of people."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Parse
from .direction import PAST, direction
from .item import Item, Phrase

_MONEY = frozenset("$ £ € ¥ # us$ a$ c$ hk$ rs rs. no. nos. section article page highway route flight room".split())
_MEASURES = frozenset(
    "percent % people km kilometers kilometres miles meters metres feet tons tonnes dollars euros troops soldiers men "
    "women civilians barrels points votes cases deaths hectares acres degrees kg pounds yards members times".split()
)
_BEFORE_YEAR = frozenset("in since by of until till from during through before after late early mid year".split())
_YEARS_OF_NEWS, _YEARS_OF_HISTORY = range(1900, 2040), range(1500, 2040)
_MORE_OR_LESS = frozenset("than over nearly almost about some under least most exceed exceeding total".split())


def doubtful(parse: Parse, items: Sequence[Item | None], phrase: Phrase) -> bool:
    """True if a phrase is better not taken for a time."""
    first, last = items[phrase.first], items[phrase.stop - 1]
    if first is None or last is None:
        return True
    if phrase.rule == "date.year" and phrase.stop - phrase.first == 1:
        return _no_year(parse, first)
    if phrase.rule == "date.decade" and before_of(parse, first) in _POSSESSIVES:
        return True  # people in their thirties
    if last.kind in _COMMON and _is_title(parse, last):
        return True
    if phrase.rule == "date.holiday":
        return parse.tags[last_token(parse, last) + 1 : last_token(parse, last) + 2] == ("NNP",)
    if first.kind == "ref" and first.value == "FUTURE_REF":
        return _is_told(parse, first)
    if phrase.rule == "date.month" and _names_march(parse, first):
        return True
    if phrase.rule == "date.season" and parse.lower[first.token + 2 : first.token + 3] == ("of",):
        return True  # the fall of the city
    if phrase.rule in ("date.month", "date.weekday", "date.season"):
        return _in_name(parse, first)
    if phrase.rule == "relative.adjective" or first.kind == "refadj":
        return parse.deps[first.token] not in ("amod", "compound")
    return False


_POSSESSIVES = frozenset("his her their my your our its".split())
_COMMON = frozenset("unit units hour hours deictic part noon".split())


def before_of(parse: Parse, item: Item) -> str:
    """The word before an item in lower case, "" at the beginning of the report."""
    return parse.lower[item.token - 1] if item.token else ""


def _is_title(parse: Parse, item: Item) -> bool:
    """True for a common word with a capital inside a sentence that is written small: 60 Minutes, This Week."""
    token = item.token
    first, last = parse.sentences[parse.sentence_of(token)]
    if not parse.words[token].istitle() or token - first < 1 or not parse.words[token - 1][:1].isalnum():
        return False
    letters = [word for word in parse.words[first:last] if word[:1].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in letters) * 2 < len(letters)


def last_token(parse: Parse, item: Item) -> int:
    """The token that an item ends with."""
    return parse.token_at(item.end - 1)


def _is_told(parse: Parse, item: Item) -> bool:
    """True for *soon* in a story of what happened, where it does not point to the future."""
    after = parse.lower[item.token + 1 : item.token + 2]
    if before_of(parse, item) == "as" and parse.lower[item.token] != "as":
        return True
    return after in (("after",), ("before",), ("afterward",), ("afterwards",), ("thereafter",)) or (
        parse.tags[item.token][:2] == "RB" and direction(parse, item.token, item.token) == PAST
    )


def _names_march(parse: Parse, item: Item) -> bool:
    """True for the March to the Sea: a determiner and no noun after it."""
    token = item.token
    before = parse.tags[token - 1] if token else ""
    after = parse.tags[token + 1][:1] if token + 1 < len(parse) else ""
    return (
        before in ("DT", "PRP$", "POS", "JJ") and parse.lower[token - 1] not in _STEPS and after not in ("N", "J", "C")
    )


_STEPS = frozenset("last next this previous following early late past mid each every coming that same".split())


def _no_year(parse: Parse, item: Item) -> bool:
    """True for a number of four digits that counts or names something else."""
    token = item.token
    before = parse.lower[token - 1] if token else ""
    after = parse.lower[token + 1] if token + 1 < len(parse) else ""
    if before in _MONEY or after in _MEASURES or (before == "-" and after == "-"):
        return True
    if before in _MORE_OR_LESS:
        return True
    head, year = parse.heads[token], int(item.number)
    counts = parse.deps[token] == "nummod" and head > token and parse.tags[head] == "NNS"
    if year not in _YEARS_OF_HISTORY:
        return before not in _BEFORE_YEAR or counts
    if year not in _YEARS_OF_NEWS:
        return counts or (parse.deps[token] == "nummod" and before not in _BEFORE_YEAR | {"the", "-", "–"})
    return counts and (year % 100 == 0 or year < 1950) and before != "the"


def _in_name(parse: Parse, item: Item) -> bool:
    """True inside the name of a person, a work or an organisation (Theresa May, the Sunday Times)."""
    token = item.token
    label = parse.ents[token]
    if label == "PERSON" or (token and parse.tags[token - 1] == "NNP" and parse.deps[token - 1] == "compound"):
        return token == 0 or label == "PERSON" or parse.heads[token - 1] == token
    if label not in ("ORG", "WORK_OF_ART", "FAC", "PRODUCT"):
        return False
    alone = parse.ent_starts[token] and not (token + 1 < len(parse) and parse.ents[token + 1] == label)
    return not alone
