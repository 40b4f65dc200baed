"""Who speaks where words stand in quotation marks."""

from __future__ import annotations

from ...model import Parse
from .scene import Mention, Scene

_PRINTED = frozenset(("statement", "message", "letter", "telegram", "communique", "communiqué", "address", "speech"))
_OPEN, _CLOSE = "“«„", "”»"


def quoted_tokens(scene: Scene) -> set[int]:
    """The tokens inside quotation marks; an open quotation ends with its paragraph."""
    text, parse = scene.reading.report.text, scene.parse
    if not any(mark in text for mark in '"“«„'):
        return set()
    inside: set[int] = set()
    begins = {first for first, _ in parse.sentences}
    open_, before = False, 0
    for token, word in enumerate(parse.words):
        start = parse.starts[token]
        if open_ and token in begins and "\n" in text[before:start]:
            open_ = False
        before = parse.ends[token]
        if word in ('"', "``", "''"):
            open_ = not open_
        elif word[0] in _OPEN:
            open_ = True
        elif word[0] in _CLOSE:
            open_ = False
        elif open_:
            inside.add(token)
    return inside


def speaker_of(scene: Scene, inside: set[int], sentence: int) -> Mention | None:
    """Who speaks the quotation of a sentence: the subject of its verb of saying, or that of the sentence before."""
    for at in (sentence, sentence - 1):
        if at < 0:
            continue
        found = _subject(scene, inside, at)
        if found is not None:
            return found
    return None


def _subject(scene: Scene, inside: set[int], sentence: int) -> Mention | None:
    parse = scene.parse
    first, last = parse.sentences[sentence]
    for token in range(first, last):
        if parse.tags[token][0] != "V" or token in inside or parse.lemmas[token] not in scene.cues.says:
            continue
        subject = parse.child(token, "nsubj")
        if subject is not None and subject not in inside:
            return scene.at(subject)
    return None


def statement_of(scene: Scene, token: int) -> Mention | None:
    """Who says *I* outside quotation marks: who issued the statement or sent the message that the report prints."""
    parse = scene.parse
    for at in scene.printed:
        if at > token:
            break
        for above in parse.ancestors(at):
            subject = parse.child(above, "nsubj")
            if subject is not None and subject < at and scene.at(subject) is not None:
                return scene.at(subject)
    return None


def printed(parse: Parse) -> tuple[int, ...]:
    """The words that announce a statement: *the ministry issued the following statement*."""
    if "following" not in parse.lower and "follows" not in parse.lower:
        return ()
    return tuple(
        token
        for first, last in parse.sentences
        if any(parse.lower[token] in _PRINTED for token in range(first, last))
        for token in range(first, last)
        if parse.lower[token] in ("following", "follows")
    )
