"""A question to the record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for; what is left empty does not narrow the answer, several values of one field are alternatives.

    ``act``, ``mode`` and ``plover`` are PLOVER names, ``cameo`` a code or the beginning of one. ``actor``,
    ``recipient`` and ``party`` (either way) take ISO 3166-1 alpha-3 codes, PLOVER codes (``"RUS MIL"``), or names;
    ``sector`` a PLOVER sector of either party. ``place`` takes GeoNames ids, alpha-3 codes or names, ``area`` is
    (south, west, north, east) in degrees. ``since`` and ``until`` are ISO 8601 days, half-open; an event is in the
    period if its interval touches it. ``stage`` is one of STAGES, ``status`` one of STATUSES. ``text`` is a search
    in the words of the reports: words, "phrases", OR, NOT, prefix*. ``sources`` is the least number of independent
    sources, ``disputed`` True for what sources tell differently.
    """

    act: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    plover: tuple[str, ...] = ()
    cameo: tuple[str, ...] = ()
    quad: tuple[int, ...] = ()
    context: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    area: tuple[float, float, float, float] | None = None
    since: str | None = None
    until: str | None = None
    status: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    report: tuple[str, ...] = ()
    text: str | None = None
    confidence: float = 0.0
    sources: int = 0
    disputed: bool | None = None
