"""How real an act is told to be: asserted, planned, denied, hypothetical, and (by its date) background."""

from .judge import Judgement, judge

__all__ = ["Judgement", "judge"]
