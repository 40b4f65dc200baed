"""Which act of a sentence an adverbial belongs to, as a cost in steps of its grammar.

A time or a place hangs on a verb or on a noun. The verb shares it with what is coordinated with it and with what its
participles, infinitives and objects tell; a clause with a subject of its own (what is said, a relative clause) does
not. A noun that tells an act keeps what hangs on it (*condemned last week's attack*).
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from ....lexicon import load
from ....model import Parse
from ..roles import words
from .clause import Climb, climb, markers, roles_of, tense
from .slots import is_verb

_DEEPEST = 6
_ABOUT = frozenset(("about", "over", "for", "regarding", "concerning", "after", "before", "to", "because", "into"))
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@cache
def saying() -> frozenset[str]:
    """Verbs whose content has a time of its own."""
    return frozenset(form for entry in load("statement_verbs").entries for form in entry.forms)


class Web:
    """The grammar between the acts of a sentence and what stands beside them."""

    __slots__ = ("_acts", "_parse", "_words")

    def __init__(self, parse: Parse, acts: Collection[int]) -> None:
        self._parse = parse
        self._acts = frozenset(acts)
        self._words = roles_of("event_when")

    def cost(self, act: int, way: Climb, first: int, last: int, loose: bool = False) -> int | None:
        """How far an adverbial is from an act; None where it belongs to something else.

        ``way`` leads from the adverbial (tokens ``first`` to ``last``) to its verb. ``loose``: what hangs on somebody
        who takes part belongs to the act as well, as places do (*police in Cairo arrested two men*).
        """
        before = bool(way.nouns) and not way.links[0] and last < way.nouns[0]
        if act in way.nouns:
            place = way.nouns.index(act)
            about = loose and any(link in _ABOUT for link in way.links[1 : place + 1])
            return None if (before and place) or about else place
        costs = [self._through(act, way, before, last, loose)]
        clause = self._clause(way.verb)
        if way.verb is not None and self._parse.deps[clause] in ("relcl", "acl"):
            noun = self._parse.heads[clause]
            if noun in self._acts and noun != act:
                costs.append(_plus(self._through_noun(act, noun, climb(self._parse, noun)), 1))
            elif noun == act:
                costs.append(1)
            elif self._of(act, climb(self._parse, noun)):
                costs.append(3)  # the ban of the party of farmers, which took effect on Monday
            if way.verb not in self._acts and tense(self._parse, way.verb) == "reduced":
                costs.append(_plus(self._beyond(act, climb(self._parse, noun), noun), 2))
        known = [cost for cost in costs if cost is not None]
        return min(known) if known else None

    def _clause(self, verb: int | None) -> int:
        """The verb of a clause above an infinitive: *the election that Chad is to hold on Sunday*."""
        at = -1 if verb is None else verb
        for _ in range(_DEEPEST):
            if at < 0 or self._parse.deps[at] != "xcomp":
                break
            at = self._over(at)
        return at

    def _of(self, act: int, way: Climb) -> bool:
        """True for an act of which a noun is only told whose it is: *the ban of the party of farmers*."""
        return act in way.nouns and all(link in ("of", "by", "") for link in way.links[: way.nouns.index(act) + 1])

    def _beyond(self, act: int, way: Climb, noun: int) -> int | None:
        """The cost of what the parser hangs too low: *received a delegation led by a general on Monday*."""
        if act == noun or act in way.nouns:
            return None
        if self._subject(way) or any(token in self._acts for token in (noun, *way.nouns)):
            return None
        return self._between(act, way.verb)

    def _through_noun(self, act: int, noun: int, way: Climb) -> int | None:
        """The cost of what belongs to an event noun, for an act that happens in its course."""
        if way.nouns or not self._in_course(way):
            return None
        return self._between(act, way.verb)

    def _through(self, act: int, way: Climb, before: bool, last: int, loose: bool) -> int | None:
        """The cost by way of the verb above an adverbial."""
        base = self._of_nouns(act, way, before, last, loose)
        return _plus(self._between(act, way.verb), base)

    def _of_nouns(self, act: int, way: Climb, before: bool, last: int, loose: bool) -> int | None:
        """What it costs an adverbial to leave the nouns on which the parser hangs it."""
        if not way.nouns:
            return 0
        parse = self._parse
        top = way.links[-1]
        if before:
            in_course = way.verb is None or self._at_once(way.verb, top)
            return 2 if top in self._words["simultaneous"] and not self._subject(way) and in_course else None
        if self._subject(way):
            if loose:
                return 2 if len(way.nouns) == 1 else None
            return 1 if way.verb is not None and self._leads_into(last, way.verb) else None
        if any(noun in self._acts for noun in way.nouns):
            carried = top in self._words["simultaneous"] or way.verb is None or self._carries(way.verb)
            return 2 if carried else None
        if loose and any(link in _ABOUT for link in way.links[1:]):
            return None
        if not loose and any(link in self._words["aside"] - {"of", "against", "from"} for link in way.links[1:]):
            return None
        return len(way.nouns) if parse.deps[way.nouns[-1]] != "conj" else 3

    def _subject(self, way: Climb) -> bool:
        return way.role in _SUBJECTS

    def _leads_into(self, last: int, verb: int) -> bool:
        """True for a time right before the verb: *the ministry on Monday said*."""
        parse = self._parse
        nearest = min([verb, *(child for child in parse.children_by(verb, "aux", "auxpass", "advmod", "neg"))])
        return 0 < nearest - last <= 2

    def _carries(self, verb: int) -> bool:
        return self._parse.lemmas[verb] in words("carrier")

    def _between(self, act: int, verb: int | None) -> int | None:
        """The cost between an act and a verb on which an adverbial hangs."""
        parse = self._parse
        if is_verb(parse, act):
            return self._clauses(act, verb)
        way = climb(parse, act)
        if parse.lemmas[act] in roles_of("event_where")["abstract"] and way.links[0] in ("at", "on", "upon"):
            return None  # at the invitation of
        if way.verb is None:
            return 3 if verb is None else None
        if (way.role not in _SUBJECTS or self._judged(way)) and not self._in_course(way):
            return None
        return _plus(self._clauses(way.verb, verb), 1)

    def _judged(self, way: Climb) -> bool:
        """True for what others only speak of: *the raid was condemned on Monday*."""
        if way.role != "nsubjpass" or way.verb is None or self._parse.lemmas[way.verb] in words("awaiting"):
            return False
        return self._parse.lemmas[way.verb] in saying()

    def _in_course(self, way: Climb) -> bool:
        """True for an event noun that happens when its verb does."""
        if way.verb is None:
            return False
        names = self._words
        if any(link in names["aside"] and link not in names["simultaneous"] for link in way.links):
            return False
        if way.nouns and way.links[0] not in ("of", "in", "at", "during"):
            return False
        if way.links[-1]:
            return self._at_once(way.verb, way.links[-1])
        speaks = self._parse.lemmas[way.verb] in saying()
        return self._carries(way.verb) or not (speaks or way.verb in self._acts)

    def _at_once(self, verb: int, link: str) -> bool:
        """True if what a verb tells happens in the course of the noun that a preposition adds: *at the talks*."""
        return self._parse.lemmas[verb] not in saying() or link in ("at", "in", "during", "amid")

    def _clauses(self, own: int, verb: int | None) -> int | None:
        """The cost between two verbs: up the clauses that share their time, then down into coordinated ones."""
        parse = self._parse
        at, cost = own, 0
        for _ in range(_DEEPEST):
            if at == verb:
                return cost
            down = self._below(at, verb) if verb is not None else None
            if down is not None and (at == own or cost < 3):
                return cost + down
            step = self._step(at)
            if step is None:
                head = parse.heads[at]
                joined = parse.deps[at] == "conj"
                if joined and (self._parted(head, at) or self._words["aside"].intersection(markers(parse, at))):
                    return None
                top = head == at or (parse.deps[at] == "conj" and parse.heads[head] == head)
                pieces = top and (verb is None or parse.heads[verb] == verb)
                return 3 if pieces else None  # a sentence parsed in pieces
            at, more = step
            cost += more
        return None

    def _parted(self, first: int, second: int) -> bool:
        """True for two clauses with a semicolon between them, of which the parser makes one."""
        low, high = sorted((first, second))
        return ";" in self._parse.words[low:high]

    def _below(self, at: int, verb: int) -> int | None:
        """The cost down to a verb that hangs on another one and shares its time."""
        parse = self._parse
        if parse.deps[verb] == "conj" and parse.heads[verb] not in (at, verb) and is_verb(parse, parse.heads[verb]):
            verb = parse.heads[verb]  # killing five and wounding ten: both belong to the attack
        if self._over(verb) != at:
            return None
        dep = parse.deps[verb]
        if dep == "conj":
            return None if self._parted(at, verb) or self._words["aside"].intersection(markers(parse, verb)) else 2
        if dep in ("xcomp", "acomp", "oprd") and at not in self._acts:
            return 1
        if dep == "advcl" and not any(parse.tags[child] == "TO" for child in parse.children_by(verb, "aux")):
            opened = list(markers(parse, verb))
            if not opened:
                return 2 if parse.tags[verb] in ("VBG", "VBN") else None
            return 2 if all(word in self._words["together"] for word in opened) else None
        return None

    def _over(self, verb: int) -> int:
        """What a verb hangs on, past an adjective of its subject: *the talks are due to start*."""
        head = self._parse.heads[verb]
        said = self._parse.deps[verb] == "xcomp" and self._parse.deps[head] in ("acomp", "oprd")
        return self._parse.heads[head] if said and not is_verb(self._parse, head) else head

    def _step(self, at: int) -> tuple[int, int] | None:
        """The next verb up whose time a verb shares, and the cost of the step."""
        parse = self._parse
        dep, head = parse.deps[at], self._over(at)
        if head == at:
            return None
        if dep == "conj" and is_verb(parse, head):
            return (
                None if self._parted(head, at) or self._words["aside"].intersection(markers(parse, at)) else (head, 1)
            )
        if dep == "xcomp" and is_verb(parse, head):
            return head, 1
        if dep == "ccomp" and is_verb(parse, head):
            return None if self._parted(at, head) else self._told(at, head)
        if dep == "advcl" and is_verb(parse, head):
            opened = list(markers(parse, at))
            purpose = any(parse.tags[child] == "TO" for child in parse.children_by(at, "aux"))
            shared = all(word in self._words["together"] for word in opened)
            return (head, 1 + bool(opened)) if shared and not purpose else None
        if dep == "pcomp" and parse.lower[head] in ("by", "in", "while", "when", "with"):
            above = parse.heads[head]
            return (above, 1) if is_verb(parse, above) else None
        if dep == "acl" and parse.tags[at] == "VBG" and parse.deps[head] == "dobj":
            return parse.heads[head], 2  # signed a decree banning
        if dep in ("relcl", "acl") and head in self._acts:
            way = climb(parse, head)
            return (way.verb, 2) if way.verb is not None and not way.nouns and self._in_course(way) else None
        return None

    def _told(self, at: int, head: int) -> tuple[int, int] | None:
        """What is said has a time of its own, unless saying it brings it about."""
        lemma = self._parse.lemmas[head]
        if lemma in self._words["announce"]:
            return (head, 2) if tense(self._parse, at) in ("present", "to") else None
        return (head, 2) if lemma not in saying() and head not in self._acts else None


def _plus(cost: int | None, more: int | None) -> int | None:
    return None if cost is None or more is None else cost + more
