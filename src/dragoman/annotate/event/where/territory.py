"""Places that a report names by their people: *in Kuwaiti waters*, *in an Iraqi town*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ....model import Place, Reading, Span, Where
from ..grammar.clause import roles_of

_NOUN_AFTER = 2  # tokens: a town, a border town


def territories(reading: Reading, countries: Mapping[str, Where]) -> Iterator[Place]:
    """The lands, waters and towns of which only the country is named, as places of the size of that country.

    ``countries`` gives the mention of a country as a place, whose point is taken over.
    """
    parse, lands = reading.parse, roles_of("event_where")["land"]
    if parse is None:
        return
    taken = {token for place in reading.places for token in parse.tokens_in(place.span)}
    for actor in reading.actors:
        if actor.kind != "state" or actor.rule != "modifier" or not actor.country:
            continue
        tokens = parse.tokens_in(actor.span)
        if not tokens or tokens[-1] in taken:
            continue
        noun = parse.heads[tokens[-1]]
        if not tokens[-1] < noun <= tokens[-1] + _NOUN_AFTER or parse.lemmas[noun] not in lands:
            continue
        known = countries.get(actor.country)
        span = Span(actor.span.start, parse.ends[noun])
        point = (known.geonameid, known.lat, known.lon) if known else (None, None, None)
        yield Place(span, actor.name, *point, country=actor.country, kind="country")
