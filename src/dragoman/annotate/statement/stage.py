"""The stage that computes the layer of statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ...lexicon import words_of
from ...model import Reading, Statement
from .compose import statements_of
from .cues import CueTable, cue_table, speaking_lemmas
from .nouns import adjective_draft, noun_draft
from .phrases import Phrase, phrase_draft, phrase_table
from .quoted import quoted_drafts
from .quotes import find_quotes
from .sheet import Draft, Sheet
from .source import SUBJECTS
from .verbs import match, verb_draft


@dataclass(frozen=True, slots=True)
class StatementStage:
    """Finds statements: who says, thinks or wants what, with the cue that tells so.

    A statement's ``rule`` is the entry of the table and, after a colon, what carried the content. *clause*, *quote*,
    *quoting* and *phrase* give words that the source answers for; *object*, *infinitive*, prepositions, *noun ...* and
    *adjective ...* give what they are about. Thoughts, and what a speaker says of himself, make no statement of
    their own inside another's words: they add no source.
    """

    verbs: CueTable
    nouns: CueTable
    adjectives: CueTable
    phrases: Mapping[str, tuple[Phrase, ...]]
    light: frozenset[str]
    speaking: frozenset[str]
    naming: frozenset[str]
    name: ClassVar[str] = "statement"
    needs: ClassVar[tuple[str, ...]] = ("sentences", "parse", "actors")
    gives: ClassVar[str] = "statements"

    @staticmethod
    def build(settings: Mapping[str, Any]) -> StatementStage:
        """The stage with its tables of cues."""
        verbs, nouns, adjectives = (cue_table("statement_" + part) for part in ("verbs", "nouns", "adjectives"))
        lemmas = speaking_lemmas(verbs), frozenset(nouns)
        return StatementStage(verbs, nouns, adjectives, phrase_table(), words_of("statement_light"), *lemmas)

    def __call__(self, reading: Reading) -> Iterator[Statement]:
        parse = reading.parse
        if parse is None or not len(parse):
            return iter(())
        text = reading.report.text
        wrapped = any("\n" in span.of(text) for span in reading.sentences)
        quotes = find_quotes(text, reading.report.body, wrapped)
        sheet = Sheet(text, parse, quotes, self.speaking, self.naming)
        drafts: dict[int, Draft] = {}
        for token, (lemma, tag) in enumerate(zip(parse.lemmas, parse.tags, strict=True)):
            drafted = self._drafted(sheet, token, lemma, tag)
            if drafted is not None:
                for word in drafted.words:  # voiced concern: the noun says more than the verb
                    if word in drafts and drafts[word].rule.endswith(": object"):
                        del drafts[word]
                drafts.setdefault(drafted.head, drafted)
        for sentence, comma in sheet.closed.items():
            for token in range(parse.sentences[sentence][0], comma):
                if token in drafts:
                    drafts[token].tokens = frozenset(each for each in drafts[token].tokens if each < comma)
        for cue, before in sheet.inherits.items():
            if cue in drafts and before in drafts and parse.child(cue, *SUBJECTS) is None:
                drafts[cue].source, drafts[cue].source_head = drafts[before].source, drafts[before].source_head
        return statements_of(sheet, quoted_drafts(sheet, self.verbs, drafts), reading.actors)

    def _drafted(self, sheet: Sheet, token: int, lemma: str, tag: str) -> Draft | None:
        """The draft of the cue at a token, if there is one."""
        drafted = None
        if tag[0] == "V":
            if lemma in self.verbs:
                found = match(sheet.parse, token, self.verbs)
                drafted = verb_draft(sheet, token, *found) if found else None
            if drafted is None and sheet.parse.lower[token] in self.adjectives:
                form = self.adjectives[sheet.parse.lower[token]][0]
                drafted = adjective_draft(sheet, token, form, self.adjectives)
        elif tag in ("NN", "NNS") and lemma in self.nouns:
            drafted = noun_draft(sheet, token, self.nouns[lemma][0], self.light)
        elif tag[0] == "J" and lemma in self.adjectives:
            drafted = adjective_draft(sheet, token, self.adjectives[lemma][0], self.adjectives)
        if drafted is None and sheet.parse.lower[token] in self.phrases:
            for phrase in self.phrases[sheet.parse.lower[token]]:
                drafted = drafted or phrase_draft(sheet, token, phrase)
        return drafted
