"""From triggers to events: composition, roles, status and the rest, sentence by sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...model import Event, Parse, Party, Reading, Reason, Span, Statement
from .acts import HOSTILE, QUAD, Act, acts, compose, goldstein, official, stops
from .details import Surroundings, harmed, numbers, size_of
from .frames import frames
from .obligation import obliged
from .roles import Cast, cast_roles, party_of
from .slots import is_verb, noun_slots, verb_slots
from .status import judge
from .triggers import Found, Triggers

SWALLOWING = frozenset(("ask", "demand", "agree", "vow", "refuse", "threaten", "stop", "offer"))
COMPLEMENT = frozenset(("xcomp", "ccomp", "dobj", "pobj", "pcomp", "prep", "acl", "nsubjpass", "conj", "attr", "compound", "relcl"))
GROUNDED = frozenset(("arrest", "charge", "convict", "sue", "investigate", "complain", "disapprove"))


@dataclass(slots=True)
class Draft:
    """An event in the making."""

    found: Found
    act: Act
    carrier: int | None
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    why: list[Reason] = field(default_factory=list)
    inner: Draft | None = None
    swallowed: bool = False
    presupposed: bool = False
    duty: int | None = None
    victims: list[int] = field(default_factory=list)


class Coder:
    """Codes one reading."""

    __slots__ = ("_around", "_cast", "_parse", "_reading", "_triggers")

    def __init__(self, reading: Reading, triggers: Triggers) -> None:
        assert reading.parse is not None
        self._reading = reading
        self._parse: Parse = reading.parse
        self._triggers = triggers
        self._cast = Cast(reading)
        self._around = Surroundings(reading)

    def events(self) -> Iterator[Event]:
        """The events of the reading, in order of the text."""
        for first, last in self._parse.sentences:
            found = self._triggers.find(self._parse, first, last, self._cast.holds)
            if found:
                drafts = self._compose([self._draft(item) for item in found])
                for draft in drafts:
                    event = self._finish(draft, (first, last))
                    if event is not None:
                        yield event

    def _draft(self, found: Found) -> Draft:
        parse = self._parse
        act = acts()[found.trigger.key]
        carrier = self._carrier(found.token) if found.noun else None
        frame = frames()[found.trigger.frame]
        slots = noun_slots(parse, found.token, carrier) if found.noun else verb_slots(parse, found.token)
        actors, recipients = cast_roles(self._cast, frame, slots, found.noun)
        names = frame.noun_recipient if found.noun else frame.recipient
        victims = list(numbers(parse, [slots.get(name, ()) for name in names]))
        why = [Reason(f"trigger:{found.trigger.id}", parse.span(found.token, found.token))]
        return Draft(found, act, carrier, actors, recipients, why, victims=victims)

    def _carrier(self, noun: int) -> int | None:
        """The verb whose subject does what an event noun tells: *launched an attack*, *met for talks*."""
        parse = self._parse
        at = noun
        for _ in range(4):
            head, dep = parse.heads[at], parse.deps[at]
            if head == at:
                return None
            if dep in ("dobj", "nsubjpass", "attr", "oprd", "acomp") and is_verb(parse, head):
                return head
            if dep == "pobj" and parse.lower[head] in ("for", "in", "into", "on", "to", "through"):
                at = head
            elif dep == "prep" and is_verb(parse, head):
                return head
            elif dep == "conj":
                at = head
            else:
                return None
        return None

    def _compose(self, drafts: list[Draft]) -> list[Draft]:
        """Stances put on the acts that they embed, from the inside out."""
        by_token = {draft.found.token: draft for draft in drafts}
        for draft in reversed(drafts):
            outer = self._stance_over(draft, by_token)
            if outer is not None and outer.inner is None:
                outer.inner = draft
        for draft in drafts:
            draft.swallowed = self._ground(draft, by_token)
        for draft in sorted(drafts, key=lambda item: -self._depth(item.found.token)):
            self._embed(draft)
        return [draft for draft in drafts if not draft.swallowed]

    def _ground(self, draft: Draft, by_token: dict[int, Draft]) -> bool:
        """True for what somebody is accused, suspected, arrested or tried for: told of them, not as a fact."""
        parse, at = self._parse, draft.found.token
        if draft.found.noun:
            return False
        for above in parse.ancestors(at):
            dep = parse.deps[at]
            if dep not in ("pcomp", "prep", "xcomp", "ccomp", "conj", "acl", "dobj", "pobj"):
                return False
            outer = by_token.get(above)
            if outer is not None and dep != "conj":
                return outer.found.trigger.stance == "accuse" or outer.act.key in GROUNDED
            at = above
        return False

    def _depth(self, token: int) -> int:
        return sum(1 for _ in self._parse.ancestors(token))

    def _stance_over(self, draft: Draft, by_token: dict[int, Draft]) -> Draft | None:
        """The nearest stance in whose complement a trigger stands."""
        parse = self._parse
        at = draft.found.token
        for above in parse.ancestors(at):
            dep = parse.deps[at]
            if dep not in COMPLEMENT or (dep == "relcl" and parse.tags[at] != "VB"):
                return None
            outer = by_token.get(above)
            if outer is not None and outer.found.trigger.stance:
                return outer
            if outer is not None and dep != "conj":
                return None
            at = above
        return None

    def _embed(self, draft: Draft) -> None:
        """The act of a stance once it is known what it is taken on."""
        stance = draft.found.trigger.stance
        inner = draft.inner
        if stance is None or stance not in SWALLOWING:
            return
        base = inner.act if inner is not None else None
        if stance == "stop":
            act = stops(base) if base is not None else None
            if act is None:
                return
        elif stance == "vow":
            hostile = base is not None and base.act in HOSTILE
            act = compose("threaten" if hostile else "agree", base)
        else:
            act = compose(stance, base) if inner is not None else draft.act
        draft.act = act
        if inner is None:
            return
        inner.swallowed = True
        draft.why.append(Reason(f"compose:{stance} + {inner.act.key} = {act.key}", self._span(inner.found)))
        self._inherit(draft, inner, stance)

    def _inherit(self, draft: Draft, inner: Draft, stance: str) -> None:
        """Roles that a stance takes over from the act that it embeds."""
        own = {(party.span, party.name) for party in draft.actors}
        if not draft.recipients:
            order = (inner.actors, inner.recipients) if stance in ("ask", "demand") else (inner.recipients, inner.actors)
            for parties in order:
                draft.recipients = [party for party in parties if (party.span, party.name) not in own]
                if draft.recipients:
                    return

    def _span(self, found: Found) -> Span:
        if found.noun and found.first < found.token:
            return self._parse.span(found.first, found.token)
        return self._parse.span(found.token, found.token)

    def _oblige(self, draft: Draft, statement: Statement) -> None:
        """Turns what a speaker says that others must do into the speaker's demand."""
        duty = obliged(self._parse, draft.carrier if draft.carrier is not None else draft.found.token)
        if duty is None or not draft.actors or draft.found.trigger.stance in ("ask", "demand"):
            return
        speaker = self._speaking(statement)
        if speaker is None or any(speaker.span.overlaps(party.span) for party in draft.actors):
            return
        act = compose(duty.stance, draft.act)
        span = self._parse.span(duty.word, duty.word)
        draft.why.append(Reason(f"compose:obligation, {duty.stance} + {draft.act.key} = {act.key}", span))
        draft.act, draft.recipients, draft.actors, draft.duty = act, draft.actors, [speaker], duty.word

    def _speaking(self, statement: Statement) -> Party | None:
        """The party that makes a statement."""
        if statement.speaker is not None:
            return party_of(self._reading.actors[statement.speaker])
        if statement.source is None:
            return None
        return Party(statement.source, statement.source.of(self._reading.report.text))

    def _finish(self, draft: Draft, sentence: tuple[int, int]) -> Event | None:
        """The finished event of a draft, or None where it names nobody political."""
        parse, around = self._parse, self._around
        if not draft.actors and not draft.recipients:
            return None
        trigger = self._span(draft.found)
        told = around.statement(trigger)
        if told is not None:
            self._oblige(draft, told[1])
        judgement = judge(parse, draft.found.token, draft.carrier, told is not None)
        when, because = around.when(draft.found.token, sentence)
        status = judgement.status if draft.duty is None else "asserted"
        if status == "asserted" and around.background(when):
            status = "background"
        elif status == "asserted" and around.ahead(when):
            status = "planned"
        where, place_reason = around.where(draft.found.token, sentence, ())
        coded = official(draft.act, status, judgement.refused) if not draft.presupposed else None
        plover, cameo = (coded.official, coded.cameo) if coded else (None, None)
        why = [*draft.why, *judgement.why, because, *([place_reason] if place_reason else [])]
        speaker = around.speaker(told[1]) if told else None
        size = size_of(self._reading, parse, draft.victims, harmed(parse.lemmas[draft.found.token], draft.act.key))
        return Event(
            id=self._id(trigger, draft.act.key),
            sentence=parse.span(sentence[0], sentence[1] - 1),
            trigger=trigger,
            act=draft.act.act,
            mode=draft.act.mode,
            status=status,
            plover=plover,
            contexts=draft.act.contexts,
            cameo=cameo,
            quad=QUAD.get(plover or ""),
            goldstein=goldstein().get(cameo or ""),
            actors=tuple(draft.actors),
            recipients=tuple(draft.recipients),
            when=when,
            where=where,
            speaker=speaker,
            statement=told[0] if told else None,
            size=size,
            why=tuple(why),
            confidence=self._confidence(draft),
        )

    def _confidence(self, draft: Draft) -> float:
        known = sum(1 for party in (*draft.actors, *draft.recipients) if party.country or party.sectors)
        base = draft.found.trigger.weight
        return round(base * (0.95 if known >= 2 else 0.8 if known else 0.5), 2)

    def _id(self, trigger: Span, key: str) -> str:
        text = f"{self._reading.report.id}\x1f{trigger.start}\x1f{trigger.end}\x1f{key}"
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
