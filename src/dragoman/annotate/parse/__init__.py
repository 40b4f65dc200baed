"""The parser behind one adapter: sentences in, columns out."""

from .adapter import Parser, ParseStage
from .spacy_model import SpacyParser, installed_model

__all__ = ["ParseStage", "Parser", "SpacyParser", "installed_model"]
