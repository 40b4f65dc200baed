"""From triggers to events, sentence by sentence: composition, roles, status, date, place, speaker, codes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial

from ...model import SAID, Event, Parse, Party, Reading, Reason, Span, Statement, When, Where
from .acts import Act, compose, explained, official, with_codes
from .aside import aside, goes_on, main_codes_only
from .confidence import confidence
from .context import contexts_of
from .draft import Draft, draft_of, span_of
from .embedding import embed
from .grammar.attach import Web
from .grammar.clause import SUBJECTS, climb, definite, tense
from .grammar.slots import is_passive
from .mention import Mention
from .obligation import obliged
from .plans import called_coming, civic, is_told, planned, told_by_doer, told_in
from .refine import refine_meeting, refine_shot
from .roles import Cast, party_of, party_of_where, settle_people
from .size import Numbers
from .speaker import speaker_of, statement_at
from .status import Judgement, judge
from .telling.ditto import done_before
from .telling.recall import antecedent, others, restated, same_people
from .telling.sharpen import sharpened
from .telling.story import Story
from .triggers import Triggers
from .when.beside import Dates
from .where.beside import Spots
from .worth import barred, named, worth_telling

POLICE_ACTS = frozenset(("arrest", "charge", "seize", "investigate"))
ARMED = frozenset(("MIL", "COP"))
ANEW = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID", "COOPERATE"))  # a raid need not be that raid
Told = tuple[int, Statement] | None


class Coder:
    """Codes one reading."""

    __slots__ = ("_acts", "_cast", "_dates", "_numbers", "_parse", "_reading", "_story", "_triggers", "_web")

    def __init__(self, reading: Reading, triggers: Triggers) -> None:
        assert reading.parse is not None
        self._reading = reading
        self._parse: Parse = reading.parse
        self._triggers = triggers
        self._acts: dict[str, Act] = {}
        self._cast = Cast(reading)
        self._dates = Dates(reading)
        self._numbers = Numbers(reading)
        self._story = Story(reading.parse, self._dates, Spots(reading))
        self._web = Web(reading.parse, ())

    def events(self) -> list[Event]:
        """The events of the reading, in order of the text."""
        asides = self._tell()
        return main_codes_only(sharpened(self._story), asides, goes_on(self._parse))

    def _tell(self) -> set[str]:
        """Tells the story sentence by sentence; the ids of what is told aside."""
        parse, asides = self._parse, set[str]()
        for number, (first, last) in enumerate(parse.sentences):
            found = self._triggers.find(parse, first, last, self._cast.holds)
            if not found:
                continue
            self._web = Web(parse, [item.token for item in found])
            for draft in embed(parse, [draft_of(item, parse, self._cast) for item in found]):
                if draft.found.trigger.frame == "follow" and not self._repeats(draft, number):
                    continue
                draft.aside = aside(parse, draft.found.token, draft.carrier)
                event = self._finish(draft, number)
                if event is not None:
                    self._acts[event.id] = draft.act
                if event is not None and draft.aside:
                    asides.add(event.id)
        return asides

    def _finish(self, draft: Draft, number: int) -> Event | None:
        """The finished event of a draft, or None where it names nobody."""
        within = statement_at(self._reading, span_of(self._parse, draft.found))
        if within is not None:
            self._oblige(draft, within[1])
            self._told_by_police(draft, within[1])
            told_by_doer(draft, self._speaking(within[1]))
        fresh = draft.found.trigger.frame in ("join", "follow")  # others were there, or did it, before them
        newcomers = [] if fresh else draft.actors
        another = partial(self._story.another, self._mention(draft, number, "asserted"))
        earlier = antecedent(self._story.told, draft.act.act, draft.act.mode, newcomers, draft.recipients, another)
        again = restated(self._mention(draft, number, "asserted"), self._story.told)
        if again is not None:
            earlier, draft.actors, draft.recipients = again, list(again.actors), list(again.recipients)
            draft.why.append(Reason("roles:from an earlier mention", again.trigger))
        elif earlier is not None:
            self._recall(draft, earlier)
        if not worth_telling(draft):
            return None
        judgement = judge(self._parse, draft.found.token, draft.carrier, within is not None)
        judgement = called_coming(self._parse, draft, judgement)
        if draft.duty is not None:
            judgement = Judgement("asserted", judgement.why)
        elif again is not None:
            judgement = Judgement(again.status, (Reason("status:as told before", again.trigger),))
        elif draft.promised or draft.turned or draft.found.trigger.ahead:
            plan = planned(draft, judgement)
            if plan is None:
                return None
            judgement = plan
        elif earlier is not None and earlier.status == "planned" and self._stands_for(draft, number, judgement):
            judgement = Judgement("planned", (Reason("status:as planned before", earlier.trigger),))
        elif judgement.status == "asserted" and self._dates.scheduled(self._mention(draft, number, "asserted")):
            judgement = Judgement("planned", (Reason("status:on a day ahead", span_of(self._parse, draft.found)),))
        return self._event(draft, number, within, judgement, earlier)

    def _event(
        self, draft: Draft, number: int, within: Told, judgement: Judgement, earlier: Event | None
    ) -> Event | None:
        parse, sentence = self._parse, self._parse.sentences[number]
        status, act = judgement.status, draft.act
        mention = self._mention(draft, number, status)
        when, because = self._story.time_of(mention)
        where, place_reason = self._story.place_of(mention, when)
        size, size_reason = self._numbers.of(mention, draft.victims)
        somebody = named(draft) or _stands_for_its_place(draft, mention, where)
        status = self._by_its_date(status, mention, when)
        if not is_told(draft, mention, status, when, where, bool(somebody)):
            return None
        act = refine_meeting(act, draft.actors, draft.recipients, where)
        act = refine_shot(act, parse, draft.found.token, draft.actors, draft.recipients)
        recipients = [settle_people(party, where, draft.actors) for party in draft.recipients]
        if act.act == "PROTEST":  # a crowd is of where it gathers
            draft.actors = [settle_people(party, where, ()) for party in draft.actors]
        event = Event(
            id=self._id(span_of(parse, draft.found), act.key),
            sentence=parse.span(sentence[0], sentence[1] - 1),
            trigger=told_in(parse, draft),
            act=act.act,
            mode=act.mode,
            status=status,
            plover=None,
            contexts=contexts_of(act, parse, sentence, earlier),
            actors=tuple(draft.actors),
            recipients=tuple(recipients),
            when=when,
            where=where,
            speaker=speaker_of(self._reading, within[1]) if within else None,
            statement=within[0] if within else None,
            size=size,
            why=(*draft.why, *judgement.why, because, *filter(None, (place_reason, size_reason))),
            confidence=confidence(draft, status, within is not None, judgement.refused),
        )
        event = _coded(event, draft, act, judgement)
        self._story.tell(mention, event)
        return event

    def _by_its_date(self, status: str, mention: Mention, when: When | None) -> str:
        """The status once the date is known: what lies long ago is background, what lies ahead is planned."""
        if status != "asserted":
            return status
        past = self._dates.background(when) or (when is None and self._story.far_past(mention))
        ahead = self._dates.ahead(when) and mention.act.act not in SAID  # what is promised for May is promised now
        return "background" if past else "planned" if ahead else status

    def _stands_for(self, draft: Draft, number: int, judgement: Judgement) -> bool:
        """True for an event noun that only points back: *the visit* of which more is said than that it took place."""
        if not draft.found.noun or judgement.status != "asserted" or judgement.refused:
            return False
        recalled = any(reason.rule == "roles:from an earlier mention" for reason in draft.why)
        if recalled and draft.act.act == "CONSULT" and self._parse.lower[self._parse.heads[draft.found.token]] == "for":
            return True  # will come to Quito on Monday, she said on Friday, for a meeting
        return recalled and self._mention(draft, number, "asserted").definite and not _took_place(self._parse, draft)

    def _mention(self, draft: Draft, number: int, status: str) -> Mention:
        token, sides = draft.found.token, (draft.actors, draft.recipients)
        return Mention(self._parse, self._web, token, number, draft.act, status, draft.carrier, *sides, draft.turned)

    def _oblige(self, draft: Draft, statement: Statement) -> None:
        """Turns what a speaker says that others must do into the speaker's demand."""
        duty = obliged(self._parse, draft.carrier if draft.carrier is not None else draft.found.token)
        if duty is None or civic(draft) or not draft.actors or draft.found.trigger.stance in ("ask", "demand"):
            return
        speaker = self._speaking(statement)
        if speaker is None or any(speaker.span.overlaps(party.span) for party in draft.actors):
            return
        act = compose(duty.stance, draft.act)
        span = self._parse.span(duty.word, duty.word)
        draft.why.append(Reason(f"compose:obligation, {duty.stance} + {draft.act.key} = {act.key}", span))
        draft.act, draft.recipients, draft.actors, draft.duty = act, draft.actors, [speaker], duty.word

    def _told_by_police(self, draft: Draft, statement: Statement) -> None:
        """An arrest that police tell of in the passive is theirs: *two men were detained, police said*."""
        speaker = self._speaking(statement) if draft.act.key in POLICE_ACTS and not draft.actors else None
        if speaker is not None and "COP" in speaker.sectors:
            draft.actors = [speaker]
            draft.why.append(Reason("roles:told by those who act", speaker.span))

    def _speaking(self, statement: Statement) -> Party | None:
        """The party that makes a statement."""
        if statement.speaker is not None:
            return party_of(self._reading.actors[statement.speaker])
        if statement.source is None:
            return None
        return Party(statement.source, statement.source.of(self._reading.report.text))

    def _recall(self, draft: Draft, earlier: Event) -> None:
        """Takes over the parties of an earlier mention that this one leaves out."""
        if draft.actors and draft.recipients:
            return
        goes_on = draft.act.key == "visit" and bool(draft.actors)  # a visitor arrives, is met, goes on: at one host's
        token = draft.found.token
        before = earlier.sentence.end <= self._parse.starts[token]
        passive = before and not (draft.actors or draft.found.noun) and is_passive(self._parse, token)
        passive = passive and self._parse.child(token, "agent") is None
        alone = not (draft.actors or draft.recipients) and self._known_subject(draft)
        known = not earlier.recipients or same_people(draft.recipients, earlier.recipients)
        points = draft.found.noun and (not before or draft.act.act not in ANEW or definite(self._parse, token))
        known = known and not _comrades(earlier.actors, draft.recipients)
        if points or goes_on or alone or (passive and draft.recipients and known):
            draft.actors = draft.actors or others(earlier.actors, draft.recipients)
            draft.recipients = draft.recipients or others(earlier.recipients, draft.actors)
            draft.why.append(Reason("roles:from an earlier mention", earlier.trigger))

    def _known_subject(self, draft: Draft) -> bool:
        """True if a subject, though no party, may stand for one told before: *the bomb exploded*, not *a bomb*."""
        subject = self._parse.child(draft.found.token, *SUBJECTS)
        if subject is None:
            return False
        return draft.act.act not in ANEW or self._parse.tags[subject] != "NN" or definite(self._parse, subject)

    def _repeats(self, draft: Draft, number: int) -> bool:
        """Gives the draft of *followed on Wednesday* the act told before it; False where it repeats none."""
        before = done_before(self._story.told, self._parse, number, draft.found.token, draft.actors)
        when = self._dates.of(self._mention(draft, number, "asserted"))[0]
        told = "suit" in self._parse.lower[draft.found.first : draft.found.last + 1]
        if before is None or not (told or (when is not None and when.origin == "text")):
            return False
        draft.act = self._acts[before.id]
        draft.recipients = others(before.recipients, draft.actors)
        draft.why.append(Reason("roles:from an earlier mention", before.trigger))
        return True

    def _id(self, trigger: Span, key: str) -> str:
        text = f"{self._reading.report.id}\x1f{trigger.start}\x1f{trigger.end}\x1f{key}"
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _coded(event: Event, draft: Draft, act: Act, judgement: Judgement) -> Event:
    """An event with its official codes, or with the reason why it has none."""
    why_not = barred(draft, event.confidence)
    coded = official(act, event.status, judgement.refused) if why_not is None else None
    return explained(with_codes(event, coded), event.status, act, coded, why_not)


def _stands_for_its_place(draft: Draft, mention: Mention, where: Where | None) -> bool:
    """True for an attack that a main clause tells with no side but a place, which is then the one attacked."""
    if draft.act.act != "ASSAULT" or where is None or where.country is None:
        return False
    if mention.status != "asserted" or not mention.main:
        return False
    way = climb(mention.parse, mention.token)
    if mention.is_noun and any(link != "of" for link in way.links[: len(way.nouns)]):
        return False  # soldiers with tear gas
    draft.recipients = [party_of_where(where)]
    draft.why.append(Reason("roles:the place alone", where.span))
    return True


def _comrades(actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """True for armed people of one country on both sides: soldiers are not killed by those they serve with."""
    own = {party.country for party in actors if ARMED.intersection(party.sectors) and party.country}
    return any(party.country in own and ARMED.intersection(party.sectors) for party in recipients)


def _took_place(parse: Parse, draft: Draft) -> bool:
    """True for an event noun of which the past is told: *the visit began*, *during the visit they signed*."""
    way = climb(parse, draft.found.token)
    if way.verb is None or tense(parse, way.verb) not in ("past", "perfect", "pluperfect"):
        return False
    return draft.carrier is not None or way.links[-1] in _IN_ITS_COURSE or (not way.nouns and way.role in SUBJECTS)


_IN_ITS_COURSE = frozenset(("during", "at", "in", "after", "since"))
