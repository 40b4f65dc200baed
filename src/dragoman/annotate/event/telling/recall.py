"""What a report has told before: the earlier mention that a later one may stand for.

*Talks opened in Geneva on Monday between Chad and Sudan. The talks will go on.* The second sentence names neither
side: an event noun without parties of its own, or with fewer, stands for the latest earlier mention of the same act.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ....model import Event, Party, Where
from ..grammar.slots import is_verb
from ..mention import Mention

LOOK_BACK = 40  # mentions; a longer report has moved on to something else


def antecedent(
    told: Sequence[Event],
    act: str | None,
    mode: str | None,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    another: Callable[[Event], bool],
) -> Event | None:
    """The latest mention of the same act whose parties do not speak against it, or None.

    ``another`` is True for a mention of an act at another time or place.
    """
    for event in reversed(told[-LOOK_BACK:]):
        if event.act != act or act is None or not (event.actors or event.recipients):
            continue
        if mode and event.mode and mode != event.mode:
            continue
        if _agree(actors, event.actors) and _agree(recipients, event.recipients) and not another(event):
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
    alike = not (one.entity or other.entity) and bool(set(one.sectors) & set(other.sectors))
    return bool(one.entity and one.entity == other.entity) or one.name == other.name or alike


def others(parties: Sequence[Party], side: Sequence[Party]) -> list[Party]:
    """The parties of an earlier mention that do not stand on the other side of this one."""
    return [party for party in parties if all(party.name != other.name for other in side)]


def many_for_one(mention: Mention, event: Event) -> bool:
    """True for *the attacks* after *a blast*: what is told of as several is not the one that was brought in last."""
    parse = mention.parse
    noun = parse.token_at(event.trigger.end - 1)
    if event.act != "ASSAULT" or parse.tags[mention.token] != "NNS" or parse.tags[noun] != "NN":
        return False
    return any(parse.lower[child] in ("a", "an", "another") for child in parse.children_by(noun, "det"))


def restated(mention: Mention, told: Sequence[Event]) -> Event | None:
    """The act that a noun set behind its clause names again: *will meet on Monday, the first such talks since May*."""
    parse, token = mention.parse, mention.token
    if not mention.is_noun or parse.deps[token] not in ("dep", "appos", "npadvmod"):
        return None
    first = min((child for child in parse.children[token] if child < token), default=token)
    if first == 0 or parse.words[first - 1] != ",":
        return None
    for event in reversed(told[-LOOK_BACK:]):
        within = event.sentence.start <= parse.starts[token] < event.sentence.end
        if within and event.act == mention.act.act and is_verb(parse, parse.token_at(event.trigger.end - 1)):
            return event
    return None


def dated(event: Event) -> bool:
    """True for an event to which the text gives a date."""
    return event.when is not None and event.when.origin == "text"


def shared(new: Sequence[Party], old: Sequence[Party]) -> bool:
    """True if two sides name one party."""
    return any((a.country and a.country == b.country) or a.name == b.name for a in new for b in old)


def same_people(new: Sequence[Party], old: Sequence[Party]) -> bool:
    """True if two sides name one party, or people by a word in common: *villagers*, *three villagers*."""
    one, other = ({word for party in side for word in party.name.lower().split()} for side in (new, old))
    return shared(new, old) or any(len(word) > _SHORT for word in one & other)


_SHORT = 3  # letters of an article, a number or a preposition


def one_act(
    actors: Sequence[Party], recipients: Sequence[Party], mode: str | None, other: Event, sure: bool = False
) -> bool:
    """True for parties and a mode that no mention contradicts; if ``sure``, two of the parties must be the same."""
    sides = [(a, b) for a, b in ((actors, other.actors), (recipients, other.recipients)) if a and b]
    if mode and other.mode and mode != other.mode:
        return False
    if any(_countries(a) and _countries(b) and not shared(a, b) for a, b in sides):
        return False
    return not sure or any(shared(a, b) for a, b in sides)


def apart(one: Where | None, other: Where | None) -> bool:
    """True for two places of which neither may be the country that the other lies in."""
    if one is None or other is None or "country" in (one.kind, other.kind):
        return False
    return one.name != other.name


def _countries(parties: Sequence[Party]) -> set[str]:
    return {party.country for party in parties if party.country}
