"""Whatever the text: an answer, spans inside it, and the same answer again."""

from __future__ import annotations

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.annotate.place import PlaceStage

PIECES = (
    *(
        "Paris",
        "in",
        "Texas",
        ",",
        "the",
        "of",
        "Gaza",
        "Strip",
        "-",
        "U.S.",
        "said",
        "Lake",
        "County",
        "St.",
        "(",
        ")",
    ),
    *(
        "D",
        "Élysée",
        "北京",
        "\u0301",
        "İ",
        "ß",
        "'s",
        "’s",
        "New",
        "York",
        "\n",
        "\n\n",
        "--",
        ":",
        "West",
        "1",
    ),
)
WORDS = st.sampled_from(PIECES)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(WORDS, max_size=12).map("".join),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_any_text_gives_places_inside_it_in_order(read_layers, text):
    places = read_layers(text, "places").places
    ends = [0]
    for place in places:
        assert ends[-1] <= place.span.start < place.span.end <= len(text)
        assert 0.0 <= place.score <= 1.0
        assert len(place.candidates) <= 5
        assert (place.lat is None) == (place.lon is None)
        ends.append(place.span.end)
    assert places == read_layers(text, "places").places


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_source_is_taken(read_layers, source):
    assert len(read_layers("He lives in Oslo.", "places", source=source).places) == 1


def test_time_grows_with_the_text_and_not_faster(read_layers):
    line = "Troops from Aleppo, Homs and Springfield met near the Euphrates River in San Antonio. "

    def spent(copies):
        reading = read_layers(line * copies, "places")
        begin = time.perf_counter()
        list(stage(reading))
        return time.perf_counter() - begin

    stage = PlaceStage.build({})
    spent(5)
    assert spent(80) < 40 * max(spent(20), 0.002)
