"""The parser behind one adapter: sentences in, columns out."""

from .adapter import Parser
from .spacy_model import SpacyParser, installed_model
from .stage import ParseStage

__all__ = ["ParseStage", "Parser", "SpacyParser", "installed_model"]
