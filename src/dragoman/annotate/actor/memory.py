"""What has been mentioned so far, and how well an earlier mention fits a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from .scene import Mention, Scene

_REACH = 3  # sentences back
_MOST = 40  # mentions back
_SUBJECTS = ("nsubj", "nsubjpass")
_SHARING = ("xcomp", "advcl", "conj", "acl", "pcomp")  # verbs that may share another's subject
_PLURALS = ("police", "people", "public", "media", "staff", "crew")
_NEAR = 60  # tokens back in which other subjects are looked for
_MARGIN = 5.0  # by how much the best antecedent must lead
_THINGS = frozenset(("state", "organisation", "office", "media"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """One antecedent, or several that are coordinated, with its sentence and score."""

    mentions: tuple[Mention, ...]
    score: float


@dataclass(slots=True)
class Memory:
    """The mentions in order of the text, and the last one for each word of a role."""

    scene: Scene
    inside: set[int]
    order: list[tuple[int, Mention]] = field(default_factory=list)
    by_term: dict[str, Mention] = field(default_factory=dict)
    by_country: dict[str, Mention] = field(default_factory=dict)
    suspect: Mention | None = None  # who was arrested or charged last
    attacker: Mention | None = None  # who killed or attacked last
    verbs: dict[int, int] = field(default_factory=dict)  # by token: the verb of its clause
    subjects: list[int] = field(init=False)  # the tokens that are subjects, in order

    def __post_init__(self) -> None:
        self.subjects = [token for token, dep in enumerate(self.scene.parse.deps) if dep in _SUBJECTS]

    def add(self, mention: Mention) -> None:
        """One more mention, settled."""
        self.order.append((self.scene.sentence(mention.head), mention))
        if mention.kind != "reference":
            for word in _terms(mention):
                self.by_term[word] = mention
        if mention.country and mention.kind == "state":
            self.by_country.setdefault(mention.country, mention)
        if mention.kind != "state":
            self._remember_deed(mention)

    def _remember_deed(self, mention: Mention) -> None:
        """Takes note of who is arrested or charged, and of who kills or attacks."""
        parse, cues = self.scene.parse, self.scene.cues
        dep, verb = parse.deps[mention.head], parse.heads[mention.head]
        passive = dep == "nsubjpass"
        if dep in _SUBJECTS and parse.lemmas[verb] in cues.strikes and not passive:
            self.attacker = mention.root()
        beside = [child for child in parse.children_by(verb, "advcl", "acl") if parse.tags[child] == "VBN"]
        charged = [verb] if passive or dep == "dobj" else beside if dep in _SUBJECTS else []
        charged += [child for child in parse.children_by(mention.head, "acl") if parse.tags[child] == "VBN"]
        if any(parse.lemmas[word] in cues.charges for word in charged):
            self.suspect = mention.root()

    def recent(self, token: int, reach: int = _REACH) -> Iterator[tuple[int, Mention]]:
        """The mentions before a token, nearest first, with their distance in sentences."""
        sentence = self.scene.sentence(token)
        for at, mention in self.order[-1 : -_MOST - 1 : -1]:
            if sentence - at > reach:
                return
            yield sentence - at, mention

    def last_body(self, token: int) -> Mention | None:
        """The organisation named last, for *the group*, *the movement*."""
        for _, mention in self.recent(token):
            if mention.kind == "organisation" and mention.rule.startswith("name"):
                return mention
        return None

    def best(self, token: int, who: str, without: Mention | None = None) -> tuple[Mention, ...]:
        """The antecedents of a pronoun, none if unsure; ``without`` cannot be meant."""
        scores: dict[tuple[int, ...], Candidate] = {}
        barred = {_identity(item) for at, item in self.recent(token, 0) if self._same_clause(token, item)}
        for distance, mention in self.recent(token):
            group = self._group(mention) if who == "many" else (mention,)
            if barred and barred.intersection(map(_identity, group)):
                continue
            if not self._fits(token, group, who, distance) or (without is not None and _same(group, without)):
                continue
            score = self._score(token, mention, distance, who)
            key = tuple(_identity(item) for item in group)
            if key not in scores or scores[key].score < score:
                scores[key] = Candidate(group, score)
        if who == "many" and any(_is_plural(item) for item in scores.values()):
            scores = {key: item for key, item in scores.items() if _is_plural(item)}
        ranked = sorted(scores.values(), key=lambda item: -item.score)
        ranked = [item for at, item in enumerate(ranked) if at == 0 or not _overlap(item, ranked[0])]
        if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < _MARGIN):
            return ()
        return ranked[0].mentions

    def _group(self, mention: Mention) -> tuple[Mention, ...]:
        """A mention with those coordinated with it."""
        scene, found = self.scene, []
        for member in scene.parse.conjuncts(mention.head):
            for other in scene.mentions.get(member, ()):
                if other.kind == mention.kind or {other.kind, mention.kind} <= {
                    "group",
                    "office",
                    "organisation",
                    "state",
                }:
                    found.append(other)
        return tuple(found) if mention in found else (mention,)

    def _fits(self, token: int, group: tuple[Mention, ...], who: str, distance: int) -> bool:
        mention = group[0]
        if mention.head == token or mention.rule.endswith("modifier"):
            return False
        return self._suits(group, who, distance) and not self._same_clause(token, mention)

    def _suits(self, group: tuple[Mention, ...], who: str, distance: int) -> bool:
        """True if what is said of an actor does not speak against a pronoun."""
        scene, mention = self.scene, group[0]
        if who == "many":
            if distance > 1 and len(group) == 1 and not mention.plural:
                return False
            alone = mention.kind != "person" and not (mention.kind == "reference" and mention.gender)
            return len(group) > 1 or (alone and (mention.plural or mention.kind != "reference"))
        if who == "thing":
            term = mention.term in scene.cues.collective
            return (
                not mention.plural and (mention.kind in _THINGS or term or _is_thing(mention)) and mention.gender == ""
            )
        human = mention.kind == "person" or (mention.gender != "" and not mention.plural)
        human = human or (mention.kind in ("office", "group") and not mention.plural and _is_one_person(scene, mention))
        return human and mention.gender in ("", who)

    def _same_clause(self, token: int, mention: Mention) -> bool:
        """True if a pronoun that is no possessor stands in the same clause as the mention."""
        parse = self.scene.parse
        if parse.deps[token] == "poss":
            return parse.heads[token] == mention.head or mention.head in parse.ancestors(token)
        if self.scene.sentence(token) != self.scene.sentence(mention.head):
            return False
        clause = self._verb(token)
        if parse.deps[token] not in _SUBJECTS:
            clause = self._with_subject(clause)
        return clause == self._verb(mention.head)

    def _verb(self, token: int) -> int:
        """The verb that governs a token's clause."""
        found = self.verbs.get(token)
        if found is None:
            tags = self.scene.parse.tags
            above = (above for above in self.scene.parse.ancestors(token) if tags[above][0] in "VM")
            found = self.verbs[token] = next(above, token)
        return found

    def _with_subject(self, verb: int) -> int:
        """The verb whose subject a verb without one shares (*use influence to encourage them*)."""
        parse = self.scene.parse
        for _ in range(5):
            if parse.child(verb, *_SUBJECTS) is not None or parse.deps[verb] not in _SHARING:
                return verb
            verb = self._verb(verb)
        return verb

    def _others(self, first: int, last: int, who: str) -> int:
        """How many subjects that are no actors (*the bill*, *the flags*) stand between two tokens, at most two."""
        tags, number, mentions = self.scene.parse.tags, "NN" if who == "thing" else "NNS", self.scene.mentions
        low = bisect_left(self.subjects, max(first + 1, last - _NEAR))
        between = self.subjects[low : bisect_left(self.subjects, last, low)]
        return min(2, sum(1 for token in between if tags[token] == number and not mentions.get(token)))

    def _owns(self, owner: int, token: int) -> bool:
        """True for the possessor of a noun that a pronoun hangs on, or stands beside where no actor is the subject."""
        parse = self.scene.parse
        if parse.heads[owner] in parse.ancestors(token):
            return True
        verb = self._verb(token)
        subject = parse.child(verb, *_SUBJECTS)
        return verb == self._verb(owner) and subject is not None and not self.scene.mentions.get(subject)

    def _score(self, token: int, mention: Mention, distance: int, who: str) -> float:
        parse = self.scene.parse
        dep = parse.deps[mention.head]
        score = 40.0 - 11.0 * distance
        if dep in _SUBJECTS:
            verb = parse.heads[mention.head]
            score += 12.0 + (
                6.0 if parse.deps[verb] in ("ROOT", "conj") else 2.0 if parse.deps[verb] == "ccomp" else 0.0
            )
        elif dep in ("pobj", "poss", "compound"):
            score -= 6.0
        if distance == 0 and dep in _SUBJECTS and parse.heads[mention.head] in parse.ancestors(token):
            score += 8.0
        if dep == "poss" and self._owns(mention.head, token):
            score += 42.0
        if who in ("thing", "many"):
            score -= 8.0 * self._others(mention.head, token, who)
        if (mention.head in self.inside) != (token in self.inside):
            score -= 4.0
        if mention.refers is not None:
            score += 3.0
        if who == "many":
            score -= 0.0 if mention.plural or mention.term in self.scene.cues.collective else 10.0
            score += 10.0 if len(self._group(mention)) > 1 else 0.0
        if who in ("male", "female") and mention.gender == who:
            score += 5.0
        return score


def _terms(mention: Mention) -> Iterator[str]:
    if mention.term:
        yield mention.term
    if mention.kind == "person" and mention.role:
        for word in mention.role.lower().replace("(", " ").replace(",", " ").split():
            yield word
    elif mention.kind in ("office", "organisation", "media") and not mention.term:
        for word in mention.name.lower().split()[-1:]:
            yield word


def _is_thing(mention: Mention) -> bool:
    return mention.kind == "reference" and mention.refers is not None and mention.refers.kind in _THINGS


def _is_one_person(scene: Scene, mention: Mention) -> bool:
    """True if the head noun of a role is one for people (*minister*), not for bodies (*ministry*)."""
    return mention.term not in scene.cues.collective and mention.term[-2:] in (
        "er",
        "or",
        "nt",
        "st",
        "an",
        "al",
        "en",
        "dy",
        "ef",
    )


def _is_plural(item: Candidate) -> bool:
    first = item.mentions[0]
    return len(item.mentions) > 1 or first.plural or first.term in _PLURALS or "REB" in first.sectors


def _identity(mention: Mention) -> int:
    return id(mention.root())


def _same(group: tuple[Mention, ...], other: Mention) -> bool:
    return any(_identity(item) == _identity(other) for item in group)


def _overlap(one: Candidate, other: Candidate) -> bool:
    known = {_identity(item) for item in other.mentions}
    return any(_identity(item) in known for item in one.mentions)
