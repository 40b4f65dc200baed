"""Where sentences begin and end."""

from .split import SentenceStage, split

__all__ = ["SentenceStage", "split"]
