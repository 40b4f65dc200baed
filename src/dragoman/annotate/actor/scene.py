"""What is known of one report while its actors are being found."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from ...model import Parse, Place, Reading
from ...who import Directory, Entity, choose, countries_of, holds
from .spot import Hit, Stream, spot, stream_of
from .words import Cues

_OPENING = 2  # sentences whose countries count twice
_MODIFIERS = frozenset(("compound", "nmod", "amod", "nummod", "quantmod", "npadvmod", "advmod", "det", "predet"))
_PREMODIFIERS = ("compound", "nmod", "amod", "nummod", "quantmod", "det", "predet", "npadvmod", "advmod", "punct")
_CALENDAR = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july"),
        *("august", "september", "october", "november", "december"),
    )
)
_LEADING = frozenset((*_PREMODIFIERS, "poss", "cc", "conj", "preconj"))
_PLACE_LABELS = ("GPE", "LOC", "FAC", "NORP", "")


@dataclass(slots=True, eq=False)
class Mention:
    """An actor while it is being worked out; ``head`` is its head token, ``first`` and ``last`` its span's tokens.

    ``term`` is the head noun of its role; ``open`` says that the report may give the country that the words do not;
    ``owner`` is the token of a possessor (*his minister*) that is to give it.
    """

    head: int
    first: int
    last: int
    kind: str
    name: str
    rule: str
    role: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    cameo: str = ""
    entity: str | None = None
    term: str = ""
    keys: tuple[str, ...] = ()
    plural: bool = False
    definite: bool = False
    open: bool = False
    gender: str = ""
    owner: int | None = None
    refers: Mention | None = None
    settled: bool = False

    def root(self) -> Mention:
        """The first mention of the same actor."""
        return self.refers if self.refers is not None else self

    def take(self, other: Mention) -> None:
        """Becomes a reference to an earlier mention."""
        self.refers = other.root()
        self.country, self.entity = other.country, other.entity
        self.sectors = other.sectors or self.sectors
        self.cameo = other.cameo
        self.open = False


@dataclass(slots=True, eq=False)
class Scene:
    """The columns of a report, the names found in it, and the mentions as they are found."""

    reading: Reading
    parse: Parse
    directory: Directory
    cues: Cues
    day: str | None
    stream: Stream
    hits: list[Hit]
    sentences: list[int]  # the sentence of each token
    hit_at: dict[int, Hit] = field(default_factory=dict)
    named: list[int] = field(default_factory=list)  # the tokens of all hits, in order
    meaning: dict[int, Entity | None] = field(default_factory=dict)
    support: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    used: set[int] = field(default_factory=set)
    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    people: dict[str, Mention] = field(default_factory=dict)
    aliases: dict[str, Mention] = field(default_factory=dict)
    printed: tuple[int, ...] = ()  # the words that announce a statement printed as it is

    def entity(self, hit: Hit) -> Entity | None:
        """What a name means in this report."""
        if hit.key not in self.meaning:
            self.meaning[hit.key] = choose(hit.meanings, self.day, self.support) if hit.meanings else None
        return self.meaning[hit.key]

    def left(self, head: int) -> int:
        """The first token of the words before a head that describe it, its possessor left out."""
        first, parse = head, self.parse
        for child in parse.children[head]:
            if child < first and parse.deps[child] in _PREMODIFIERS and not is_date(parse, child):
                first = min(first, self._leftmost(child))
        while first >= 2 and parse.words[first - 1] == "-" and parse.starts[first] == parse.ends[first - 1]:
            first -= 2  # ex-president, vice-chairman
        hit = self.hit_at.get(head)
        return min(first, hit.first) if hit else first

    def widened(self, first: int) -> int:
        """The first token of the name or adjective of origin right before a title that the parser has cut off."""
        hit = self.hit_at.get(first - 1) if first else None
        if hit is None or not hit.meanings or self.sentence(hit.first) != self.sentence(first):
            return first
        adjective = hit.meanings[0].kind == "people"
        return hit.first if adjective or hit.meanings[0].kind in ("office", "organisation", "seat", "state") else first

    def _leftmost(self, token: int) -> int:
        parse, first = self.parse, token
        while True:
            before = [child for child in parse.children[first] if child < first]
            if not before or parse.deps[before[0]] not in _LEADING or is_date(parse, before[0]):
                return first
            first = before[0]

    def modifies(self, token: int) -> bool:
        """True if a token only describes a noun to its right."""
        parse = self.parse
        for _ in range(6):
            dep, head = parse.deps[token], parse.heads[token]
            if dep in _MODIFIERS:
                return head > token
            if dep not in ("conj", "appos"):
                return False
            if dep == "appos" or (parse.tags[token].startswith("N") and parse.deps[head] not in _MODIFIERS):
                return False
            token = head
        return False

    def hits_in(self, first: int, last: int) -> list[Hit]:
        """The names that begin between two tokens, both included."""
        found: list[Hit] = []
        done = first
        for token in islice(self.named, bisect_left(self.named, first), None):
            if token > last:
                break
            hit = self.hit_at[token]
            if token >= done and hit.last <= last:
                found.append(hit)
            done = max(done, hit.last + 1)
        return found

    def add(self, mention: Mention) -> None:
        """One more mention."""
        self.mentions.setdefault(mention.head, []).append(mention)
        if mention.kind == "person" and mention.keys:
            self.people[mention.keys[0]] = mention
            self.people[mention.keys[-1]] = mention

    def at(self, token: int) -> Mention | None:
        """The (first) mention with a head token."""
        found = self.mentions.get(token)
        return found[0] if found else None

    def sentence(self, token: int) -> int:
        """Index of the sentence of a token."""
        return self.sentences[token]


def scene_of(reading: Reading, parse: Parse, directory: Directory, cues: Cues) -> Scene:
    """A report with the names of the tables found in it and its countries weighed."""
    stream = stream_of(parse.words)
    hits = [hit for hit in spot(parse, stream, directory) if not (_inside_a_person(parse, hit) or _tail(parse, hit))]
    day = reading.report.day
    today = day.isoformat() if day else None
    scene = Scene(reading, parse, directory, cues, today, stream, hits, _sentence_of_each(parse))
    for hit in hits:
        for token in range(hit.first, hit.last + 1):
            scene.hit_at.setdefault(token, hit)
    scene.named = sorted(scene.hit_at)
    for place in reading.places:
        if place.country:
            for token in parse.tokens_in(place.span):
                if parse.ents[token] in _PLACE_LABELS:
                    scene.places[token] = place
    _weigh(scene)
    return scene


def _sentence_of_each(parse: Parse) -> list[int]:
    """The sentence of each token, as ``Parse.sentence_of`` says it."""
    found: list[int] = []
    for number, (first, _) in enumerate(parse.sentences):
        found += [number - 1] * (first - len(found))
    return found + [len(parse.sentences) - 1] * (len(parse) - len(found))


def _inside_a_person(parse: Parse, hit: Hit) -> bool:
    """True for *Jordan* in *Jordan Peele*, *Israel* in *Israel Katz*."""
    if not hit.meanings or hit.meanings[0].kind not in ("state", "region", "capital", "people", "media"):
        return False
    ents, last = parse.ents, hit.last
    inside = ents[hit.first] == "PERSON" == ents[last]
    return inside and (
        (
            last + 1 < len(parse)
            and ents[last + 1] == "PERSON"
            and not parse.ent_starts[last + 1]
            and parse.tags[last + 1] != "POS"
        )
        or (hit.first > 0 and ents[hit.first - 1] == "PERSON" and not parse.ent_starts[hit.first])
    )


def _tail(parse: Parse, hit: Hit) -> bool:
    """True for an office's name that only ends a longer one (*Santa Marta* Self-Defence Forces)."""
    first = hit.first
    if not hit.meanings or hit.meanings[0].kind not in ("office", "organisation") or first == 0 or first == hit.last:
        return False
    before = (
        parse.tags[first - 1] == "NNP"
        and not is_date(parse, first - 1)
        and parse.ents[first - 1] == parse.ents[first] in ("ORG", "GPE")
    )
    return before and not parse.ent_starts[first] and parse.heads[first - 1] in range(first - 1, hit.last + 1)


def is_date(parse: Parse, token: int) -> bool:
    """True for words of dates that stand before an actor (*on Monday Vladimir Tolland*)."""
    return parse.ents[token] in ("DATE", "TIME") or parse.lower[token] in _CALENDAR


def _weigh(scene: Scene) -> None:
    """The weight of each country in the report: names with one country, those of the opening and title twice."""
    support, parse = scene.support, scene.parse
    opening = parse.sentences[min(_OPENING, len(parse.sentences)) - 1][1] if parse.sentences else 0
    for hit in scene.hits:
        sure = [item for item in hit.meanings if not item.context and holds(item.begin, item.end, scene.day)]
        for country in _one(countries_of(sure)):
            support[country] += 2.0 if hit.first < opening else 1.0
    for token, place in scene.places.items():
        if token not in scene.hit_at and place.country and place.score >= 0.5:
            support[place.country] += 1.0
    report = scene.reading.report
    dateline = report.dateline.place if report.dateline else None
    for text, weight in ((report.title, 2.0), (dateline, 2.0), (report.source, 1.5)):
        for country in _named(scene.directory, text):
            support[country] += weight


def _one(countries: set[str]) -> Iterable[str]:
    return countries if len(countries) == 1 else ()


def _named(directory: Directory, text: str | None) -> list[str]:
    """The countries of the names in a short text outside the body."""
    if not text:
        return []
    words = [word for word in text.replace(",", " ").replace("'s", " ").split() if word[0].isupper()]
    stream, at = stream_of(words), 0
    found: list[str] = []
    while at < len(stream.keys):
        hits = directory.names.at(stream.keys, at)
        if hits:
            upper = words[stream.tokens[at]].isupper()
            sure = [item for item in hits[0][1] if not item.context and (upper or not item.exact)]
            found.extend(_one(countries_of(sure)))
        at += hits[0][0] if hits else 1
    return found


def phrase(scene: Scene, first: int, last: int) -> str:
    """The words between two tokens as the text has them, white space folded."""
    parse = scene.parse
    return " ".join(scene.reading.report.text[parse.starts[first] : parse.ends[last]].split())
