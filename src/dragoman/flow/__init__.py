"""The one place that joins: configuration, registry of stages, and the reader that runs them."""

from .config import Config, load_config

__all__ = ["Config", "load_config"]
