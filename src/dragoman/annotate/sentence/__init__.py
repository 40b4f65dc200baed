"""Where sentences begin and end."""

from .boundaries import SentenceStage, split

__all__ = ["SentenceStage", "split"]
