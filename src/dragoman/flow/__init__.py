"""The one place that joins: configuration, registry of stages, and the reader that runs them.

``Reader`` is loaded on first use, because it brings the parser with it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .config import Config, load_config
from .failure import Failure

if TYPE_CHECKING:
    from .reader import Reader

__all__ = ["Config", "Failure", "Reader", "load_config"]


def __getattr__(name: str) -> Any:
    if name == "Reader":
        return import_module(".reader", __name__).Reader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
