"""Nouns that say what somebody is (*minister*, *riot police*, *member of parliament*), with their sectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .fold import keys_of
from .tables import rows, split

_JOINTS = ("of", "for", "to", "in")


@dataclass(frozen=True, slots=True)
class Role:
    """A role: ``office_kind`` as in the table of leaders; ``kind`` person, office, organisation or group.

    A ``bearer`` (*official*, *spokesman*) takes its sectors from the body that it stands beside. ``cameo`` are the
    CAMEO elements, "" where they follow from the sectors. ``country`` is that of an office which only one state has
    (*undersecretary of state*), for a mention whose words and name give no other.
    """

    term: str
    sectors: tuple[str, ...]
    cameo: str = ""
    office_kind: str = ""
    kind: str = ""
    bearer: bool = False
    country: str | None = None


class RoleIndex:
    """Roles by their head noun; the longest that fits wins, and of equal ones the one added first."""

    __slots__ = ("_by_head", "_shapes")

    def __init__(self, pairs: Iterable[tuple[str, Role]]) -> None:
        self._by_head: dict[str, dict[tuple[tuple[str, ...], tuple[str, ...]], Role]] = {}
        for term, role in pairs:
            before, head, after = _parts(keys_of(term))
            if head:
                self._by_head.setdefault(head, {}).setdefault((before, after), role)
        self._shapes = {
            head: sorted({(len(before), len(after)) for before, after in terms}, key=lambda shape: (-sum(shape), shape))
            for head, terms in self._by_head.items()
        }

    def knows(self, head: str) -> bool:
        """True if some role has this head."""
        return head in self._by_head

    def at(self, keys: Sequence[str], at: int, first: int, head: str) -> tuple[int, int, Role] | None:
        """The longest role whose head stands at ``at``, as first key, last key (included) and role.

        ``head`` is the form under which the head is looked up (a plural's singular); nothing before ``first`` is used.
        """
        terms = self._by_head.get(head)
        if terms is None:
            return None
        for before, after in self._shapes[head]:
            low, high = at - before, at + after
            if low < first or high >= len(keys):
                continue
            role = terms.get((tuple(keys[low:at]), tuple(keys[at + 1 : high + 1])))
            if role is not None:
                return low, high, role
        return None


def _parts(keys: tuple[str, ...]) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    for at, key in enumerate(keys):
        if key in _JOINTS and at:
            return keys[: at - 1], keys[at - 1], keys[at:]
    return keys[:-1], keys[-1] if keys else "", ()


def role_terms() -> Iterator[tuple[str, Role]]:
    """The roles that ship with Dragoman, and the generic names of ministries, courts and forces."""
    for pattern, country, sectors, cameo, function, _ in rows("ministries"):
        if not country:
            name = pattern.removeprefix("the ").lower()
            yield name, Role(name, tuple(split(sectors)), cameo, "", "office" if function != "police" else "group")
    for term, sectors, cameo, office, plural in rows("roles"):
        role = Role(term, tuple(split(sectors)), cameo if len(cameo) % 3 == 0 and cameo != "INT" else "", office)
        yield term, role
        if plural and plural != "none":
            yield plural, role
