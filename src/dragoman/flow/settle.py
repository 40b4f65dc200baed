"""What the reports of a store tell, settled: pending mentions meet their neighbourhood and become happenings.

Each batch is one transaction, and what it leaves is a function of what the record holds by then, so that neither the
order of arrival nor the size of a batch matters, and a run that was killed goes on where it stopped.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from itertools import islice

from ..resolve import (
    Credit,
    Seen,
    clusters,
    edge,
    gist,
    happening_of,
    keys_of,
    light,
    may_meet,
    scene,
    scenes,
    verdicts,
)  # fmt: skip
from ..resolve.judge import Pair
from ..store import Store, settling
from ..store import scenes as kept
from .collecting import no_cycles
from .copies import group_copies

BATCH = 8_000  # mentions settled in one transaction: a page that many of them change is written once
HELD = 90_000  # scenes kept at hand, some 2 KB each

Scenes = dict[str, Seen]


def settle(store: Store, batch: int = BATCH) -> int:
    """Settles what is pending in a store that is open to write; tells how many mentions that were.

    UsageError if persons' judgements contradict each other; nothing of the batch is then kept.
    """
    return Settler(store).settle(batch)


class Settler:
    """Settles a store again and again, and remembers what was met last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._near = _Neighbourhood(store)

    def settle(self, batch: int = BATCH) -> int:
        """As the function of this name."""
        count = 0
        group_copies(self._store)
        while True:
            with self._store.writing(), no_cycles():
                reports = kept.pending(self._store, batch)
                if not reports:
                    settling.sweep(self._store)
                    return count
                count += self._near.settle(reports)


class _Neighbourhood:
    """The scenes near what is being settled; as many are remembered as memory should hold."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._moment = store.moment
        self._scenes: OrderedDict[str, Seen] = OrderedDict()
        self._scene: dict[str, str] = {}  # of each mention

    def settle(self, reports: Iterable[int]) -> int:
        """Brings the happenings of some reports, and all that hangs together with them, up to date.

        Tells how many mentions these reports have.
        """
        if self._moment != self._store.moment:
            self._forget(0)
            self._moment = self._store.moment
        every = [[Seen.of(one) for one in told] for told in kept.whole(self._store, reports)]
        mentions = {one.id: one for parts in every for one in parts}
        said = verdicts(self._store.judgements(mentions))
        self._leave(mentions)
        new = {one.id: one for parts in every for one in scenes(parts, said)}
        self._meet(new)
        found, joined = self._around(new, said)
        self._put(clusters(found.values(), joined, said), mentions)
        self._forget(HELD)
        return len(mentions)

    def _hold(self, one: Seen) -> Seen:
        small = self._scenes[one.id] = light(one)
        self._scenes.move_to_end(one.id)
        self._scene |= dict.fromkeys(one.members, one.id)
        return small

    def _leave(self, parts: Mapping[str, Seen]) -> None:
        """Takes the scenes that some mentions made before out of their keys and pairs."""
        before = kept.held(self._store, parts)
        if before:
            old = {name: scene([parts[each] for each in members]) for name, members in before.items()}
            kept.drop_keys(self._store, {name: keys_of(one) for name, one in old.items()})
            self._store.drop_edges(parts)
            self._drop(before)

    def _meet(self, new: Scenes) -> None:
        """Puts new scenes under their keys, and keeps which others they are one with."""
        keys = {name: keys_of(one) for name, one in new.items()}
        dates = {name: gist(one) for name, one in new.items()}
        kept.put(self._store, {name: one.members for name, one in new.items()}, dates)
        kept.put_keys(self._store, keys)
        new = {name: self._hold(one) for name, one in new.items()}
        met = kept.meeting(self._store, {key for held in keys.values() for key in held})
        pairs = set[Pair]()
        for name, held in keys.items():
            date, mates = dates[name], dict[str, int | None]()
            for key in held:
                mates.update(met.get(key, ()))
            pairs |= {(name, mate) for mate, other in mates.items() if name < mate and may_meet(date, other)}
            pairs |= {(mate, name) for mate, other in mates.items() if name > mate and may_meet(other, date)}
        at_hand = {**new, **self._of({name for two in pairs for name in two} - new.keys())}
        scored = ((one, other, edge(at_hand[one], at_hand[other])) for one, other in sorted(pairs))
        self._store.put_edges([(one, other, score) for one, other, score in scored if score is not None])

    def _of(self, ids: Iterable[str]) -> Scenes:
        """The scenes to which some mentions belong."""
        wanted = sorted(ids)
        for told in kept.told(self._store, [name for name in wanted if name not in self._scene]).values():
            self._hold(scene([Seen.of(one) for one in told]))
        names = dict.fromkeys(self._scene[name] for name in wanted if name in self._scene)
        for name in names:
            self._scenes.move_to_end(name)
        return {name: self._scenes[name] for name in names}

    def _around(self, new: Scenes, said: Mapping[Pair, str]) -> tuple[Scenes, list[tuple[str, str, float]]]:
        """All scenes that hang together with new ones by edges or persons' judgements, and these edges.

        What persons judged of them is added to ``said``.
        """
        found, joined = dict(new), dict[Pair, float]()
        verdict: dict[Pair, str] = said if isinstance(said, dict) else dict(said)
        front = list(new)
        while front:
            pairs = {(one, other): score for one, other, score in self._store.edges(front)}
            judged = self._store.judgements([name for scene in front for name in found[scene].members])
            verdict |= verdicts(judged)
            same = {name for item in judged if item.verdict == "same" for name in (item.left, item.right)}
            joined |= pairs
            others = self._of({name for two in pairs for name in two if name not in found} | same)
            front = [name for name in others if name not in found]
            found |= others
        return found, [(one, other, score) for (one, other), score in sorted(joined.items())]

    def _put(self, groups: Iterable[tuple[str, ...]], fresh: Mapping[str, Seen]) -> None:
        """Writes the happenings of groups of mentions, but for those that are there already."""
        changed = [group for group in groups if not fresh.keys().isdisjoint(group)]
        others = [group for group in groups if fresh.keys().isdisjoint(group)]
        changed += settling.unlike(self._store, others)
        older = self._store.told(name for group in changed for name in group if name not in fresh)
        at_hand = {**fresh, **{name: Seen.of(one) for name, one in older.items()}}
        seen = [[at_hand[name] for name in group] for group in sorted(changed)]
        reports = {one.told.report for held in seen for one in held}
        credits = {name: Credit(*values) for name, values in settling.credits(self._store, reports).items()}
        items = [happening_of(held, credits) for held in seen]
        told = {one.id: one.told for held in seen for one in held}
        self._store.put_happenings(items, {item.mentions[0]: told[item.mentions[0]] for item in items})

    def _drop(self, names: Iterable[str]) -> None:
        for name in names:
            gone = self._scenes.pop(name, None)
            for mention in gone.members if gone else ():
                del self._scene[mention]

    def _forget(self, most: int) -> None:
        """Makes room: the scenes that were met longest ago go first."""
        self._drop(list(islice(self._scenes, max(0, len(self._scenes) - most))))
