"""Where an act that gives no place is at home: with a host, those attacked, those who rule, or the whole report."""

from __future__ import annotations

from collections.abc import Iterable

from ....model import Reason, Where
from ..mention import Mention
from .beside import Spots

LEAD = 2  # sentences that play at the place of the dateline
AT_HOME = frozenset(("restrict", "censor", "curfew", "martial-law"))
BORDER = frozenset(("close.border",))  # keys of acts

INSTITUTIONS = frozenset(("GOV", "LEG", "JUD", "PTY"))  # sectors


class Homes:
    """The countries that a report names as places, its dateline and its scene."""

    __slots__ = ("_countries", "_dateline", "_scene")

    def __init__(self, spots: Spots) -> None:
        self._countries = spots.countries()
        self._dateline = spots.dateline()
        self._scene = self._countries.get(spots.scene or "")

    def visited(self, mention: Mention) -> tuple[Where, Reason] | None:
        """The country of a visit that names no place: that of the hosts."""
        hosts = {party.country for party in mention.recipients}
        if mention.act.mode != "visit" or len(hosts) != 1 or hosts & {party.country for party in mention.actors}:
            return None
        home = self._countries.get(hosts.pop() or "")
        return (home, Reason("where:the country visited", home.span)) if home is not None else None

    def ruled(self, mention: Mention) -> tuple[Where, Reason] | None:
        """The country of who rules, for what a state does at home: it restricts, it closes its border."""
        act = mention.act
        if not (act.act == "COERCE" and act.mode in AT_HOME) and act.key not in BORDER:
            return None
        if any(INSTITUTIONS.intersection(party.sectors) for party in mention.recipients):
            return None  # a parliament is suspended nowhere
        home = self._first(party.country for party in mention.actors)
        return (home, Reason("where:a state rules at home", home.span)) if home is not None else None

    def _first(self, countries: Iterable[str | None]) -> Where | None:
        """The first of some countries that the report names as a place."""
        known = (self._countries.get(country or "") for country in countries)
        return next((home for home in known if home is not None), None)

    def of(self, mention: Mention, told: bool, lately: bool, past: bool) -> tuple[Where, Reason] | None:
        """The likely place of an act.

        ``told``: it is told as one past act; ``lately``: no far past is being told of; ``past``: it is dated there.
        """
        line = self._dateline
        if line is not None and told and not past and _fits(mention, line):
            host = any(party.country == line.country for party in (*mention.actors, *mention.recipients))
            if mention.number < LEAD or (host and mention.act.act == "CONSULT"):
                return line, Reason("where:the dateline", line.span)
        attacked = mention.recipients if mention.act.act == "ASSAULT" else ()
        home = self._first(party.country for party in attacked)
        if home is not None:
            return home, Reason("where:the country of those attacked", home.span)
        ruled = self.ruled(mention)
        if ruled is not None:
            return ruled
        home, told = self._scene, (told and (mention.is_noun or mention.main)) or (mention.is_noun and lately)
        if home is not None and told and mention.act.act in ("ASSAULT", "PROTEST") and _fits(mention, home):
            return home, Reason("where:the scene of the report", home.span)
        return None


def _fits(mention: Mention, where: Where) -> bool:
    """False where all parties are states and the place is in none of them."""
    countries = {party.country for party in (*mention.actors, *mention.recipients)}
    return where.country in countries or None in countries or (len(countries) < 2 and not strangers(mention, where))


def strangers(mention: Mention, where: Where) -> bool:
    """True for an act between two sides of one country and a place in another."""
    sides = [{party.country for party in side} for side in (mention.actors, mention.recipients)]
    home = sides[0] | sides[1]
    return bool(sides[0] and sides[1]) and len(home) == 1 and None not in home and where.country not in (None, *home)
