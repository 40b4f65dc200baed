"""How many people an act concerns: the numbers of the dead, the hurt, those held and those who took part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from ...model import Figure, Reading, Reason, Size, Span
from .grammar.clause import Climb, climb, roles_of
from .mention import Mention

HARM = ("killed", "injured")
_VICTIMS = ("dobj", "nsubjpass", "oprd", "attr", "pobj", "conj", "appos")
_INCLUDING = frozenset(("including", "among"))
Sized = tuple[Size | None, Reason | None]
Pair = tuple[float, float]


@cache
def _kinds() -> dict[str, str]:
    """Word to what became of the people beside it."""
    table = roles_of("event_size")
    return {form: role for role in ("people", "arrested", "injured", "killed") for form in table[role]}


@dataclass(frozen=True, slots=True)
class _Count:
    """A counted group: the noun (or number) that stands for it, what became of it, and the word that says so."""

    figure: Figure
    noun: int
    kind: str
    word: int


class Numbers:
    """The numbers of people in a reading, ready to be chosen from."""

    __slots__ = ("_counts", "_nouns", "_parse", "_persons")

    def __init__(self, reading: Reading) -> None:
        assert reading.parse is not None
        self._parse = reading.parse
        self._persons = roles_of("event_size")["person"]
        found = [self._count(figure) for figure in reading.figures if figure.kind == "count"]
        self._counts = sorted((count for count in found if count is not None), key=lambda count: count.noun)
        self._nouns = [count.noun for count in self._counts]

    def of(self, mention: Mention, victims: Collection[int]) -> Sized:
        """The people of an act: (low, high) for each kind, and the reason with the words of the first number."""
        start, end = self._parse.sentences[mention.number]
        near = self._counts[bisect_left(self._nouns, start) : bisect_left(self._nouns, end)]
        if not near:
            return None, None
        bounds: dict[str, Pair] = {}
        spans: list[Span] = []
        for kind in self._wanted(mention):
            chosen = self._chosen(mention, [count for count in near if count.kind == kind])
            if chosen:
                bounds[kind] = _sum(chosen)
                spans.append(chosen[0].figure.span)
        if not bounds:
            group = victims if mention.act.act != "PROTEST" else ()
            chosen = [count for count in near if count.noun in group and self._people(count) and not count.kind]
            if chosen:
                kind = "arrested" if mention.act.mode == "arrest" else "people"
                bounds[kind] = _sum(chosen)
                spans.append(chosen[0].figure.span)
        if not bounds:
            return None, None
        return Size(**bounds), Reason("size:people beside the act", spans[0])

    def _wanted(self, mention: Mention) -> tuple[str, ...]:
        """The kinds of numbers that belong to an act: a killing has its dead, a bombing its dead and its hurt."""
        own = _kinds().get(self._parse.lemmas[mention.token])
        if mention.act.act == "ASSAULT":
            return (own,) if own in HARM else HARM
        if mention.act.act == "PROTEST":
            return ("people",)
        return ("arrested",) if own == "arrested" or mention.act.mode == "arrest" else ()

    def _chosen(self, mention: Mention, counts: Iterable[_Count]) -> list[_Count]:
        """The nearest count of a kind, with those that are coordinated with it as victims of the same word."""
        best: tuple[int, int] | None = None
        first: _Count | None = None
        counts = list(counts)
        for count in counts:
            way = Climb((), ("",), count.word, "")
            own = mention.token in (count.word, *self._counted_by(count.word)) or mention.carrier == count.word
            cost = 0 if own else mention.web.cost(mention.token, way, count.noun, count.noun)
            rank = (cost, count.noun) if cost is not None else None
            if rank is not None and (best is None or rank < best):
                best, first = rank, count
        if first is None:
            return []
        group = self._parse.conjuncts(first.noun)
        return [count for count in counts if count.noun in group and count.word == first.word]

    def _count(self, figure: Figure) -> _Count | None:
        """What a figure counts and what became of it; None where it counts no people."""
        parse = self._parse
        tokens = parse.tokens_in(figure.span)
        if not tokens:
            return None
        noun = self._noun(parse.head_in(tokens), tokens[-1])
        follows = max(noun, tokens[-1]) + 1
        kind = _kinds().get(parse.lower[follows]) if follows < len(parse) else None
        if (kind in (*HARM, "arrested") and parse.heads[follows] != follows) or (kind and parse.heads[noun] == follows):
            word = follows
            if parse.tags[follows].startswith("JJ") or parse.deps[follows] in ("oprd", "acomp", "amod", "acl", "conj"):
                word = climb(parse, noun).verb if climb(parse, noun).verb is not None else follows  # type: ignore[assignment]
            return self._made(figure, noun, kind or "", word)
        return self._by_governor(figure, noun)

    def _made(self, figure: Figure, noun: int, kind: str, word: int) -> _Count | None:
        count = _Count(figure, noun, kind, word)
        return count if kind in (*HARM, "arrested") or self._people(count) else None

    def _people(self, count: _Count) -> bool:
        return (count.figure.unit or "people") in self._persons

    def _noun(self, head: int, last: int) -> int:
        """The noun that a number counts, or the number itself where it stands alone."""
        parse = self._parse
        if parse.deps[head] in ("nummod", "quantmod", "amod", "compound", "det"):
            above = parse.heads[head]
            return above if above > last - 1 else head
        return head

    def _by_governor(self, figure: Figure, noun: int) -> _Count | None:
        """The word above a counted noun that says what became of it."""
        parse = self._parse
        top = noun
        while parse.deps[top] == "conj" and parse.heads[top] != top:
            top = parse.heads[top]
        dep, head = parse.deps[top], parse.heads[top]
        if dep == "pobj":
            return self._under_preposition(figure, noun, head)
        kind = _kinds().get(parse.lemmas[head]) or _kinds().get(parse.lower[head])
        if dep in ("nsubj",) and kind in (*HARM, "arrested") and parse.child(head, "dobj") is not None:
            kind = None
        if head == top or (dep not in _VICTIMS and dep != "nsubj"):
            return None
        if kind is None:
            state = next((at for at in parse.children_by(head, "oprd", "acomp") if at > top), None)
            kind = _kinds().get(parse.lower[state]) if state is not None else None
        return self._made(figure, noun, kind or "", head)

    def _under_preposition(self, figure: Figure, noun: int, preposition: int) -> _Count | None:
        """Of a number below a preposition: *the killing of 12 men*, *the toll of 12*; *including two* adds nothing."""
        parse = self._parse
        if parse.lower[preposition] in _INCLUDING:
            return None
        above = parse.heads[preposition]
        kind = _kinds().get(parse.lemmas[above]) if parse.lower[preposition] in ("of", "by", "to") else None
        if kind is None and parse.lower[preposition] in ("to", "at"):
            toll, fate = self._toll(above)
            if fate is not None:
                word = fate if parse.tags[fate][:1] == "V" else toll
                return self._made(figure, noun, _kinds()[parse.lower[fate]], word)
        return self._made(figure, noun, kind or "", above)

    def _toll(self, verb: int) -> tuple[int, int | None]:
        """The noun that calls a number, and what became of those counted: *the death toll rose to 12*; or None."""
        parse = self._parse
        for noun in parse.children_by(verb, "nsubj", "nsubjpass", "dobj"):
            if parse.lemmas[noun] in roles_of("event_size")["toll"]:
                told = (at for at in parse.subtree(noun) if _kinds().get(parse.lower[at]) in HARM)
                return noun, min(told, default=None)
        return verb, None

    def _counted_by(self, word: int) -> Collection[int]:
        """The words of a noun that calls a number: *the death toll of the attack* is the attack's."""
        known = self._parse.lemmas[word] in roles_of("event_size")["toll"]
        return self._parse.subtree(word) if known else ()


def _sum(counts: Iterable[_Count]) -> Pair:
    """The bounds of some groups together; an open bound is the number itself."""
    low = high = 0.0
    for count in counts:
        figure = count.figure
        low += figure.low if figure.low is not None else figure.value
        high += figure.high if figure.high is not None else figure.value
    return low, high
