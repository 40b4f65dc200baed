"""The date that a sentence itself gives an act."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from datetime import date, timedelta

from ....model import Reading, Reason, When
from ..grammar.attach import saying
from ..grammar.clause import climb, tense
from ..grammar.slots import PASSIVE_SUBJECTS, SUBJECTS, is_verb
from ..mention import Mention
from .distance import of_a_limit
from .phrases import Phrase, day_of, phrases
from .stretch import hull

BACKGROUND_AFTER = 60  # days before publication, exam guide: older than this is told as background
WEEK = 7  # days
Dated = tuple[When | None, Reason]


class Dates:
    """The times of a reading, ready to be chosen from."""

    __slots__ = ("_day", "_firsts", "_habits", "_of_verbs", "_parse", "_phrases")

    def __init__(self, reading: Reading) -> None:
        assert reading.parse is not None
        self._parse = reading.parse
        self._day = reading.report.day
        line = reading.report.dateline
        self._phrases = phrases(
            self._parse,
            self._day,
            [time for time in reading.times if line is None or not line.span.overlaps(time.span)],
            reading.report.text,
        )
        self._firsts = [phrase.first for phrase in self._phrases]
        self._of_verbs = {
            phrase.way.verb: phrase.when
            for phrase in reversed(self._phrases)
            if phrase.way.verb is not None and not phrase.way.nouns and not phrase.penalty
        }
        often = [self._parse.tokens_in(time.span) for time in reading.times if time.type == "SET"]
        self._habits = frozenset(climb(self._parse, self._parse.head_in(tokens)).verb for tokens in often if tokens)

    def of(self, mention: Mention) -> tuple[When | None, Reason, bool]:
        """The time beside an act and the reason; the third value is True where the words point back to one told."""
        best: tuple[int, int] | None = None
        found: Phrase | None = None
        for phrase in self._near(mention.number):
            cost = mention.web.cost(mention.token, phrase.way, phrase.first, phrase.last)
            if cost is not None and (_of_the_reason(mention, phrase) or of_a_limit(mention, phrase.way)):
                continue
            if self._of_another_sentence(mention, phrase):
                continue
            if cost is None:
                cost = self._unfit(mention, phrase)
            if cost is None:
                continue
            since = phrase.way.links[0] == "since"
            if phrase.way.links[0] == "for" and phrase.lasting and mention.act.act not in REPEATED:
                continue  # has been jailed for two years
            cost += phrase.penalty + (0 if since else self._misfit(mention, phrase.when, cost))
            rank = (cost, abs(phrase.first - mention.token))
            if (
                cost <= FURTHEST
                and (best is None or rank < best)
                and not (since and self._only_compared(mention, phrase))
            ):
                best, found = rank, phrase
        if found is not None and found.when is not None:
            if found.way.links[0] == "since" and mention.act.act in REPEATED:
                return self._until_now(found.when), Reason("when:since then", found.when.span), False
            if found.way.links[0] in DUE and mention.status in COMING and self.ahead(found.when):
                return (
                    hull(found.when, self._published()[0] or found.when),
                    Reason("when:until then", found.when.span),
                    False,
                )
            return found.when, Reason("when:time beside the act", found.when.span), False
        when, reason = self._published()
        return when, reason, found is not None

    def _near(self, number: int) -> list[Phrase]:
        """The times of a sentence."""
        start, end = self._parse.sentences[number]
        return self._phrases[bisect_left(self._firsts, start) : bisect_left(self._firsts, end)]

    def _only_compared(self, mention: Mention, phrase: Phrase) -> bool:
        """True for *the worst attack since 2008* and *the first to visit since 2008*; not for *attacks since 2008*."""
        parse, nouns = self._parse, phrase.way.nouns
        if (nouns and parse.tags[nouns[0]] != "NNS") or (not mention.is_noun and mention.tense in ("to", "future")):
            return True
        before = range(parse.sentences[mention.number][0], phrase.first)
        return any(parse.tags[at] in ("JJS", "RBS") or parse.lower[at] == "first" for at in before)

    def _of_another_sentence(self, mention: Mention, phrase: Phrase) -> bool:
        """True for the date of what a colon or a semicolon parts from a plan: *the visit is prepared: she goes in May*.

        What was done is told once more behind a colon, with its date: *three were killed: two were shot on Monday*.
        """
        parse, verb = self._parse, phrase.way.verb
        if mention.status not in COMING:
            return False
        low, high = sorted((mention.token, phrase.first))
        stop = next((at for at in range(low + 1, high) if parse.lower[at] in _STOPS), None)
        return stop is not None and verb is not None and (verb > stop) == (phrase.first > stop) and is_verb(parse, verb)

    def _until_now(self, when: When) -> When:
        """The stretch from a time up to publication."""
        until, _ = self._published()
        if until is None or until.end <= when.begin:
            return when
        return When(when.begin, until.end, f"{when.value}/{until.value}" if when.value else None, "text", when.span)

    def beside(self, verb: int) -> When | None:
        """The date that hangs on a verb itself."""
        return self._of_verbs.get(verb)

    def scheduled(self, mention: Mention) -> bool:
        """True for an event noun brought on a day ahead: *the summit opens on Friday*, *called a rally for May*."""
        if self._set_for(mention):
            return True
        way = climb(self._parse, mention.token)
        verb = mention.carrier if mention.carrier is not None else way.verb
        if verb is None or not mention.is_noun:
            return False
        own = verb == mention.carrier or (not way.nouns and way.role in ACTED)
        now = own and tense(self._parse, verb) == "present"
        for phrase in self._near(mention.number):
            called = phrase.way.links[0] == "for" and (phrase.way.nouns[:1] == (mention.token,) or way.role == "dobj")
            if phrase.way.verb == verb and not phrase.penalty and (now or called) and self.ahead(phrase.when):
                return True
        return False

    def _set_for(self, mention: Mention) -> bool:
        """True for what a verb sets for a day ahead: *called a strike for Monday*, *announced talks for June*."""
        verb = mention.carrier if mention.is_noun else mention.token
        near = self._near(mention.number) if verb is not None else ()
        ways = (phrase.way for phrase in near if self.ahead(phrase.when) and len(phrase.way.nouns) <= 1)
        return any(way.verb == verb and "for" in (way.links[0], way.links[-1]) for way in ways)

    def habitual(self, mention: Mention) -> bool:
        """True for what is done time and again: *talks are held each year*."""
        verb = climb(self._parse, mention.token).verb if mention.is_noun else mention.token
        return verb in self._habits and mention.tense == "present"

    def told_in(self, number: int, tenses: Collection[str] = ("past",)) -> When | None:
        """The date that a sentence gives its main clause, if that is told in the past and is not of something said."""
        parse = self._parse
        for phrase in self._near(number):
            verb, main = phrase.way.verb, not phrase.way.nouns and not phrase.penalty
            if verb is None or parse.heads[verb] != verb or parse.lemmas[verb] in saying():
                continue
            if main and tense(parse, verb) in tenses:
                return None if self.ahead(phrase.when) else phrase.when
        return None

    def _published(self) -> Dated:
        if self._day is None:
            return None, Reason("when:no time in the text")
        end = self._day + timedelta(1) if self._day < date.max else self._day  # the calendar ends in 9999
        when = When(self._day.isoformat(), end.isoformat(), self._day.isoformat(), "published")
        return when, Reason("when:no time in the text, day of publication")

    def _misfit(self, mention: Mention, when: When | None, cost: int) -> int:
        """What was done lies not ahead, what is planned not behind: steps added to a time that is not the act's own."""
        if when is None or self._day is None:
            return 0
        begin, end = day_of(when.begin), day_of(when.end)
        if begin is None or end is None:
            return 0
        ahead, behind = begin > self._day, end <= self._day
        if (end - begin).days >= WEEK and behind and not mention.is_noun:
            now = self._parse.tags[mention.token] in ("VBZ", "VBP")
            if now or mention.tense == "perfect":
                return FURTHEST + 1  # English has no "has come last year", no "blames last week"
        if ahead and not mention.is_noun and mention.status == "asserted" and mention.tense in PAST:
            return FURTHEST + 1
        wrong = (mention.status == "asserted" and ahead) or (
            mention.status == "planned" and behind and not mention.turned
        )
        return FURTHEST if wrong and cost else 0

    def _unfit(self, mention: Mention, phrase: Phrase) -> int | None:
        """The cost of a past time that hangs on a verb of the present, for the noun before it: *blames Iran for two
        attacks last week*."""
        parse, when = self._parse, phrase.when
        if not mention.is_noun or when is None or self._day is None or phrase.way.nouns or phrase.way.links[0]:
            return None
        way, end = climb(parse, mention.token), day_of(when.end)
        beside = way.verb is not None and way.verb == phrase.way.verb and way.verb < mention.token < phrase.first
        if not beside or end is None or end > self._day or parse.tags[way.verb or 0] not in ("VBZ", "VBP"):
            return None
        return 3

    def background(self, when: When | None) -> bool:
        """True for a time that ended long before publication."""
        if when is None or when.origin != "text" or self._day is None:
            return False
        end = day_of(when.end)
        return end is not None and (self._day - end).days > BACKGROUND_AFTER

    def agree(self, one: When | None, other: When | None) -> bool:
        """False for two dates that cannot be of one act; a day is allowed for nights and for time zones."""
        if one is None or other is None:
            return True
        if "text" not in (one.origin, other.origin):
            return True
        if one.origin != other.origin:  # what goes undated is news and not long ago
            return not self.background(one if one.origin == "text" else other)
        ends = [day_of(value) for value in (one.begin, one.end, other.begin, other.end)]
        if None in ends:
            return True
        begin, end, first, last = (day.toordinal() for day in ends if day is not None)
        return begin <= last and first <= end

    def ahead(self, when: When | None) -> bool:
        """True for a time that begins after the day of publication."""
        if when is None or when.origin != "text" or self._day is None:
            return False
        begin = day_of(when.begin)
        return begin is not None and begin > self._day


PAST = ("past", "perfect", "pluperfect")
ACTED = (*SUBJECTS, *PASSIVE_SUBJECTS)
REPEATED = frozenset(("ASSAULT", "PROTEST", "CONSULT", "AID", "MOBILIZE"))  # what is done since then is done many times
DUE, COMING = frozenset(("by", "before")), frozenset(("planned", "hypothetical"))  # what has to be done until then
_STOPS = frozenset((":", ";"))
_REASONS = frozenset(("for", "over", "on", "into", "against"))
FURTHEST = 5  # steps; what lies further apart in a sentence belongs to something else


def _of_the_reason(mention: Mention, phrase: Phrase) -> bool:
    """True for the date of what an act is done for: *jailed for the 2019 attack*, *arrested over Monday's march*."""
    way = phrase.way
    if not way.nouns or way.links[0] or phrase.last > way.nouns[0] or mention.token in way.nouns:
        return False
    return way.links[-1] in _REASONS and mention.act.act not in REPEATED
