"""The stage that computes the layer of times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, ClassVar, NamedTuple

from ...model import Parse, Reading, Span, Time
from .dateline import dateline_parse
from .direction import direction
from .grammar import phrases
from .item import Clock, Expression, Known, Moved, Named, Phrase, Within
from .render import render
from .resolve import Place, resolve
from .scan import Scanner
from .sentence import Sentence
from .track import Track


@dataclass(frozen=True, slots=True)
class TimeStage:
    """Finds the time expressions of a report and resolves them, in order of the text."""

    scanner: Scanner
    name: ClassVar[str] = "time"
    needs: ClassVar[tuple[str, ...]] = ("parse",)
    gives: ClassVar[str] = "times"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> TimeStage:
        """The stage with its tables of words."""
        return TimeStage(Scanner())

    def __call__(self, reading: Reading) -> Iterator[Time]:
        parses = [parse for parse in (dateline_parse(reading.report), reading.parse) if parse is not None]
        found = [item for at, parse in enumerate(parses, -len(parses) + 1) for item in self._phrases(parse, at)]
        found = [_with_shared_year(item, after) for item, after in zip_longest(found, found[1:])]
        track = Track(reading.report, [item.phrase for item in found])
        for item in found:
            time = _time(item, track)
            if time.value is not None or time.rule != "relative.then":  # without a time before it, then is no time
                yield time

    def _phrases(self, parse: Parse, at: int) -> Iterator[_Found]:
        for number, items in self.scanner(parse):
            sentence = Sentence.of(parse, items)
            for phrase in phrases(sentence):
                yield _Found(number if at == 0 else -1, sentence, phrase)


class _Found(NamedTuple):
    """A phrase and its sentence; number -1 is the dateline."""

    number: int
    sentence: Sentence
    phrase: Phrase


def _with_shared_year(item: _Found, after: _Found | None) -> _Found:
    """August and September 1914: the year said once belongs to both."""
    inner = item.phrase.expression
    if after is None or after.number != item.number or not isinstance(inner, Named) or inner.step:
        return item
    outer, between = after.phrase.expression, item.sentence.items[item.phrase.stop : after.phrase.first]
    if not isinstance(outer, Known) or inner.grain not in ("month", "monthday") or len(between) > 2:
        return item
    if outer.period.grain not in ("month", "day") or not all(word and word.kind in _JOINING for word in between):
        return item
    shared = Within(inner, Known(outer.period.to("year")))
    return item._replace(phrase=item.phrase._replace(expression=shared))


_JOINING = ("and", "or", "to", "dash", "comma", "the")


def _time(item: _Found, track: Track) -> Time:
    sentence, phrase = item.sentence, item.phrase
    first, last = sentence.items[phrase.first], sentence.items[phrase.stop - 1]
    span = Span(first.start if first else 0, last.end if last else 0)
    way = _way(sentence.parse, span, phrase.expression)
    found = resolve(phrase.expression, track, Place(item.number, way))
    if found.type == "DURATION" and phrase.rule == "length.step" and (found.value or "")[-1:] == "M":
        track.note_stretch(item.number)
    if found.period is not None and not found.aside:
        track.note(found.period, item.number, *_frames(sentence.parse, span, found.explicit))
    return render(found, phrase.mod, span, phrase.rule, track.day)


def _frames(parse: Parse, span: Span, explicit: bool) -> tuple[bool, bool]:
    """Whether what follows may be told from a time: an adverbial of the main verb, the opening, or a heading.

    The second value is True for one that names its year and opens its sentence.
    """
    tokens = parse.tokens_in(span)
    first, last = parse.sentences[parse.sentence_of(tokens[0])]
    opens = tokens[0] - first < _OPENING
    return opens or _adverbial(parse, tokens) or "VBD" not in parse.tags[first:last], opens and explicit


_OPENING = 3  # tokens


def _adverbial(parse: Parse, tokens: range) -> bool:
    """True for a time that hangs on the main verb of its sentence, which is past."""
    head = parse.heads[parse.head_in(tokens)]
    if parse.lower[head] in ("in", "on", "during", "of"):
        head = parse.heads[head]
    if parse.deps[head] == "conj":
        head = parse.heads[head]
    return parse.tags[head] == "VBD" and parse.heads[head] == head


_TOLD = ("next", "text")  # bases that are found in the text


def _way(parse: Parse, span: Span, expression: Expression) -> str:
    """The direction of the words around, where the expression depends on it."""
    said = expression
    while isinstance(expression, (Clock, Within)):
        inner = expression.day if isinstance(expression, Clock) else expression.outer
        if inner is None:
            break
        expression = inner
    if not isinstance(expression, (Named, Clock)) and not (isinstance(expression, Moved) and expression.base in _TOLD):
        return ""
    tokens = parse.tokens_in(span)
    if isinstance(said, Clock):  # the day decides, and it may stand first or last (10 p.m. on Friday, Friday night)
        named = [token for token in tokens if parse.words[token][:1].isupper() and parse.tags[token][:1] == "N"]
        return direction(parse, named[-1] if named else tokens[-1], tokens[0])
    return direction(parse, parse.head_in(tokens), tokens[0])
