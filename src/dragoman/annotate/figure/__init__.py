"""The layer of figures."""

from .stage import FigureStage

__all__ = ["FigureStage"]
