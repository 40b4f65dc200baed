"""What a definite noun stands for: *the delegation*, *the accused*, *the enemy*."""

from __future__ import annotations

from .memory import Memory
from .scene import Mention, Scene

_TWICE = 2.0  # by how much one country must lead the others
_INSTITUTIONS = frozenset(("GOV", "MIL", "LEG", "COP", "JUD"))


def stands_for(memory: Memory, mention: Mention, home: str | None) -> bool:
    """*The delegation*, *the minister*: the last mention of that word whose country is known."""
    if mention.kind == "person":
        return False
    before = _of_deed(memory, mention) or memory.by_term.get(mention.term)
    if mention.term in memory.scene.cues.body and (before is None or before.country is None):
        before = memory.last_body(mention.head)
    if (
        before is None
        or (before.plural != mention.plural and before.kind != "organisation")
        or not (before.country or before.refers or before.entity)
    ):
        return False
    if not _agrees(mention, before) or _of_home(memory, mention, before, home):
        return False
    sectors = mention.sectors
    mention.take(before)
    mention.sectors = before.sectors or sectors
    mention.kind, mention.rule, mention.gender = "reference", "definite", before.gender
    return True


def _of_deed(memory: Memory, mention: Mention) -> Mention | None:
    """*The accused*, *the gunman*: who was arrested or charged last, or who attacked last."""
    cues = memory.scene.cues
    if mention.term in cues.charged:
        return memory.suspect
    return (memory.attacker or memory.suspect) if mention.term in cues.striker else None


def is_foe(mention: Mention, scene: Scene, home: str | None) -> bool:
    """True for *the enemy*, who gets the country of the other side, if there is one."""
    if mention.term not in scene.cues.foe or mention.owner is not None:
        return False
    mention.country = _other_side(scene, home)
    mention.rule += ":foe" if mention.country else ""
    return True


def _other_side(scene: Scene, home: str | None) -> str | None:
    """The one country that a report sets against its own, None if there are several."""
    ranked = sorted(((weight, name) for name, weight in scene.support.items() if name != home), reverse=True)
    if home is None or not ranked or ranked[0][0] < _TWICE:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= _TWICE * ranked[1][0] else None


def _of_home(memory: Memory, mention: Mention, before: Mention, home: str | None) -> bool:
    """True where *the government* is rather that of the report's country than another's two sentences ago."""
    if (
        home in (None, before.country)
        or not _INSTITUTIONS.intersection(mention.sectors)
        or mention.term in ("delegation",)
    ):
        return False
    scene = memory.scene
    return scene.sentence(mention.head) - scene.sentence(before.head) > 1


def _agrees(mention: Mention, before: Mention) -> bool:
    """False where the words of a role contradict (*the foreign minister*, *Defence Minister X*)."""
    words = (mention.role or "").replace("defense", "defence").split()
    known = (before.role or "").lower().replace("defense", "defence")
    return all(word in known for word in words) if len(words) > 1 and before.kind == "person" else True
