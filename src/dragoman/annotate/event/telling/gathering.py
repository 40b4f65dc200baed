"""Meetings that a report tells of, and what is said at them.

*Kim received the Russian minister in Pyongyang on Monday. He thanked the guest and asked him to convey greetings.* What
somebody who meets says right after the meeting was told of was said there and then.
"""

from __future__ import annotations

from ....model import Event, Party
from ..grammar.clause import climb
from ..mention import Mention
from .recall import dated, shared

NEAR = 3  # sentences after the last word about the meeting
SAID = frozenset(("SUPPORT", "REQUEST", "AGREE", "REJECT", "CONCEDE", "ACCUSE", "THREATEN"))

_TOP = ("ROOT", "conj", "ccomp")


class Gathering:
    """The meeting of which a report has told last."""

    __slots__ = ("_event", "_number")

    def __init__(self) -> None:
        self._event: Event | None = None
        self._number = 0

    def note(self, mention: Mention, event: Event) -> None:
        """Takes note of an event, in case it is a meeting that took place."""
        if event.act != "CONSULT" or event.status != "asserted" or event.mode == "phone" or not event.actors:
            return
        again = self._event is not None and event.when == self._event.when
        if (mention.main or again) and (event.where is not None or dated(event)):
            self._event, self._number = event, mention.number

    def of(self, mention: Mention) -> Event | None:
        """The meeting at which something was said, or None."""
        event = self._event
        if event is None or mention.act.act not in SAID or mention.number - self._number > NEAR:
            return None
        if mention.status != "asserted" or mention.tense != "past" or not _told_by_verb(mention):
            return None
        present = (*event.actors, *event.recipients)
        if not mention.actors:  # who says it went unread; to whom it was said tells that it is one of those present
            return event if shared(mention.recipients, present) else None
        return event if any(_same(one, other) for one in mention.actors for other in present) else None


def _told_by_verb(mention: Mention) -> bool:
    """True for what the verb of a main clause tells, alone or with its object: *thanked*, *extended greetings*."""
    if mention.main or not mention.is_noun:
        return mention.main
    way = climb(mention.parse, mention.token)
    return way.role == "dobj" and not way.nouns and way.verb is not None and mention.parse.deps[way.verb] in _TOP


def _same(one: Party, other: Party) -> bool:
    """True for one and the same party; two people of one country are not the same."""
    return one.name == other.name or bool(one.entity and one.entity == other.entity)
