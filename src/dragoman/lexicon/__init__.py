"""Words as data: tables whose entries are proved by their own examples."""

from .load import Entry, Lexicon, load, load_file, words_of
from .match import Hit, Matcher

__all__ = ["Entry", "Hit", "Lexicon", "Matcher", "load", "load_file", "words_of"]
