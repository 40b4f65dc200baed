"""Where: the same place, one inside the other, or how far apart."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from ..view import Seen

EARTH = 6371.0  # km, mean radius
CLOSE, NEARBY, APART = 15.0, 60.0, 250.0  # km


def place(one: Seen, other: Seen) -> str | None:
    """The case of the feature *place*; what is done by saying it may be told from anywhere."""
    if one.speech or other.speech or one.told.where is None or other.told.where is None:
        return None
    if one.spot is not None and one.spot == other.spot:
        return "same place"
    if one.point and other.point:
        distance = km(one.point, other.point)
        if distance <= CLOSE and one.told.where.kind == other.told.where.kind:
            return "neighbours"
        return next((case for most, case in _CASES if distance <= most), "far apart")
    if one.land and other.land:
        if one.land != other.land:
            return "other country"
        return "same country in one report" if one.told.report == other.told.report else "same country"
    return None


_CASES = ((CLOSE, "close by"), (NEARBY, "nearby"), (APART, "apart"))


def km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points in degrees (latitude, longitude)."""
    south, north = radians(one[0]), radians(other[0])
    rise, run = (north - south) / 2, radians(other[1] - one[1]) / 2
    return 2 * EARTH * asin(min(1.0, sqrt(sin(rise) ** 2 + cos(south) * cos(north) * sin(run) ** 2)))
