"""What the reports of a store tell, settled: pending mentions meet their neighbourhood and become happenings.

Each batch is one transaction, and what it leaves is a function of what the record holds by then, so that neither the
order of arrival nor the size of a batch matters, and a run that was killed goes on where it stopped.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence

from ..model import Judgement, Told
from ..resolve import Credit, Seen, clusters, edge, gist, happening_of, keys_of, may_meet, scenes, verdicts
from ..resolve.judge import Pair, pair
from ..store import Store, settling
from .copies import group_copies

BATCH = 1_000  # mentions settled in one transaction
HELD = 1_000  # reports whose scenes are kept at hand


def settle(store: Store, batch: int = BATCH) -> int:
    """Settles what is pending in a store that is open to write; tells how many mentions that were.

    UsageError if persons' judgements contradict each other; nothing of the batch is then kept.
    """
    count = 0
    group_copies(store)
    near = _Neighbourhood(store)
    while True:
        with store.writing():
            told = store.pending(batch)
            if not told:
                return count
            near.settle(told)
        count += len(told)


class _Neighbourhood:
    """The scenes of reports near what is being settled; as many are kept as memory should hold."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._mentions: OrderedDict[str, dict[str, Seen]] = OrderedDict()  # of each report
        self._scenes: dict[str, dict[str, Seen]] = {}  # of each report, by their ids
        self._report: dict[str, str] = {}  # of each mention

    def settle(self, told: Sequence[Told]) -> None:
        """Brings the happenings of some mentions, and all that hangs together with them, up to date."""
        reports = dict.fromkeys(one.report for one in told)
        said = self._load(reports, {one.id: one for one in told})
        new = {name: one for report in reports for name, one in self._scenes[report].items()}
        self._meet(reports, new)
        found, joined = self._around(new, said)
        groups = clusters(found.values(), joined, said)
        names = {self._report[name] for one in found.values() for name in one.members}
        credits = {name: Credit(*values) for name, values in settling.credits(self._store, names).items()}
        self._store.put_happenings([happening_of(self._members(group), credits) for group in groups])
        self._forget()

    def _members(self, group: Iterable[str]) -> list[Seen]:
        return [self._mentions[self._report[name]][name] for name in group]

    def _load(self, reports: Iterable[str], told: Mapping[str, Told]) -> dict[Pair, str]:
        """Sees that the scenes of some reports are at hand; persons' verdicts on their mentions."""
        names = list(reports)
        missing = [name for name in names if name not in self._mentions]
        ids = settling.mentions_of(self._store, missing)
        rest = self._store.told([name for held in ids.values() for name in held if name not in told])
        known = {**told, **rest}
        for report in missing:
            self._mentions[report] = {name: Seen.of(known[name]) for name in ids.get(report, ())}
            self._report |= dict.fromkeys(self._mentions[report], report)
        for report in names:
            self._mentions.move_to_end(report)
        mentions = [name for report in names for name in self._mentions[report]]
        said = verdicts(self._store.judgements(mentions))
        for report in missing:
            self._scenes[report] = {one.id: one for one in scenes(self._mentions[report].values(), said)}
        return said

    def _meet(self, reports: Iterable[str], new: Mapping[str, Seen]) -> None:
        """Puts new scenes under their keys, and keeps which others they are one with."""
        ids = [name for report in reports for name in self._mentions[report]]
        before = settling.keyed(self._store, ids)
        if before:
            self._store.drop_edges(ids)
        keys = {name: keys_of(one) for name, one in new.items()}
        self._store.put_blocks({**dict.fromkeys(sorted(before), ()), **keys})
        dates = {name: gist(one) for name, one in new.items()}
        settling.put_gists(self._store, dates)
        met = settling.meeting(self._store, {key for held in keys.values() for key in held})
        pairs = {
            pair(name, mate)
            for name, held in keys.items()
            for mate, date in {two for key in held for two in met.get(key, ())}
            if (may_meet(dates[name], date) if name < mate else may_meet(date, dates[name]))
        }
        others = self._of({name for two in pairs for name in two} - new.keys())
        at_hand = {**others, **new}
        scored = ((one, other, edge(at_hand[one], at_hand[other])) for one, other in sorted(pairs) if one != other)
        self._store.put_edges([(one, other, score) for one, other, score in scored if score is not None])

    def _of(self, ids: Iterable[str]) -> dict[str, Seen]:
        """The scenes of some ids, or the ones that the mentions of these ids belong to."""
        wanted = set(ids)
        told = self._store.told(sorted(wanted - self._report.keys()))
        self._load(dict.fromkeys(one.report for one in told.values()), told)
        found: dict[str, Seen] = {}
        for name in sorted(wanted & self._report.keys()):
            held = self._scenes[self._report[name]]
            one = held.get(name) or next(one for one in held.values() if name in one.members)
            found[one.id] = one
        return found

    def _around(
        self, new: Mapping[str, Seen], said: Mapping[Pair, str]
    ) -> tuple[dict[str, Seen], list[tuple[str, str, float]]]:
        """All scenes that hang together with new ones by edges or persons' judgements, and these edges."""
        found, joined = dict(new), dict[Pair, float]()
        verdict: dict[Pair, str] = said if isinstance(said, dict) else dict(said)
        front = list(new)
        while front:
            pairs = {(one, other): score for one, other, score in self._store.edges(front)}
            members = [name for scene in front for name in found[scene].members]
            judged: list[Judgement] = self._store.judgements(members)
            verdict |= verdicts(judged)
            same = {name for item in judged if item.verdict == "same" for name in (item.left, item.right)}
            joined |= pairs
            mates = {name for two in pairs for name in two} | same
            others = self._of(mates - found.keys())
            front = [name for name in others if name not in found]
            found |= others
        return found, [(one, other, score) for (one, other), score in sorted(joined.items())]

    def _forget(self) -> None:
        """Makes room: the reports that were met longest ago go first."""
        while len(self._mentions) > HELD:
            report, mentions = self._mentions.popitem(last=False)
            del self._scenes[report]
            for name in mentions:
                del self._report[name]
