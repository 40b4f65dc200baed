"""Acts told by *followed* alone: *Shoigu landed in Pyongyang on Tuesday. A Chinese delegation followed on Wednesday.*

Who follows does what was told before, at a time of his own: the mention takes the act, the other side and the place of
the one before it, in the same sentence or in the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....model import Event, Parse, Party

DONE = ("asserted", "background", "planned")
NEXT = 1  # sentences back


def done_before(
    told: Sequence[Event], parse: Parse, number: int, token: int, newcomers: Sequence[Party]
) -> Event | None:
    """The act that somebody repeats by following: the last one told before a token, by others like him; or None.

    Both must be of known and different countries, so that *clashes followed* and *police followed* repeat nothing.
    """
    start = parse.starts[parse.sentences[max(0, number - NEXT)][0]]
    before = [event for event in told if start <= event.trigger.start < parse.starts[token]]
    theirs = {party.country for party in newcomers if party.country}
    if not before or not theirs:
        return None
    last = max(before, key=lambda event: event.trigger.start)
    ours = {party.country for party in last.actors if party.country}
    return last if last.act is not None and last.status in DONE and ours and theirs.isdisjoint(ours) else None
