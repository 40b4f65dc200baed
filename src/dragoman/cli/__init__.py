"""The command line: ``dragoman read`` and its sisters.

The commands reach the heavy parts (parser, page extraction, gazetteer) through the attributes of the package
``dragoman``, which are loaded on first use, so that ``dragoman --help`` answers at once.
"""

from .app import app, main

__all__ = ["app", "main"]
