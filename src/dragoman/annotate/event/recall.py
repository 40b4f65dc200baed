"""What a report has told before: later mentions of an act take over what they leave out.

*Talks opened in Geneva on Monday between Chad and Sudan. The talks will go on.* The second sentence names neither
side: an event noun without parties of its own, or with fewer, stands for the latest earlier mention of the same act.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Event, Party, Reason, When, Where

LOOK_BACK = 40  # mentions; a longer report has moved on to something else
NEAR = 3  # sentences over which the telling stays at its place
PHYSICAL = frozenset(
    ("CONSULT", "COOPERATE", "AID", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "SANCTION", "SUPPORT")
)

Time = tuple[When | None, Reason]
Spot = tuple[Where | None, Reason | None]


def antecedent(
    told: Sequence[Event], act: str | None, mode: str | None, actors: Sequence[Party], recipients: Sequence[Party]
) -> Event | None:
    """The latest mention of the same act whose parties do not speak against it, or None."""
    for event in reversed(told[-LOOK_BACK:]):
        if event.act != act or act is None or not (event.actors or event.recipients):
            continue
        if mode and event.mode and mode != event.mode:
            continue
        if _agree(actors, event.actors) and _agree(recipients, event.recipients):
            return event
    return None


def _agree(new: Sequence[Party], old: Sequence[Party]) -> bool:
    """True unless both sides name parties of which no two can be the same."""
    if not new or not old:
        return True
    return any(_same(one, other) for one in new for other in old)


def _same(one: Party, other: Party) -> bool:
    if one.country and other.country:
        return one.country == other.country
    return bool(one.entity and one.entity == other.entity) or one.name == other.name


class Story:
    """Where and when the telling stands: a sentence that gives no time or place goes on in those before it.

    Only acts that happen somewhere take them over (not requests or accusations): the time from the latest act of the
    same kind or from the sentence before, the place from a few sentences before.
    """

    __slots__ = ("_place", "_time", "told")

    def __init__(self, dateline: Where | None) -> None:
        self.told: list[Event] = []
        self._time: tuple[int, When] | None = None
        self._place: tuple[int, Where] | None = (0, dateline) if dateline is not None else None

    def tell(self, sentence: int, event: Event) -> None:
        """Takes note of an event."""
        self.told.append(event)
        if event.status in ("asserted", "background") and event.when is not None and event.when.origin == "text":
            self._time = (sentence, event.when)
        if event.where is not None:
            self._place = (sentence, event.where)

    def time(self, sentence: int, act: str | None) -> When | None:
        """The time at which the telling stands, for an act that gives none."""
        if act not in PHYSICAL:
            return None
        for event in reversed(self.told[-LOOK_BACK:]):
            if event.act == act and event.status == "asserted" and event.when and event.when.origin == "text":
                return event.when
        near = self._time is not None and sentence - self._time[0] <= 1
        return self._time[1] if near and self._time else None

    def place(self, sentence: int, act: str | None) -> Where | None:
        """The place where the telling stands, for an act that gives none."""
        near = self._place is not None and sentence - self._place[0] <= NEAR and act in PHYSICAL
        return self._place[1] if near and self._place else None


def settle_time(own: Time, earlier: Event | None, story: Story | None, sentence: int, act: str | None) -> Time:
    """The date of a mention: its own, that of an earlier mention of the same act, or that of the telling."""
    if own[0] is not None and own[0].origin == "text":
        return own
    if earlier is not None and earlier.when is not None and earlier.when.origin == "text":
        return earlier.when, Reason("when:from an earlier mention", earlier.when.span)
    going = story.time(sentence, act) if story is not None else None
    return (going, Reason("when:the telling goes on", going.span)) if going is not None else own


def settle_place(own: Spot, earlier: Event | None, story: Story | None, sentence: int, act: str | None) -> Spot:
    """The place of a mention: its own, that of an earlier mention of the same act, or that of the telling."""
    if own[0] is not None:
        return own
    if earlier is not None and earlier.where is not None:
        return earlier.where, Reason("where:from an earlier mention", earlier.where.span)
    going = story.place(sentence, act) if story is not None else None
    return (going, Reason("where:the telling goes on", going.span)) if going is not None else own
