"""What a figure compares: the quantity in its words, and the two periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Parse, Relation
from .periods import Mention, back

_SUBJECTS = ("nsubj", "nsubjpass")
_LEFT_OUT = frozenset(("relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "preconj"))
_BASE = frozenset(("from", "than", "with", "to", "versus", "vs", "vs.", "against"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MOVED = frozenset(("up", "down", "higher", "lower"))
_FARTHEST = 10


@dataclass(frozen=True, slots=True)
class Relations:
    """Builds relations; ``changes`` are lemmas of change, ``objects`` those of them whose object is what changes."""

    changes: frozenset[str]
    objects: frozenset[str]

    def __call__(
        self, parse: Parse, tokens: tuple[int, int], kind: str, noun: int | None, mentions: Sequence[Mention]
    ) -> Relation | None:
        """The relation of the figure at some tokens, or None if it stands by itself."""
        first, last = tokens
        if is_baseline(parse, first):
            return None
        predicate = self._predicate(parse, first, last)
        compares, baseline = self._periods(parse, predicate, last, mentions)
        versus = None
        if baseline is not None:
            by_step = back(compares, baseline.step) if baseline.step else None
            versus = by_step or baseline.value
        if kind not in ("percent", "ratio"):
            if versus is None or compares is None:
                return None
            of = self._counted(parse, predicate, noun, first, last)
            return None if of is None else Relation(compares, versus, of)
        of = self._quantity(parse, first, last, predicate, noun)
        if of is None and versus is None:
            return None
        changing = kind == "ratio" or versus is not None or parse.lemmas[predicate] in self.changes
        share = last + 1 < len(parse) and parse.lower[last + 1] == "of"
        if share and versus is None:
            return Relation(None, None, of)
        return Relation(compares if changing else None, versus, of)

    def _predicate(self, parse: Parse, first: int, last: int) -> int:
        """The verb, or the noun of change, that a figure depends on."""
        head = parse.head_in(range(first, last + 1))
        if parse.tags[head][:1] == "V":
            return head
        for governor in parse.ancestors(head):
            if parse.tags[governor][:1] == "V" or (
                parse.tags[governor][:1] == "N" and parse.lemmas[governor] in self.changes and governor > last
            ):
                return governor
            head = governor
        return head

    def _periods(
        self, parse: Parse, predicate: int, last: int, mentions: Sequence[Mention]
    ) -> tuple[str | None, Mention | None]:
        """The value of the period that the figure is of, and the mention of the one it is compared with."""
        against = (item for item in mentions if item.marker is not None and item.last > last)
        baseline = next((item for item in against if self._reaches(parse, predicate, last, item)), None)
        plain = [item for item in mentions if item.marker is None and item.value is not None]
        verb = _verb(parse, predicate)
        near = [item for item in plain if _verb(parse, item.last) in (verb, predicate)]
        chosen = min(near or (plain if len(plain) == 1 else []), key=lambda item: abs(item.first - last), default=None)
        return (chosen.value if chosen is not None else None), baseline

    def _reaches(self, parse: Parse, predicate: int, last: int, baseline: Mention) -> bool:
        """True if what stands for comparison belongs to the figure: no other clause lies between the two.

        *From* with a date may also tell a beginning; it compares only beside a word of change.
        """
        marker = baseline.marker if baseline.marker is not None else baseline.first
        between = range(last + 1, marker)
        if parse.lower[marker] == "from" and baseline.step is None:
            changed = any(parse.lemmas[at] in self.changes or parse.lower[at] in _MOVED for at in (*between, predicate))
            if not changed and not any(parse.tags[at] in ("JJR", "RBR") for at in between):
                return False
        allowed = 1 if parse.lower[marker] in ("than", "as", "that") else 0
        return sum(parse.tags[at] in _FINITE and parse.lower[at] != "compared" for at in between) <= allowed

    def _quantity(self, parse: Parse, first: int, last: int, predicate: int, noun: int | None) -> str | None:
        after = parse.lower[last + 1] if last + 1 < len(parse) else ""
        if after == "of" and noun is not None:
            return phrase(parse, noun)
        if after in ("the", "its", "their", "his") and noun is not None and parse.lower[last] in ("half", "double"):
            return phrase(parse, noun)
        if after == "as" and noun is not None:
            return phrase(parse, noun, whole=False)
        if noun is not None and parse.lower[last][:1].isalpha() and parse.tags[last] == "CD":
            return parse.words[noun]
        if parse.tags[predicate][:1] == "N":
            inside = next((c for c in parse.children_by(predicate, "prep") if parse.lower[c] in ("in", "of")), None)
            thing = parse.child(inside, "pobj") if inside is not None else parse.child(predicate, "poss")
            return phrase(parse, thing) if thing is not None else None
        return self._of_verb(parse, first, last, predicate)

    def _of_verb(self, parse: Parse, first: int, last: int, predicate: int) -> str | None:
        if parse.lower[last + 1 : last + 3] in (("as", "many"), ("as", "much")):
            return None
        thing = parse.child(predicate, "dobj")
        changes_it = parse.lemmas[predicate] in self.objects or first <= predicate <= last
        if thing is not None and changes_it and not first <= thing <= last:
            return phrase(parse, thing)
        if parse.lemmas[predicate] not in self.changes and not self._compared(parse, last):
            return None
        subject = self._subject(parse, predicate)
        return None if subject is None else phrase(parse, subject)

    def _compared(self, parse: Parse, last: int) -> bool:
        """True before a comparative: *eight times higher*, *15 percent more*; and for *times the limit*."""
        after = range(last + 1, min(len(parse), last + 3))
        return any(parse.tags[at] in ("JJR", "RBR") for at in after) or parse.lower[last] in ("times", "twice")

    def _subject(self, parse: Parse, predicate: int) -> int | None:
        """The subject of a verb; a coordinated or controlled verb takes that of the verb above."""
        for _ in range(3):
            subject = parse.child(predicate, *_SUBJECTS)
            if subject is not None:
                return subject
            if parse.deps[predicate] not in ("conj", "xcomp", "advcl", "aux"):
                return None
            predicate = parse.heads[predicate]
        return None

    def _counted(self, parse: Parse, predicate: int, noun: int | None, first: int, last: int) -> str | None:
        """The quantity of a plain figure: *a loss of $5m*, *300 attacks*, *the toll rose to 30*."""
        head = parse.head_in(range(first, last + 1))
        if parse.deps[head] == "pobj" and parse.lower[parse.heads[head]] == "of":
            return phrase(parse, parse.heads[parse.heads[head]], whole=False)
        if parse.lemmas[predicate] in self.changes or parse.lemmas[predicate] in (
            "be",
            "stand",
            "reach",
            "total",
            "hit",
        ):
            subject = self._subject(parse, predicate)
            if (
                subject is not None
                and not first <= subject <= last
                and subject != noun
                and parse.deps[subject] != "expl"
            ):
                return phrase(parse, subject)
        if noun is None:
            return None
        return " ".join(parse.words[last + 1 : noun + 1]) or None


def is_baseline(parse: Parse, first: int) -> bool:
    """True for a figure with which another is compared: *from 8 percent*, *compared with 200*."""
    before = parse.lower[first - 1] if first else ""
    if before in ("with", "to"):
        return first > 1 and parse.lower[first - 2] in ("compared", "comparison")
    return before in _BASE


def _verb(parse: Parse, token: int) -> int:
    """The nearest verb above a token, or the root."""
    above = token
    for above in (token, *parse.ancestors(token)):
        if parse.tags[above][:1] == "V":
            break
    return above


def phrase(parse: Parse, noun: int, whole: bool = True) -> str | None:
    """The words of a noun phrase without its relative clauses, coordinations and appositions; None for a pronoun."""
    if parse.tags[noun] in ("PRP", "WDT", "WP", "DT", "EX"):
        return None
    tokens, open_ = [noun], [noun]
    while open_:
        for child in parse.children[open_.pop()]:
            label = parse.deps[child]
            if (
                (label in _LEFT_OUT and parse.tags[child] != "HYPH")
                or abs(child - noun) > _FARTHEST
                or (not whole and label in ("prep", "amod", "quantmod"))
            ):
                continue
            tokens.append(child)
            open_.append(child)
    tokens.sort()
    low = high = tokens.index(noun)
    while low > 0 and tokens[low - 1] == tokens[low] - 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1] == tokens[high] + 1:
        high += 1
    words = ""
    for place in range(tokens[low], tokens[high] + 1):
        gap = place > tokens[low] and parse.ends[place - 1] != parse.starts[place]
        words += (" " if gap else "") + parse.words[place]
    return words
