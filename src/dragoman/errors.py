"""Every error that Dragoman raises on purpose, in one tree.

Messages are in lower case and say what is wrong, which item it is, and what is allowed.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Root of the tree: catch this to catch everything that Dragoman raises on purpose."""


class UsageError(DragomanError):
    """The caller asked for something that does not exist or does not fit (exit code 2)."""


class ConfigError(UsageError):
    """A configuration names an unknown key, a wrong type or a value that is not allowed."""


class PipelineError(UsageError):
    """Stages do not fit together: a layer is needed that no earlier stage gives."""


class InputError(DragomanError):
    """An input cannot be read as a report (exit code 3 when it is the only one)."""


class LexiconError(DragomanError):
    """A table of words breaks its own schema or is not proved by its examples."""


class MissingData(DragomanError):
    """A model or a data file is not installed; the message names the command that mends it (exit code 4)."""


class RecordError(DragomanError):
    """A stored reading does not have the form that READING.md gives it."""
