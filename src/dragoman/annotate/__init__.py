"""From a report to its reading: one folder a layer, each a stage; no layer imports another."""

from .pipeline import READ_LANGUAGES, Pipeline, required
from .stage import Stage

__all__ = ["READ_LANGUAGES", "Pipeline", "Stage", "required"]
