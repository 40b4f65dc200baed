"""When, where, how many and according to whom: what stands beside an act in its sentence and its neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ...model import Parse, Place, Reading, Reason, Size, Span, Speaker, Statement, Time, When, Where
from .acts import Act
from .slots import is_verb

BACKGROUND_AFTER = 60  # days before publication, exam guide: older than this is told as background


def clause_of(parse: Parse, token: int) -> int:
    """The verb of the clause that holds a token, or the token itself where no verb governs it."""
    if is_verb(parse, token):
        return token
    return next((above for above in parse.ancestors(token) if is_verb(parse, above)), token)


def distance(parse: Parse, trigger: int, token: int) -> int:
    """Steps between two tokens over the dependency tree of a sentence."""
    up = {trigger: 0}
    for step, above in enumerate(parse.ancestors(trigger), 1):
        up[above] = step
    if token in up:
        return up[token]
    for step, above in enumerate(parse.ancestors(token), 1):
        if above in up:
            return step + up[above]
    return 99


class Surroundings:
    """The times, places, figures and statements of a reading, ready to be chosen from."""

    __slots__ = ("_parse", "_places", "_published", "_times", "reading")

    def __init__(self, reading: Reading) -> None:
        assert reading.parse is not None
        self.reading = reading
        self._parse = reading.parse
        day = reading.report.day
        self._published = day
        self._times = [time for time in reading.times if time.begin and time.end and time.type in ("DATE", "TIME")]
        self._places = [place for place in reading.places if place.literal]

    def when(self, trigger: int, sentence: tuple[int, int]) -> tuple[When | None, Reason]:
        """The date of an act: the time of its own clause, else of its sentence's lead, else the publication day."""
        parse = self._parse
        span = parse.span(sentence[0], sentence[1] - 1)
        best: tuple[int, Time] | None = None
        for time in self._times:
            if not span.contains(time.span):
                continue
            cost = self._time_cost(trigger, time)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, time)
        if best is not None:
            time = best[1]
            assert time.begin is not None
            assert time.end is not None
            return When(time.begin, time.end, time.value, "text", time.span), Reason(
                "when:time beside the act", time.span
            )
        if self._published is None:
            return None, Reason("when:no time in the text")
        day = self._published
        return (
            When(day.isoformat(), (day + timedelta(1)).isoformat(), day.isoformat(), "published"),
            Reason("when:no time in the text, day of publication"),
        )

    def _time_cost(self, trigger: int, time: Time) -> int | None:
        """How far a time is from an act, in steps of the tree; None where it belongs to something else."""
        parse = self._parse
        tokens = parse.tokens_in(time.span)
        head = parse.head_in(tokens)
        steps = distance(parse, trigger, head)
        governor = parse.heads[head]
        if parse.deps[head] == "pobj" and parse.lower[governor] in ("since", "until", "till"):
            steps += 3
        crossed = self._crossed(trigger, head)
        return steps + 3 * crossed if steps + 3 * crossed <= 20 else None

    def _crossed(self, trigger: int, token: int) -> int:
        """How many clauses lie between an act and another token's own clause."""
        parse = self._parse
        clause = clause_of(parse, token)
        own = clause_of(parse, trigger)
        if clause == own:
            return 0
        chain = [own, *(above for above in parse.ancestors(own) if is_verb(parse, above))]
        if clause in chain:
            return chain.index(clause)
        return 3

    def where(self, trigger: int, sentence: tuple[int, int], act: Act) -> tuple[Where | None, Reason | None]:
        """The place of an act: the nearest in its clause that a preposition or a visit makes a location."""
        parse = self._parse
        span = parse.span(sentence[0], sentence[1] - 1)
        best: tuple[int, Place] | None = None
        for place in self._places:
            if span.contains(place.span):
                cost = self._place_cost(trigger, place, act)
                if cost is not None and (best is None or cost < best[0]):
                    best = (cost, place)
        if best is None:
            return None, None
        return Where.at(best[1]), Reason("where:place beside the act", best[1].span)

    def dateline(self) -> Where | None:
        """The place of the report's dateline."""
        line = self.reading.report.dateline
        inside = (place for place in self.reading.places if line is not None and line.span.contains(place.span))
        first = next(inside, None)
        return Where.at(first) if first is not None else None

    def _place_cost(self, trigger: int, place: Place, act: Act) -> int | None:
        """How far a place is from an act, in steps of the tree; None where it names an actor or is too far."""
        parse = self._parse
        head = parse.head_in(parse.tokens_in(place.span))
        if self._in_a_name(place):
            return None
        steps = distance(parse, trigger, head) + 3 * self._crossed(trigger, head)
        governor = parse.heads[head]
        at = LOCATIVE | TOWARDS if act.act in MOVING else LOCATIVE
        located = parse.deps[head] == "pobj" and parse.lower[governor] in at
        visited = parse.deps[head] in ("dobj", "appos", "npadvmod", "conj")
        steps += 0 if located else 2 if visited else 5
        return steps if steps <= 9 else None

    def _in_a_name(self, place: Place) -> bool:
        """True for a place that is only part of an actor's name (*the University of Texas*)."""
        return any(
            actor.span.contains(place.span) and actor.span != place.span and actor.kind != "reference"
            for actor in self.reading.actors
        )

    def statement(self, trigger: Span) -> tuple[int, Statement] | None:
        """The innermost statement whose content holds the trigger."""
        found: tuple[int, Statement] | None = None
        size = 0
        for index, statement in enumerate(self.reading.statements):
            for part in statement.content:
                if part.contains(trigger) and (found is None or part.end - part.start < size):
                    found, size = (index, statement), part.end - part.start
        return found

    def speaker(self, statement: Statement) -> Speaker | None:
        """According to whom a statement is made."""
        if statement.speaker is not None:
            actor = self.reading.actors[statement.speaker]
            return Speaker(statement.source or actor.span, actor.name)
        if statement.source is None:
            return None
        return Speaker(statement.source, statement.source.of(self.reading.report.text))

    def background(self, when: When | None) -> bool:
        """True for a time that ended long before publication."""
        if when is None or when.origin != "text" or self._published is None:
            return False
        end = _day(when.end)
        return end is not None and (self._published - end).days > BACKGROUND_AFTER

    def ahead(self, when: When | None) -> bool:
        """True for a time that begins after the day of publication."""
        if when is None or when.origin != "text" or self._published is None:
            return False
        begin = _day(when.begin)
        return begin is not None and begin > self._published


LOCATIVE = frozenset("in at near outside inside around off across".split())
TOWARDS = frozenset("to into from on over through".split())  # a place only for what moves or strikes there
MOVING = frozenset(("CONSULT", "ASSAULT", "RETREAT", "MOBILIZE", "COERCE", "AID"))


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


PEOPLE = {
    "killed": ("kill", "dead", "die", "slay", "death", "fatality"),
    "injured": ("injure", "wound", "hurt", "injury"),
}


def size_of(reading: Reading, parse: Parse, tokens: Iterable[int], kind: str) -> Size | None:
    """The number of people that some tokens count, as the kind of harm or take-part that the act tells."""
    for token in tokens:
        for figure in reading.figures:
            if figure.kind == "count" and figure.low is not None and _counts(parse, figure.span, token):
                pair = (figure.low, figure.high if figure.high is not None else figure.low)
                return Size(**{kind: pair})
    return None


def _counts(parse: Parse, span: Span, token: int) -> bool:
    covered = parse.tokens_in(span)
    return token in covered or any(parse.heads[at] == token for at in covered)


def harmed(lemma: str, key: str) -> str:
    """Which count an act's victims belong to."""
    for kind, lemmas in PEOPLE.items():
        if lemma in lemmas:
            return kind
    return "arrested" if key == "arrest" else "people"
