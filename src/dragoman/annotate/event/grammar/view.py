"""What stands around a trigger's word, looked at once however many triggers ask for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ....model import Parse
from ..roles import aboard, words
from .slots import SUBJECTS, is_passive, is_verb, meant, objects_of, surface_subject

FREIGHT = frozenset(("send", "dispatch", "fly", "ship"))  # what is sent is what a plane is sent with
CAUSING = frozenset(("in", "after", "during", "from", "by"))
Holds = Callable[[str, int], bool]  # whether a token belongs to one of the classes that other layers decide


class Wanted(NamedTuple):
    """Classes of nouns in one: all their words, and the names of those that other layers decide (``@actor``)."""

    words: frozenset[str]
    special: tuple[str, ...]


class Group(NamedTuple):
    """Some noun phrases: their heads, and the words and lemmas of heads and modifiers."""

    tokens: tuple[int, ...]
    words: frozenset[str]


def wanted_of(names: Sequence[str], classes: Mapping[str, frozenset[str]]) -> Wanted | None:
    """Some classes joined; None for none."""
    if not names:
        return None
    words = frozenset(word for name in names for word in classes[name])
    return Wanted(words, tuple(name for name in names if name.startswith("@")))


def group_of(parse: Parse, tokens: Iterable[int]) -> Group:
    """The words of some noun phrases."""
    heads = tuple(tokens)
    words: set[str] = set()
    for token in heads:
        words.add(parse.lemmas[token])
        words.add(parse.lower[token])
        if parse.deps[token] not in ("amod", "compound"):
            words.update(parse.lemmas[child] for child in parse.children_by(token, "compound", "amod", "nmod"))
    return Group(heads, frozenset(words))


def meets(wanted: Wanted, group: Group, holds: Holds) -> bool:
    """True if one of the noun phrases belongs to one of the classes."""
    if not wanted.words.isdisjoint(group.words):
        return True
    return any(holds(name, token) for name in wanted.special for token in group.tokens)


def has_beside(parse: Parse, token: int, names: Collection[str]) -> bool:
    """True if one of some words stands as a preposition or particle at the token; *is to leave* has none."""
    return any(parse.lower[child] in names and parse.deps[child] != "aux" for child in parse.children[token])


def pobjects(parse: Parse, noun: int, names: Collection[str]) -> list[int]:
    """The nouns of some of a noun's prepositions."""
    return [
        inner
        for child in parse.children_by(noun, "prep")
        if parse.lower[child] in names
        for inner in parse.children_by(child, "pobj")
    ]


def is_shot(parse: Parse, noun: int) -> bool:
    """True for what only sounds like nature: *sniper fire*, *a hail of bullets*."""
    if parse.lemmas[noun] not in words("stormy"):
        return False
    near = (*parse.children_by(noun, "compound", "amod", "nmod"), *pobjects(parse, noun, ("of", "from")))
    return any(parse.lemmas[at] in words("shot") or parse.lower[at] in words("shot") for at in near)


class VerbView:
    """One verb with its objects and subjects, found when first asked for."""

    __slots__ = ("_heads", "_objects", "_subjects", "holds", "parse", "verb")

    def __init__(self, parse: Parse, verb: int, holds: Holds) -> None:
        self.parse, self.verb, self.holds = parse, verb, holds
        self._objects: dict[tuple[int, ...], Group] = {}
        self._subjects: Group | None = None
        self._heads: Group | None = None

    def meets(self, wanted: Wanted, group: Group) -> bool:
        """True if one of the noun phrases belongs to one of the classes."""
        return meets(wanted, group, self.holds)

    def has_complement(self, labels: Collection[str]) -> bool:
        """True if a child has one of the dependency labels."""
        return any(self.parse.deps[child] in labels for child in self.parse.children[self.verb])

    def has_near(self, names: Collection[str]) -> bool:
        """True if one of some prepositions or particles stands at the verb or, as parsers may hang it, its object."""
        parse = self.parse
        own = parse.children_by(self.verb, "dobj", "nsubjpass")
        counted = (inner for at in own for inner in pobjects(parse, at, ("of",)))
        return any(has_beside(parse, at, names) for at in (self.verb, *own, *counted))

    def is_beside(self, names: Collection[str]) -> bool:
        """True if one of some prepositions stands at the verb or at its agent: *dismissed by many as a dreamer*."""
        parse, verb = self.parse, self.verb
        agents = (noun for child in parse.children_by(verb, "agent") for noun in parse.children_by(child, "pobj"))
        return any(has_beside(parse, at, names) for at in (verb, *agents))

    def words_under(self, known: frozenset[str]) -> set[str]:
        """Those of some words that stand up to five steps under the verb, as words or lemmas; not in its subject."""
        parse, found = self.parse, set()
        level: Sequence[int] = self._below()
        for _ in range(5):
            for at in level:
                found.add(parse.lower[at])
                found.add(parse.lemmas[at])
            level = [child for at in level for child in parse.children[at]]
        return found & known

    def _below(self) -> list[int]:
        """What hangs on the verb but its subject (*talks resumed* is not to resume talks) and what is told along."""
        parse = self.parse
        return [
            child
            for child in parse.children[self.verb]
            if parse.deps[child] not in SUBJECTS
            and parse.tags[child] != "TO"  # agreed to return to the table: the word is the second one
            and not (parse.deps[child] == "advcl" and parse.tags[child] == "VBG")
        ]

    def descend(self, rest: Sequence[str]) -> tuple[int, ...] | None:
        """The tokens of a phrase's further words, each under the verb or another of them; None if one is missing."""
        parse, left = self.parse, list(rest)
        used: list[int] = []
        while left:
            places = [*self._below(), *(child for at in used for child in parse.children[at])]
            counting = (at for at in places if parse.lemmas[at] in words("occasion"))  # a set of penalties
            places += [inner for at in counting for inner in pobjects(parse, at, ("of",))]
            for at in places:
                word = next((word for word in left if word in (parse.lower[at], parse.lemmas[at])), None)
                if word is not None and at not in used:
                    used.append(at)
                    left.remove(word)
                    break
            else:
                return None
        return tuple(used)

    def objects(self, used: tuple[int, ...]) -> Group:
        """What the verb, or its phrase with the words ``used``, acts on."""
        key = tuple(at for at in used if self.parse.deps[at] in ("prep", "prt"))
        if key not in self._objects:
            self._objects[key] = group_of(self.parse, self._object_heads(key))
        return self._objects[key]

    def _object_heads(self, prepositions: tuple[int, ...]) -> Iterator[int]:
        parse, verb = self.parse, self.verb
        passive = is_passive(parse, verb)
        own = () if passive else objects_of(parse, verb, "dobj", "attr", "oprd")
        heads = surface_subject(parse, verb) if passive else meant(parse, verb, own)
        below = ("of", "with") if parse.lemmas[verb] in FREIGHT else ("of",)
        for head in (*heads, *(noun for at in prepositions for noun in parse.children_by(at, "pobj"))):
            yield from parse.conjuncts(head)
            if parse.lemmas[verb] in FREIGHT:
                yield from pobjects(parse, verb, ("with",))
            if parse.tags[head] == "PRP":
                yield from parse.children_by(head, "appos")  # received HE the President
            if not is_verb(parse, head):
                yield from pobjects(parse, head, below)

    def subjects(self) -> Group:
        """Who acts."""
        if self._subjects is None:
            self._subjects = group_of(self.parse, self._subject_heads())
        return self._subjects

    def subject_heads(self) -> Group:
        """Who acts, without what is said of them: flood victims are no flood; for a passive without an agent, what may
        have done it: *were killed in a flood*, *after a flood hit the town*."""
        if self._heads is None:
            parse = self.parse
            heads = tuple(at for at in self.subjects().tokens or tuple(self._causes()) if not self._acts(at))
            named = [at for head in heads if parse.tags[head] == "NNP" for at in parse.children_by(head, "compound")]
            near = (*heads, *named)  # Typhoon Mitag is a typhoon
            self._heads = Group(heads, frozenset(word for at in near for word in (parse.lemmas[at], parse.lower[at])))
        return self._heads

    def _acts(self, head: int) -> bool:
        """True for what a word of nature or sport only names: the Arab League is no league, sniper fire no fire."""
        return (self.parse.tags[head] == "NNP" and self.holds("@actor", head)) or is_shot(self.parse, head)

    def _causes(self) -> Iterator[int]:
        """What a verb's circumstances tell of: the nouns of its prepositions, the subjects of its side clauses."""
        parse, verb = self.parse, self.verb
        if is_passive(parse, verb):
            for child in parse.children[verb]:
                if parse.deps[child] == "advcl" and not any(
                    parse.lemmas[at] in words("shot") for at in parse.subtree(child)
                ):
                    yield from parse.children_by(child, *SUBJECTS)
                elif parse.deps[child] == "prep" and parse.lower[child] in CAUSING:
                    yield from parse.children_by(child, "pobj")

    def _subject_heads(self) -> Iterator[int]:
        parse, verb = self.parse, self.verb
        if not is_passive(parse, verb):
            for head in surface_subject(parse, verb):
                yield from parse.conjuncts(head)
                if parse.lemmas[head] in words("partitive"):  # four hundred members of a force
                    yield from pobjects(parse, head, ("of",))
                yield from (at for at in aboard(parse, head) if parse.heads[at] != verb)
            return
        for agent in parse.children_by(verb, "agent"):
            yield from parse.children_by(agent, "pobj")
