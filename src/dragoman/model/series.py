"""Series of figures that a user loads, to hold what reports say against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series: ``begin`` and ``end`` a half-open interval of ISO 8601 days.

    ``series`` names it (``"trade"``), ``of`` and ``with_`` are the alpha-3 countries or other keys that it is about
    (``CHN``, ``PRK``), ``unit`` the unit of ``value`` (``USD``).
    """

    series: str
    of: str
    with_: str
    begin: str
    end: str
    value: float
    unit: str
    note: str = ""
