"""Where the built gazetteer lies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from .write import SCHEMA


def cache_folder() -> Path:
    """Dragoman's folder in the user's cache: XDG_CACHE_HOME, or what the platform has in its stead."""
    given = os.environ.get("XDG_CACHE_HOME")
    if given:
        return Path(given) / "dragoman"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dragoman"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "dragoman" / "cache"
    return Path.home() / ".cache" / "dragoman"


def default_path(version: str) -> Path:
    """The file for one schema and one version of the sources."""
    return cache_folder() / f"gazetteer-{SCHEMA}-{version}.sqlite"
