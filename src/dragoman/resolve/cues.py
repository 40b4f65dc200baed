"""Turns in words: what a sentence tells around a trigger of a plan that is put off, called off or still open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ..lexicon.load import Entry, load
from .words import lowered, stem, stems_of

BETWEEN = 4  # words that may stand between the parts of a form: "called the whole trip off"
REACH = 5  # words between the turn and the plan that it is told of: "the visit, planned for May, was put off"
TAKEN = 3  # words between a deed and the verb that takes it back
TURNED = ("postponed", "cancelled")
BEFORE = 8  # words before the name of a plan in which a cue may stand
BE = frozenset(("be", "been", "was", "were", "is", "are", "being"))
RELATIVE = frozenset(("that", "which", "who"))
_HAVE = frozenset(("has", "have", "had", "ha", "hav"))  # as stems
_Forms = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def plan_in(words: str, trigger: str, other: str = "meeting", reach: int = 0) -> str:
    """The kind of the plan whose name stands nearest to the trigger, or at most ``reach`` words behind it if given."""
    stems, wanted = stems_of(words), stems_of(trigger)[:1]
    at = next((place for place, form in enumerate(stems) if (form,) == wanted), 0)
    low, high = (at + 1, at + reach + 1) if reach else (0, len(stems))
    named = [
        (abs(place - at), place, _plans()[form])
        for place, form in enumerate(stems)
        if form in _plans() and place != at and low <= place < high
    ]
    return min(named)[2] if named else other


def subject_in(words: str, trigger: str) -> str:
    """The kind of the plan that stands before a passive trigger: *the march was called off by the unions*."""
    before = words.partition(trigger)[0]
    plain = lowered(before)
    return plan_in(before, plain[-1], "") if plain and plain[-1] in BE else ""


def cue_in(words: str, trigger: str) -> str | None:
    """What the words before the name of a plan tell of it: *unmet*, *never* or *open* (plan_cues.toml)."""
    before = " ".join(words.partition(trigger)[0].lower().split()[-BEFORE:])
    return next((cue for form, cue in _cues() if f" {form} " in f" {before} "), None)


@cache
def _cues() -> tuple[tuple[str, str], ...]:
    """The forms of the table; what leaves a plan open is looked for first."""
    found = [(form, entry.value["cue"]) for entry in load("plan_cues").entries for form in entry.forms]
    return tuple(sorted(found, key=lambda item: (item[1] != "open", item)))


@cache
def _plans() -> dict[str, str]:
    return {stem(form): entry.value["kind"] for entry in load("plans").entries for form in entry.forms}


def passive_turn(words: str, trigger: str) -> str | None:
    """The turn that a sentence tells of its subject: *the talks that were to open today have been put off*."""
    plain, stems, wanted = lowered(words), stems_of(words), stems_of(trigger)[-1:]
    if _forms().keys().isdisjoint(stems):
        return None
    start = next((place for place, form in enumerate(stems) if (form,) == wanted), len(stems))
    for place in range(start + 1, len(stems) - 1):
        if plain[place] in BE and plain[place - 1] not in RELATIVE and plain[place + 1] not in BE:
            turn = _turn_at(stems, place + 1)
            if turn in TURNED:
                return turn
    return None


def turn_in(words: str, trigger: str, reach: int) -> str | None:
    """The turn that a sentence tells at most ``reach`` words from a trigger (0: the trigger itself tells it)."""
    stems, wanted = stems_of(words), stems_of(trigger)[:1]
    if _forms().keys().isdisjoint(stems):
        return None
    places = [place for place, form in enumerate(stems) if (form,) == wanted]
    for place in places:
        for start in sorted(range(max(0, place - reach), place + reach + 1), key=lambda at: abs(at - place)):
            turn = _turn_at(stems, start)
            if turn in TURNED or (turn and not reach):
                return turn
    return None


def before(words: str, trigger: str) -> str | None:
    """The turn whose words stand right before the noun that it is told of: *put off the execution of ten men*."""
    stems = stems_of(words.partition(trigger)[0])[-BETWEEN:]
    found = [turn for start in range(len(stems)) if (turn := _turn_at(stems, start)) in TURNED]
    return found[-1] if found else None


def dropped(words: str, trigger: str) -> str | None:
    """The turn of a plan that is named as one before its act: *shelved a plan to visit*, *froze plans to leave*."""
    if _intentions().isdisjoint(lowered(words)):
        return None
    front = words.partition(trigger)[0]
    plain, stems = lowered(front)[-BEFORE:], stems_of(front)[-BEFORE:]
    for place, token in enumerate(plain):
        if token not in _intentions() or plain[place + 1 : place + 2] not in (("to",), ("for",), ("of",)):
            continue
        for start in range(max(0, place - BETWEEN), place):
            if "and" in plain[start:place]:  # suspended a judge and plans to leave
                continue
            turn = _turn_at(stems, start, _forms()) or _turn_at(stems, start, _drops())
            if turn in TURNED:
                return turn
    return None


def held(words: str, trigger: str) -> str | None:
    """The turn of a deed that its doer holds up or takes back: *suspended his resignation*, *the vote was frozen*."""
    if _drops().keys().isdisjoint(stems_of(words)):
        return None
    front, _, behind = words.partition(trigger)
    plain, after = lowered(front)[-TAKEN:], lowered(behind)
    passive = next((after[place + 1 :] for place, token in enumerate(after[:TAKEN]) if token in BE), ())
    for found in (plain, tuple(token for token in passive[:TAKEN] if token not in BE)):
        stems = [stem(token) for token in found]
        for start in range(len(stems) if found is plain else min(1, len(stems))):
            turn = _turn_at(stems, start, _drops())
            if turn is not None:
                return turn
    return None


def fails(words: str, trigger: str) -> bool:
    """True for a plan that is said to have come to nothing: *the visit has fallen through*."""
    if _failures().keys().isdisjoint(stems_of(words)):
        return False
    stems = stems_of(words.partition(trigger)[2])[: BETWEEN + 1]
    start = 1 if stems and stems[0] in _HAVE else 0
    return _turn_at(stems, start, _failures()) is not None


def _turn_at(stems: Sequence[str], start: int, forms: _Forms | None = None) -> str | None:
    """The turn whose form begins at a word."""
    if start >= len(stems):
        return None
    for rest, turn in (_forms() if forms is None else forms).get(stems[start], ()):
        if not rest or rest[-1] in stems[start + 1 : start + 2 + BETWEEN]:
            return turn
    return None


@cache
def _intentions() -> frozenset[str]:
    """What a plan is called."""
    return frozenset(noun for entry in load("plan_drops").entries for noun in entry.value.get("nouns") or ())


@cache
def _forms() -> _Forms:
    """The forms of the table by the stem of their first word, the longer ones first."""
    return _by_stem(load("turns").entries)


@cache
def _failures() -> _Forms:
    return _by_stem([entry for entry in load("turns").entries if entry.id == "fail"])


@cache
def _drops() -> _Forms:
    return _by_stem([entry for entry in load("plan_drops").entries if entry.value["turn"]])


def _by_stem(entries: Iterable[Entry]) -> _Forms:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in entries:
        for form in entry.forms:
            first, *rest = (stem(word) for word in form.lower().split())
            found.setdefault(first, []).append((tuple(rest), entry.value["turn"]))
    return {first: tuple(sorted(forms, key=lambda form: -len(form[0]))) for first, forms in found.items()}
