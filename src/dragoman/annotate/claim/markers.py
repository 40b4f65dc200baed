"""The words that make a sentence a claim of record: *first*, *deadliest*, *a record high*, *never before*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...lexicon import load, words_of
from ...model import Parse

_ORDINAL_ENDS = ("st", "nd", "rd", "th")
_THE = frozenset(("the", "its", "their", "his", "her", "'s", "’s", "a", "an"))
_STRETCHES = frozenset(("year", "decade", "century", "season", "quarter"))  # *the first of the year* may be a launch
_BEFORE_ORDINAL = frozenset(("PRP$", "CD", "NN", "NNS", "NNP", "NNPS", "JJ"))


class Marker(NamedTuple):
    """A marker in tokens ``first`` to ``last``; ``about`` are the tokens that may name what it is about, best first.

    ``order`` is first, nth, never, none, record or the superlative itself; ``needs`` tells whether the claim stands
    only with a period (scope), only with an act, or with either.
    """

    kind: str
    order: str
    n: int | None
    first: int
    last: int
    about: tuple[int, ...]
    needs: str


@dataclass(frozen=True, slots=True)
class Markers:
    """Finds markers by their words."""

    ordinals: Mapping[str, int]
    quantities: frozenset[str]
    calendar: frozenset[str]
    triggers: frozenset[str]

    @staticmethod
    def load() -> Markers:
        """The tables that ship."""
        numbers = load("figure_number").entries
        ordinals = {entry.value["ordinal"]: int(entry.value["value"]) for entry in numbers if entry.value["ordinal"]}
        triggers = frozenset(
            (*ordinals, "record", "all-time", "all", "never", "unprecedented", "no", "not", "n't", "n’t")
        )
        return Markers(ordinals, words_of("claim_quantity"), words_of("figure_calendar"), triggers)

    def __call__(self, parse: Parse, start: int, end: int) -> Iterator[Marker]:
        """The markers of a sentence, in order."""
        since = "since" in parse.lower[start:end]
        for at in range(start, end):
            word, tag = parse.lower[at], parse.tags[at]
            if word in self.triggers:
                marker = self._word(parse, at, start, end, since)
            elif tag in ("JJS", "RBS") or (word.endswith("iest") and tag[:1] in ("J", "N")):
                marker = _superlative(parse, at, start, end)
            elif word[0].isdigit() and word.endswith(_ORDINAL_ENDS):
                marker = self._ordinal(parse, at, start, end)
            else:
                continue
            if marker is not None:
                yield marker

    def _word(self, parse: Parse, at: int, start: int, end: int, since: bool) -> Marker | None:
        word = parse.lower[at]
        if word in self.ordinals:
            return self._ordinal(parse, at, start, end)
        if word in ("record", "all-time", "all"):
            return self._record(parse, at, end)
        if word == "never":
            return _never(parse, at, end)
        if word == "unprecedented":
            return self._unprecedented(parse, at)
        if not since:
            return None
        return _none(parse, at) if word == "no" else _not(parse, at)

    def _ordinal(self, parse: Parse, at: int, start: int, end: int) -> Marker | None:
        lower, word = parse.lower, parse.lower[at]
        n = self.ordinals.get(word) or (int(word[:-2]) if word[:-2].isdigit() and len(word) < 7 else None)
        if n is None or (at == start and at + 1 < end and lower[at + 1] == ","):
            return None
        order = "first" if n == 1 else "nth"
        if at + 1 < end and lower[at + 1] == "time":
            return _time(parse, at, start, n, order)
        if at == start or not (lower[at - 1] in _THE or parse.tags[at - 1] in _BEFORE_ORDINAL):
            return None
        if parse.words[at + 1 : at + 2] and parse.words[at + 1][:1].isupper() and parse.words[at][:1].isupper():
            return None
        noun = _noun_after(parse, at, end)
        if self._of_the_calendar(parse, at, noun, end):
            return None
        about = _around(parse, at if noun is None else noun)
        return Marker("first-since", order, n, at, at if noun is None else noun, about, "scope")

    def _of_the_calendar(self, parse: Parse, at: int, noun: int | None, end: int) -> bool:
        """*The first day*, *the first of this month*, *the first of May*: a day and no record."""
        if noun is not None:
            return parse.lower[noun] in self.calendar
        if parse.lower[at + 1 : at + 2] != ("of",):
            return False
        thing = parse.child(at + 1, "pobj")
        return thing is not None and thing < end and parse.lower[thing] in self.calendar - _STRETCHES

    def _record(self, parse: Parse, at: int, end: int) -> Marker | None:
        """*A record high*, *a record 1,200 arrests*, *an all-time low*."""
        lower, first = parse.lower, at
        if lower[at] == "all":
            if lower[at + 1 : at + 3] != ("-", "time"):
                return None
            at += 2
        after = at + 1
        if lower[after : after + 1] == ("-",):
            after += 1
        if after >= end:
            return None
        noun = after
        if parse.tags[after] == "CD":
            noun = _noun_after(parse, after, end) or after
        elif parse.lemmas[after] not in self.quantities and (lower[first] == "record" or parse.tags[after][:1] != "N"):
            return None
        if lower[at] == "record" and (first == 0 or lower[first - 1] not in (*_THE, "at", "of", "to")):
            return None
        return Marker("record", "record", None, first, noun, _around(parse, noun), "none")

    def _unprecedented(self, parse: Parse, at: int) -> Marker | None:
        noun = parse.heads[at]
        if parse.tags[noun][:1] != "N" or noun < at:
            subject = parse.child(noun, "nsubj") if parse.deps[at] == "acomp" else None
            if subject is None:
                return None
            return Marker("never-before", "never", None, at, at, (subject,), "act")
        needs = "none" if parse.lemmas[noun] in self.quantities else "act"
        return Marker("never-before", "never", None, at, noun, (noun,), needs)


def _time(parse: Parse, at: int, start: int, n: int, order: str) -> Marker:
    """*For the first time*: about the verb that it hangs on, and the verb's object and subject."""
    first = at
    while first > start and parse.lower[first - 1] in ("the", "for", "only"):
        first -= 1
    for governor in (parse.heads[at + 1], *parse.ancestors(at + 1)):
        if parse.tags[governor][:1] == "V":
            break
    else:
        return Marker("first-since", order, n, first, at + 1, (), "scope")
    if parse.lemmas[governor] == "be":  # "it was the first time that X did"
        below = [child for child in parse.children[at + 1] if parse.deps[child] in ("relcl", "acl")]
        governor = below[0] if below else governor
    about = (governor, *parse.children_by(governor, "dobj", "nsubjpass", "nsubj"))
    return Marker("first-since", order, n, first, at + 1, about, "either")


def _superlative(parse: Parse, at: int, start: int, end: int) -> Marker | None:
    word, last = parse.lower[at], at
    if at == start or parse.lower[at - 1] in ("at", "not") or word in ("latest", "last", "least"):
        return None
    if word == "most":
        if parse.lower[at - 1] not in _THE or at + 1 >= end:
            return None
        if parse.tags[at + 1][:1] in ("J", "V"):
            word, last = f"most {parse.lower[at + 1]}", at + 1
    noun = _noun_after(parse, last, end)
    target = last if noun is None else noun
    return Marker("record", word, None, at, target, _around(parse, target), "scope")


def _never(parse: Parse, at: int, end: int) -> Marker | None:
    verb = next((above for above in parse.ancestors(at) if parse.tags[above][:1] == "V"), None)
    if verb is None or parse.deps[at] not in ("neg", "advmod"):
        return None
    perfect = any(parse.lemmas[child] == "have" for child in parse.children_by(verb, "aux"))
    before = parse.lower[at + 1 : at + 2] == ("before",) or any(
        parse.lower[child] == "before" and not parse.children[child] for child in parse.children[verb]
    )
    if not (perfect or before):
        return None
    about = (verb, *parse.children_by(verb, "dobj", "nsubjpass", "nsubj"))
    return Marker("never-before", "never", None, at, max(at, verb), about, "act")


def _none(parse: Parse, at: int) -> Marker | None:
    """*No French president had visited ... since*: none between then and now."""
    subject = parse.heads[at]
    verb = parse.heads[subject]
    if parse.deps[at] != "det" or parse.deps[subject] not in ("nsubj", "nsubjpass") or parse.tags[verb][:1] != "V":
        return None
    about = (verb, *parse.children_by(verb, "dobj"), subject)
    return Marker("never-before", "none", None, at, verb, about, "period")


def _not(parse: Parse, at: int) -> Marker | None:
    verb = parse.heads[at]
    if parse.deps[at] != "neg" or parse.tags[verb] != "VBN":
        return None
    return Marker(
        "never-before", "none", None, at, verb, (verb, *parse.children_by(verb, "dobj", "nsubjpass")), "period"
    )


def _noun_after(parse: Parse, at: int, end: int) -> int | None:
    """The noun that an ordinal or superlative modifies, or None where it stands for the noun itself."""
    head = parse.heads[at]
    if parse.deps[at] in ("amod", "nummod", "compound", "nmod", "advmod") and at < head < min(end, at + 8):
        if parse.tags[head][:1] == "N":
            joined = parse.lower[head + 1 : head + 2] == ("-",) and parse.tags[head + 2 : head + 3] in (
                ("NN",),
                ("NNS",),
            )
            return head + 2 if joined else head
        above = parse.heads[head]
        return above if head < above < min(end, at + 8) and parse.tags[above][:1] == "N" else None
    return None


def _around(parse: Parse, noun: int) -> tuple[int, ...]:
    """A noun, the verbs that describe it, the subject that it says something of, and the verb above."""
    below = parse.children_by(noun, "relcl", "acl")
    governor = parse.heads[noun]
    subject = parse.child(governor, "nsubj") if parse.deps[noun] in ("attr", "acomp", "dobj") else None
    if parse.deps[noun] == "attr" or parse.lemmas[governor] == "be":
        said_of = (parse.heads[governor],) if parse.deps[governor] == "relcl" else ()  # *a test, which was its first*
        return (noun, *below, *(() if subject is None else (subject,)), *said_of)
    return (noun, *below, governor) if parse.tags[governor][:1] == "V" else (noun, *below)
