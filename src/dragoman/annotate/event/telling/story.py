"""Where and when the telling stands: what a sentence leaves out goes on from those before it.

*Talks opened in Geneva on Monday between Chad and Sudan. The talks will go on.* A mention that points back has the
date and place of what it points at; what is told in the simple past goes on at the date and place of the sentences
before it. What is said, asked or promised takes over neither.
"""

from __future__ import annotations

from ....model import Event, Parse, Reason, When, Where
from ..grammar.clause import climb, markers
from ..mention import Mention
from ..when.beside import PAST, Dates
from ..when.distance import Distances, minutes_away, set_apart
from ..when.stretch import exact, shifted
from ..where.beside import Spots
from ..where.homes import Homes, strangers
from .gathering import Gathering
from .journey import journey
from .recall import LOOK_BACK, apart, dated, many_for_one, one_act, restated, shared

NEAR = 3  # sentences over which the telling stays at its place
NEXT = 1  # sentences over which it stays at its time
REAL = ("asserted", "background")
SETTLED = frozenset(("ASSAULT", "CONSULT", "PROTEST"))


class Story:
    """What has been told so far, and where it stands."""

    __slots__ = (
        "_by_token",
        "_by_word",
        "_dates",
        "_gaps",
        "_gathering",
        "_homes",
        "_lemmas",
        "_long_ago",
        "_parse",
        "_place",
        "_spots",
        "_time",
        "pointing",
        "told",
    )

    def __init__(self, parse: Parse, dates: Dates, spots: Spots) -> None:
        self.told: list[Event] = []
        self._parse = parse
        self._dates = dates
        self._spots = spots
        self._homes = Homes(spots)
        self._time: tuple[int, When] | None = None
        self._long_ago = -NEAR - 1  # the last sentence that told of the far past
        self._place: tuple[int, Where, When | None] | None = None
        self._by_word: dict[str, Event] = {}
        self._by_token: dict[int, Event] = {}
        self._lemmas: dict[str, str] = {}
        self._gathering = Gathering()
        self._gaps = Distances(spots.reading)
        self.pointing: set[str] = set()

    def tell(self, mention: Mention, event: Event) -> None:
        """Takes note of an event and the mention that it was made of."""
        number = mention.number
        self.told.append(event)
        self._by_token[mention.token] = event
        self._lemmas[event.id] = self._parse.lemmas[mention.token]
        self._gathering.note(mention, event)
        beside = any(reason.rule == "where:place beside the act" for reason in event.why)
        named = beside and event.where is not None and event.where.kind != "country"  # the battle of Gao
        if mention.definite and not named:
            self.pointing.add(event.id)
        self._by_word[self._parse.lemmas[mention.token]] = event
        dated = event.when is not None and event.when.origin == "text"
        if event.status in REAL and event.when is not None and dated and mention.main:
            self._time = (number, event.when)
        if event.status == "background" and mention.main and not mention.is_noun:
            self._long_ago = number
        elif event.status == "asserted" and dated:
            self._long_ago = -NEAR - 1
        guessed = any(reason.rule == "where:the scene of the report" for reason in event.why)
        if event.where is not None and event.status in REAL and not guessed:
            self._place = (number, event.where, event.when)

    def time_of(self, mention: Mention) -> tuple[When | None, Reason]:
        """The date of a mention: its own, that of what it points back at, that of the telling, or publication."""
        when, reason, back = self._dates.of(mention)
        if when is not None and when.origin == "text":
            return when, reason
        going = journey(mention)
        if going is not None:
            on_the_way, because, _ = self._dates.of(going)
            if on_the_way is not None and on_the_way.origin == "text":
                return on_the_way, because
        distant = self._apart(mention)
        if distant is not None:
            return distant
        if back and self._time is not None:
            return self._time[1], Reason("when:that day", self._time[1].span)
        for event, why in (
            (self._joined(mention), "the act that it is joined to"),
            (self._same(mention, dated=True), "an earlier mention"),
            (self._beside(mention), "its occasion"),
            (self._gathering.of(mention), "the meeting"),
        ):
            if event is not None and event.when is not None and event.when.origin == "text":
                return event.when, Reason(f"when:from {why}", event.when.span)
        goes_on = self._going_on(mention)
        if goes_on is not None:
            return goes_on, Reason("when:the telling goes on", goes_on.span)
        if self.far_past(mention):
            return None, Reason("when:told of the past without a date")
        return when, reason

    def _apart(self, mention: Mention) -> tuple[When, Reason] | None:
        """The date of what is told to lie so much time before or after another act that has a date."""
        gap = self._gaps.of(mention.token)
        if gap is None:
            return None
        told = (
            self._by_token.get(gap.other)
            or self._by_word.get(self._parse.lemmas[gap.other])
            or self._subject(gap.other)
        )
        base = self._dates.beside(gap.other)
        if base is None and told is not None and told.when is not None and told.status == "asserted":
            base = told.when
        when = shifted(base, gap.time, gap.sign) if base is not None else None
        return (when, Reason("when:so much time from another act", gap.time.span)) if when is not None else None

    def _subject(self, verb: int) -> Event | None:
        """The act that is the subject of a verb: *the raid came two days after the attack*."""
        return next((self._by_token[at] for at in self._parse.children_by(verb, "nsubj") if at in self._by_token), None)

    def far_past(self, mention: Mention) -> bool:
        """True for what is told in the past right after something long ago."""
        near = mention.number - self._long_ago <= NEAR
        return near and mention.status == "asserted" and mention.tense in ("past", "pluperfect")

    def _joined(self, mention: Mention) -> Event | None:
        """The act with which one clause joins this one: *was arrested and charged*."""
        parse, at, again = self._parse, mention.token, restated(mention, self.told)
        if again is not None:
            return again
        if mention.is_noun:
            way = climb(parse, at)
            carries = not way.nouns and way.links[0] in ("for", "during", "at", "in") and way.verb is not None
            event = self._by_token.get(way.verb) if carries and way.verb is not None else None
            if event is None and way.links[0] == "on" and not way.nouns and mention.act.act == "ACCUSE":
                event = self._by_token.get(-1 if way.verb is None else way.verb)
                return event if event is not None and event.act == "COERCE" else None  # was arrested on charges
            return event if event is not None and event.status == mention.status and mention.physical else None
        if mention.status not in REAL:
            return None
        within = self._by_token.get(parse.heads[at]) if parse.deps[at] == "relcl" else None
        if within is not None and within.when is not None and within.when.origin == "text":
            return within if within.status in REAL else None  # a bombing that killed ten
        for _ in range(3):
            bare = parse.tags[at] in ("VBN", "VBG") and parse.deps[at] == "advcl" and not list(markers(parse, at))
            if parse.deps[at] != "conj" and not bare:
                return None
            at = parse.heads[at]
            event = self._by_token.get(at)
            if event is not None:
                return event if event.status in REAL else None
        return None

    def _same(self, mention: Mention, dated: bool = False, when: When | None = None) -> Event | None:
        """The earlier mention, if this one points back at it or repeats it; the latest that has a date if ``dated``."""
        if mention.status not in (*REAL, "planned") or self._dates.habitual(mention):
            return None
        if mention.is_noun and not mention.definite:
            return None
        if not mention.is_noun and not mention.physical:
            return None
        earlier = self._antecedent(mention, dated, when)
        if earlier is None or (mention.is_noun and self._elsewhere(mention, earlier)):
            return None
        if mention.is_noun or mention.status == "planned":
            return earlier
        if mention.act.act == "SUPPORT" and self._lemmas[earlier.id] != self._parse.lemmas[mention.token]:
            return None  # there are many ways to praise and to greet, and each is an act of its own
        if mention.tense == "past":
            here = self._dates.told_in(mention.number, PAST)
            return earlier if not dated or (exact(earlier.when) and self._dates.agree(here, earlier.when)) else None
        modes = {mention.act.mode, earlier.mode}
        repeated = shared(mention.actors, earlier.actors) and (len(modes) == 1 or None in modes)
        return earlier if repeated and mention.tense in ("pluperfect", "present", "reduced") else None

    def another(self, mention: Mention, earlier: Event) -> bool:
        """True for a mention to which its sentence gives another time or place than the earlier one has."""
        when, _, _ = self._dates.of(mention)
        other_day = when is not None and when.origin == "text" and not self._dates.agree(when, earlier.when)
        elsewhere = mention.is_noun and earlier.where is not None and self._elsewhere(mention, earlier)
        return other_day or elsewhere or many_for_one(mention, earlier)

    def _elsewhere(self, mention: Mention, earlier: Event) -> bool:
        """True for a noun whose own place is not that of the earlier mention: *the battle of Gao*."""
        where, _ = self._spots.of(mention)
        if earlier.where is None:  # the battle of Gao is named by its own place
            word = self._parse.lemmas[mention.token]
            return where is not None and where.kind != "country" and self._lemmas[earlier.id] != word
        return apart(where, earlier.where)

    def _antecedent(self, mention: Mention, dated: bool, when: When | None = None) -> Event | None:
        """The latest mention of the act at no other time, those by the same word first."""
        as_told = REAL if mention.status in REAL else ("planned",)
        fitting = [
            event
            for event in self.told[-LOOK_BACK:]
            if event.status in as_told
            and (event.where is not None if not dated else event.when is not None and event.when.origin == "text")
            and self._dates.agree(when, event.when)
            and not many_for_one(mention, event)
        ]
        lemma = self._parse.lemmas[mention.token]
        alike = [event for event in fitting if self._lemmas[event.id] == lemma] if mention.is_noun else []
        for event in (*reversed(alike), *reversed(fitting)):
            if event.act == mention.act.act and one_act(mention.actors, mention.recipients, mention.act.mode, event):
                return event
        return None

    def _beside(self, mention: Mention) -> Event | None:
        """The told event in whose course the act happens: *at the talks they agreed*."""
        parse = self._parse
        verb = mention.token if not mention.is_noun else climb(parse, mention.token).verb
        if verb is None or mention.status not in REAL:
            return None
        for child in parse.children_by(verb, "prep"):
            if parse.lower[child] in ("at", "during") or minutes_away(parse, child):
                for noun in parse.children_by(child, "pobj"):
                    event = self._by_word.get(parse.lemmas[noun])
                    if event is not None and event.status in REAL and noun != mention.token:
                        return event
        return None

    def _going_on(self, mention: Mention) -> When | None:
        """The time at which the telling stands, for an act that gives none."""
        if not mention.physical or mention.status != "asserted" or not mention.told or set_apart(mention):
            return None
        here = self._dates.told_in(mention.number, PAST)
        for event in reversed(self.told[-LOOK_BACK:]):
            if here is None and event.act == mention.act.act and event.status == "asserted" and dated(event):
                return event.when
        if here is None and self._time is not None and mention.number - self._time[0] <= NEXT:
            return self._time[1] if exact(self._time[1]) else None
        return here or (self._dates.told_in(mention.number - 1) if mention.number else None)

    def place_of(self, mention: Mention, when: When | None) -> tuple[Where | None, Reason | None]:
        """The place of a mention of an act at a time: its own, that of what it points back at, or of the telling."""
        going = journey(mention)
        for own in (mention, going) if going is not None else (mention,):
            where, reason = self._spots.of(own)
            if where is not None:
                return where, reason
        for event, why in (
            (self._joined(mention), "the act that it is joined to"),
            (self._same_place(mention, when), "an earlier mention"),
            (self._beside(mention), "its occasion"),
            (self._gathering.of(mention), "the meeting"),
        ):
            if event is not None and event.where is not None:
                return event.where, Reason(f"where:from {why}", event.where.span)
        found = self._homes.visited(mention) or self._scene(mention, when)
        return found if found is not None else (None, None)

    def _same_place(self, mention: Mention, when: When | None) -> Event | None:
        """The earlier mention of the act that gives it a place; what meets or fights goes on where it did."""
        if not mention.physical or mention.status not in (*REAL, "planned"):
            return None
        same = self._same(mention, when=when)
        if same is not None or mention.act.act not in SETTLED:
            return same
        plural = self._parse.tags[mention.token] == "NNS"  # *attacks* may be any number
        general = mention.tense in ("perfect", "present") if not mention.is_noun else plural
        return None if general else self._antecedent(mention, False, when)

    def _scene(self, mention: Mention, when: When | None) -> tuple[Where, Reason] | None:
        """The place where the telling stands."""
        if not mention.physical or mention.status != "asserted":
            return None
        told, number = mention.told, mention.number
        if told and self._place is not None and number - self._place[0] <= NEAR:
            here, ruled = self._place[1], self._homes.ruled(mention)
            if ruled is not None and ruled[0].country != here.country:
                return ruled
            if self._dates.agree(when, self._place[2]) and not strangers(mention, here):
                return here, Reason("where:the telling goes on", here.span)
        before = self._spots.told_in(number - 1) if told and number else None
        then = self._dates.told_in(number - 1) if before is not None else None
        if before is not None and self._dates.agree(when, then) and not strangers(mention, before):
            return before, Reason("where:the telling goes on", before.span)
        lately = number - self._long_ago > NEAR and mention.tense != "perfect"
        return self._homes.of(mention, told, lately, self._dates.background(when))
