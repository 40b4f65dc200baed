"""Roles in the text: the longest that the tables know at a noun, and what its other words add to its sectors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ...who import Entity, Role, RoleIndex
from .scene import Scene

_FORMERLY = frozenset(("GOV", "LEG", "JUD", "MIL", "SPY", "COP", "PTY", "IGO"))
_ARMED = frozenset(("REB", "PRM", "UAF", "CRM"))
_MAY_BE_ARMED = frozenset(("MIL", "UAF", "PRM", "UNK", "REB", "OPP"))
_PHRASE_TAGS = ("NN", "JJ", "IN", "DT", "CC")
_REACH = 5  # tokens after a head noun that may name its function (minister of national defence)
_HAS_FUNCTIONS = frozenset(("GOV", "OPP", "LEG", "PTY"))


@dataclass(frozen=True, slots=True)
class Title:
    """A role that stands in the text from token ``first`` to ``last``, its head noun at ``head``."""

    first: int
    head: int
    last: int
    role: Role


def title_at(scene: Scene, head: int, first: int) -> Title | None:
    """The longest role whose head noun is a token; nothing before ``first`` belongs to it."""
    stream, roles = scene.stream, scene.directory.roles
    at = stream.at[head + 1] - 1
    if at < stream.at[head]:
        return None
    best: tuple[int, int, Role] | None = None
    for key in _forms(roles, stream.keys[at], scene.parse.lemmas[head]):
        found = roles.at(stream.keys, at, stream.at[first], key)
        if found and (best is None or found[1] - found[0] > best[1] - best[0]):
            best = found
    if best is None or best[2].kind == "none":
        return None
    return Title(stream.tokens[best[0]], head, stream.tokens[best[1]], best[2])


def may_be_title(scene: Scene, head: int) -> bool:
    """False for a token that is the head noun of no role."""
    stream = scene.stream
    at = stream.at[head + 1] - 1
    return at >= stream.at[head] and bool(_forms(scene.directory.roles, stream.keys[at], scene.parse.lemmas[head]))


@lru_cache(1 << 15)
def _forms(roles: RoleIndex, key: str, lemma: str) -> tuple[str, ...]:
    """The forms of a word that are the head of some role."""
    forms = [key]
    if lemma != key:
        forms.append(lemma)
    if key.endswith("ies"):
        forms.append(key[:-3] + "y")
    elif key.endswith("men"):
        forms.append(key[:-3] + "man")
    elif key.endswith("es") and key[:-2].endswith(("s", "x", "ch", "sh")):
        forms.append(key[:-2])
    elif key.endswith("s"):
        forms.append(key[:-1])
    return tuple(form for form in dict.fromkeys(forms) if roles.knows(form))


def sectors_of(scene: Scene, title: Title, first: int, bodies: list[Entity]) -> tuple[str, ...]:
    """The sectors of a role with the body that it stands beside, its function, and *former*."""
    role = title.role
    given = role.sectors
    body = next((item.sectors for item in bodies if item.sectors), ()) or _inner_sectors(scene, title)
    if body and (role.bearer or not given or given == ("UNK",)):
        given = body
    elif "IGO" in body:
        given = ("IGO", *(code for code in given if code not in ("UNK", "UAF", "IGO")))
    elif (_ARMED.intersection(body) and _MAY_BE_ARMED.intersection(given)) or (body, given) == (("LEG",), ("GOV",)):
        given = body
    if _rebellious(scene, first, title.head) and _MAY_BE_ARMED.difference({"OPP"}).intersection(given):
        given = ("REB",)
    if role.bearer or _HAS_FUNCTIONS.intersection(given):
        given = (*given, *(code for code in functions(scene, title, first) if code not in given))
    if _FORMERLY.intersection(given) and _is_former(scene, first, title.head):
        return ("ELI",)
    return given


def _inner_sectors(scene: Scene, title: Title) -> tuple[str, ...]:
    """The sectors of the noun after *of*: *leader of the rebels*, *member of parliament*, *chairman of X Inc*."""
    if not title.role.bearer:
        return ()
    parse = scene.parse
    for joint in parse.children_by(title.head, "prep"):
        inner = parse.child(joint, "pobj") if parse.lower[joint] in ("of", "for") else None
        if inner is not None and inner > title.last:
            found = title_at(scene, inner, scene.left(inner))
            if found is not None and not found.role.bearer:
                return found.role.sectors
    return ()


def _rebellious(scene: Scene, first: int, head: int) -> bool:
    table = scene.cues.functions
    return any(table.get(word) == "REB" for word in scene.parse.lower[first:head])


def _is_former(scene: Scene, first: int, head: int) -> bool:
    former = scene.cues.former
    return any(word in former for word in scene.parse.lower[first : head + 1])


def functions(scene: Scene, title: Title, first: int) -> list[str]:
    """The sectors that the words around a head noun add (*deputy defence minister*, *minister of national defence*)."""
    lower, table = scene.parse.lower, scene.cues.functions
    words = list(lower[first : title.head])
    if lower[title.head + 1 : title.head + 2] in (("of",), ("for",)):
        for token in range(title.head + 1, min(title.head + 1 + _REACH, len(lower))):
            if scene.parse.tags[token][:2] not in _PHRASE_TAGS:
                break
            words.append(lower[token])
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return [table[word] for word in (*words, *pairs) if word in table and table[word] != "REB"]
