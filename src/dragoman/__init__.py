"""Dragoman reads news reports: who did what to whom, where, when, and according to whom, with the words that say so."""

__version__ = "0.1.0"
