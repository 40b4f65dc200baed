"""Words that tell an act: verbs, event nouns and fixed phrases, found in a sentence with what they need beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...errors import LexiconError
from ...lexicon import Entry
from ...model import Parse
from .acts import acts
from .frames import frames
from .grammar.view import Holds, VerbView, Wanted, group_of, has_beside, meets, pobjects, wanted_of
from .roles import words


@dataclass(frozen=True, slots=True)
class Trigger:
    """An entry of a trigger table, made ready for matching.

    ``key`` names a row of the act table; ``stance`` is set where the word embeds another act; ``object`` and
    ``subject`` are classes of nouns one of which must stand there, ``without`` and ``never`` classes that must not.
    ``beside`` are prepositions or particles, ``complement`` dependency labels, one of which must hang on the word;
    ``apart`` are prepositions none of which may, ``unless`` dependency labels none of which may; ``under`` are
    prepositions one of which must stand over a noun.
    ``weight`` is how surely the word alone tells the act, in 0..1; ``ahead``: the word tells that it is to come;
    ``impersonal``: the act may be told without anybody who does it.
    """

    id: str
    key: str
    stance: str | None
    frame: str
    object: Wanted | None
    subject: Wanted | None
    without: Wanted | None
    never: Wanted | None
    beside: tuple[str, ...]
    apart: tuple[str, ...]
    complement: tuple[str, ...]
    unless: tuple[str, ...]
    under: tuple[str, ...]
    weight: float
    needs: str | None
    ahead: bool
    impersonal: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger in the text: its head token, its first and last token, and the tokens that it used up."""

    token: int
    first: int
    last: int
    trigger: Trigger
    noun: bool
    used: tuple[int, ...] = ()


STANCES = ("ask", "demand", "agree", "vow", "refuse", "threaten", "stop", "offer", "accuse", "deny", "turn")
NEEDS = ("actor", "recipient", "both")
FIELDS = ("verbs", "nouns", "key", "stance", "frame", "weight", "needs")
CLASSED = ("object", "subject", "without", "never")
WORDED = ("beside", "apart", "complement", "unless", "under")


def trigger_of(entry: Entry, classes: Mapping[str, frozenset[str]]) -> Trigger:
    """The trigger of a table entry; LexiconError where it names an act, a frame or a class that does not exist."""
    value = {**dict.fromkeys(FIELDS), **entry.value}
    for name, allowed in (("stance", STANCES), ("needs", NEEDS)):
        if value[name] is not None and value[name] not in allowed:
            raise LexiconError(f"trigger {entry.id!r}: {name} is {value[name]!r}, allowed are {', '.join(allowed)}")
    if not (value["verbs"] or value["nouns"]):
        raise LexiconError(f"trigger {entry.id!r}: needs verbs or nouns")
    asked = {kind: tuple(value.get(kind) or ()) for kind in (*CLASSED, *WORDED)}
    for what, name, known in (
        ("act", value["key"], acts()),
        ("frame", value["frame"] or "harm", frames()),
        *(("class", name, classes) for kind in CLASSED for name in asked[kind]),
    ):
        if name not in known:
            raise LexiconError(f"trigger {entry.id!r}: there is no {what} {name!r}")
    wanted = {kind: wanted_of(asked[kind], classes) for kind in CLASSED}
    return Trigger(
        id=entry.id,
        key=value["key"],
        stance=value["stance"],
        frame=value["frame"] or "harm",
        object=wanted["object"],
        subject=wanted["subject"],
        without=wanted["without"],
        never=wanted["never"],
        beside=asked["beside"],
        apart=asked["apart"],
        complement=asked["complement"],
        unless=asked["unless"],
        under=asked["under"],
        weight=1.0 if value["weight"] is None else float(value["weight"]),
        needs=value["needs"],
        ahead=bool(value.get("ahead")),
        impersonal=bool(value.get("impersonal")),
    )


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one word: phrases with further words (all of which are ``words``) and the word alone."""

    words: frozenset[str]
    phrases: tuple[tuple[tuple[str, ...], Trigger], ...]
    alone: tuple[Trigger, ...]


class Triggers:
    """All triggers, indexed by the lemma of their first word (verbs) or last word (nouns)."""

    __slots__ = ("_nouns", "_verbs")

    def __init__(self, entries: Iterable[Entry], classes: Mapping[str, frozenset[str]]) -> None:
        verbs: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
        nouns: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
        for entry in entries:
            trigger = trigger_of(entry, classes)
            for form in entry.value.get("verbs") or ():
                words = tuple(form.lower().split())
                verbs.setdefault(words[0], []).append((words[1:], trigger))
            for form in entry.value.get("nouns") or ():
                words = tuple(form.lower().split())
                nouns.setdefault(words[-1], []).append((words[:-1], trigger))
        self._verbs = {word: _forms(listed) for word, listed in verbs.items()}
        self._nouns = {word: _forms(listed) for word, listed in nouns.items()}

    def find(self, parse: Parse, first: int, last: int, holds: Holds) -> list[Found]:
        """The triggers among tokens ``first`` to ``last`` (not included), in order; a token tells one act at most.

        ``holds`` answers for the classes ``@actor``, ``@person`` and ``@place``; ``@thing`` is a noun, ``@name`` a name
        """

        def answers(name: str, token: int) -> bool:
            if name in ("@thing", "@name"):
                return parse.tags[token].startswith("NN" if name == "@thing" else "NNP")
            return holds(name, token)

        found: list[Found] = []
        taken: set[int] = set()
        for token in range(first, last):
            hit = self._at(parse, token, first, answers)
            if hit is not None:
                found.append(hit)
                taken.update(_told_elsewhere(parse, hit, found))
        return [hit for hit in found if hit.token not in taken]

    def _at(self, parse: Parse, token: int, first: int, holds: Holds) -> Found | None:
        tag = parse.tags[token]
        nominal = tag == "VBG" and parse.deps[token] in NOMINAL and parse.child(token, "dobj") is None
        nominal = nominal or (tag == "VBZ" and parse.deps[token] == "pobj")  # the tagger's slip: to the exercises
        if tag[:2] == "VB" and not nominal:  # heavy fighting between two armies is a noun
            verb = self._verbs.get(parse.lemmas[token])
            if verb is not None and parse.deps[token] not in APART and not _only_awaited(parse, token):
                return _verb(VerbView(parse, token, holds), verb)
        named = tag == "NNP" and parse.lower[token] in words("named")
        if named or tag in ("NN", "NNS", "VBG") or nominal or (tag == "JJ" and parse.deps[token] == "acomp"):
            noun = self._nouns.get(parse.lemmas[token]) or self._nouns.get(parse.lower[token])
            if noun is not None and not _is_time(parse, token):
                return _noun(parse, token, noun, first, holds)
        return None


def _told_elsewhere(parse: Parse, hit: Found, found: Sequence[Found]) -> tuple[int, ...]:
    """What a trigger uses up: of *talks were held* the noun tells the act, and the verb is gone itself."""
    if not hit.noun and hit.used and acts()[hit.trigger.key].act == "CONSULT":
        subjects = [at for at in hit.used if parse.deps[at] == "nsubjpass"]
        if any(other.token in subjects and other.noun for other in found):
            return (hit.token,)
    return hit.used


APART = frozenset(("aux", "auxpass", "amod", "compound"))


def _only_awaited(parse: Parse, verb: int) -> bool:
    """True for *the exercise planned for June*, which tells of the exercise that it is planned."""
    return parse.tags[verb] == "VBN" and parse.deps[verb] == "acl" and parse.lemmas[verb] in words("awaiting")


def _is_time(parse: Parse, token: int) -> bool:
    """True for *at the end of the visit*, which tells when, not that somebody ended it."""
    over = parse.heads[token]
    at = parse.deps[token] == "pobj" and parse.lower[over] in words("at a limit")
    return at and parse.lemmas[token] in words("limit")


NOMINAL = frozenset(("nsubj", "nsubjpass", "dobj", "pobj"))


def _forms(listed: list[tuple[tuple[str, ...], Trigger]]) -> Forms:
    listed.sort(key=_most_specific_first)
    phrases = tuple(item for item in listed if item[0])
    words = frozenset(word for rest, _ in phrases for word in rest)
    return Forms(words, phrases, tuple(trigger for rest, trigger in listed if not rest))


def _most_specific_first(item: tuple[tuple[str, ...], Trigger]) -> tuple[int, int, float, str]:
    """Longer forms first, then those that ask for more, then the surer."""
    trigger = item[1]
    asks = sum(map(bool, (trigger.object, trigger.subject, trigger.beside, trigger.complement, trigger.under)))
    return (-len(item[0]), -asks, -trigger.weight, trigger.id)


def _verb(view: VerbView, forms: Forms) -> Found | None:
    verb = view.verb
    if forms.phrases:
        under = view.words_under(forms.words)
        for rest, trigger in forms.phrases if under else ():
            used = view.descend(rest) if under.issuperset(rest) else None
            if used is not None and _fits_verb(view, trigger, used):
                near = (verb, *used)
                return Found(verb, min(near), max(near), trigger, False, used)
    for trigger in forms.alone:
        if _fits_verb(view, trigger, ()):
            return Found(verb, verb, verb, trigger, False)
    return None


def _fits_verb(view: VerbView, trigger: Trigger, used: tuple[int, ...]) -> bool:
    if trigger.object is not None and not view.meets(trigger.object, view.objects(used)):
        return False
    if trigger.without is not None and view.meets(trigger.without, view.objects(used)):
        return False
    if trigger.subject is not None and not view.meets(trigger.subject, view.subjects()):
        return False
    if trigger.never is not None and view.meets(trigger.never, view.subject_heads()):
        return False
    if trigger.apart and view.is_beside(trigger.apart):
        return False
    if trigger.complement and not view.has_complement(trigger.complement):
        return False
    if trigger.unless and view.has_complement(trigger.unless):
        return False
    return not trigger.beside or view.has_near(trigger.beside)


def _noun(parse: Parse, token: int, forms: Forms, first: int, holds: Holds) -> Found | None:
    for before, trigger in forms.phrases:
        start = token - len(before)
        if start < first or not all(
            word in (parse.lower[start + at], parse.lemmas[start + at]) for at, word in enumerate(before)
        ):
            continue
        if _fits_noun(parse, token, trigger, holds):
            return Found(token, start, token, trigger, True, tuple(range(start, token)))
    head = parse.heads[token]
    inside = parse.deps[token] in ("compound", "nmod") and not (parse.tags[head] == "NNP" and head > token)
    for trigger in forms.alone:
        if not (inside and not trigger.beside) and _fits_noun(parse, token, trigger, holds):
            return Found(token, token, token, trigger, True)
    return None


def _fits_noun(parse: Parse, noun: int, trigger: Trigger, holds: Holds) -> bool:
    if trigger.object is not None:
        near = (
            *parse.children_by(noun, "compound", "amod", "poss"),
            *pobjects(parse, noun, ("of", "by", "on", "for", "in", "to", "against")),
        )
        laden = "@deported" in trigger.object.special and holds("@deported", noun)
        if not (laden or meets(trigger.object, group_of(parse, near), holds)):
            return False
    if trigger.without is not None:
        # a body behind "of" is a party, whatever its name holds: a raid on the envoys of the Arab League
        owners = [at for at in pobjects(parse, noun, ("of",)) if not (parse.tags[at] == "NNP" and holds("@actor", at))]
        near = (*parse.children_by(noun, "compound", "amod"), *owners, parse.heads[noun])
        if meets(trigger.without, group_of(parse, near), holds):
            return False
    if trigger.apart and has_beside(parse, noun, trigger.apart):
        return False
    if trigger.unless and any(parse.deps[child] in trigger.unless for child in parse.children[noun]):
        return False
    if trigger.under and not (parse.deps[noun] == "pobj" and parse.lower[parse.heads[noun]] in trigger.under):
        return False
    return not trigger.beside or has_beside(parse, noun, trigger.beside)
