"""What a number counts: the noun that it stands with, or people where only the verb tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...lexicon import load
from ...model import Parse

PEOPLE = "people"
_HYPHENS = ("-", "‐", "‑")
_ON_NOUN = frozenset(("nummod", "amod", "quantmod", "nmod", "compound", "det", "predet", "advmod"))
_BETWEEN = ("J", "R", "V", "C", "H", "P", "D")  # first letters of tags that may stand between a number and its noun
_FARTHEST = 7
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Counting:
    """Words that tell that a number without a noun counts people, by their part of the table."""

    people: Mapping[str, frozenset[str]]

    @staticmethod
    def load() -> Counting:
        """The table that ships."""
        return Counting({entry.id: frozenset(entry.forms) for entry in load("figure_people").entries})

    def noun(self, parse: Parse, first: int, last: int, end: int) -> int | None:
        """The token of the thing counted, or None."""
        lower = parse.lower
        if last + 2 < end and lower[last + 1] in _HYPHENS and parse.starts[last + 1] == parse.ends[last]:
            return last + 2 if parse.tags[last + 2][:1] in ("N", "J") else None
        if last + 2 < end and lower[last + 1] == "of":
            thing = parse.child(last + 1, "pobj")
            return thing if thing is not None and parse.tags[thing][:1] == "N" else _phrase_head(parse, last + 2, end)
        head = parse.head_in(range(first, last + 1))
        noun = parse.heads[head]
        if last < noun < min(end, last + _FARTHEST) and parse.deps[head] in _ON_NOUN and _nominal(parse, noun):
            return (
                noun + 2 if lower[noun + 1 : noun + 2] == ("-",) and _nominal(parse, min(noun + 2, end - 1)) else noun
            )
        if last + 1 < end and lower[last + 1] in self.people["dead"]:
            return last + 1
        return _phrase_head(parse, last + 1, end)

    def unit(self, parse: Parse, noun: int) -> str:
        """The name under which a thing is counted: its lemma; *people* for persons however they are called."""
        word, lemma = parse.lower[noun], parse.lemmas[noun]
        if word in self.people["dead"] or lemma in self.people["person"]:
            return PEOPLE
        if parse.tags[noun] in ("NNP", "NNPS", "JJ") and parse.words[noun][:1].isupper():
            name = parse.words[noun]
            return name[:-1] if name.endswith("s") and not name.endswith("ss") and len(name) > 3 else name
        return lemma

    def without_noun(self, parse: Parse, first: int, last: int, end: int) -> str | None:
        """The unit of a number without a noun, from its verb (*killing 30*) or the subject (*the toll rose to 30*)."""
        head = parse.head_in(range(first, last + 1))
        governor = parse.heads[head]
        verbs = self.people["kill"] | self.people["arrest"]
        if parse.lemmas[governor] in verbs and parse.deps[head] in (*_SUBJECTS, "dobj", "conj"):
            return PEOPLE
        if any(parse.lemmas[at] in verbs and parse.tags[at] == "VBN" for at in range(last + 2, min(end, last + 5))):
            return PEOPLE if parse.lemmas[last + 1] in ("be", "have", "remain") else None
        if parse.deps[head] in ("pobj", "attr", "dobj", "npadvmod"):
            verb = parse.heads[governor] if parse.deps[head] == "pobj" else governor
            subject = parse.child(verb, *_SUBJECTS) if parse.tags[verb][:1] == "V" else None
            return None if subject is None else self._of_subject(parse, subject)
        return None

    def _of_subject(self, parse: Parse, subject: int) -> str | None:
        if parse.lemmas[subject] in self.people["toll"]:
            return PEOPLE
        if parse.lemmas[subject] in ("number", "total", "figure"):
            of = next((child for child in parse.children_by(subject, "prep") if parse.lower[child] == "of"), None)
            noun = None if of is None else parse.child(of, "pobj")
            return None if noun is None else self.unit(parse, noun)
        return None


def _nominal(parse: Parse, at: int) -> bool:
    return parse.tags[at][:1] == "N" or parse.lower[at] in ("dead", "wounded", "injured", "missing", "others")


def _phrase_head(parse: Parse, at: int, end: int) -> int | None:
    """The head of the noun phrase that begins at a token, read from left to right; None if there is none."""
    limit = min(end, at + _FARTHEST)
    while at < limit and parse.tags[at][:1] in _BETWEEN and parse.tags[at] not in ("PRP", "VBD", "VBZ", "POS", "VB"):
        if parse.tags[at] in ("VBG", "VBN") and parse.deps[at] not in ("amod", "compound"):
            return None
        at += 1
    if at >= limit or parse.tags[at][:1] != "N":
        return None
    while at + 1 < limit:
        if parse.tags[at + 1][:1] == "N":
            at += 1
        elif _joins(parse, at + 1) and at + 2 < limit and parse.tags[at + 2][:1] == "N":
            at += 2
        else:
            break
    return at


def _joins(parse: Parse, at: int) -> bool:
    return parse.lower[at] in _HYPHENS or parse.tags[at] == "POS"
