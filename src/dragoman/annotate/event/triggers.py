"""Words that tell an act: verbs, event nouns and fixed phrases, found in a sentence with what they need beside them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...errors import LexiconError
from ...lexicon import Entry
from ...model import Parse
from .acts import acts
from .frames import frames
from .slots import is_passive, is_verb, surface_subject


@dataclass(frozen=True, slots=True)
class Trigger:
    """An entry of a trigger table, made ready for matching.

    ``key`` names a row of the act table; ``stance`` is set where the word embeds another act; ``object`` and
    ``subject`` are classes of nouns one of which must stand there, ``without`` and ``never`` classes that must not.
    ``beside`` are prepositions or particles, ``complement`` dependency labels, one of which must hang on the word;
    ``apart`` are prepositions none of which may.
    ``weight`` is how surely the word alone tells the act, in 0..1.
    """

    id: str
    key: str
    stance: str | None
    frame: str
    object: tuple[str, ...]
    subject: tuple[str, ...]
    without: tuple[str, ...]
    never: tuple[str, ...]
    beside: tuple[str, ...]
    apart: tuple[str, ...]
    complement: tuple[str, ...]
    weight: float
    needs: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger in the text: its head token, its first and last token, and the tokens that it used up."""

    token: int
    first: int
    last: int
    trigger: Trigger
    noun: bool
    used: tuple[int, ...] = ()


CLASSED = ("object", "subject", "without", "never")


def trigger_of(entry: Entry, classes: Container[str]) -> Trigger:
    """The trigger of a table entry; LexiconError where it names an act, a frame or a class that does not exist."""
    value = entry.value
    lists = {key: tuple(value.get(key) or ()) for key in (*CLASSED, "beside", "apart", "complement")}
    weight = 1.0 if value["weight"] is None else float(value["weight"])
    for what, name, known in (
        ("act", value["key"], acts()),
        ("frame", value["frame"] or "harm", frames()),
        *(("class", name, classes) for kind in CLASSED for name in lists[kind]),
    ):
        if name not in known:
            raise LexiconError(f"trigger {entry.id!r}: there is no {what} {name!r}")
    return Trigger(
        entry.id, value["key"], value["stance"], value["frame"] or "harm", weight=weight, needs=value["needs"], **lists
    )


Forms = Sequence[tuple[tuple[str, ...], Trigger]]
Holds = Callable[[str, int], bool]  # whether a token belongs to one of the classes that other layers decide


class Triggers:
    """All triggers, indexed by the lemma of their first word (verbs) or last word (nouns)."""

    __slots__ = ("_classes", "_nouns", "_verbs")

    def __init__(self, entries: Iterable[Entry], classes: Mapping[str, frozenset[str]]) -> None:
        self._classes = classes
        self._verbs: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
        self._nouns: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
        for entry in entries:
            trigger = trigger_of(entry, classes)
            for form in entry.value["verbs"] or ():
                words = tuple(form.lower().split())
                self._verbs.setdefault(words[0], []).append((words[1:], trigger))
            for form in entry.value["nouns"] or ():
                words = tuple(form.lower().split())
                self._nouns.setdefault(words[-1], []).append((words[:-1], trigger))
        for index in (self._verbs, self._nouns):
            for forms in index.values():
                forms.sort(key=_most_specific_first)

    def find(self, parse: Parse, first: int, last: int, holds: Holds) -> list[Found]:
        """The triggers among tokens ``first`` to ``last`` (not included), in order; a token tells one act at most.

        ``holds`` answers for the classes whose names begin with "@" (``@actor``, ``@person``, ``@place``).
        """
        found: list[Found] = []
        taken: set[int] = set()
        for token in range(first, last):
            hit = self._at(parse, token, first, holds)
            if hit is not None:
                found.append(hit)
                taken.update(hit.used)
        return [hit for hit in found if hit.token not in taken]

    def _at(self, parse: Parse, token: int, first: int, holds: Holds) -> Found | None:
        lemma = parse.lemmas[token]
        tag = parse.tags[token]
        dep = parse.deps[token]
        if tag[:2] == "VB" and lemma in self._verbs and dep not in ("aux", "auxpass", "amod", "compound"):
            return self._verb(parse, token, self._verbs[lemma], holds)
        if tag in ("NN", "NNS", "VBG") or (tag == "JJ" and dep == "acomp"):
            forms = self._nouns.get(lemma) or self._nouns.get(parse.lower[token])
            if forms:
                return self._noun(parse, token, forms, first, holds)
        return None

    def _verb(self, parse: Parse, token: int, forms: Forms, holds: Holds) -> Found | None:
        near_by = _words_under(parse, token) if len(forms) > 1 or forms[0][0] else frozenset()
        for rest, trigger in forms:
            if rest and not near_by.issuperset(rest):
                continue
            used = _descend(parse, token, rest)
            if used is None or not self._fits(parse, token, trigger, used, holds):
                continue
            near = [token, *used]
            return Found(token, min(near), max(near), trigger, False, tuple(used))
        return None

    def _noun(self, parse: Parse, token: int, forms: Forms, first: int, holds: Holds) -> Found | None:
        for before, trigger in forms:
            start = token - len(before)
            if start < first or not all(
                word in (parse.lower[start + at], parse.lemmas[start + at]) for at, word in enumerate(before)
            ):
                continue
            if parse.deps[token] in ("compound", "nmod") and not trigger.beside and not before:
                continue
            if self._fits_noun(parse, token, trigger, holds):
                return Found(token, start, token, trigger, True, tuple(range(start, token)))
        return None

    def _fits(self, parse: Parse, verb: int, trigger: Trigger, used: Sequence[int], holds: Holds) -> bool:
        if trigger.object or trigger.without:
            objects = list(_objects(parse, verb, used))
            if trigger.object and not self._any(parse, objects, trigger.object, holds):
                return False
            if trigger.without and self._any(parse, objects, trigger.without, holds):
                return False
        if trigger.subject and not self._any(parse, _subjects(parse, verb), trigger.subject, holds):
            return False
        if trigger.never and self._any(parse, _subjects(parse, verb), trigger.never, holds):
            return False
        if not self._apart(parse, verb, trigger):
            return False
        if trigger.complement and not any(parse.deps[child] in trigger.complement for child in parse.children[verb]):
            return False
        return not trigger.beside or self._beside(parse, verb, trigger.beside)

    def _fits_noun(self, parse: Parse, noun: int, trigger: Trigger, holds: Holds) -> bool:
        if trigger.object:
            near = [
                *parse.children_by(noun, "compound", "amod", "poss"),
                *_pobjects(parse, noun, ("of", "on", "for", "in")),
            ]
            if not self._any(parse, near, trigger.object, holds):
                return False
        if trigger.without:
            near = [*parse.children_by(noun, "compound", "amod"), *_pobjects(parse, noun, ("of",)), parse.heads[noun]]
            if self._any(parse, near, trigger.without, holds):
                return False
        return not trigger.beside or self._beside(parse, noun, trigger.beside)

    def _apart(self, parse: Parse, token: int, trigger: Trigger) -> bool:
        """True if none of the words that speak against a trigger hangs on it (*dismissed as a dreamer*)."""
        return not trigger.apart or not self._beside(parse, token, trigger.apart)

    def _beside(self, parse: Parse, token: int, names: Sequence[str]) -> bool:
        """True if one of some words stands as a preposition or particle at the token."""
        return any(parse.lower[child] in names for child in parse.children[token])

    def _any(self, parse: Parse, tokens: Iterable[int], classes: Sequence[str], holds: Holds) -> bool:
        for token in tokens:
            words = {parse.lemmas[token], parse.lower[token]}
            if parse.deps[token] not in ("amod", "compound"):
                words |= {parse.lemmas[child] for child in parse.children_by(token, "compound", "amod", "nmod")}
            if any(words & self._classes[name] or (name[0] == "@" and holds(name, token)) for name in classes):
                return True
        return False


def _most_specific_first(item: tuple[tuple[str, ...], Trigger]) -> tuple[int, int, float, str]:
    """Longer forms first, then those that ask for more, then the surer."""
    trigger = item[1]
    asks = sum(map(bool, (trigger.object, trigger.subject, trigger.beside, trigger.complement)))
    return (-len(item[0]), -asks, -trigger.weight, trigger.id)


def _words_under(parse: Parse, token: int) -> frozenset[str]:
    """The words and lemmas that a phrase of a verb can be made of: those up to three steps under it."""
    found: set[str] = set()
    level: Sequence[int] = parse.children[token]
    for _ in range(3):
        for at in level:
            found.add(parse.lower[at])
            found.add(parse.lemmas[at])
        level = [child for at in level for child in parse.children[at]]
    return frozenset(found)


def _descend(parse: Parse, token: int, rest: Sequence[str]) -> list[int] | None:
    """The tokens of a phrase's further words, each under the verb or another of them; None if one is missing."""
    used: list[int] = []
    left = list(rest)
    while left:
        places = [*parse.children[token], *(child for at in used for child in parse.children[at])]
        for at in places:
            word = next((word for word in left if word in (parse.lower[at], parse.lemmas[at])), None)
            if word is not None and at not in used:
                used.append(at)
                left.remove(word)
                break
        else:
            return None
    return used


def _objects(parse: Parse, verb: int, used: Sequence[int]) -> Iterator[int]:
    passive = is_passive(parse, verb)
    heads = surface_subject(parse, verb) if passive else parse.children_by(verb, "dobj", "attr", "oprd")
    prepositions = [at for at in used if parse.deps[at] in ("prep", "prt")]
    heads = [*heads, *(noun for at in prepositions for noun in parse.children_by(at, "pobj"))]
    for head in heads:
        yield from parse.conjuncts(head)
        if not is_verb(parse, head):
            yield from _pobjects(parse, head, ("of",))


def _subjects(parse: Parse, verb: int) -> Iterator[int]:
    if not is_passive(parse, verb):
        for head in surface_subject(parse, verb):
            yield from parse.conjuncts(head)
        return
    for agent in parse.children_by(verb, "agent"):
        yield from parse.children_by(agent, "pobj")


def _pobjects(parse: Parse, noun: int, names: Sequence[str]) -> list[int]:
    return [
        inner
        for child in parse.children_by(noun, "prep")
        if parse.lower[child] in names
        for inner in parse.children_by(child, "pobj")
    ]
